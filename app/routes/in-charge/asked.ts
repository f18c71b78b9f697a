import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import type { InChargeQuery } from "~/use-cases/in-charge.server";

/** What the address asks: days, item, vendor, party, words, page. */
export function inChargeState(url: string): ListState {
  const filters = ["day", "knownOn", "row", "vendor", "party"];
  return parseListState(new URL(url).searchParams, { filters, sort: "no" });
}

/** The same as the use case takes it. */
export function inChargeQuery(state: ListState, pageSize = PAGE_SIZE): InChargeQuery {
  const { day = "", knownOn = "", row = "", vendor = "", party = "" } = state.filters;
  return {
    day,
    knownOn,
    search: state.search,
    rowKey: row,
    vendorId: vendor,
    party,
    page: state.page,
    pageSize,
  };
}
