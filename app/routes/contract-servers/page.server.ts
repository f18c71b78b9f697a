import { serversInUse } from "#db/queries/servers.server";
import { readContract } from "~/contract-records.server";
import { may } from "~/domain/rights";
import type { Visit } from "~/scope.server";
import { clausesByKey, clauseText } from "~/use-cases/servers.server";

/**
 * The systems a contract covers today with their servers, who updates each, and the clause that says so.
 * @throws 404 when this hospital has no such contract
 */
export async function readServersPage(visit: Visit, contractId: string) {
  const { head, shown } = await readContract(visit, contractId);
  const { ports, scope } = visit;
  const ids = shown.systems.map((each) => each.id);
  const [servers, clauses] = [
    await serversInUse(ports.db, scope, ids),
    await clausesByKey(ports.db, scope, head.today),
  ];
  const said = shown.held?.revision;
  // Where the contract names its servers one by one, the others are no part of it.
  const isListed = said?.serverScope === "listed";
  const named = new Set(said?.serverIds);
  const own = isListed ? servers.filter((each) => named.has(each.id)) : servers;
  return {
    head,
    mayDeclare: may(scope, "contract:write"),
    systems: shown.systems,
    serverScope: said?.serverScope ?? "unclear",
    servers: own.map((each) => ({
      ...each,
      clause: clauseText(each, clauses),
      isQuoted: each.clauseKey !== null && clauses.has(each.clauseKey),
    })),
    others: isListed
      ? servers.filter((each) => !named.has(each.id)).map(({ id, name, system }) => ({ id, name, system }))
      : [],
    clauses: [...clauses.values()]
      .filter((each) => each.contractId === contractId)
      .map((each) => ({ value: each.key, label: `${each.number} ${each.quote.slice(0, 40)}` })),
  };
}
export type ServersPage = Awaited<ReturnType<typeof readServersPage>>;
