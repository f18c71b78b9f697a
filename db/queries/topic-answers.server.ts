import { and, asc, eq, sql } from "drizzle-orm";
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
