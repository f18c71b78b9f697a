import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { certificateSchema } from "../../app/domain/subcontractor.ts";
import type { SubcontractorEntry } from "../../app/domain/subcontractor-entry.ts";
import type { SubcontractorFields } from "../../app/domain/subcontractor-form.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contract, subcontractor, subcontractorEntry } from "../schema.ts";

export type KeptSubcontractorEntry = SubcontractorEntry & {
  contractId: string;
  recordedAt: string;
  recordedBy: string | null;
};

/** Entries of subcontractors, oldest record first, with who recorded them: of one contract, or of all. One query. */
export async function subcontractorEntries(
  db: DbOrTx,
  scope: Scope,
  only: { contractId?: string; vendorId?: string } = {},
): Promise<KeptSubcontractorEntry[]> {
  const rows = await db
    .select({ entry: subcontractorEntry, contractId: subcontractor.contractId, by: account.name })
    .from(subcontractorEntry)
    .innerJoin(subcontractor, eq(subcontractor.id, subcontractorEntry.subcontractorId))
    .innerJoin(contract, eq(contract.id, subcontractor.contractId))
    .leftJoin(account, eq(account.id, subcontractorEntry.recordedBy))
    .where(
      and(
        eq(subcontractorEntry.hospitalId, scope.hospitalId),
        only.contractId === undefined ? undefined : eq(subcontractor.contractId, only.contractId),
        only.vendorId === undefined ? undefined : eq(contract.vendorId, only.vendorId),
      ),
    )
    .orderBy(asc(subcontractorEntry.recordedSeq));
  return rows.map(({ entry, contractId, by }) => ({
    ...entry,
    dataKinds: z.array(z.string()).parse(JSON.parse(entry.dataKinds)),
    certificates: z.array(certificateSchema).parse(JSON.parse(entry.certificates)),
    contractId,
    recordedBy: by,
  }));
}

/** The columns of what a form says. */
export function subcontractorColumnsOf(fields: SubcontractorFields) {
  return {
    parentId: fields.parentId,
    name: fields.name,
    address: fields.address,
    work: fields.work,
    dataContact: fields.dataContact,
    dataKinds: JSON.stringify(fields.dataKinds),
    country: fields.country,
    certificates: JSON.stringify(fields.certificates),
    approvedOn: fields.approvedOn,
    sameDuty: fields.sameDuty,
    usedFrom: fields.usedFrom,
    usedTo: fields.usedTo,
    note: fields.note,
  };
}

export async function insertSubcontractorEntry(
  db: DbOrTx,
  scope: Scope,
  entry: SubcontractorEntry & { recordedAt: string },
): Promise<void> {
  const { id, subcontractorId, origin, effectiveFrom, recordedSeq, recordedAt, reason, supersedes } = entry;
  const times = { origin, effectiveFrom, recordedSeq, recordedAt, recordedBy: scope.accountId, supersedes };
  const own = { id, hospitalId: scope.hospitalId, subcontractorId, reason };
  await db.insert(subcontractorEntry).values({ ...own, ...times, ...subcontractorColumnsOf(entry) });
}

/** Subcontractors whose row repeats another entry than the one of `today`: a change began since. */
export async function subcontractorsToTurn(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  today: Day,
): Promise<{ id: string; contractId: string }[]> {
  const held = sql`SELECT e.id FROM subcontractor_entry e
    WHERE e.subcontractor_id = subcontractor.id AND e.effective_from <= ${today}
      AND NOT EXISTS (SELECT 1 FROM subcontractor_entry s WHERE s.subcontractor_id = e.subcontractor_id AND s.supersedes = e.id)
    ORDER BY e.effective_from DESC, e.recorded_seq DESC LIMIT 1`;
  return db
    .select({ id: subcontractor.id, contractId: subcontractor.contractId })
    .from(subcontractor)
    .where(
      and(
        eq(subcontractor.hospitalId, scope.hospitalId),
        sql`(${held}) IS NOT NULL AND (${held}) IS NOT ${subcontractor.entryId}`,
      ),
    );
}
