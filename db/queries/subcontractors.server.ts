import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Scope } from "../../app/domain/scope.ts";
import { certificateSchema } from "../../app/domain/subcontractor.ts";
import type { DbOrTx } from "../client.server.ts";
import { contract, contractRevision, subcontractor } from "../schema.ts";

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

type Values = Omit<
  typeof subcontractor.$inferInsert,
  "id" | "hospitalId" | "contractId" | "createdAt" | "version" | "archivedAt"
>;

export async function insertSubcontractor(
  db: DbOrTx,
  scope: Scope,
  row: Values & { id: string; contractId: string; createdAt: string },
): Promise<void> {
  await db.insert(subcontractor).values({ ...row, hospitalId: scope.hospitalId });
}

/** @returns false when somebody saved it since `version` was shown */
export async function updateSubcontractor(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; version: number; values: Partial<Values> & { archivedAt?: string | null } },
): Promise<boolean> {
  const saved = await db
    .update(subcontractor)
    .set({ ...row.values, version: row.version + 1 })
    .where(
      and(
        eq(subcontractor.hospitalId, scope.hospitalId),
        eq(subcontractor.id, row.id),
        eq(subcontractor.version, row.version),
      ),
    )
    .returning({ id: subcontractor.id });
  return saved.length === 1;
}
