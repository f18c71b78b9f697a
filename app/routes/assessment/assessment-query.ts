export const assessmentShows = ["gaps", "open", "all"] as const;
export type AssessmentShow = (typeof assessmentShows)[number];

/** State of the page, kept in its address. */
export type AssessmentQuery = {
  /** `id@version`; null for the edition the page opens with. */
  guideline: string | null;
  /** `システム運用編 14`; null for all. */
  chapter: string | null;
  show: AssessmentShow;
  /** `id@version` of a subset (確認事項); null for every item. */
  set: string | null;
  /** Requirement whose row is open with its decision. */
  open: string | null;
  /** From 1; null leads to the page that holds the open row. */
  page: number | null;
};

export function parseAssessmentQuery(params: URLSearchParams): AssessmentQuery {
  const page = Math.trunc(Number(params.get("page")));
  return {
    guideline: params.get("guideline") || null,
    chapter: params.get("chapter") || null,
    show: assessmentShows.find((each) => each === params.get("show")) ?? "gaps",
    set: params.get("set") || null,
    open: params.get("open") || null,
    page: page >= 1 && page < 10_000 ? page : null,
  };
}

/** The query of the address after some change. */
export function assessmentSearch(
  query: AssessmentQuery,
  change: Partial<AssessmentQuery> = {},
): `?${string}` {
  const next = { ...query, ...change };
  const params = new URLSearchParams();
  if (next.guideline) params.set("guideline", next.guideline);
  if (next.chapter) params.set("chapter", next.chapter);
  if (next.show !== "gaps") params.set("show", next.show);
  if (next.set) params.set("set", next.set);
  if (next.open) params.set("open", next.open);
  if (next.page) params.set("page", String(next.page));
  return `?${params}`;
}
