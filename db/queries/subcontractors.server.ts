import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Scope } from "../../app/domain/scope.ts";
import { certificateSchema } from "../../app/domain/subcontractor.ts";
import type { SubcontractorEntry } from "../../app/domain/subcontractor-entry.ts";
import type { SubcontractorFields } from "../../app/domain/subcontractor-form.ts";
import type { DbOrTx } from "../client.server.ts";
import { contract, contractRevision, subcontractor } from "../schema.ts";
import { subcontractorColumnsOf } from "./subcontractor-entries.server.ts";

type Row = typeof subcontractor.$inferSelect;

function readRow(row: Row) {
  return {
    ...row,
    dataKinds: z.array(z.string()).parse(JSON.parse(row.dataKinds)),
    certificates: z.array(certificateSchema).parse(JSON.parse(row.certificates)),
  };
}
export type ShownSubcontractor = ReturnType<typeof readRow>;

/** Every subcontractor of the contract, those put away too. */
export async function subcontractorsOf(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
): Promise<ShownSubcontractor[]> {
  const rows = await db
    .select()
    .from(subcontractor)
    .where(and(eq(subcontractor.hospitalId, scope.hospitalId), eq(subcontractor.contractId, contractId)))
    .orderBy(asc(subcontractor.name), asc(subcontractor.id));
  return rows.map(readRow);
}

export async function findSubcontractor(
  db: DbOrTx,
  scope: Scope,
  id: string,
): Promise<ShownSubcontractor | null> {
  const rows = await db
    .select()
    .from(subcontractor)
    .where(and(eq(subcontractor.hospitalId, scope.hospitalId), eq(subcontractor.id, id)));
  return rows[0] ? readRow(rows[0]) : null;
}

/** Subcontractors in use with certificates, with the contract they work under: for days of expiry. */
export async function subcontractorsWithDays(db: DbOrTx, scope: Scope) {
  const rows = await db
    .select({
      id: subcontractor.id,
      contractId: subcontractor.contractId,
      name: subcontractor.name,
      certificates: subcontractor.certificates,
      contract: sql<string>`${contract.number} || ' ' || ${contract.title}`,
    })
    .from(subcontractor)
    .innerJoin(contract, eq(contract.id, subcontractor.contractId))
    .where(
      and(
        eq(subcontractor.hospitalId, scope.hospitalId),
        isNull(subcontractor.archivedAt),
        isNull(contract.archivedAt),
        sql`${subcontractor.certificates} <> '[]'`,
      ),
    );
  return rows.map((row) => ({
    ...row,
    certificates: z.array(certificateSchema).parse(JSON.parse(row.certificates)),
  }));
}

/** Subcontractors in use without a day of consent, counted by contract, where the contract asks for consent. */
export async function unapprovedByContract(db: DbOrTx, scope: Scope) {
  return db
    .select({ contractId: subcontractor.contractId, count: sql<number>`count(*)` })
    .from(subcontractor)
    .innerJoin(contract, eq(contract.id, subcontractor.contractId))
    .innerJoin(contractRevision, eq(contractRevision.id, contract.termsRevisionId))
    .where(
      and(
        eq(subcontractor.hospitalId, scope.hospitalId),
        isNull(subcontractor.archivedAt),
        isNull(subcontractor.approvedOn),
        sql`${contractRevision.subcontracting} IN ('forbidden', 'prior-consent', 'listed')`,
      ),
    )
    .groupBy(subcontractor.contractId);
}

/** A subcontractor's own row, before its first entry is written. */
export async function insertSubcontractor(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; contractId: string; createdAt: string; fields: SubcontractorFields },
): Promise<void> {
  const { id, contractId, createdAt, fields } = row;
  const own = { id, contractId, createdAt, hospitalId: scope.hospitalId };
  await db.insert(subcontractor).values({ ...own, ...subcontractorColumnsOf(fields) });
}

/**
 * Lets the subcontractor's own row repeat an entry. With `version`, only when nobody saved it since, and it goes up.
 * @returns false when somebody did
 */
export async function showSubcontractorEntry(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  shown: { entry: SubcontractorEntry; version: number | null; archivedAt: string | null },
): Promise<boolean> {
  const { entry, version, archivedAt } = shown;
  const saved = await db
    .update(subcontractor)
    .set({
      ...subcontractorColumnsOf(entry),
      entryId: entry.id,
      archivedAt,
      ...(version === null ? {} : { version: version + 1 }),
    })
    .where(
      and(
        eq(subcontractor.hospitalId, scope.hospitalId),
        eq(subcontractor.id, entry.subcontractorId),
        version === null ? undefined : eq(subcontractor.version, version),
      ),
    )
    .returning({ id: subcontractor.id });
  return saved.length === 1;
}
