import { and, asc, eq, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { contract, product, productVersion, system, vendor, vendorContact } from "../schema.ts";

/** What a vendor may be asked about; `ids` null = everything that fits the search. */
export type CandidateQuery = {
  search: string;
  vendorId: string | null;
  ids: readonly string[] | null;
  page: number;
  pageSize: number;
};
/** One line of the choice, whatever the kind of request. */
export type Candidate = {
  /** Product version, vendor or contract, by the kind of request. */
  id: string;
  name: string;
  vendorId: string;
  vendor: string;
  /** Systems in use it is about, "" for none. */
  about: string;
  /** 作成日 of the newest disclosure that counts; null where there is none or it is no question. */
  latest: Day | null;
  /** Due day of a request about the same that still waits. */
  openDueOn: Day | null;
  isService: number;
};

const owed = sql.raw("('waiting', 'opened', 'returned', 'submitted')");
const textOf = (search: string) => `%${search.replace(/[\\%_]/g, "")}%`;
const within = (column: SQL | Parameters<typeof inArray>[0], ids: readonly string[] | null) =>
  ids === null ? undefined : inArray(column, [...ids]);

const systemsOfVersion = (hospitalId: string) => sql<string>`coalesce((SELECT group_concat(s.name, '、')
  FROM system s WHERE s.product_version_id = ${productVersion.id} AND s.hospital_id = ${hospitalId}
    AND s.archived_at IS NULL), '')`;

/** Product versions, those in use first. Two queries. */
export async function productCandidates(db: DbOrTx, scope: Scope, query: CandidateQuery) {
  const { hospitalId, groupId } = scope;
  const about = systemsOfVersion(hospitalId);
  const where = and(
    eq(productVersion.groupId, groupId),
    isNull(productVersion.archivedAt),
    isNull(product.archivedAt),
    isNull(vendor.archivedAt),
    within(productVersion.id, query.ids),
    query.vendorId === null ? undefined : eq(product.vendorId, query.vendorId),
    query.search === ""
      ? undefined
      : or(
          like(vendor.name, textOf(query.search)),
          like(vendor.nameKana, textOf(query.search)),
          like(product.name, textOf(query.search)),
          sql`${about} LIKE ${textOf(query.search)}`,
        ),
  );
  const rows: Candidate[] = await db
    .select({
      id: productVersion.id,
      name: sql<string>`${product.name} || ' ' || ${productVersion.label}`,
      vendorId: vendor.id,
      vendor: vendor.name,
      about,
      latest: sql<Day | null>`(SELECT max(d.issued_on) FROM disclosure d
        WHERE d.product_version_id = ${productVersion.id} AND d.hospital_id = ${hospitalId}
          AND NOT EXISTS (SELECT 1 FROM disclosure_withdrawal w WHERE w.disclosure_id = d.id))`,
      openDueOn: sql<Day | null>`(SELECT min(q.due_on) FROM request q
        WHERE q.product_version_id = ${productVersion.id} AND q.hospital_id = ${hospitalId} AND q.state IN ${owed})`,
      isService: sql<number>`${product.kind} = 'service'`,
    })
    .from(productVersion)
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(where)
    .orderBy(sql`${about} = ''`, asc(vendor.name), asc(product.name), asc(productVersion.label))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)` })
    .from(productVersion)
    .innerJoin(product, eq(product.id, productVersion.productId))
    .innerJoin(vendor, eq(vendor.id, product.vendorId))
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Vendors of whom a system is in use. Two queries. (The query builder leaves out a table's name where it is alone.) */
export async function vendorCandidates(db: DbOrTx, scope: Scope, query: CandidateQuery) {
  const { hospitalId, groupId } = scope;
  const about = sql<string>`coalesce((SELECT group_concat(s.name, '、') FROM system s
    JOIN product_version pv ON pv.id = s.product_version_id JOIN product p ON p.id = pv.product_id
    WHERE p.vendor_id = vendor.id AND s.hospital_id = ${hospitalId} AND s.archived_at IS NULL), '')`;
  const where = and(
    eq(vendor.groupId, groupId),
    isNull(vendor.archivedAt),
    sql`${about} <> ''`,
    within(vendor.id, query.ids),
    query.vendorId === null ? undefined : eq(vendor.id, query.vendorId),
    query.search === ""
      ? undefined
      : or(
          like(vendor.name, textOf(query.search)),
          like(vendor.nameKana, textOf(query.search)),
          sql`${about} LIKE ${textOf(query.search)}`,
        ),
  );
  const rows: Candidate[] = await db
    .select({
      id: vendor.id,
      name: vendor.name,
      vendorId: vendor.id,
      vendor: vendor.name,
      about,
      latest: sql<Day | null>`NULL`,
      openDueOn: sql<Day | null>`(SELECT min(q.due_on) FROM request q WHERE q.vendor_id = vendor.id
        AND q.kind = 'checklist' AND q.hospital_id = ${hospitalId} AND q.state IN ${owed})`,
      isService: sql<number>`0`,
    })
    .from(vendor)
    .where(where)
    .orderBy(asc(vendor.name), asc(vendor.id))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db.select({ total: sql<number>`count(*)` }).from(vendor).where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Contracts in the hospital's list. Two queries. */
export async function contractCandidates(db: DbOrTx, scope: Scope, query: CandidateQuery) {
  const { hospitalId } = scope;
  const where = and(
    eq(contract.hospitalId, hospitalId),
    isNull(contract.archivedAt),
    isNull(vendor.archivedAt),
    within(contract.id, query.ids),
    query.vendorId === null ? undefined : eq(contract.vendorId, query.vendorId),
    query.search === ""
      ? undefined
      : or(
          like(vendor.name, textOf(query.search)),
          like(contract.title, textOf(query.search)),
          like(contract.number, textOf(query.search)),
        ),
  );
  const rows: Candidate[] = await db
    .select({
      id: contract.id,
      name: sql<string>`${contract.number} || ' ' || ${contract.title}`,
      vendorId: vendor.id,
      vendor: vendor.name,
      about: sql<string>`coalesce((SELECT group_concat(s.name, '、') FROM contract_system c
        JOIN system s ON s.id = c.system_id WHERE c.contract_id = ${contract.id} AND c.hospital_id = ${hospitalId}), '')`,
      latest: sql<Day | null>`NULL`,
      openDueOn: sql<Day | null>`(SELECT min(q.due_on) FROM request q WHERE q.contract_id = ${contract.id}
        AND q.hospital_id = ${hospitalId} AND q.state IN ${owed})`,
      isService: sql<number>`0`,
    })
    .from(contract)
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(where)
    .orderBy(asc(vendor.name), asc(contract.number))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)` })
    .from(contract)
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** People of these vendors who can be written to on `today`, the one for security first. */
export async function contactsOf(db: DbOrTx, scope: Scope, vendorIds: readonly string[], today: Day) {
  if (vendorIds.length === 0) return [];
  return db
    .select({
      id: vendorContact.id,
      vendorId: vendorContact.vendorId,
      name: vendorContact.name,
      department: vendorContact.department,
      role: vendorContact.role,
      mail: vendorContact.mail,
    })
    .from(vendorContact)
    .where(
      and(
        eq(vendorContact.groupId, scope.groupId),
        inArray(vendorContact.vendorId, [...vendorIds]),
        isNull(vendorContact.archivedAt),
        sql`coalesce(${vendorContact.validFrom}, ${today}) <= ${today}`,
        sql`coalesce(${vendorContact.validTo}, ${today}) >= ${today}`,
      ),
    )
    .orderBy(
      sql`${vendorContact.mail} = ''`,
      sql`CASE ${vendorContact.role} WHEN 'security' THEN 0 WHEN 'support' THEN 1 WHEN 'sales' THEN 2 ELSE 3 END`,
      asc(vendorContact.name),
      asc(vendorContact.id),
    );
}

/** Systems in use of these vendors. */
export async function systemsOfVendors(db: DbOrTx, scope: Scope, vendorIds: readonly string[]) {
  if (vendorIds.length === 0) return [];
  return db
    .select({ id: system.id, name: system.name, vendorId: product.vendorId })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(
      and(
        eq(system.hospitalId, scope.hospitalId),
        isNull(system.archivedAt),
        inArray(product.vendorId, [...vendorIds]),
      ),
    )
    .orderBy(asc(system.name), asc(system.id));
}
