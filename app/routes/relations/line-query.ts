/** State of a page of lines, kept in its address. */
export type LineQuery = {
  /** `open`, `all`, or a relation or state of the lines; null for what waits, or everything when nothing does. */
  show: string | null;
  page: number;
  /** The line that is open for correction. */
  line: string | null;
};

export const LINE_ROWS = 50;

export function parseLineQuery(params: URLSearchParams): LineQuery {
  const page = Math.trunc(Number(params.get("page")));
  return {
    show: params.get("show"),
    page: page >= 1 && page < 10_000 ? page : 1,
    line: params.get("line"),
  };
}

export function lineSearch(query: LineQuery, change: Partial<LineQuery> = {}): `?${string}` {
  const next = { ...query, ...change };
  const params = new URLSearchParams();
  if (next.show) params.set("show", next.show);
  if (next.page > 1) params.set("page", String(next.page));
  if (next.line) params.set("line", next.line);
  return `?${params}`;
}

/** One page of the lines that a filter passes, with how many each filter would show. */
export function pageOfLines<L>(
  lines: readonly L[],
  filters: readonly { name: string; passes: (line: L) => boolean }[],
  query: LineQuery,
) {
  const counted = filters.map(({ name, passes }) => ({ name, count: lines.filter(passes).length }));
  const first = counted.find((each) => each.count > 0)?.name ?? "all";
  const show = filters.some((each) => each.name === query.show) ? (query.show ?? first) : first;
  const chosen = lines.filter((line) => filters.find((each) => each.name === show)?.passes(line) ?? true);
  const pages = Math.max(1, Math.ceil(chosen.length / LINE_ROWS));
  const page = Math.min(pages, query.page);
  const from = (page - 1) * LINE_ROWS;
  const rows = chosen.slice(from, from + LINE_ROWS);
  return {
    query: { ...query, show },
    filters: counted,
    rows,
    paging: { page, pages, from, total: chosen.length },
  };
}
