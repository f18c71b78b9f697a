import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import {
  type ContractTerms,
  feeLineSchema,
  type TermsRevision,
  termsOf,
  thirdPartySchema,
} from "../../app/domain/contract-terms.ts";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contract, contractRevision, contractSystem } from "../schema.ts";

const idsSchema = z.array(z.string());
/** A list of ids out of a JSON column; a list that names one twice names it once. */
const readIds = (text: string) => [...new Set(idsSchema.parse(JSON.parse(text)))];

type Row = typeof contractRevision.$inferSelect;

function readRevision(row: Row): TermsRevision {
  const { sourceNumber, sourceTitle, sourceSignedOn, documentId } = row;
  return {
    ...row,
    thirdParties: z.array(thirdPartySchema).parse(JSON.parse(row.thirdParties)),
    feeLines: z.array(feeLineSchema).parse(JSON.parse(row.feeLines)),
    systemIds: readIds(row.systemIds),
    serverIds: readIds(row.serverIds),
    source: { number: sourceNumber, title: sourceTitle, signedOn: sourceSignedOn, documentId },
  };
}

export type NewRevision = Omit<TermsRevision, "contractId"> & {
  contractId: string;
  recordedAt: string;
  recordedBy: string | null;
};

/** Frozen revisions of contracts, in one statement. */
export async function insertRevisions(
  db: DbOrTx,
  scope: Scope,
  revisions: readonly NewRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  await db.insert(contractRevision).values(
    revisions.map(({ source, ...revision }) => {
      const terms = termsOf(revision);
      return {
        id: revision.id,
        hospitalId: scope.hospitalId,
        contractId: revision.contractId,
        origin: revision.origin,
        effectiveFrom: revision.effectiveFrom,
        recordedSeq: revision.recordedSeq,
        recordedAt: revision.recordedAt,
        recordedBy: revision.recordedBy,
        supersedes: revision.supersedes,
        reason: revision.reason,
        sourceNumber: source.number,
        sourceTitle: source.title,
        sourceSignedOn: source.signedOn,
        documentId: source.documentId,
        ...terms,
        thirdParties: JSON.stringify(terms.thirdParties),
        feeLines: JSON.stringify(terms.feeLines),
        systemIds: JSON.stringify(terms.systemIds),
        serverIds: JSON.stringify(terms.serverIds),
      };
    }),
  );
}

/** Every revision of the contract's terms ever recorded, oldest record first, with who recorded it. */
export async function revisionsOfTerms(db: DbOrTx, scope: Scope, contractId: string) {
  const rows = await db
    .select({ revision: contractRevision, by: account.name })
    .from(contractRevision)
    .leftJoin(account, eq(account.id, contractRevision.recordedBy))
    .where(
      and(eq(contractRevision.hospitalId, scope.hospitalId), eq(contractRevision.contractId, contractId)),
    )
    .orderBy(asc(contractRevision.recordedSeq));
  return rows.map(({ revision, by }) => ({
    ...readRevision(revision),
    recordedAt: revision.recordedAt,
    recordedBy: by,
  }));
}

/** The same for several contracts, in one query, for pages about all of them. */
export async function revisionsOfContracts(
  db: DbOrTx,
  scope: Scope,
  contractIds: readonly string[] | null,
): Promise<TermsRevision[]> {
  const rows = await db
    .select()
    .from(contractRevision)
    .where(
      and(
        eq(contractRevision.hospitalId, scope.hospitalId),
        contractIds === null
          ? undefined
          : sql`${contractRevision.contractId} IN (SELECT value FROM json_each(${JSON.stringify(contractIds)}))`,
      ),
    )
    .orderBy(asc(contractRevision.recordedSeq));
  return rows.map(readRevision);
}

