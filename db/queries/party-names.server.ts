import { and, asc, eq, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { PartyName } from "../../app/domain/party-name.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, hospital, hospitalName, vendor, vendorName } from "../schema.ts";

/** Every name ever recorded of these vendors, oldest record first. */
export async function namesOfVendors(db: DbOrTx, scope: Scope, vendorIds: readonly string[]) {
  if (vendorIds.length === 0) return [];
  return db
    .select({
      id: vendorName.id,
      vendorId: vendorName.vendorId,
      name: vendorName.name,
      kind: vendorName.kind,
      effectiveFrom: vendorName.effectiveFrom,
      successorVendorId: vendorName.successorVendorId,
      note: vendorName.note,
      recordedSeq: vendorName.recordedSeq,
      recordedAt: vendorName.recordedAt,
      recordedBy: account.name,
      supersedes: vendorName.supersedes,
    })
    .from(vendorName)
    .leftJoin(account, eq(account.id, vendorName.recordedBy))
    .where(
      and(
        eq(vendorName.groupId, scope.groupId),
        sql`${vendorName.vendorId} IN (SELECT value FROM json_each(${JSON.stringify(vendorIds)}))`,
      ),
    )
    .orderBy(asc(vendorName.recordedSeq), asc(vendorName.effectiveFrom));
}

/** Every name ever recorded of the hospital, oldest record first. */
export async function namesOfHospital(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: hospitalName.id,
      name: hospitalName.name,
      kind: hospitalName.kind,
      effectiveFrom: hospitalName.effectiveFrom,
      successorVendorId: hospitalName.successorVendorId,
      note: hospitalName.note,
      recordedSeq: hospitalName.recordedSeq,
      recordedAt: hospitalName.recordedAt,
      recordedBy: account.name,
      supersedes: hospitalName.supersedes,
    })
    .from(hospitalName)
    .leftJoin(account, eq(account.id, hospitalName.recordedBy))
    .where(eq(hospitalName.hospitalId, scope.hospitalId))
    .orderBy(asc(hospitalName.recordedSeq), asc(hospitalName.effectiveFrom));
}

type NewName = PartyName & { recordedAt: string; recordedBy: string | null };

export async function insertVendorNames(
  db: DbOrTx,
  scope: Scope,
  vendorId: string,
  names: readonly NewName[],
): Promise<void> {
  await db.insert(vendorName).values(names.map((each) => ({ ...each, vendorId, groupId: scope.groupId })));
}

export async function insertHospitalNames(
  db: DbOrTx,
  scope: Scope,
  names: readonly NewName[],
): Promise<void> {
  await db.insert(hospitalName).values(names.map((each) => ({ ...each, hospitalId: scope.hospitalId })));
}

/** Lets the vendor's own row show the name of today. With `version`, only when nobody saved it since. */
export async function showVendorName(
  db: DbOrTx,
  scope: Pick<Scope, "groupId">,
  vendorId: string,
  change: { name: string; version: number | null },
): Promise<boolean> {
  const { name, version } = change;
  const saved = await db
    .update(vendor)
    .set(version === null ? { name } : { name, version: version + 1 })
    .where(
      and(
        eq(vendor.groupId, scope.groupId),
        eq(vendor.id, vendorId),
        version === null ? undefined : eq(vendor.version, version),
      ),
    )
    .returning({ id: vendor.id });
  return saved.length === 1;
}

/** The same for the hospital. */
export async function showHospitalName(
  db: DbOrTx,
  scope: Pick<Scope, "hospitalId">,
  change: { name: string; version: number | null },
): Promise<boolean> {
  const { name, version } = change;
  const saved = await db
    .update(hospital)
    .set(version === null ? { name } : { name, version: version + 1 })
    .where(
      and(eq(hospital.id, scope.hospitalId), version === null ? undefined : eq(hospital.version, version)),
    )
    .returning({ id: hospital.id });
  return saved.length === 1;
}

/** Vendors of the group whose row shows another name than the one that counts on `today`. */
export async function vendorsToRename(db: DbOrTx, scope: Pick<Scope, "groupId">, today: Day) {
  // why no column object: in a list of one table drizzle leaves the table's name out, and `id` would be the name's.
  const held = sql<string>`(SELECT n.name FROM vendor_name n
    WHERE n.vendor_id = vendor.id AND n.effective_from <= ${today}
      AND NOT EXISTS (SELECT 1 FROM vendor_name s WHERE s.supersedes = n.id)
    ORDER BY n.effective_from DESC, n.recorded_seq DESC LIMIT 1)`;
  return db
    .select({ id: vendor.id, name: held })
    .from(vendor)
    .where(and(eq(vendor.groupId, scope.groupId), sql`${held} <> ${vendor.name}`));
}

/** The hospital, when its row shows another name than the one that counts on `today`. */
export async function hospitalsToRename(db: DbOrTx, scope: Pick<Scope, "hospitalId">, today: Day) {
  const held = sql<string>`(SELECT n.name FROM hospital_name n
    WHERE n.hospital_id = hospital.id AND n.effective_from <= ${today}
      AND NOT EXISTS (SELECT 1 FROM hospital_name s WHERE s.supersedes = n.id)
    ORDER BY n.effective_from DESC, n.recorded_seq DESC LIMIT 1)`;
  return db
    .select({ name: held })
    .from(hospital)
    .where(and(eq(hospital.id, scope.hospitalId), sql`${held} <> ${hospital.name}`));
}

/** Vendors by id, as they are called now. */
export async function vendorsNamed(db: DbOrTx, scope: Scope, ids: readonly string[]) {
  return db
    .select({ id: vendor.id, name: vendor.name })
    .from(vendor)
    .where(
      and(
        eq(vendor.groupId, scope.groupId),
        sql`${vendor.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
}
