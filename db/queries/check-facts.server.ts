import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type {
  CheckedConnection,
  CheckedContract,
  CheckedDisclosure,
  CheckedServer,
  CheckedSystem,
  CheckFacts,
  HouseRecord,
  MeasureRecord,
} from "../../app/domain/check-facts.ts";
import { contractState, periodKnownAt } from "../../app/domain/contract.ts";
import { type Day, dayInTokyo } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { asOf } from "../../app/domain/timeline.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  connection,
  disclosure,
  disclosureWithdrawal,
  houseAnswer,
  measureRecord,
  product,
  productVersion,
  system,
  vendor,
  vendorContact,
} from "../schema.ts";
import { revisionsOfEverySheet, type TermsOfContract, termsOfEveryContract } from "./coverage.server.ts";
import { serversInUse } from "./servers.server.ts";
import { twoFactorRecords } from "./two-factor.server.ts";

const NOW = Number.MAX_SAFE_INTEGER;

/** Everything the yearly checks rest on, for a day: ten queries, whatever the hospital's size. */
export async function factsForChecks(db: DbOrTx, scope: Scope, day: Day): Promise<CheckFacts> {
  const [systems, servers, connections, disclosures, terms, heads, reachable, twoFactor, house, measures] =
    await Promise.all([
      checkedSystems(db, scope),
      checkedServers(db, scope, day),
      checkedConnections(db, scope),
      checkedDisclosures(db, scope, day),
      termsOfEveryContract(db, scope),
      revisionsOfEverySheet(db, scope),
      reachableVendors(db, scope, day),
      twoFactorRecords(db, scope),
      houseRecords(db, scope),
      measureRecords(db, scope),
    ]);
  const contracts = contractsOn(terms, day);
  const inForce = new Set(contracts.map((each) => each.id));
  const sheets = [...new Set(heads.map((each) => each.roleSheetId))].flatMap((id) => {
    const own = heads.filter((each) => each.roleSheetId === id);
    const held = asOf(own, day, NOW);
    return held && inForce.has(held.contractId) ? [held] : [];
  });
  return {
    systems,
    servers,
    connections,
    disclosures,
    contracts,
    sheets,
    reachableVendorIds: new Set(reachable),
    twoFactor,
    house,
    measures,
  };
}

async function checkedSystems(db: DbOrTx, scope: Scope): Promise<CheckedSystem[]> {
  const rows = await db
    .select({
      id: system.id,
      name: system.name,
      category: system.category,
      productVersionId: system.productVersionId,
      inUseFrom: system.inUseFrom,
      inUseTo: system.inUseTo,
      createdAt: system.createdAt,
      archivedAt: system.archivedAt,
      vendorId: vendor.id,
      vendor: vendor.name,
    })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(eq(system.hospitalId, scope.hospitalId))
    .orderBy(asc(system.name), asc(system.id));
  return rows.map(({ createdAt, archivedAt, ...own }) => ({
    ...own,
    registeredOn: dayInTokyo(createdAt),
    archivedOn: archivedAt === null ? null : dayInTokyo(archivedAt),
  }));
}

async function checkedServers(db: DbOrTx, scope: Scope, day: Day): Promise<CheckedServer[]> {
  const rows = await serversInUse(db, scope, day);
  return rows.map(({ id, name, systemId, system: of, bearer }) => ({
    id,
    name,
    systemId,
    system: of,
    bearer,
  }));
}

async function checkedConnections(db: DbOrTx, scope: Scope): Promise<CheckedConnection[]> {
  return db
    .select({
      id: connection.id,
      name: connection.name,
      systemId: connection.systemId,
      purpose: connection.purpose,
      sourceLimit: connection.sourceLimit,
      confirmedOn: connection.confirmedOn,
    })
    .from(connection)
    .where(and(eq(connection.hospitalId, scope.hospitalId), isNull(connection.archivedAt)))
    .orderBy(asc(connection.name), asc(connection.id));
}

