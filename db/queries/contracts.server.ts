import { and, asc, eq, or } from "drizzle-orm";
import type { ContractPeriod } from "../../app/domain/contract.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  contract,
  contractPeriod,
  contractSystem,
  product,
  productVersion,
  system,
  vendor,
} from "../schema.ts";

type NewPeriod = Omit<typeof contractPeriod.$inferInsert, "hospitalId">;

export async function insertContractPeriod(db: DbOrTx, scope: Scope, period: NewPeriod): Promise<void> {
  await db.insert(contractPeriod).values({ ...period, hospitalId: scope.hospitalId });
}

/** Every period ever recorded for the contract, oldest record first. */
export async function periodsOf(db: DbOrTx, scope: Scope, contractId: string): Promise<ContractPeriod[]> {
  return db
    .select()
    .from(contractPeriod)
    .where(and(eq(contractPeriod.hospitalId, scope.hospitalId), eq(contractPeriod.contractId, contractId)))
    .orderBy(asc(contractPeriod.recordedSeq));
}

/** Replaces the list of covered systems. */
export async function linkContractSystems(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
  links: readonly { id: string; systemId: string }[],
): Promise<void> {
  await db
    .delete(contractSystem)
    .where(and(eq(contractSystem.hospitalId, scope.hospitalId), eq(contractSystem.contractId, contractId)));
  if (links.length === 0) return;
  await db
    .insert(contractSystem)
    .values(links.map((each) => ({ ...each, contractId, hospitalId: scope.hospitalId })));
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

/** 対象システム of a contract, by name. */
export async function systemsOfContract(
  db: DbOrTx,
  scope: Scope,
  contractId: string,
): Promise<CoveredSystem[]> {
  return db
    .select({
      id: system.id,
      name: system.name,
      form: system.form,
      site: system.site,
      productVersionId: productVersion.id,
      product: product.name,
      productVersion: productVersion.label,
    })
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
