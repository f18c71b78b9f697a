import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, connection, contractSystem, system } from "../schema.ts";

export type ConnectionQuery = {
  search: string;
  filters: Readonly<Record<string, string>>;
  sort: string;
  isDescending: boolean;
  archived: boolean;
  page: number;
  pageSize: number;
};

const orders = {
  system: system.name,
  name: connection.name,
  purpose: connection.purpose,
  method: connection.method,
  secondFactor: connection.secondFactor,
  confirmedOn: connection.confirmedOn,
} as const;

const shown = {
  id: connection.id,
  systemId: connection.systemId,
  system: system.name,
  productVersionId: system.productVersionId,
  name: connection.name,
  purpose: connection.purpose,
  counterpart: connection.counterpart,
  method: connection.method,
  opening: connection.opening,
  device: connection.device,
  patchBearer: connection.patchBearer,
  accounts: connection.accounts,
  accountCount: connection.accountCount,
  secondFactor: connection.secondFactor,
  secondFactorBy: connection.secondFactorBy,
  sourceLimit: connection.sourceLimit,
  sourceNote: connection.sourceNote,
  logDays: connection.logDays,
  note: connection.note,
  basis: connection.basis,
  confirmedOn: connection.confirmedOn,
  confirmedBy: account.name,
  archivedAt: connection.archivedAt,
  entryId: connection.entryId,
  version: connection.version,
};

function conditionsOf(scope: Scope, query: Pick<ConnectionQuery, "search" | "filters" | "archived">) {
  const { purpose, method, systemId } = query.filters;
  const like = `%${query.search.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(connection.hospitalId, scope.hospitalId),
    query.archived ? sql`${connection.archivedAt} IS NOT NULL` : isNull(connection.archivedAt),
    purpose ? sql`${connection.purpose} = ${purpose}` : undefined,
    method ? sql`${connection.method} = ${method}` : undefined,
    systemId ? eq(connection.systemId, systemId) : undefined,
    query.search === ""
      ? undefined
      : sql`(${connection.name} LIKE ${like} ESCAPE '\\' OR ${connection.counterpart} LIKE ${like} ESCAPE '\\' OR ${system.name} LIKE ${like} ESCAPE '\\' OR ${connection.device} LIKE ${like} ESCAPE '\\')`,
  );
}

/** One page of the register: two queries. An unknown sort is the system's name. */
export async function listConnections(db: DbOrTx, scope: Scope, query: ConnectionQuery) {
  const where = conditionsOf(scope, query);
  const by = Object.entries(orders).find(([name]) => name === query.sort)?.[1] ?? system.name;
  const rows = await db
    .select(shown)
    .from(connection)
    .innerJoin(system, eq(system.id, connection.systemId))
    .leftJoin(account, eq(account.id, connection.confirmedBy))
    .where(where)
    .orderBy(query.isDescending ? sql`${by} DESC NULLS LAST` : sql`${by} ASC NULLS LAST`, asc(connection.id))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db
    .select({ total: sql<number>`count(*)` })
    .from(connection)
    .innerJoin(system, eq(system.id, connection.systemId))
    .where(where);
  return { rows, total: Number(counted[0]?.total ?? 0) };
}
export type ShownConnection = Awaited<ReturnType<typeof listConnections>>["rows"][number];

export async function findConnection(db: DbOrTx, scope: Scope, id: string): Promise<ShownConnection | null> {
  const rows = await db
    .select(shown)
    .from(connection)
    .innerJoin(system, eq(system.id, connection.systemId))
    .leftJoin(account, eq(account.id, connection.confirmedBy))
    .where(and(eq(connection.hospitalId, scope.hospitalId), eq(connection.id, id)));
  return rows[0] ?? null;
}

/** Systems in use of which no connection for remote maintenance is registered: one query. */
export async function systemsWithoutConnection(db: DbOrTx, scope: Scope) {
  return db
    .select({ id: system.id, name: system.name, productVersionId: system.productVersionId })
    .from(system)
    .where(
      and(
        eq(system.hospitalId, scope.hospitalId),
        isNull(system.archivedAt),
        sql`NOT EXISTS (SELECT 1 FROM connection c WHERE c.system_id = ${system.id} AND c.archived_at IS NULL AND c.purpose = 'remote-maintenance')`,
      ),
    )
    .orderBy(asc(system.name));
}

/** Connections in use that nobody confirmed, counted by the contracts that cover their system today. */
export async function unconfirmedByContract(db: DbOrTx, scope: Scope) {
  return db
    .select({ contractId: contractSystem.contractId, count: sql<number>`count(*)` })
    .from(connection)
    .innerJoin(contractSystem, eq(contractSystem.systemId, connection.systemId))
    .where(
      and(
        eq(connection.hospitalId, scope.hospitalId),
        isNull(connection.archivedAt),
        isNull(connection.confirmedOn),
      ),
    )
    .groupBy(contractSystem.contractId);
}

/** True when another connection in use of the system has this name. */
export async function isConnectionNamed(
  db: DbOrTx,
  scope: Scope,
  given: { systemId: string; name: string; exceptId: string | null },
): Promise<boolean> {
  const rows = await db
    .select({ id: connection.id })
    .from(connection)
    .where(
      and(
        eq(connection.hospitalId, scope.hospitalId),
        eq(connection.systemId, given.systemId),
        eq(connection.name, given.name),
        isNull(connection.archivedAt),
        given.exceptId === null ? undefined : ne(connection.id, given.exceptId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
