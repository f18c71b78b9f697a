import { createHash } from "node:crypto";
import type { DbOrTx } from "#db/client.server";
import { wordingsOfHospital } from "#db/queries/contract-clauses.server";
import { revisionsOfContracts } from "#db/queries/contract-terms.server";
import {
  insertServerDeclaration,
  listServerDeclarations,
  type ServerInUse,
  serversInUse,
  snapshotOfDeclaration,
  systemsInUse,
} from "#db/queries/servers.server";
import { type ClauseKind, clausesOn } from "~/domain/contract-clause";
import { dayShown } from "~/domain/contract-terms";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import {
  changesSince,
  countServers,
  type ListedServer,
  orderedSnapshot,
  type ServerSnapshot,
  serverSnapshotSchema,
} from "~/domain/server-declaration";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

/** A clause as servers name it: 「第7条（保守契約書 p.3）」. */
export type NamedClause = {
  key: string;
  contractId: string;
  kind: ClauseKind;
  number: string;
  quote: string;
  documentTitle: string | null;
  page: number | null;
};

/** Clauses of every contract that stand on the day, as known by `knownSeq`, by key: two queries. */
export async function clausesByKey(
  db: DbOrTx,
  scope: Scope,
  day: Day,
  knownSeq = AS_KNOWN_NOW,
): Promise<ReadonlyMap<string, NamedClause>> {
  const [wordings, revisions] = [
    await wordingsOfHospital(db, scope),
    await revisionsOfContracts(db, scope, null),
  ];
  const byContract = new Map<string, typeof wordings>();
  for (const each of wordings)
    byContract.set(each.contractId, [...(byContract.get(each.contractId) ?? []), each]);
  const held = [...byContract].flatMap(([contractId, own]) => {
    const terms = revisions.filter((each) => each.contractId === contractId);
    return clausesOn(own, terms, dayShown(terms, day, knownSeq), knownSeq);
  });
  return new Map(held.map((each) => [each.key, each]));
}

/** What the contract says, in one line: the quoted clause where there is one, else what was typed. */
export function clauseText(
  server: Pick<ServerInUse, "clauseKey" | "typedClause">,
  clauses: ReadonlyMap<string, NamedClause>,
): string {
  const clause = server.clauseKey === null ? undefined : clauses.get(server.clauseKey);
  if (!clause) return server.typedClause;
  const place = [clause.documentTitle, clause.page === null ? null : `p.${clause.page}`].filter(Boolean);
  return place.length === 0 ? clause.number : `${clause.number}（${place.join(" ")}）`;
}

function listed(server: ServerInUse, clauses: ReadonlyMap<string, NamedClause>): ListedServer {
  const { id, name, system, kind, os, bearer } = server;
  return { id, name, system, kind, os, bearer, clause: clauseText(server, clauses) };
}

/** The list of servers and systems in use as it stands, with the clauses that name who bears updates. */
export async function listNow(db: DbOrTx, scope: Scope, today: Day) {
  const [systems, servers, clauses] = [
    await systemsInUse(db, scope),
    await serversInUse(db, scope, today),
    await clausesByKey(db, scope, today),
  ];
  const list = servers.map((each) => listed(each, clauses));
  const snapshot = orderedSnapshot({ systems, servers: list });
  return { systems, servers, list, clauses, snapshot, sha256: hashOf(snapshot) };
}

function hashOf(snapshot: ServerSnapshot): string {
  return createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");
}

/** サーバ一覧: every server in use with who bears its updates, the last declaration and what changed since. */
export async function showServerList(ports: Ports, scope: Scope) {
  const now = await listNow(ports.db, scope, dayInTokyo(ports.now()));
  const [declarations, declared] = [
    await listServerDeclarations(ports.db, scope),
    await snapshotOfDeclaration(ports.db, scope, null),
  ];
  const before = declared && serverSnapshotSchema.parse(JSON.parse(declared.snapshot));
  const withServers = new Set(now.servers.map((each) => each.systemId));
  return {
    servers: now.servers.map((each, at) => ({ ...each, clause: now.list[at]?.clause ?? "" })),
    counts: countServers(now.list),
    systemsWithout: now.systems.filter((each) => !withServers.has(each.id)),
    systemCount: now.systems.length,
    sha256: now.sha256,
    declarations,
    /** Null: nobody has declared anything yet. Empty: the last declaration still stands. */
    changes: before === null ? null : changesSince(before, now.snapshot),
  };
}

/**
 * 全数を確認した: a person says that the list of servers is complete today; what it says is frozen.
 * @param input.sha256 hash of the list that was shown, so that nobody declares what they have not seen
 * Problems: declaration-list-changed, field-too-long.
 */
export async function declareServers(
  ports: Ports,
  scope: Scope,
  input: { sha256: string; note: string },
): Promise<Result<{ declarationId: string }>> {
  const note = input.note.trim();
  if (note.length > 1000) return failed(problem("field-too-long", { max: 1000 }, "note"));
  const declarationId = ports.newId();
  const head = {
    verb: "declare-servers",
    noun: "hospital",
    recordId: scope.hospitalId,
    change: { sha256: [null, input.sha256] } as Record<string, [unknown, unknown]>,
  };
  return record(ports, scope, "register:write", head, async ({ tx, seq, at }) => {
    const today = dayInTokyo(ports.now());
    const now = await listNow(tx, scope, today);
    if (now.sha256 !== input.sha256) return failed(problem("declaration-list-changed"));
    await insertServerDeclaration(tx, scope, {
      id: declarationId,
      declaredOn: today,
      serverCount: now.servers.length,
      systemCount: now.systems.length,
      snapshot: JSON.stringify(now.snapshot),
      sha256: now.sha256,
      note,
      recordedSeq: seq,
      declaredAt: at,
      declaredBy: scope.accountId,
    });
    return done({ declarationId });
  });
}

/** 確認したときの一覧: what one declaration froze, with its day. */
export async function showServerDeclaration(
  ports: Ports,
  scope: Scope,
  input: { declarationId: string },
): Promise<Result<ServerSnapshot & { declaredOn: Day }>> {
  const found = await snapshotOfDeclaration(ports.db, scope, input.declarationId);
  if (found === null) return failed(problem("not-found"));
  const snapshot = serverSnapshotSchema.parse(JSON.parse(found.snapshot));
  return done({ ...snapshot, declaredOn: found.declaredOn });
}
