import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Day } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { ListedServer } from "../../app/domain/server-declaration.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, server, serverDeclaration, system } from "../schema.ts";

/** Servers by id, whatever became of them. Unknown ids give no row. */
export async function serversNamed(db: DbOrTx, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: server.id, name: server.name, systemId: server.systemId })
    .from(server)
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        sql`${server.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
}

/** Every server in use of every system in use, by system and name; of these systems only when given. */
export async function serversInUse(db: DbOrTx, scope: Scope, systemIds: readonly string[] | null = null) {
  return db
    .select({
      id: server.id,
      name: server.name,
      kind: server.kind,
      os: server.os,
      bearer: server.securityUpdateBearer,
      typedClause: server.securityUpdateClause,
      clauseKey: server.updateClauseKey,
      version: server.version,
      systemId: system.id,
      system: system.name,
    })
    .from(server)
    .innerJoin(system, eq(system.id, server.systemId))
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        isNull(server.archivedAt),
        isNull(system.archivedAt),
        systemIds === null
          ? undefined
          : sql`${system.id} IN (SELECT value FROM json_each(${JSON.stringify(systemIds)}))`,
      ),
    )
    .orderBy(asc(system.name), asc(server.name), asc(server.id));
}
export type ServerInUse = Awaited<ReturnType<typeof serversInUse>>[number];

/** Systems in use by name. */
export async function systemsInUse(db: DbOrTx, scope: Scope) {
  return db
    .select({ id: system.id, name: system.name, productVersionId: system.productVersionId })
    .from(system)
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(asc(system.name), asc(system.id));
}

/** @returns false when somebody saved the server since `version` was shown */
export async function setServerUpdates(
  db: DbOrTx,
  scope: Scope,
  change: {
    serverId: string;
    version: number;
    bearer: ListedServer["bearer"];
    clauseKey: string | null;
  },
): Promise<boolean> {
  const saved = await db
    .update(server)
    .set({
      securityUpdateBearer: change.bearer,
      updateClauseKey: change.clauseKey,
      version: change.version + 1,
    })
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        eq(server.id, change.serverId),
        eq(server.version, change.version),
      ),
    )
    .returning({ id: server.id });
  return saved.length === 1;
}

export async function insertServerDeclaration(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof serverDeclaration.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(serverDeclaration).values({ ...row, hospitalId: scope.hospitalId });
}

/** Every declaration, the newest first; without the list itself, which only the last one is compared by. */
export async function listServerDeclarations(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: serverDeclaration.id,
      declaredOn: serverDeclaration.declaredOn,
      serverCount: serverDeclaration.serverCount,
      systemCount: serverDeclaration.systemCount,
      sha256: serverDeclaration.sha256,
      note: serverDeclaration.note,
      recordedSeq: serverDeclaration.recordedSeq,
      declaredAt: serverDeclaration.declaredAt,
      declaredBy: account.name,
    })
    .from(serverDeclaration)
    .leftJoin(account, eq(account.id, serverDeclaration.declaredBy))
    .where(eq(serverDeclaration.hospitalId, scope.hospitalId))
    .orderBy(desc(serverDeclaration.recordedSeq));
}

/** The list a declaration froze, as JSON, with its day; of the last one without an id. Null when there is none. */
export async function snapshotOfDeclaration(
  db: DbOrTx,
  scope: Scope,
  id: string | null,
): Promise<{ snapshot: string; declaredOn: Day } | null> {
  const rows = await db
    .select({ snapshot: serverDeclaration.snapshot, declaredOn: serverDeclaration.declaredOn })
    .from(serverDeclaration)
    .where(
      and(
        eq(serverDeclaration.hospitalId, scope.hospitalId),
        id === null ? undefined : eq(serverDeclaration.id, id),
      ),
    )
    .orderBy(desc(serverDeclaration.recordedSeq))
    .limit(1);
  return rows[0] ?? null;
}
