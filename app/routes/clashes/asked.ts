import type { Clash } from "~/domain/clash";
import { type ListState, parseListState } from "~/domain/list-query";
import { answerValues } from "~/domain/questionnaire";
import { rowParties } from "~/domain/role-sheet";
import type { Words } from "~/messages/words";

export const ways = ["whole", "part"] as const;

/** Search and filters of the list of clashes, kept in its address. */
export function clashListState(url: string): ListState {
  return parseListState(new URL(url).searchParams, { filters: ["kind", "how", "system"], sort: "" });
}

/** The clashes an address asks for, in the order they were found. */
export function clashesOf(all: readonly Clash[], state: ListState): Clash[] {
  const { kind, how, system } = state.filters;
  const search = state.search.normalize("NFKC").toLowerCase();
  return all.filter((each) => {
    if (kind && each.kind !== kind) return false;
    if (how && (how === "whole") !== each.isWhole) return false;
    if (system && !each.systemIds.includes(system)) return false;
    const text = [each.left, each.right]
      .flatMap(({ record, items }) => [
        record.title,
        record.vendor,
        ...items.map((item) => `${item.no} ${item.text}`),
      ])
      .join(" ");
    return search === "" || text.normalize("NFKC").toLowerCase().includes(search);
  });
}

type Side = Clash["left"];

/** What one side says, as people read it. */
export function saidWord(words: Words, value: Side["items"][number]["value"]): string {
  if (value === "silent") return words.clashes.silent;
  const party = rowParties.find((each) => each === value);
  if (party) return words.parties[party];
  const answer = answerValues.find((each) => each === value);
  return answer ? words.answers[answer] : value;
}

type Place = { record: Pick<Side["record"], "id" | "source">; items: readonly Side["items"][number][] };

/** Where the record of a side can be read, opened at the first of its items where the record has that row. */
export function recordPath({ record, items: [first] }: Place): string {
  const at = new URLSearchParams({ at: first?.cell || first?.no || "" });
  switch (record.source) {
    case "disclosure":
      return first === undefined ? `/disclosures/${record.id}#answers` : `/disclosures/${record.id}?${at}#at`;
    case "vendor-checklist":
    case "hospital-checklist":
      return `/checklist-responses/${record.id}?${at}#at`;
    case "role-sheet":
      return first?.rowId === undefined
        ? `/role-sheets/${record.id}`
        : `/role-sheets/${record.id}?${new URLSearchParams({ row: first.rowId })}#opened`;
    case "annex":
      return `/issued/${record.id}`;
  }
}

/** The record of a side as people call it, with its form where it has one. */
export function recordName(words: Words, record: Pick<Side["record"], "title" | "form" | "source">): string {
  const form = record.form === null ? "" : ` ${words.formNames[record.form]}`;
  return `${words.clashes.sources[record.source]}　${record.title}${form}`;
}
