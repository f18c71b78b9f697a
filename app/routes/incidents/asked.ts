import { type ListState, parseListState } from "~/domain/list-query";

/** Search, kind and order of the list of incidents; newest first. */
export function incidentListState(url: string): ListState {
  const params = new URL(url).searchParams;
  const state = parseListState(params, { filters: ["kind"], sort: "happenedOn" });
  return params.has("sort") ? state : { ...state, isDescending: true };
}

type Listed = {
  kind: string;
  title: string;
  note: string;
  happenedOn: string;
  systemName: string | null;
  contractTitle: string | null;
};

/** The incidents an address asks for, in its order. */
export function incidentsOf<I extends Listed>(all: readonly I[], state: ListState): I[] {
  const search = state.search.normalize("NFKC").toLowerCase();
  const found = all.filter((each) => {
    if (state.filters.kind && each.kind !== state.filters.kind) return false;
    const text = [each.title, each.note, each.systemName, each.contractTitle].join(" ");
    return search === "" || text.normalize("NFKC").toLowerCase().includes(search);
  });
  const key = (each: I) => (state.sort === "title" ? each.title : each.happenedOn);
  const sorted = found.sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1));
  return state.isDescending ? sorted.reverse() : sorted;
}
