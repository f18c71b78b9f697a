import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Day, dayInTokyo } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import { nothingRecorded } from "../../app/domain/update-bearer.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, server, serverDeclaration, system, updateBearerEntry } from "../schema.ts";
import { updatesThen } from "./update-bearers.server.ts";

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

/** A look at servers: on which day, as known by when. */
export type ServersThen = {
  day: Day;
  knownOn: Day;
  knownSeq: number;
  /** False: servers in use now. */
  isPast: boolean;
};

/** What is known now of a day. */
function asKnownNow(day: Day): ServersThen {
  return { day, knownOn: day, knownSeq: Number.MAX_SAFE_INTEGER, isPast: false };
}

/**
 * Every server in use of every system in use, by system and name, with who bears its updates on `day` as known now; of
 * these systems only when given.
 */
export function serversInUse(db: DbOrTx, scope: Scope, day: Day, systemIds: readonly string[] | null = null) {
  return serversThen(db, scope, asKnownNow(day), systemIds);
}

/**
 * その日のサーバ: those known by then and not put away by then, with who bore their updates. Before the first entry
 * nobody had recorded anything: `bearer` is unclear and `entryId` null. One query.
 */
export async function serversThen(
  db: DbOrTx,
  scope: Scope,
  then: ServersThen,
  systemIds: readonly string[] | null = null,
) {
  const held = updatesThen(scope, then);
  const rows = await db
    .select({
      id: server.id,
      name: server.name,
      kind: server.kind,
      os: server.os,
      entryId: updateBearerEntry.id,
      bearer: updateBearerEntry.bearer,
      typedClause: updateBearerEntry.typedClause,
      clauseKey: updateBearerEntry.clauseKey,
      effectiveFrom: updateBearerEntry.effectiveFrom,
      version: server.version,
      systemId: system.id,
      system: system.name,
    })
    .from(server)
    .innerJoin(system, eq(system.id, server.systemId))
    .leftJoin(updateBearerEntry, sql`${updateBearerEntry.id} = ${held}`)
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        ...wasThere(then),
        systemIds === null
          ? undefined
          : sql`${system.id} IN (SELECT value FROM json_each(${JSON.stringify(systemIds)}))`,
      ),
    )
    .orderBy(asc(system.name), asc(server.name), asc(server.id));
  return rows.map(({ bearer, typedClause, clauseKey, ...own }) => ({
    ...own,
    bearer: bearer ?? nothingRecorded.bearer,
    typedClause: typedClause ?? nothingRecorded.typedClause,
    clauseKey,
  }));
}
export type ServerInUse = Awaited<ReturnType<typeof serversThen>>[number];

/**
 * why not by its own moment: a server is known by then when its first entry, written with it, is.
 * why `+`: the hospital must not choose the index, or every server reads the entries of all others.
 */
function wasThere(then: ServersThen): SQL[] {
  if (!then.isPast) return [isNull(server.archivedAt), isNull(system.archivedAt)];
  const until = then.day < then.knownOn ? then.day : then.knownOn;
  const standing = (archivedAt: typeof server.archivedAt | typeof system.archivedAt) =>
    sql`(${archivedAt} IS NULL OR date(${archivedAt}, '+9 hours') > ${until})`;
  return [
    standing(server.archivedAt),
    standing(system.archivedAt),
    sql`EXISTS (SELECT 1 FROM ${updateBearerEntry} k
      WHERE k.server_id = ${server.id} AND +k.hospital_id = ${server.hospitalId} AND k.recorded_seq <= ${then.knownSeq})`,
  ];
}

/** Servers with the days between which entries can hold: put away ones too. One query. */
export async function serversOverTime(db: DbOrTx, scope: Scope) {
  const rows = await db
    .select({
      id: server.id,
      name: server.name,
      systemId: server.systemId,
      system: system.name,
      archivedAt: server.archivedAt,
    })
    .from(server)
    .innerJoin(system, eq(system.id, server.systemId))
    .where(eq(server.hospitalId, scope.hospitalId))
    .orderBy(asc(system.name), asc(server.name), asc(server.id));
  return rows.map(({ archivedAt, ...own }) => ({
    ...own,
    putAwayOn: archivedAt === null ? null : dayInTokyo(archivedAt),
  }));
}

/** Systems in use by name. */
export async function systemsInUse(db: DbOrTx, scope: Scope) {
  return db
    .select({ id: system.id, name: system.name, productVersionId: system.productVersionId })
    .from(system)
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(asc(system.name), asc(system.id));
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
