/** State of a list, kept in its address: search, filters, order, archive, page. */
export type ListState = {
  search: string;
  filters: Readonly<Record<string, string>>;
  sort: string;
  isDescending: boolean;
  archived: boolean;
  /** From 1. */
  page: number;
};

/** Rows of one page; 500 rows of HTML cost 20 ms of CPU. */
export const PAGE_SIZE = 50;
const MAX_SEARCH = 200;
const MAX_PAGE = 100_000;

/**
 * Reads the state out of an address's query (`q`, `sort`, `desc`, `archived`, `page` and the filters' names).
 * Anything unreadable falls back to the list's own beginning; nothing is refused.
 * @param defaults names of the filters and the column the list is sorted by when nothing is asked
 */
export function parseListState(
  params: URLSearchParams,
  defaults: { filters: readonly string[]; sort: string },
): ListState {
  const page = Number(params.get("page") ?? "1");
  const filters: Record<string, string> = {};
  for (const name of defaults.filters) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  return {
    search: (params.get("q") ?? "").trim().slice(0, MAX_SEARCH),
    filters,
    sort: params.get("sort") || defaults.sort,
    isDescending: params.get("desc") === "1",
    archived: params.get("archived") === "1",
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/**
 * The query of a list's address after some change, "" for the list's beginning. A change of anything but the
 * page goes back to page 1, because the rows are others then.
 */
export function listSearch(state: ListState, change: Partial<ListState> = {}): string {
  const next = { ...state, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.search !== "") params.set("q", next.search);
  for (const [name, value] of Object.entries(next.filters)) if (value !== "") params.set(name, value);
  params.set("sort", next.sort);
  if (next.isDescending) params.set("desc", "1");
  if (next.archived) params.set("archived", "1");
  if (next.page > 1) params.set("page", String(next.page));
  // A space as %20: our own rule for paths to return to (`safePath`) knows no "+".
  return `?${params.toString().replaceAll("+", "%20")}`;
}

/** The state with one filter set, or taken away by "". */
export function withFilter(state: ListState, name: string, value: string): Partial<ListState> {
  return { filters: { ...state.filters, [name]: value } };
}
