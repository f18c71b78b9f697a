import type { ContractPeriod } from "./contract.ts";
import { periodKnownAt } from "./contract.ts";
import type { Day } from "./day.ts";
import { addDays, addMonths } from "./day.ts";
import { inForceOf, type Revision, stretchesOf } from "./timeline.ts";

/** Rows of a contract's 年表, from top to bottom. */
export const historyLanes = ["period", "role-sheet", "disclosure", "paper"] as const;
export type HistoryLane = (typeof historyLanes)[number];

/** One thing on the 年表. `to` is absent for a moment, null for a stretch without an end. */
export type HistoryMark = {
  id: string;
  lane: HistoryLane;
  from: Day;
  to?: Day | null;
  /** Recorded after what is asked about: it was not known yet. */
  isLater: boolean;
  /** What the mark is about: a revision's number, a form, a paper's title; the words are the screen's. */
  name: string;
  no: number | null;
  /** Id of the record to open, null for the contract itself. */
  recordId: string | null;
};

type Recorded = { id: string; recordedSeq: number };
export type HistoryFacts = {
  periods: readonly ContractPeriod[];
  /** Revisions by sheet. */
  sheets: readonly {
    roleSheetId: string;
    title: string;
    revisions: readonly (Revision & { revisionNo: number })[];
  }[];
  disclosures: readonly (Recorded & { issuedOn: Day; name: string; withdrawnSeq: number | null })[];
  papers: readonly (Recorded & { issuedOn: Day; title: string; issueNo: number })[];
};

/**
 * Everything a contract's 年表 shows, with what was recorded after `knownSeq` marked as later. What was
 * withdrawn or corrected by then is left out, because it no longer counted.
 */
export function contractHistory(facts: HistoryFacts, knownSeq: number): HistoryMark[] {
  const isLater = (each: Recorded) => each.recordedSeq > knownSeq;
  return [
    ...periodMarks(facts.periods, knownSeq),
    ...facts.sheets.flatMap((sheet) => sheetMarks(sheet, periodEnd(facts.periods, knownSeq), knownSeq)),
    ...facts.disclosures
      .filter((each) => each.withdrawnSeq === null || each.withdrawnSeq > knownSeq)
      .map(
        (each): HistoryMark => ({
          id: each.id,
          lane: "disclosure",
          from: each.issuedOn,
          isLater: isLater(each),
          name: each.name,
          no: null,
          recordId: each.id,
        }),
      ),
    ...facts.papers.map(
      (each): HistoryMark => ({
        id: each.id,
        lane: "paper",
        from: each.issuedOn,
        isLater: isLater(each),
        name: each.title,
        no: each.issueNo,
        recordId: each.id,
      }),
    ),
  ];
}

/** The period known then, and the newest one where it says something else. */
function periodMarks(periods: readonly ContractPeriod[], knownSeq: number): HistoryMark[] {
  const known = periodKnownAt(periods, knownSeq);
  const newest = periodKnownAt(periods, Number.MAX_SAFE_INTEGER);
  const shown = known?.id === newest?.id ? [known] : [known, newest];
  return shown.flatMap((each): HistoryMark[] =>
    each?.inForceFrom
      ? [
          {
            id: each.id,
            lane: "period",
            from: each.inForceFrom,
            to: each.inForceTo,
            isLater: each.recordedSeq > knownSeq,
            name: "",
            no: null,
            recordId: null,
          },
        ]
      : [],
  );
}

/** Where roles end with the contract (timeline: a revision is cut by the period as known then). */
function periodEnd(periods: readonly ContractPeriod[], knownSeq: number): Day | null {
  return periodKnownAt(periods, knownSeq)?.inForceTo ?? null;
}

function sheetMarks(sheet: HistoryFacts["sheets"][number], end: Day | null, knownSeq: number): HistoryMark[] {
  const known = stretchesOf(sheet.revisions, knownSeq);
  const mark = (
    revision: HistoryFacts["sheets"][number]["revisions"][number],
    to: Day | null,
  ): HistoryMark => ({
    id: revision.id,
    lane: "role-sheet",
    from: revision.effectiveFrom,
    to: end !== null && end >= revision.effectiveFrom && (to === null || to > end) ? end : to,
    isLater: revision.recordedSeq > knownSeq,
    name: sheet.title,
    no: revision.revisionNo,
    recordId: sheet.roleSheetId,
  });
  const newest = stretchesOf(sheet.revisions, Number.MAX_SAFE_INTEGER);
  const later = newest.filter((each) => each.revision.recordedSeq > knownSeq);
  return [
    ...known.map((each) => mark(each.revision, each.to)),
    ...later.map((each) => mark(each.revision, each.to)),
  ];
}

/**
 * The days a 年表 spans: everything on it, the day asked about and today, with room on both sides; at least
 * a year. A stretch without an end asks for half a year after the last day named.
 */
export function historySpan(
  marks: readonly HistoryMark[],
  days: readonly [Day, ...Day[]],
): { from: Day; to: Day } {
  const named = [...marks.flatMap((each) => (each.to ? [each.from, each.to] : [each.from])), ...days].sort();
  const first = named[0] ?? days[0];
  const last = named.at(-1) ?? days[0];
  const hasOpenEnd = marks.some((each) => each.to === null);
  const from = addDays(first, -30);
  const to = hasOpenEnd ? addMonths(last, 6) : addDays(last, 45);
  const aYear = addMonths(from, 12);
  return { from, to: to < aYear ? aYear : to };
}

/** Of several disclosures the newest of each series that counted on `day`, as known by `knownSeq`. */
export function disclosuresAsOf<
  D extends {
    productVersionId: string;
    form: string;
    issuedOn: Day;
    recordedSeq: number;
    withdrawnSeq: number | null;
  },
>(disclosures: readonly D[], day: Day, knownSeq: number): D[] {
  const newest = new Map<string, D>();
  for (const each of disclosures) {
    const isKnown =
      each.recordedSeq <= knownSeq && (each.withdrawnSeq === null || each.withdrawnSeq > knownSeq);
    if (!isKnown || each.issuedOn > day) continue;
    const key = `${each.productVersionId} ${each.form}`;
    const best = newest.get(key);
    const isNewer =
      !best ||
      each.issuedOn > best.issuedOn ||
      (each.issuedOn === best.issuedOn && each.recordedSeq > best.recordedSeq);
    if (isNewer) newest.set(key, each);
  }
  return [...newest.values()];
}

/** True when a later record says something else about the day than what was known then. */
export function hasLaterRevision(revisions: readonly Revision[], knownSeq: number): boolean {
  return inForceOf(revisions, Number.MAX_SAFE_INTEGER).some((each) => each.recordedSeq > knownSeq);
}
