import { rowStates } from "~/domain/applicability";
import { clauseText } from "~/domain/guideline";
import { PAGE_SIZE } from "~/domain/list-query";
import type { Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { showApplicability } from "~/use-cases/applicability.server";

type Shown = Awaited<ReturnType<typeof showApplicability>> extends Result<infer Value> ? Value : never;
export type ApplicabilityQuery = { guideline: string | null; system: string | null; page: number };

/** State of the page out of its address. */
export function parseApplicabilityQuery(params: URLSearchParams): ApplicabilityQuery {
  const page = Math.trunc(Number(params.get("page")));
  return {
    guideline: params.get("guideline") || null,
    system: params.get("system") || null,
    page: page >= 1 && page < 10_000 ? page : 1,
  };
}

/** The table of systems, and for the chosen one (the first without a choice) every row that falls away, 50 a page. */
export function applicabilityPage(shown: Shown, query: ApplicabilityQuery) {
  const { guideline, rules, systems } = shown;
  const chosen = systems.find((each) => each.id === query.system) ?? systems[0] ?? null;
  const excluded = excludedRows(chosen?.applicability.rows ?? []);
  const pages = Math.max(1, Math.ceil(excluded.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const from = (page - 1) * PAGE_SIZE;
  const rows = excluded.slice(from, from + PAGE_SIZE);
  return {
    ref: catalogueRef(guideline.head),
    editions: shown.editions.map((head) => ({
      ref: catalogueRef(head),
      version: head.version,
      title: head.title,
    })),
    notice: guideline.head.notice,
    isTotalUnknown: guideline.isTotalUnknown,
    isOfficialTextLoaded: shown.isOfficialTextLoaded,
    staff: shown.facts.staff,
    route: shown.route,
    hasClasses: rules.classes.length > 0,
    facts: [
      ...rules.classes.map((each) => ({ key: each.name, ...each })),
      ...rules.reliefs,
      ...rules.notes,
    ].map(({ key, text, sourceCount, source }) => ({ key, text, sourceCount, source })),
    systems: systems.map(({ id, name, form, applicability }) => ({
      id,
      name,
      form,
      classes: applicability.classes.map((each) => each.name),
      counts: applicability.counts,
      total: applicability.rows.length,
    })),
    chosen: chosen && { id: chosen.id, name: chosen.name, volumes: chosen.applicability.volumes },
    groups: groupsOf(rows, rules.reliefs),
    paging: { page, pages, from: from + 1, to: from + rows.length, total: excluded.length },
  };
}
export type ApplicabilityPage = ReturnType<typeof applicabilityPage>;

type Row = Shown["systems"][number]["applicability"]["rows"][number];

/** Rows that fall away: those of whole volumes last, the others by the rules that let them be shortened. */
function excludedRows(rows: readonly Row[]): Row[] {
  const reasonOf = (row: Row) => row.reliefs.map((each) => each.key).join(" ");
  const reasons = [...new Set(rows.map(reasonOf))];
  return rows
    .filter((each) => each.state !== "applies")
    .sort(
      (a, b) =>
        rowStates.indexOf(a.state) - rowStates.indexOf(b.state) ||
        reasons.indexOf(reasonOf(a)) - reasons.indexOf(reasonOf(b)),
    );
}

/** The rows of one page under the reason they share, so that no reason is read thirty times. */
function groupsOf(rows: readonly Row[], reliefs: Shown["rules"]["reliefs"]) {
  const groups = new Map<string, { state: Row["state"]; keys: string[]; rows: Row[] }>();
  for (const row of rows) {
    const keys = row.reliefs.map((each) => each.key);
    const name = `${row.state} ${keys.join(" ")}`;
    const group = groups.get(name) ?? { state: row.state, keys, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups].map(([name, group]) => ({
    name,
    state: group.state,
    reasons: reliefs
      .filter((each) => group.keys.includes(each.key))
      .map(({ key, text, sourceCount, source }) => ({ key, text, sourceCount, source })),
    rows: group.rows.map(({ requirement }) => ({
      key: requirement.key,
      clause: clauseText(requirement),
      summary: requirement.summary,
    })),
  }));
}
