import { and, eq, isNotNull, sql } from "drizzle-orm";
import { dayInTokyo } from "../../app/domain/day.ts";
import type {
  Completion,
  CountedRevision,
  FigureFacts,
  GapSpan,
  SystemSpan,
} from "../../app/domain/figures.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contractRevision,
  decision,
  decisionClosing,
  disclosure,
  disclosureWithdrawal,
  roleSheet,
  roleSheetRevision,
  roleSheetRevisionRow,
  roleSheetRow,
  system,
} from "../schema.ts";
import { twoFactorRecords } from "./two-factor.server.ts";

/** Everything the figures over years are counted from: seven queries, whatever the hospital's size. */
export async function factsForFigures(db: DbOrTx, scope: Scope): Promise<FigureFacts> {
  const [systems, disclosures, contracts, revisions, completions, gaps, twoFactor] = await Promise.all([
    systemSpans(db, scope),
    disclosureDays(db, scope),
    contractPeriods(db, scope),
    countedRevisions(db, scope),
    completionsOf(db, scope),
    gapSpans(db, scope),
    twoFactorRecords(db, scope),
  ]);
  return { systems, disclosures, contracts, revisions, completions, gaps, twoFactor };
}

async function systemSpans(db: DbOrTx, scope: Scope): Promise<SystemSpan[]> {
  const rows = await db
    .select({
      id: system.id,
      productVersionId: system.productVersionId,
      inUseFrom: system.inUseFrom,
      inUseTo: system.inUseTo,
      createdAt: system.createdAt,
      archivedAt: system.archivedAt,
    })
    .from(system)
    .where(eq(system.hospitalId, scope.hospitalId));
  return rows.map(({ createdAt, archivedAt, ...own }) => ({
    ...own,
    registeredOn: dayInTokyo(createdAt),
    archivedOn: archivedAt === null ? null : dayInTokyo(archivedAt),
  }));
}

async function disclosureDays(db: DbOrTx, scope: Scope) {
  return db
    .select({
      productVersionId: disclosure.productVersionId,
      issuedOn: disclosure.issuedOn,
      isWithdrawn: sql<boolean>`${disclosureWithdrawal.id} IS NOT NULL`.mapWith(Boolean),
    })
    .from(disclosure)
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id))
    .where(eq(disclosure.hospitalId, scope.hospitalId));
}

async function contractPeriods(db: DbOrTx, scope: Scope): Promise<FigureFacts["contracts"]> {
  const { id, contractId, effectiveFrom, recordedSeq, supersedes, inForceFrom, inForceTo } = contractRevision;
  const rows = await db
    .select({ id, contractId, effectiveFrom, recordedSeq, supersedes, inForceFrom, inForceTo })
    .from(contractRevision)
    .where(eq(contractRevision.hospitalId, scope.hospitalId));
  const byContract = new Map<string, typeof rows>();
  for (const each of rows) {
    const own = byContract.get(each.contractId);
    if (own) own.push(each);
    else byContract.set(each.contractId, [each]);
  }
  return [...byContract].map(([contract, periods]) => ({ id: contract, periods }));
}

async function countedRevisions(db: DbOrTx, scope: Scope): Promise<CountedRevision[]> {
  return db
    .select({
      id: roleSheetRevision.id,
      roleSheetId: roleSheetRevision.roleSheetId,
      contractId: roleSheetRevision.contractId,
      effectiveFrom: roleSheetRevision.effectiveFrom,
      recordedSeq: roleSheetRevision.recordedSeq,
      supersedes: roleSheetRevision.supersedes,
      checked: sql<number>`sum(${roleSheetRevisionRow.firstCheck} <> '')`.mapWith(Number),
      yes: sql<number>`sum(${roleSheetRevisionRow.firstCheck} = 'yes')`.mapWith(Number),
    })
    .from(roleSheetRevision)
    .leftJoin(roleSheetRevisionRow, eq(roleSheetRevisionRow.revisionId, roleSheetRevision.id))
    .where(eq(roleSheetRevision.hospitalId, scope.hospitalId))
    .groupBy(roleSheetRevision.id);
}

/** Rows of sheets that were いいえ first and have a 完了日; the round's day where the row has none of its own. */
async function completionsOf(db: DbOrTx, scope: Scope): Promise<Completion[]> {
  const rows = await db
    .select({
      checkedOn: sql<string | null>`coalesce(${roleSheetRow.firstCheckOn}, ${roleSheet.roundOn})`,
      completedOn: roleSheetRow.completedOn,
    })
    .from(roleSheetRow)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRow.roleSheetId))
    .where(
      and(
        eq(roleSheetRow.hospitalId, scope.hospitalId),
        eq(roleSheetRow.firstCheck, "no"),
        isNotNull(roleSheetRow.completedOn),
      ),
    );
  return rows.flatMap(({ checkedOn, completedOn }) =>
    checkedOn === null || completedOn === null ? [] : [{ checkedOn, completedOn }],
  );
}

/** One span for each gap that was ever decided on; the newest decision's closing closes it. */
async function gapSpans(db: DbOrTx, scope: Scope): Promise<GapSpan[]> {
  const rows = await db
    .select({
      series: sql<string>`${decision.productVersionId} || ' ' || ${decision.form} || ' ' || ${decision.guideline} || ' ' || ${decision.requirement}`,
      effectiveFrom: decision.effectiveFrom,
      closedOn: decisionClosing.closedOn,
    })
    .from(decision)
    .leftJoin(decisionClosing, eq(decisionClosing.decisionId, decision.id))
    .where(eq(decision.hospitalId, scope.hospitalId))
    .orderBy(decision.recordedSeq);
  const spans = new Map<string, GapSpan>();
  for (const { series, effectiveFrom, closedOn } of rows) {
    const openedOn = spans.get(series)?.openedOn ?? effectiveFrom;
    spans.set(series, { openedOn, closedOn });
  }
  return [...spans.values()];
}
