import { catalogueRef } from "~/domain/provenance";
import { listOf, textOf } from "~/http.server";
import type { ResolvedSet } from "~/use-cases/item-sets.server";

/** Items that are listed before publishing; the count says how many there are. */
const SHOWN_ITEMS = 100;

/** What was typed. The keys chosen for an ambiguous number stand under `choice:<number>`. */
export function setFrom(fields: Readonly<Record<string, string | string[]>>) {
  const text = (name: string) => textOf(fields, name);
  const [of, pasted, title, id] = [text("of"), text("pasted"), text("title"), text("id")];
  const choices = Object.fromEntries(
    Object.keys(fields).flatMap((name) =>
      name.startsWith("choice:") ? [[name.slice("choice:".length), listOf(fields, name)]] : [],
    ),
  );
  return { of, pasted, choices, title, id, version: text("version"), note: text("note") };
}

/** What each pasted number means, as the page shows it. */
export function checkedSet(resolved: ResolvedSet) {
  const { unknown, ambiguous, items, openCount, catalogue } = resolved;
  return {
    of: `${catalogue.head.title}（${catalogueRef(catalogue.head)}）`,
    unknown,
    ambiguous,
    openCount,
    items: items.slice(0, SHOWN_ITEMS),
    total: items.length,
    pasted: resolved.resolved.length + unknown.length + ambiguous.length,
  };
}
export type CheckedSet = ReturnType<typeof checkedSet>;
export type SetInput = ReturnType<typeof setFrom>;
