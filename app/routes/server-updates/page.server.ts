import type { EntryMode } from "~/components/entry-fields";
import type { RawValues } from "~/components/plain-fields";
import { isUnknownBeginning } from "~/domain/dated-entry";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import type { UpdateFields } from "~/domain/update-bearer";
import { entryLines } from "~/entry-lines";
import { refuse } from "~/http.server";
import { optionLabel } from "~/messages/labels";
import { wordsOf } from "~/messages/words";
import { crumbsOf } from "~/registers.server";
import type { Visit } from "~/scope.server";
import { showServerUpdates } from "~/use-cases/update-bearers.server";

/**
 * Every entry about who bears a server's updates, with the form of a change from today on; with an entry's id, the form
 * that puts this entry right.
 * @throws 404 when this hospital has no such server or entry
 */
export async function readUpdatesPage(visit: Visit, serverId: string, entryId: string) {
  const { ports, scope } = visit;
  const found = await showServerUpdates(ports, scope, { serverId });
  if (!found.ok) throw refuse(found.problems);
  const { name, version, isArchived, systemId, shown, entries, clauses } = found.value;
  const chosen = entries.find(({ entry }) => entry.id === entryId)?.entry ?? null;
  const mode: EntryMode = entryId === "" ? "change" : "correct";
  if (mode === "correct" && chosen === null) throw refuse([{ code: "not-found", params: {} }]);
  const today = dayInTokyo(ports.now());
  const mayEdit = may(scope, "contract:write");
  const options = clauses.map(({ key, number, quote }) => ({
    value: key,
    label: `${number} ${quote.slice(0, 40)}`,
  }));
  const labels = new Map(options.map((each) => [each.value, each.label]));
  const numbers = new Map(clauses.map((each) => [each.key, each.number]));
  const words = wordsOf(visit.language);
  const from = chosen?.effectiveFrom ?? today;
  const values: RawValues = {
    ...textsOf(chosen ?? shown),
    effectiveFrom: isUnknownBeginning(from) ? "" : from,
  };
  return {
    ...{ server: { id: serverId, name, version, isArchived }, mode, today, mayEdit, values, options },
    entry: chosen && { id: chosen.id, origin: chosen.origin, effectiveFrom: chosen.effectiveFrom },
    crumbs: await crumbsOf(visit, "server", { values: { systemId } }),
    lines: entryLines(entries, {
      ...{ heldId: shown?.id ?? null, today },
      textsOf: (each) => ({ ...textsOf(each), clauseKey: labels.get(each.clauseKey ?? "") ?? "" }),
      saidOf: ({ bearer, clauseKey, typedClause }) => {
        const clause = numbers.get(clauseKey ?? "") ?? typedClause;
        const said = optionLabel(words, "server", "securityUpdateBearer", bearer);
        return clause === "" ? said : `${said}（${clause}）`;
      },
      correctAt: mayEdit ? (each) => `/servers/${serverId}/updates?entry=${each}` : null,
    }),
  };
}
export type UpdatesPage = Awaited<ReturnType<typeof readUpdatesPage>>;

function textsOf(fields: UpdateFields | null): Record<keyof UpdateFields, string> {
  return {
    bearer: fields?.bearer ?? "unclear",
    clauseKey: fields?.clauseKey ?? "",
    typedClause: fields?.typedClause ?? "",
  };
}
