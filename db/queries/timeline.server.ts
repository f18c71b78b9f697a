import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { TermsRevision } from "../../app/domain/contract-terms.ts";
import { dayInTokyo } from "../../app/domain/day.ts";
import type { ContractFacts, RowRevision, SystemFacts } from "../../app/domain/hospital-timeline.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { contract, roleSheetRevision, roleSheetRevisionRow, system, vendor } from "../schema.ts";
import { revisionsOfContracts } from "./contract-terms.server.ts";

type Only = { vendorId?: string | undefined };

function ofVendor(only: Only): SQL | undefined {
  return only.vendorId ? eq(contract.vendorId, only.vendorId) : undefined;
}

/** Every contract with all its terms, by number; of a vendor those that name it today. */
export async function contractsOverTime(db: DbOrTx, scope: Scope, only: Only): Promise<ContractFacts[]> {
  const heads = await db
    .select({ id: contract.id, number: contract.number, title: contract.title })
    .from(contract)
    .where(and(eq(contract.hospitalId, scope.hospitalId), ofVendor(only)))
    .orderBy(asc(contract.number));
  const terms = new Map<string, TermsRevision[]>();
  for (const each of await revisionsOfContracts(
    db,
    scope,
    only.vendorId ? heads.map(({ id }) => id) : null,
  )) {
    const own = terms.get(each.contractId);
    if (own) own.push(each);
    else terms.set(each.contractId, [each]);
  }
  return heads.map((head) => ({ ...head, revisions: terms.get(head.id) ?? [] }));
}

/** Systems in use, by name, with the days between which they were in use. */
export async function systemsOverTime(db: DbOrTx, scope: Scope): Promise<SystemFacts[]> {
  const rows = await db
    .select({
      id: system.id,
      name: system.name,
      inUseFrom: system.inUseFrom,
      inUseTo: system.inUseTo,
      createdAt: system.createdAt,
    })
    .from(system)
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(asc(system.name), asc(system.id));
  return rows.map(({ id, name, inUseFrom, inUseTo, createdAt }) => ({
    id,
    name,
    from: inUseFrom ?? dayInTokyo(createdAt),
    to: inUseTo,
  }));
}

export type SheetOfRow = {
  roleSheetId: string;
  contractId: string;
  name: string;
  vendorName: string;
  revisions: RowRevision[];
};

/** Every sheet that ever had the row, with what each of its revisions says of it. */
export async function revisionsOfRow(
  db: DbOrTx,
  scope: Scope,
  rowKey: string,
  only: Only,
): Promise<SheetOfRow[]> {
  const rows = await db
    .select({
      id: roleSheetRevision.id,
      roleSheetId: roleSheetRevision.roleSheetId,
      contractId: roleSheetRevision.contractId,
      title: roleSheetRevision.title,
      number: contract.number,
      vendorName: vendor.name,
      revisionNo: roleSheetRevision.revisionNo,
      effectiveFrom: roleSheetRevision.effectiveFrom,
      recordedSeq: roleSheetRevision.recordedSeq,
      supersedes: roleSheetRevision.supersedes,
      party: roleSheetRevisionRow.party,
      thirdPartyName: roleSheetRevisionRow.thirdPartyName,
      leftOutReason: roleSheetRevisionRow.leftOutReason,
    })
    .from(roleSheetRevision)
    .innerJoin(contract, eq(contract.id, roleSheetRevision.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .leftJoin(
      roleSheetRevisionRow,
      and(eq(roleSheetRevisionRow.revisionId, roleSheetRevision.id), eq(roleSheetRevisionRow.rowKey, rowKey)),
    )
    .where(and(eq(roleSheetRevision.hospitalId, scope.hospitalId), ofVendor(only)))
    .orderBy(asc(contract.number), asc(roleSheetRevision.recordedSeq));
  const sheets = new Map<string, SheetOfRow>();
  for (const {
    party,
    thirdPartyName,
    leftOutReason,
    roleSheetId,
    contractId,
    title,
    number,
    vendorName,
    ...own
  } of rows) {
    const isSaid = party !== null && leftOutReason === "";
    const row = isSaid ? { party, thirdPartyName: thirdPartyName ?? "" } : null;
    const sheet = sheets.get(roleSheetId);
    if (sheet) sheet.revisions.push({ ...own, row });
    else
      sheets.set(roleSheetId, {
        roleSheetId,
        contractId,
        name: `${number} ${title}`,
        vendorName,
        revisions: [{ ...own, row }],
      });
  }
  return [...sheets.values()].filter((each) => each.revisions.some((revision) => revision.row !== null));
}