/** Notes at contracts which revision their rows show, where they say the same already. One statement. */
export async function pointAtTerms(
  db: DbOrTx,
  scope: Scope,
  revisions: readonly { id: string; contractId: string }[],
): Promise<void> {
  if (revisions.length === 0) return;
  const ids = JSON.stringify(revisions.map(({ id }) => id));
  const contractIds = JSON.stringify(revisions.map(({ contractId }) => contractId));
  // why no join with the list: for each contract of the hospital it would be taken apart anew.
  await db.run(sql`UPDATE contract SET terms_revision_id = (
      SELECT r.id FROM contract_revision r
      WHERE r.hospital_id = ${scope.hospitalId} AND r.contract_id = contract.id AND r.id IN (SELECT value FROM json_each(${ids})))
    WHERE contract.hospital_id = ${scope.hospitalId}
      AND contract.id IN (SELECT value FROM json_each(${contractIds}))`);
}

/**
 * Lets the contract's own row and its covered systems repeat these terms. With `version`, only when nobody saved
 * the contract since, and the version goes up.
 * @returns false when somebody did
 */
export async function showTermsInRegister(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
  change: { revisionId: string; terms: ContractTerms; version: number | null; newId: () => string },
): Promise<boolean> {
  const { terms, version } = change;
  const saved = await db
    .update(contract)
    .set({
      vendorId: terms.vendorId,
      title: terms.title,
      kind: terms.kind,
      signedOn: terms.signedOn,
      inForceFrom: terms.inForceFrom,
      inForceTo: terms.inForceTo,
      renewal: terms.renewal,
      noticeDays: terms.noticeDays,
      hospitalLabel: terms.hospitalLabel,
      vendorLabel: terms.vendorLabel,
      termsRevisionId: change.revisionId,
      ...(version === null ? {} : { version: version + 1 }),
    })
    .where(
      and(
        eq(contract.hospitalId, scope.hospitalId),
        eq(contract.id, contractId),
        version === null ? undefined : eq(contract.version, version),
      ),
    )
    .returning({ id: contract.id });
  if (saved.length !== 1) return false;
  await coverOnly(db, scope, contractId, terms.systemIds, change.newId);
  return true;
}

/** Links that stay keep their id: an import that made them still knows them. */
async function coverOnly(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
  systemIds: readonly string[],
  newId: () => string,
): Promise<void> {
  const own = and(eq(contractSystem.hospitalId, scope.hospitalId), eq(contractSystem.contractId, contractId));
  await db
    .delete(contractSystem)
    .where(and(own, systemIds.length > 0 ? notInArray(contractSystem.systemId, [...systemIds]) : undefined));
  if (systemIds.length === 0) return;
  const there = await db
    .select({ systemId: contractSystem.systemId })
    .from(contractSystem)
    .where(and(own, inArray(contractSystem.systemId, [...systemIds])));
  const known = new Set(there.map((each) => each.systemId));
  const links = systemIds
    .filter((each) => !known.has(each))
    .map((systemId) => ({ id: newId(), contractId, systemId, hospitalId: scope.hospitalId }));
  if (links.length > 0) await db.insert(contractSystem).values(links);
}

/** Contracts whose row repeats other terms than those of `today`: an amendment began since. */
export async function contractsToTurn(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  today: Day,
): Promise<string[]> {
  const held = sql`SELECT r.id FROM contract_revision r
    WHERE r.contract_id = ${contract.id} AND r.effective_from <= ${today}
      AND NOT EXISTS (SELECT 1 FROM contract_revision s WHERE s.contract_id = r.contract_id AND s.supersedes = r.id)
    ORDER BY r.effective_from DESC, r.recorded_seq DESC LIMIT 1`;
  const rows = await db
    .select({ id: contract.id })
    .from(contract)
    .where(
      and(
        eq(contract.hospitalId, scope.hospitalId),
        // A contract that has not begun shows the terms that come; there is nothing to turn.
        sql`(${held}) IS NOT NULL AND (${held}) IS NOT ${contract.termsRevisionId}`,
      ),
    );
  return rows.map((each) => each.id);
}
