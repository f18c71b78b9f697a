import { isId } from "~/domain/ids";
import { type ListState, PAGE_SIZE, parseListState } from "~/domain/list-query";
import type { Visit } from "~/scope.server";
import { listMeasures } from "~/use-cases/measures.server";

/** The board as the address asks for it: one measure, one system, words of a system's name. */
export async function readBoard({ ports, scope }: Visit, url: string) {
  const params = new URL(url).searchParams;
  const state: ListState = parseListState(params, { filters: ["measure", "system"], sort: "system" });
  const systemId = isId(state.filters.system ?? "") ? (state.filters.system ?? "") : "";
  const board = await listMeasures(ports, scope, { measureKey: state.filters.measure ?? "", systemId });
  const search = state.search.normalize("NFKC").toLowerCase();
  const cells = board.cells.filter((each) =>
    each.system.name.normalize("NFKC").toLowerCase().includes(search),
  );
  return { ...board, state, cells, total: cells.length };
}

/** The rows of one page. */
export function pageOf<T>(rows: readonly T[], state: ListState): T[] {
  return rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE);
}
