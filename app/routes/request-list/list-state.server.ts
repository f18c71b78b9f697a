import { type RequestListQuery, requestSorts } from "#db/queries/request-lists.server";
import type { Day } from "~/domain/day";
import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import { requestKinds, requestStates } from "~/domain/request";
import { isOwed } from "~/domain/request-state";

const owed = requestStates.filter(isOwed);

/** State of the list in its address; `show` "" is everything. */
export function requestListState(url: string): ListState {
  return parseListState(new URL(url).searchParams, { filters: ["show", "kind"], sort: "dueOn" });
}

/** The state as a query. `show` is a state, `owed` or `overdue` (owed and past `today`). */
export function requestQuery(state: ListState, today: Day, pageSize = PAGE_SIZE): Partial<RequestListQuery> {
  const { show } = state.filters;
  const one = requestStates.find((each) => each === show);
  const isOwedOnly = show === "owed" || show === "overdue";
  return {
    search: state.search,
    states: one ? [one] : isOwedOnly ? owed : null,
    dueBefore: show === "overdue" ? today : null,
    kind: requestKinds.find((each) => each === state.filters.kind) ?? null,
    sort: requestSorts.find((each) => each === state.sort) ?? "dueOn",
    isDescending: state.isDescending,
    page: state.page,
    pageSize,
  };
}
