import { and, asc, eq, isNotNull, or, sql } from "drizzle-orm";
import type { ContractPeriod } from "../../app/domain/contract.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractRevision,
  contractSystem,
  product,
  productVersion,
  system,
  vendor,
} from "../schema.ts";

/** The period in every revision of the contract's terms, oldest record first. */
export async function periodsOf(db: DbOrTx, scope: Scope, contractId: string): Promise<ContractPeriod[]> {
  const { id, effectiveFrom, recordedSeq, supersedes, inForceFrom, inForceTo } = contractRevision;
  return db
    .select({ id, effectiveFrom, recordedSeq, supersedes, inForceFrom, inForceTo })
    .from(contractRevision)
    .where(
      and(eq(contractRevision.hospitalId, scope.hospitalId), eq(contractRevision.contractId, contractId)),
    )
    .orderBy(asc(recordedSeq));
}

export type CoveredSystem = {
  id: string;
  name: string;
  form: "on-premise" | "cloud" | "mixed";
  site: string;
  productVersionId: string;
  product: string;
  productVersion: string;
};

const covered = {
  id: system.id,
  name: system.name,
  form: system.form,
  site: system.site,
  productVersionId: productVersion.id,
  product: product.name,
  productVersion: productVersion.label,
};

/** Systems by id, by name: what the terms of some day cover. Unknown ids give no row. */
export async function systemsNamed(
  db: DbOrTx,
  scope: Scope,
  ids: readonly string[],
): Promise<CoveredSystem[]> {
  if (ids.length === 0) return [];
  return db
    .select(covered)
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(
      and(
        eq(system.hospitalId, scope.hospitalId),
        sql`${system.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .orderBy(asc(system.name));
}

/** 対象システム of a contract today, by name. */
export async function systemsOfContract(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
): Promise<CoveredSystem[]> {
  return db
    .select(covered)
    .from(contractSystem)
    .innerJoin(system, eq(system.id, contractSystem.systemId))
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(and(eq(contractSystem.hospitalId, scope.hospitalId), eq(contractSystem.contractId, contractId)))
    .orderBy(asc(system.name));
}

/** The id of a contract named by its id or its number, or null. */
export async function findContractId(db: DbOrTx, scope: Scope, idOrNumber: string): Promise<string | null> {
  const rows = await db
    .select({ id: contract.id })
    .from(contract)
    .where(
      and(
        eq(contract.hospitalId, scope.hospitalId),
        or(eq(contract.id, idOrNumber), eq(contract.number, idOrNumber)),
      ),
    );
  return rows[0]?.id ?? null;
}

/** The contract with its vendor's name, or null. */
export async function findContract(db: DbOrTx, scope: Scope, contractId: string) {
  const rows = await db
    .select({ contract, vendorName: vendor.name })
    .from(contract)
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(and(eq(contract.hospitalId, scope.hospitalId), eq(contract.id, contractId)));
  const row = rows[0];
  return row ? { ...row.contract, vendorName: row.vendorName } : null;
}

/** Ids of contracts that were put away. */
export async function archivedContracts(db: DbOrTx, scope: Scope): Promise<string[]> {
  const rows = await db
    .select({ id: contract.id })
    .from(contract)
    .where(and(eq(contract.hospitalId, scope.hospitalId), isNotNull(contract.archivedAt)));
  return rows.map((each) => each.id);
}
