import type { DbOrTx } from "#db/client.server";
import { revisionsOfContracts } from "#db/queries/contract-terms.server";
import { archivedContracts } from "#db/queries/contracts.server";
import { serversInUse } from "#db/queries/servers.server";
import { type TermsRevision, termsOn } from "~/domain/contract-terms";
import { type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { walkRoute } from "~/domain/maintenance-route";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { clausesByKey, showServerList } from "./servers.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

/**
 * 保守委託機関編の適用を確かめる: today's list of servers, each with who bears its updates on `day` ("" = today), the
 * clause that says so as it stands then and what that clause's contract says then. The same queries whatever the number of servers.
 * Problem: field-not-a-day.
 */
export async function showMaintenanceRoute(ports: Ports, scope: Scope, input: { day: string }) {
  const today = dayInTokyo(ports.now());
  const day = input.day.trim() || today;
  if (!isRealDay(day)) return failed(problem("field-not-a-day", { value: input.day }, "day"));
  const list = await showServerList(ports, scope);
  const [clauses, then, contractOf] = [
    await clausesByKey(ports.db, scope, day),
    new Map((await serversInUse(ports.db, scope, day)).map((each) => [each.id, each])),
    await contractsOn(ports.db, scope, day),
  ];
  const servers = list.servers.map((listed) => {
    const server = then.get(listed.id) ?? listed;
    const quoted = server.clauseKey === null ? undefined : clauses.get(server.clauseKey);
    const contract = quoted && contractOf(quoted.contractId);
    return {
      id: server.id,
      name: server.name,
      system: server.system,
      systemId: server.systemId,
      kind: server.kind,
      bearer: server.bearer,
      typedClause: server.typedClause,
      hasClauseKey: server.clauseKey !== null,
      clause: quoted && contract ? { ...quoted, contract } : null,
    };
  });
  const declaration = list.changes === null ? "never" : list.changes.length > 0 ? "stale" : "standing";
  return done({
    day,
    today,
    walk: walkRoute(declaration, servers),
    changes: list.changes ?? [],
    declared: list.declarations[0] ?? null,
    systemsWithout: list.systemsWithout,
  });
}
export type ShownRoute =
  Awaited<ReturnType<typeof showMaintenanceRoute>> extends Result<infer Value> ? Value : never;

/** What each contract says on the day: archived ones are not in force. */
async function contractsOn(db: DbOrTx, scope: Scope, day: Day) {
  const [revisions, archived] = [
    await revisionsOfContracts(db, scope, null),
    new Set(await archivedContracts(db, scope)),
  ];
  const byContract = new Map<string, TermsRevision[]>();
  for (const each of revisions)
    byContract.set(each.contractId, [...(byContract.get(each.contractId) ?? []), each]);
  return (contractId: string) => {
    const terms = termsOn(byContract.get(contractId) ?? [], day, AS_KNOWN_NOW);
    if (terms === null) return null;
    const { systemIds, serverScope, serverIds, title } = terms.revision;
    const state = archived.has(contractId) ? ("expired" as const) : terms.state;
    return { id: contractId, title, state, systemIds, serverScope, serverIds };
  };
}
