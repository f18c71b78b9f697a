import { type DisclosureListQuery, disclosureSorts } from "#db/queries/disclosures.server";
import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import { formIds } from "~/domain/questionnaire";

/** State of the list in its address; `show` "" is the current disclosures. */
export function disclosureListState(url: string): ListState {
  const params = new URL(url).searchParams;
  const state = parseListState(params, { filters: ["show", "form"], sort: "receivedAt" });
  // why: without any order asked, the newest receipt stands first.
  return params.has("sort") ? state : { ...state, isDescending: true };
}

/** The state as a query; `stale` are those `show=stale` narrows to, `pageSize` other than a page's for the export. */
export function disclosureQuery(
  state: ListState,
  pageSize = PAGE_SIZE,
  stale: readonly { id: string }[] = [],
): DisclosureListQuery {
  const show = state.filters.show;
  return {
    search: state.search,
    form: formIds.find((each) => each === state.filters.form) ?? null,
    show: show === "all" || show === "withdrawn" ? show : "current",
    ids: show === "stale" ? stale.map((each) => each.id) : null,
    vendorId: null,
    productVersionId: null,
    sort: disclosureSorts.find((each) => each === state.sort) ?? "receivedAt",
    isDescending: state.isDescending,
    page: state.page,
    pageSize,
  };
}
