import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Day } from "../../app/domain/day.ts";
import {
  type RegisterNoun,
  type RegisterValue,
  type RegisterValues,
  registerOwners,
  rowFieldsOf,
} from "../../app/domain/register.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { parentColumns, recordNames, registerLists } from "./register-lists.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`);
const tableOf = (noun: RegisterNoun) => sql.identifier(snake(noun));
const column = (name: string) => sql.identifier(snake(name));

/** The owner condition every query carries. */
function owned(noun: RegisterNoun, scope: Scope): SQL {
  return registerOwners[noun] === "group"
    ? sql`r.group_id = ${scope.groupId}`
    : sql`r.hospital_id = ${scope.hospitalId}`;
}

export type RegisterRecord = {
  id: string;
  version: number;
  archivedAt: string | null;
  createdAt: string;
  values: RegisterValues;
};

const cell = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.record(z.string(), cell);
type Row = z.infer<typeof rowSchema>;

async function rowsOf(db: DbOrTx, query: SQL): Promise<Row[]> {
  const rows = await db.all(query);
  return rows.map((each) => rowSchema.parse(each));
}

/** Lists are kept as JSON text. */
function stored(value: RegisterValue): string | number | null {
  return Array.isArray(value) ? JSON.stringify(value) : value;
}

/** Values that are columns; what is dated is kept by its entries. */
function columnNames(noun: RegisterNoun, values: RegisterValues): string[] {
  const own = rowFieldsOf(noun);
  return Object.keys(values).filter((name) => name in own);
}

function readRecord(noun: RegisterNoun, row: Row): RegisterRecord {
  const values: RegisterValues = {};
  for (const [name, spec] of Object.entries(rowFieldsOf(noun))) {
    const value = row[snake(name)] ?? null;
    values[name] =
      spec.kind === "options" ? z.array(z.string()).parse(JSON.parse(String(value ?? "[]"))) : value;
  }
  return {
    id: String(row.id),
    version: Number(row.version),
    archivedAt: row.archived_at === null ? null : String(row.archived_at),
    createdAt: String(row.created_at),
    values,
  };
}

/** One record of a register, or null when this scope has none of that id. */
export async function findRecord(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  id: string,
): Promise<RegisterRecord | null> {
  const rows = await rowsOf(
    db,
    sql`SELECT r.* FROM ${tableOf(noun)} r WHERE r.id = ${id} AND ${owned(noun, scope)}`,
  );
  return rows[0] ? readRecord(noun, rows[0]) : null;
}

export type NewRecord = { id: string; createdAt: string; values: RegisterValues };

export function insertRecord(db: DbOrTx, scope: Scope, noun: RegisterNoun, record: NewRecord): Promise<void> {
  return insertRecords(db, scope, noun, [record]);
}

/** New rows of one register in one statement. Every record has the same fields, as `parseRegister` makes them. */
export async function insertRecords(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  records: readonly NewRecord[],
): Promise<void> {
  const [first] = records;
  if (!first) return;
  const owner = registerOwners[noun] === "group" ? "group_id" : "hospital_id";
  const ownerId = registerOwners[noun] === "group" ? scope.groupId : scope.hospitalId;
  const names = columnNames(noun, first.values);
  const columns = [sql`id`, sql.identifier(owner), sql`created_at`, ...names.map(column)];
  const rows = records.map((record) => {
    const values = names.map((name) => sql`${stored(record.values[name] ?? null)}`);
    return sql`(${sql.join([sql`${record.id}`, sql`${ownerId}`, sql`${record.createdAt}`, ...values], sql`, `)})`;
  });
  await db.run(
    sql`INSERT INTO ${tableOf(noun)} (${sql.join(columns, sql`, `)}) VALUES ${sql.join(rows, sql`, `)}`,
  );
}

/** Every record of a register, archived ones included, oldest first. */
export async function allRecords(db: DbOrTx, scope: Scope, noun: RegisterNoun): Promise<RegisterRecord[]> {
  const rows = await rowsOf(
    db,
    sql`SELECT r.* FROM ${tableOf(noun)} r WHERE ${owned(noun, scope)} ORDER BY r.id`,
  );
  return rows.map((row) => readRecord(noun, row));
}

/** @returns false when the record is gone or somebody saved it since `version` was shown. */
export async function updateRecord(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  record: { id: string; version: number; values: RegisterValues },
): Promise<boolean> {
  const sets = columnNames(noun, record.values).map(
    (name) => sql`${column(name)} = ${stored(record.values[name] ?? null)}`,
  );
  const owner =
    registerOwners[noun] === "group"
      ? sql`group_id = ${scope.groupId}`
      : sql`hospital_id = ${scope.hospitalId}`;
  const rows = await db.all(
    sql`UPDATE ${tableOf(noun)} SET ${sql.join(sets, sql`, `)}, version = version + 1
        WHERE id = ${record.id} AND version = ${record.version} AND ${owner} RETURNING id`,
  );
  return rows.length === 1;
}

/** Archives (moment) or takes back (null). @returns false as `updateRecord`. */
export async function setArchived(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  record: { id: string; version: number; archivedAt: string | null },
): Promise<boolean> {
  const owner =
    registerOwners[noun] === "group"
      ? sql`group_id = ${scope.groupId}`
      : sql`hospital_id = ${scope.hospitalId}`;
  const rows = await db.all(
    sql`UPDATE ${tableOf(noun)} SET archived_at = ${record.archivedAt}, version = version + 1
        WHERE id = ${record.id} AND version = ${record.version} AND ${owner} RETURNING id`,
  );
  return rows.length === 1;
}

export type ListQuery = {
  search: string;
  filters: Readonly<Record<string, string>>;
  sort: string;
  isDescending: boolean;
  archived: boolean;
  /** Restricts to the rows of one parent record. */
  parentId: string | null;
  page: number;
  pageSize: number;
  /** Day in Tokyo whose entries stand in the columns that are dated. */
  today: Day;
};
export type ListRow = { id: string; cells: Record<string, string | number | null> };
export type ListPage = { rows: ListRow[]; total: number };

/** One page of a register: two queries, whatever its size. Unknown sort and filter names are ignored. */
export async function listRecords(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  query: ListQuery,
): Promise<ListPage> {
  const list = registerLists[noun];
  const where = conditionsOf(noun, scope, query);
  const from = sql.raw(list.from);
  const sortSql = list.columns[query.sort]?.sql ?? list.columns[list.sort]?.sql ?? "r.id";
  const columns = Object.entries(list.columns).map(
    ([name, each]) => sql`${filled(each.sql, scope, query)} AS ${sql.identifier(name)}`,
  );
  const rows = await rowsOf(
    db,
    sql`SELECT r.id AS id, ${sql.join(columns, sql`, `)} FROM ${from} WHERE ${where}
        ORDER BY ${filled(sortSql, scope, query)} ${sql.raw(query.isDescending ? "DESC" : "ASC")} NULLS LAST, r.id
        LIMIT ${query.pageSize} OFFSET ${(query.page - 1) * query.pageSize}`,
  );
  const counted = await rowsOf(db, sql`SELECT count(*) AS total FROM ${from} WHERE ${where}`);
  return {
    rows: rows.map(({ id, ...cells }) => ({ id: String(id), cells })),
    total: Number(counted[0]?.total ?? 0),
  };
}

/** The places of a column's SQL that a request fills: whose rows, on which day. */
function filled(text: string, scope: Scope, { today }: ListQuery): SQL {
  const parts = text.split(/(:hospital|:today)/).map((each) => {
    if (each === ":hospital") return sql`${scope.hospitalId}`;
    return each === ":today" ? sql`${today}` : sql.raw(each);
  });
  return sql.join(parts);
}

function conditionsOf(noun: RegisterNoun, scope: Scope, query: ListQuery): SQL {
  const list = registerLists[noun];
  const conditions = [
    owned(noun, scope),
    query.archived ? sql`r.archived_at IS NOT NULL` : sql`r.archived_at IS NULL`,
  ];
  for (const name of list.filters) {
    const value = query.filters[name];
    const filtered = list.columns[name];
    if (value && filtered) conditions.push(sql`${filled(filtered.sql, scope, query)} = ${value}`);
  }
  const parent = parentColumns[noun];
  if (query.parentId !== null && parent)
    conditions.push(sql`r.${sql.identifier(parent)} = ${query.parentId}`);
  if (query.search !== "") {
    const like = `%${query.search.replace(/[\\%_]/g, "\\$&")}%`;
    const searched = Object.values(list.columns).filter((each) => each.isSearched);
    conditions.push(
      sql`(${sql.join(
        searched.map((each) => sql`${filled(each.sql, scope, query)} LIKE ${like} ESCAPE '\\'`),
        sql` OR `,
      )})`,
    );
  }
  return sql.join(conditions, sql` AND `);
}

export type Choice = { id: string; name: string };

/** Records offered in a choice, by name, at most 1,000. */
export async function choicesOf(db: DbOrTx, scope: Scope, noun: RegisterNoun): Promise<Choice[]> {
  const { from, name } = recordNames[noun];
  const rows = await rowsOf(
    db,
    sql`SELECT r.id AS id, ${sql.raw(name)} AS name FROM ${sql.raw(from)}
        WHERE ${owned(noun, scope)} AND r.archived_at IS NULL ORDER BY 2 LIMIT 1000`,
  );
  return rows.map((row) => ({ id: String(row.id), name: String(row.name) }));
}

/** The name of one record as choices show it, archived ones included. */
export async function nameOfRecord(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  id: string,
): Promise<string | null> {
  const { from, name } = recordNames[noun];
  const rows = await rowsOf(
    db,
    sql`SELECT ${sql.raw(name)} AS name FROM ${sql.raw(from)} WHERE r.id = ${id} AND ${owned(noun, scope)}`,
  );
  return rows[0] ? String(rows[0].name) : null;
}

/** True when another row of this owner already has these values. */
export async function existsWith(
  db: DbOrTx,
  scope: Scope,
  noun: RegisterNoun,
  values: RegisterValues,
  exceptId: string | null,
): Promise<boolean> {
  const same = Object.entries(values).map(([name, value]) => sql`r.${column(name)} = ${stored(value)}`);
  const rows = await rowsOf(
    db,
    sql`SELECT r.id AS id FROM ${tableOf(noun)} r
        WHERE ${owned(noun, scope)} AND ${sql.join(same, sql` AND `)} AND r.id <> ${exceptId ?? ""} LIMIT 1`,
  );
  return rows.length > 0;
}
