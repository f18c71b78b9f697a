import { parseListState } from "~/domain/list-query";

/** The state of the list in an address. */
export function connectionListState(params: URLSearchParams) {
  return parseListState(params, { filters: ["purpose", "method", "systemId"], sort: "system" });
}
