import { type ListState, parseListState } from "~/domain/list-query";
import type { AuditFilter } from "~/use-cases/audit-log.server";

const filterNames = ["from", "to", "person", "noun", "verb", "via"] as const;

/** The state of the log's list, out of its address. */
export function auditState(url: string): ListState {
  return parseListState(new URL(url).searchParams, { filters: filterNames, sort: "seq" });
}

export function auditFilter(state: ListState): AuditFilter {
  const of = (name: (typeof filterNames)[number]) => state.filters[name] ?? "";
  return {
    fromOn: of("from"),
    toOn: of("to"),
    accountId: of("person"),
    noun: of("noun"),
    verb: of("verb"),
    via: of("via"),
    text: state.search,
  };
}
