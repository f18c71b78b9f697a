import type { Result } from "~/domain/problem";
import type { showDisclosure } from "~/use-cases/disclosures.server";

export type ShownDisclosureWithAnswers =
  Awaited<ReturnType<typeof showDisclosure>> extends Result<infer T> ? T : never;
type Answer = ShownDisclosureWithAnswers["answers"][number];

/** Answers on one page of the table. */
const PAGE_ROWS = 100;

export const answerFilters = ["all", "no", "blank", "set"] as const;
export type AnswerFilter = (typeof answerFilters)[number];

const passes: Record<AnswerFilter, (answer: Answer) => boolean> = {
  all: () => true,
  no: (each) => each.answer === "no",
  blank: (each) => each.answer === "blank" || each.answer === "conflict" || each.answer === "unclear",
  set: (each) => each.setAt !== null,
};

/** The row an address names by its cell, or by its number; null when it names none that is listed. */
export function rowAsked<A extends { cell: string; no: string }>(
  answers: readonly A[],
  at: string,
): A | null {
  if (at === "") return null;
  return answers.find((each) => each.cell === at) ?? answers.find((each) => each.no === at) ?? null;
}

/** What the page shows of a disclosure: one page of its answers, with how many each filter would show. */
export function disclosurePage(shown: ShownDisclosureWithAnswers, params: URLSearchParams) {
  const { disclosure, answers, unread, file, series, older, differences, stale } = shown;
  const filter = answerFilters.find((each) => each === params.get("answers")) ?? "all";
  const chosen = answers.filter(passes[filter]);
  const last = Math.max(1, Math.ceil(chosen.length / PAGE_ROWS));
  const at = rowAsked(chosen, params.get("at") ?? "");
  const asked =
    at === null ? Number(params.get("page") ?? 1) : Math.floor(chosen.indexOf(at) / PAGE_ROWS) + 1;
  const page = Math.max(1, Math.min(last, Math.trunc(asked) || 1));
  return {
    disclosure,
    unread,
    file,
    series,
    older: older && { id: older.id, issuedOn: older.issuedOn },
    differences,
    stale,
    isJustSaved: params.get("saved") === "1",
    current: series.find((each) => each.isCurrent === 1) ?? null,
    filter,
    filterCounts: answerFilters.map((name) => ({ name, count: answers.filter(passes[name]).length })),
    answers: chosen.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS),
    /** The row an address points at, by its ordinal. */
    at: at?.ordinal ?? null,
    page,
    pages: last,
    from: (page - 1) * PAGE_ROWS + 1,
    total: chosen.length,
  };
}
export type DisclosurePage = ReturnType<typeof disclosurePage>;
