import { serversThen } from "#db/queries/servers.server";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { clausesByKey, clauseText } from "./servers.server";
import type { Dates } from "./two-dates.server";

/**
 * その日の更新の担当: servers of these systems, or of the whole hospital, with who bore their updates on DAY as known on
 * KNOWN, since when, and the clause as it stood that day. Three queries whatever there is.
 * @param input.systemIds null: every server
 */
export async function serverUpdatesThen(
  ports: Ports,
  scope: Scope,
  input: { systemIds: readonly string[] | null; dates: Omit<Dates, "today"> },
) {
  const { systemIds, dates } = input;
  const [servers, clauses] = await Promise.all([
    serversThen(ports.db, scope, dates, systemIds),
    clausesByKey(ports.db, scope, dates.day, dates.knownSeq),
  ]);
  return servers.map((each) => {
    const quoted = each.clauseKey === null ? undefined : clauses.get(each.clauseKey);
    return {
      ...each,
      clause: clauseText(each, clauses),
      /** The contract of the quoted clause; null while only its text is known, or nothing is. */
      contractId: quoted?.contractId ?? null,
      isQuoted: quoted !== undefined,
    };
  });
}
export type ServerThen = Awaited<ReturnType<typeof serverUpdatesThen>>[number];