/** Of each product version the newest disclosure made by the day that was not withdrawn. */
async function checkedDisclosures(db: DbOrTx, scope: Scope, day: Day): Promise<CheckedDisclosure[]> {
  const rows = await db
    .select({
      id: disclosure.id,
      productVersionId: disclosure.productVersionId,
      issuedOn: disclosure.issuedOn,
      label: sql<string>`${disclosure.form} || ' ' || ${disclosure.formVersion}`,
    })
    .from(disclosure)
    .leftJoin(disclosureWithdrawal, eq(disclosureWithdrawal.disclosureId, disclosure.id))
    .where(
      and(
        eq(disclosure.hospitalId, scope.hospitalId),
        isNull(disclosureWithdrawal.id),
        sql`${disclosure.issuedOn} <= ${day}`,
      ),
    )
    .orderBy(asc(disclosure.issuedOn), asc(disclosure.recordedSeq));
  return [...new Map(rows.map((each) => [each.productVersionId, each])).values()];
}

function contractsOn(terms: readonly TermsOfContract[], day: Day): CheckedContract[] {
  const ids = [...new Set(terms.map((each) => each.contractId))];
  return ids.flatMap((id): CheckedContract[] => {
    const own = terms.filter((each) => each.contractId === id);
    const period = periodKnownAt(own, NOW);
    const held = asOf(own, day, NOW);
    if (period === null || held === null || contractState(period, day) !== "in-force") return [];
    const { contractId, number, title, vendorId, vendor: name, systemIds } = held;
    return [{ id: contractId, number, title, vendorId, vendor: name, systemIds }];
  });
}

/** Vendors with a contact for security or emergencies who holds that place on the day. */
async function reachableVendors(db: DbOrTx, scope: Scope, day: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ vendorId: vendorContact.vendorId })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.groupId, scope.groupId),
        isNull(vendorContact.archivedAt),
        inArray(vendorContact.role, ["security", "emergency"]),
        sql`(${vendorContact.validFrom} IS NULL OR ${vendorContact.validFrom} <= ${day})`,
        sql`(${vendorContact.validTo} IS NULL OR ${vendorContact.validTo} >= ${day})`,
      ),
    );
  return rows.map((each) => each.vendorId);
}

/** Everything ever answered about the hospital as a whole, in the order it was recorded. */
export async function houseRecords(db: DbOrTx, scope: Scope): Promise<HouseRecord[]> {
  return db
    .select({
      id: houseAnswer.id,
      questionKey: houseAnswer.questionKey,
      effectiveFrom: houseAnswer.effectiveFrom,
      value: houseAnswer.value,
      happenedOn: houseAnswer.happenedOn,
      note: houseAnswer.note,
      recordedSeq: houseAnswer.recordedSeq,
      supersedes: houseAnswer.supersedes,
    })
    .from(houseAnswer)
    .where(eq(houseAnswer.hospitalId, scope.hospitalId))
    .orderBy(asc(houseAnswer.recordedSeq));
}

/** Every record of a measure, taken-back ones too, in the order it was recorded. */
export async function measureRecords(db: DbOrTx, scope: Scope): Promise<MeasureRecord[]> {
  const rows = await db
    .select({
      id: measureRecord.id,
      systemId: measureRecord.systemId,
      measureKey: measureRecord.measureKey,
      doneOn: measureRecord.doneOn,
      what: measureRecord.what,
      evidence: measureRecord.evidence,
      isWithdrawn: measureRecord.isWithdrawn,
      recordedSeq: measureRecord.recordedSeq,
      supersedes: measureRecord.supersedes,
    })
    .from(measureRecord)
    .where(eq(measureRecord.hospitalId, scope.hospitalId))
    .orderBy(asc(measureRecord.recordedSeq));
  return rows.map((each) => ({ ...each, isWithdrawn: each.isWithdrawn === 1 }));
}
