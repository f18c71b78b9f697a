import { isUnknownBeginning } from "~/domain/dated-entry";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { clausesByKey, clauseText } from "~/use-cases/servers.server";
import { showServerUpdates } from "~/use-cases/update-bearers.server";

/** Who bears the updates of a server today, since when and under which clause, and what comes. */
export async function updatesNow({ ports, scope }: Visit, serverId: string) {
  const found = await showServerUpdates(ports, scope, { serverId });
  if (!found.ok) throw refuse(found.problems);
  const today = dayInTokyo(ports.now());
  const clauses = await clausesByKey(ports.db, scope, today);
  const { shown, entries } = found.value;
  const held = shown !== null && shown.effectiveFrom <= today ? shown : null;
  return {
    serverId,
    mayChange: may(scope, "contract:write"),
    now: {
      entryId: held?.id ?? null,
      bearer: held?.bearer ?? ("unclear" as const),
      clause: held ? clauseText(held, clauses) : "",
      clauseKey: held?.clauseKey ?? null,
      isQuoted: held !== null && held.clauseKey !== null && clauses.has(held.clauseKey),
      since: held && !isUnknownBeginning(held.effectiveFrom) ? held.effectiveFrom : null,
    },
    coming: entries
      .filter(({ entry, isSuperseded }) => !isSuperseded && entry.effectiveFrom > today)
      .map(({ entry: { id, bearer, effectiveFrom } }) => ({ id, bearer, effectiveFrom })),
  };
}
export type UpdatesNow = Awaited<ReturnType<typeof updatesNow>>;
