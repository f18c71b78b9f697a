import { and, count, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { nothingRecorded } from "../../app/domain/update-bearer.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractSystem,
  disclosureAnswer,
  roleSheet,
  roleSheetRevision,
  roleSheetRow,
  server,
  system,
  updateBearerEntry,
} from "../schema.ts";
import { updatesThen } from "./update-bearers.server.ts";

/** How many contracts are in use, with an end or without. */
export async function countContractsInUse(db: DbOrTx, scope: Scope): Promise<number> {
  const rows = await db
    .select({ count: count() })
    .from(contract)
    .where(and(eq(contract.hospitalId, scope.hospitalId), isNull(contract.archivedAt)));
  return rows[0]?.count ?? 0;
}

/** Systems in use by the contracts that cover them today, with their product version: one query. */
export async function coveredByContract(db: DbOrTx, scope: Scope) {
  return db
    .select({
      contractId: contractSystem.contractId,
      systemId: system.id,
      productVersionId: system.productVersionId,
    })
    .from(contractSystem)
    .innerJoin(system, eq(system.id, contractSystem.systemId))
    .where(and(eq(contractSystem.hospitalId, scope.hospitalId), isNull(system.archivedAt)));
}

/** Servers in use by contract: how many nobody is named for, and how many of the vendor's have no quoted clause. */
export async function serversByContract(db: DbOrTx, scope: Scope, today: Day) {
  const held = updatesThen(scope, { day: today, knownSeq: Number.MAX_SAFE_INTEGER });
  const bearer = sql`coalesce(${updateBearerEntry.bearer}, ${nothingRecorded.bearer})`;
  return db
    .select({
      contractId: contractSystem.contractId,
      unclear: sql<number>`sum(${bearer} = 'unclear')`,
      withoutClause: sql<number>`sum(${bearer} = 'vendor' AND ${updateBearerEntry.clauseKey} IS NULL)`,
    })
    .from(contractSystem)
    .innerJoin(server, eq(server.systemId, contractSystem.systemId))
    .leftJoin(updateBearerEntry, sql`${updateBearerEntry.id} = ${held}`)
    .where(and(eq(contractSystem.hospitalId, scope.hospitalId), isNull(server.archivedAt)))
    .groupBy(contractSystem.contractId);
}

/** Undecided rows of the sheets in use by contract. */
export async function undecidedByContract(db: DbOrTx, scope: Scope) {
  return db
    .select({
      contractId: roleSheet.contractId,
      undecided: sql<number>`sum(${roleSheetRow.party} = 'undecided')`,
    })
    .from(roleSheet)
    .innerJoin(roleSheetRow, eq(roleSheetRow.roleSheetId, roleSheet.id))
    .where(and(eq(roleSheet.hospitalId, scope.hospitalId), isNull(roleSheet.archivedAt)))
    .groupBy(roleSheet.contractId);
}

/** The day from which the newest agreed revision of each sheet holds, up to `today`. */
export async function sheetsAgreed(db: DbOrTx, scope: Scope, today: Day) {
  return db
    .select({
      contractId: roleSheet.contractId,
      agreedOn: sql<Day>`max(${roleSheetRevision.effectiveFrom})`,
    })
    .from(roleSheet)
    .innerJoin(roleSheetRevision, eq(roleSheetRevision.roleSheetId, roleSheet.id))
    .where(
      and(
        eq(roleSheet.hospitalId, scope.hospitalId),
        isNull(roleSheet.archivedAt),
        sql`${roleSheetRevision.effectiveFrom} <= ${today}`,
        sql`NOT EXISTS (SELECT 1 FROM role_sheet_revision s WHERE s.supersedes = ${roleSheetRevision.id})`,
      ),
    )
    .groupBy(roleSheet.id);
}

/** Answers of these disclosures that are neither はい nor 対象外, counted by disclosure. */
export async function openAnswerCounts(db: DbOrTx, scope: Scope, disclosureIds: readonly string[]) {
  return db
    .select({ disclosureId: disclosureAnswer.disclosureId, count: sql<number>`count(*)` })
    .from(disclosureAnswer)
    .where(
      and(
        eq(disclosureAnswer.hospitalId, scope.hospitalId),
        sql`${disclosureAnswer.disclosureId} IN (SELECT value FROM json_each(${JSON.stringify(disclosureIds)}))`,
        notInArray(disclosureAnswer.answer, ["yes", "not-applicable"]),
      ),
    )
    .groupBy(disclosureAnswer.disclosureId);
}
