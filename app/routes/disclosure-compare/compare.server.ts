import { answerChanges, type ComparedRow } from "~/domain/disclosure-comparison";
import { isId } from "~/domain/ids";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { compareInSeries } from "~/use-cases/compare-disclosures.server";

/** What counts as changed when nothing else is asked: everything but equal rows. */
const isChanged = ({ change }: ComparedRow) => change !== "none" && change !== "width";

/**
 * Two disclosures of the address (`with` = the other one) and the rows it asks for (`show` = a change or `all`).
 * @throws 404 when there is no such disclosure in this hospital, or the other one is of another series
 */
export async function readDisclosureComparison(visit: Visit, id: string | undefined, url: string) {
  const params = new URL(url).searchParams;
  const withId = params.get("with") || null;
  if (!isId(id) || (withId !== null && !isId(withId))) throw refuse([problem("not-found")]);
  const asked = { disclosureId: id, withId, guideline: null };
  const compared = await compareInSeries(visit.ports, visit.scope, asked);
  if (!compared.ok) throw refuse(compared.problems);
  const { pair, ...rest } = compared.value;
  const state = parseListState(params, { filters: ["show", "with"], sort: "" });
  if (pair === null) return { ...rest, state, pair: null };
  const show = state.filters.show ?? "";
  const change = answerChanges.find((each) => each === show);
  const rows = pair.comparison.rows.filter((each) =>
    change ? each.change === change : show === "all" || isChanged(each),
  );
  return {
    ...rest,
    state,
    pair: { ...pair, shown: rows, changed: pair.comparison.rows.filter(isChanged).length },
  };
}

/** The same as a page shows it: one page of rows, without those it does not show. */
export async function readComparisonPage(visit: Visit, id: string | undefined, url: string) {
  const { pair, state, disclosure, series } = await readDisclosureComparison(visit, id, url);
  const facts = { disclosure, series: series.map(choiceOf), state };
  if (pair === null) return { ...facts, pair: null };
  const { comparison, shown, older, newer, decisions, ...rest } = pair;
  const from = (state.page - 1) * PAGE_SIZE;
  return {
    ...facts,
    pair: {
      ...rest,
      older: choiceOf(older),
      newer: choiceOf(newer),
      crosswalk: comparison.crosswalk,
      counts: comparison.counts,
      total: comparison.rows.length,
      found: shown.length,
      rows: shown.slice(from, from + PAGE_SIZE),
      decisions: decisions.map(({ decision, ...effect }) => ({
        ...effect,
        ...{ id: decision.id, decided: decision.kind, requirement: decision.requirement },
      })),
    },
  };
}

type Made = { id: string; issuedOn: string; formVersion: string; withdrawnReason: string | null };
const choiceOf = ({ id, issuedOn, formVersion, withdrawnReason }: Made) => ({
  ...{ id, issuedOn, formVersion },
  isWithdrawn: withdrawnReason !== null,
});
