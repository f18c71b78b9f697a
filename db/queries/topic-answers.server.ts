import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { disclosureAnswer } from "../schema.ts";

/** Answers of these disclosures with one of these numbers or wordings: one query. */
export async function answersNumbered(
  db: DbOrTx,
  scope: Scope,
  disclosureIds: readonly string[],
  wanted: { numbers: readonly string[]; texts: readonly string[] },
) {
  const listed = (list: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(list)}))`;
  return db
    .select({
      disclosureId: disclosureAnswer.disclosureId,
      no: disclosureAnswer.no,
      question: disclosureAnswer.question,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.remark,
      cell: disclosureAnswer.cell,
    })
    .from(disclosureAnswer)
    .where(
      and(
        eq(disclosureAnswer.hospitalId, scope.hospitalId),
        sql`${disclosureAnswer.disclosureId} IN ${listed(disclosureIds)}`,
        sql`(${disclosureAnswer.no} IN ${listed(wanted.numbers)} OR ${disclosureAnswer.question} IN ${listed(wanted.texts)})`,
      ),
    )
    .orderBy(asc(disclosureAnswer.disclosureId), asc(disclosureAnswer.ordinal));
}

/** Answers of these disclosures whose question prints a clause of a guideline: one query. */
export async function answersCiting(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  if (disclosureIds.length === 0) return [];
  return db
    .select({
      disclosureId: disclosureAnswer.disclosureId,
      no: disclosureAnswer.no,
      question: disclosureAnswer.question,
      answer: disclosureAnswer.answer,
      remark: disclosureAnswer.remark,
      cell: disclosureAnswer.cell,
      clauses: disclosureAnswer.clauses,
    })
    .from(disclosureAnswer)
    .where(
      and(
        eq(disclosureAnswer.hospitalId, scope.hospitalId),
        sql`${disclosureAnswer.disclosureId} IN (SELECT value FROM json_each(${JSON.stringify(disclosureIds)}))`,
        ne(disclosureAnswer.clauses, "[]"),
      ),
    )
    .orderBy(asc(disclosureAnswer.disclosureId), asc(disclosureAnswer.ordinal));
}
