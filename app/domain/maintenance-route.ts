import type { ContractState } from "./contract.ts";
import type { ClauseKind } from "./contract-clause.ts";
import type { serverScopes } from "./contract-terms.ts";
import type { updateBearers } from "./register.ts";

/**
 * 保守委託機関編の適用: which volumes a hospital follows, walked server by server (7.0: the entrusted updates of every
 * server; each only where contract, 約款 or SLA says so; silent or unclear stays with the hospital). It says which
 * volumes to follow and nothing else.
 */
export const routeResults = ["entrusted-only", "other-volumes-too"] as const;
export type RouteResult = (typeof routeResults)[number];

/** 全数の確認 of the list of servers: never said, said before the list changed, or standing. */
export type ListDeclaration = "never" | "stale" | "standing";

/** What keeps one server from being covered; the words say what would have to change. */
export const serverObstacles = [
  "hospital-bears",
  "bearer-unclear",
  "no-clause",
  "typed-clause-only",
  "clause-not-in-force",
  "clause-of-other-kind",
  "contract-not-in-force",
  "contract-undated",
  "system-not-covered",
  "server-not-covered",
  "servers-unclear",
] as const;
export type ServerObstacle = (typeof serverObstacles)[number];
export const listObstacles = ["never-declared", "declaration-stale", "no-server"] as const;
export type ListObstacle = (typeof listObstacles)[number];

/** The clause a server names, as it stood on the day; with what its contract said then. */
export type RouteClause = {
  kind: ClauseKind;
  contract: {
    state: ContractState;
    systemIds: readonly string[];
    serverScope: (typeof serverScopes)[number];
    serverIds: readonly string[];
  };
};
export type RouteServer = {
  id: string;
  name: string;
  systemId: string;
  bearer: (typeof updateBearers)[number];
  /** True when the server names a quoted clause, whether it stands on the day or not. */
  hasClauseKey: boolean;
  /** What was typed where no clause is quoted. */
  typedClause: string;
  /** Null when no clause is named, or the named one did not stand on the day. */
  clause: RouteClause | null;
};

export type RouteWalk<S extends RouteServer> = {
  result: RouteResult;
  list: ListObstacle[];
  servers: { server: S; obstacles: ServerObstacle[] }[];
  /** Servers without an obstacle, of all. */
  covered: number;
};

/** Walks the list. One server with an obstacle, or a list nobody declared complete, and the other volumes apply, too. */
export function walkRoute<S extends RouteServer>(
  declaration: ListDeclaration,
  servers: readonly S[],
): RouteWalk<S> {
  const list: ListObstacle[] = [];
  if (declaration === "never") list.push("never-declared");
  if (declaration === "stale") list.push("declaration-stale");
  if (servers.length === 0) list.push("no-server");
  const walked = servers.map((server) => ({ server, obstacles: obstaclesOf(server) }));
  const covered = walked.filter((each) => each.obstacles.length === 0).length;
  const isWhole = list.length === 0 && covered === servers.length;
  return { result: isWhole ? "entrusted-only" : "other-volumes-too", list, servers: walked, covered };
}

/** Everything that keeps this server from being covered on the day; empty when the contract says it. */
export function obstaclesOf(server: RouteServer): ServerObstacle[] {
  if (server.bearer === "hospital") return ["hospital-bears"];
  if (server.bearer === "unclear") return ["bearer-unclear"];
  if (server.clause !== null)
    return [...clauseObstacles(server.clause), ...coverObstacles(server, server.clause)];
  if (server.hasClauseKey) return ["clause-not-in-force"];
  return [server.typedClause.trim() === "" ? "no-clause" : "typed-clause-only"];
}

function clauseObstacles({ kind, contract }: RouteClause): ServerObstacle[] {
  const found: ServerObstacle[] = kind === "security-update" ? [] : ["clause-of-other-kind"];
  if (contract.state === "undated") found.push("contract-undated");
  else if (contract.state !== "in-force") found.push("contract-not-in-force");
  return found;
}

/** A clause binds the servers its contract covers; a contract that names none of them leaves it open. */
function coverObstacles(server: RouteServer, { contract }: RouteClause): ServerObstacle[] {
  if (!contract.systemIds.includes(server.systemId)) return ["system-not-covered"];
  switch (contract.serverScope) {
    case "all":
      return [];
    case "listed":
      return contract.serverIds.includes(server.id) ? [] : ["server-not-covered"];
    case "unclear":
      return ["servers-unclear"];
  }
}
