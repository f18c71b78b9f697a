export const itemShows = ["doubts", "all", "changed", "removed"] as const;
export type ItemShow = (typeof itemShows)[number];

/** State of the page, kept in its address. */
export type DraftQuery = {
  /** null: what waits for a person, or everything when nothing does. */
  show: ItemShow | null;
  page: number;
  /** Row of the draft that is open for correction. */
  row: number | null;
  /** Page of the file's rows that became no item. */
  fates: number;
};

const whole = (text: string | null): number | null => {
  const number = Math.trunc(Number(text));
  return number >= 1 && number < 100_000 ? number : null;
};

export function parseDraftQuery(params: URLSearchParams): DraftQuery {
  return {
    show: itemShows.find((each) => each === params.get("show")) ?? null,
    page: whole(params.get("page")) ?? 1,
    row: whole(params.get("row")),
    fates: whole(params.get("fates")) ?? 1,
  };
}

/** The query of the address after some change. */
export function draftSearch(query: DraftQuery, change: Partial<DraftQuery> = {}): `?${string}` {
  const next = { ...query, ...change };
  const params = new URLSearchParams();
  if (next.show) params.set("show", next.show);
  if (next.page > 1) params.set("page", String(next.page));
  if (next.row) params.set("row", String(next.row));
  if (next.fates > 1) params.set("fates", String(next.fates));
  return `?${params}`;
}
