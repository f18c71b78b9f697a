import type { AskedDays } from "~/components/two-dates";
import { readContract } from "~/contract-records.server";
import { may } from "~/domain/rights";
import type { Visit } from "~/scope.server";
import { serverUpdatesThen } from "~/use-cases/server-updates-then.server";
import { clausesByKey } from "~/use-cases/servers.server";

/**
 * The systems a contract covered on the day with their servers, who bore the updates of each, and the clause that says
 * so, as known then.
 * @throws 404 when this hospital has no such contract, 422 when a day is none
 */
export async function readServersPage(visit: Visit, contractId: string, asked: AskedDays) {
  const { head, shown } = await readContract(visit, contractId, asked);
  const { ports, scope } = visit;
  const { day, knownOn, knownSeq, isPast } = shown;
  const systemIds = shown.systems.map((each) => each.id);
  const dates = { day, knownOn, knownSeq, isPast };
  const [servers, clauses] = [
    await serverUpdatesThen(ports, scope, { systemIds, dates }),
    await clausesByKey(ports.db, scope, day, knownSeq),
  ];
  const said = shown.held?.revision;
  // Where the contract names its servers one by one, the others are no part of it.
  const isListed = said?.serverScope === "listed";
  const named = new Set(said?.serverIds);
  return {
    ...{ head, isPast, asked: { day, knownOn } },
    mayDeclare: may(scope, "contract:write"),
    systems: shown.systems,
    serverScope: said?.serverScope ?? "unclear",
    servers: isListed ? servers.filter((each) => named.has(each.id)) : servers,
    others: isListed
      ? servers.filter((each) => !named.has(each.id)).map(({ id, name, system }) => ({ id, name, system }))
      : [],
    clauses: [...clauses.values()]
      .filter((each) => each.contractId === contractId)
      .map((each) => ({ value: each.key, label: `${each.number} ${each.quote.slice(0, 40)}` })),
  };
}
export type ServersPage = Awaited<ReturnType<typeof readServersPage>>;
