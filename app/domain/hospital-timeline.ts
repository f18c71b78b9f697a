import type { ContractPeriod } from "./contract.ts";
import type { TermsRevision } from "./contract-terms.ts";
import { addDays, type Day } from "./day.ts";
import { type IncidentEntry, incidentsKnownAt } from "./incident.ts";
import type { RowParty } from "./role-sheet.ts";
import { inForceOf, type Revision, stretchesOf } from "./timeline.ts";

/** What a stretch on a timeline says; words and patterns are the screen's. */
export type StretchKind = "period" | "gap" | RowParty;
/** Days from `from` to `to`, both of them included; `to` null = without an end. */
export type Stretch = {
  kind: StretchKind;
  from: Day;
  to: Day | null;
  about: string;
  recordId: string | null;
  /** Of a joint: the systems whose vendors act, and who acts in an emergency where somebody else does. */
  sides?: string[];
  emergency?: { kind: RowParty; about: string; sides: string[] };
};
export type Moment = {
  kind: "incident" | "amendment";
  from: Day;
  to: Day | null;
  about: string;
  recordId: string;
};

/**
 * Days of [from, to] on which none of the periods runs: 契約のない期間. Periods may overlap and be given in any
 * order; one without an end covers the rest.
 * @param to null = without an end
 */
export function gapsInCover(
  wanted: { from: Day; to: Day | null },
  periods: readonly { from: Day; to: Day | null }[],
): { from: Day; to: Day | null }[] {
  const gaps: { from: Day; to: Day | null }[] = [];
  let open: Day = wanted.from;
  for (const period of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (isPast(open, wanted.to)) return gaps;
    if (period.to !== null && period.to < open) continue;
    if (period.from > open) {
      const end = addDays(period.from, -1);
      gaps.push({ from: open, to: wanted.to !== null && end > wanted.to ? wanted.to : end });
    }
    if (period.to === null) return gaps;
    open = addDays(period.to, 1);
  }
  if (!isPast(open, wanted.to)) gaps.push({ from: open, to: wanted.to });
  return gaps;
}

function isPast(day: Day, to: Day | null): boolean {
  return to !== null && day > to;
}

export type SystemFacts = { id: string; name: string; from: Day; to: Day | null };
export type ContractFacts = {
  id: string;
  number: string;
  title: string;
  revisions: readonly TermsRevision[];
};
type Days = { from: Day; to: Day | null };

/**
 * Days on which a contract was in force, in order, as known by `knownSeq`: each revision of its terms counts from
 * its day to the next one's, cut by the period it states itself (the rule of `whoWasInCharge`, day by day).
 */
export function inForceDays<P extends ContractPeriod>(
  periods: readonly P[],
  knownSeq: number,
): (Days & { revision: P })[] {
  return stretchesOf(periods, knownSeq).flatMap(({ revision, from, to }) => {
    if (revision.inForceFrom === null) return [];
    const own = { from: revision.inForceFrom, to: revision.inForceTo };
    const cut = cutBy({ from, to: to === null ? null : addDays(to, -1) }, own);
    return cut === null ? [] : [{ ...cut, revision }];
  });
}

/** Neighbouring or overlapping stretches of days as one. */
function joined(days: readonly Days[]): Days[] {
  const result: Days[] = [];
  for (const each of [...days].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last && (last.to === null || each.from <= addDays(last.to, 1))) {
      if (last.to !== null && (each.to === null || each.to > last.to)) last.to = each.to;
    } else result.push({ from: each.from, to: each.to });
  }
  return result;
}

/** Contracts' periods and systems' gaps as known by `knownSeq`: one lane a contract, one a system with a gap. */
export function coverLanes(
  facts: { contracts: readonly ContractFacts[]; systems: readonly SystemFacts[] },
  knownSeq: number,
) {
  const covered = new Map<string, Days[]>();
  const contracts = facts.contracts.flatMap(({ id, number, title, revisions }) => {
    const days = inForceDays(revisions, knownSeq);
    for (const { revision, from, to } of days) {
      for (const systemId of revision.systemIds)
        covered.set(systemId, [...(covered.get(systemId) ?? []), { from, to }]);
    }
    const stretches = joined(days).map(
      (each): Stretch => ({
        kind: "period",
        ...each,
        about: title,
        recordId: id,
      }),
    );
    return stretches.length === 0 ? [] : [{ id, name: `${number} ${title}`, stretches }];
  });
  const systems = facts.systems.map(({ id, name, from, to }) => ({
    id,
    name,
    stretches: gapsInCover({ from, to }, covered.get(id) ?? []).map(
      (gap): Stretch => ({
        kind: "gap",
        ...gap,
        about: name,
        recordId: id,
      }),
    ),
  }));
  return { contracts, systems: systems.filter((each) => each.stretches.length > 0) };
}

/** Amendments by 覚書 and renewals known by then, as marks on their contract's lane. */
export function amendmentMarks(contract: ContractFacts, knownSeq: number): Moment[] {
  return inForceOf(contract.revisions, knownSeq)
    .filter((each) => each.origin !== "first")
    .map((each) => ({
      kind: "amendment",
      from: each.effectiveFrom,
      to: null,
      about: [each.source.number, each.source.title].filter((text) => text !== "").join(" "),
      recordId: each.id,
    }));
}

/** A revision with the one row that is asked about; null where the revision does not have it. */
export type RowRevision = Revision & {
  revisionNo: number;
  row: { party: RowParty; thirdPartyName: string } | null;
};

/**
 * Who bore one row of one sheet, stretch by stretch, as known by `knownSeq`: revisions in turn, cut by the
 * contract's period; neighbouring revisions that say the same are one stretch.
 */
export function partyStretches(
  revisions: readonly RowRevision[],
  periods: readonly ContractPeriod[],
  knownSeq: number,
): Stretch[] {
  const inForce = joined(inForceDays(periods, knownSeq));
  const stretches: Stretch[] = [];
  for (const { revision, from, to } of stretchesOf(revisions, knownSeq)) {
    if (revision.row === null) continue;
    const { party: kind, thirdPartyName: about } = revision.row;
    for (const period of inForce) {
      const cut = cutBy({ from, to: to === null ? null : addDays(to, -1) }, period);
      if (cut === null) continue;
      const last = stretches.at(-1);
      const isSame = last && last.kind === kind && last.about === about && last.to === addDays(cut.from, -1);
      if (isSame) last.to = cut.to;
      else stretches.push({ kind, about, ...cut, recordId: revision.id });
    }
  }
  return stretches;
}

/** The days of both; null when they share none. */
export function cutBy(one: Days, by: Days): Days | null {
  const from = one.from > by.from ? one.from : by.from;
  const to = one.to === null || (by.to !== null && by.to < one.to) ? by.to : one.to;
  return to !== null && to < from ? null : { from, to };
}

/** Incidents as known then, as marks of a timeline. */
export function incidentMarks(entries: readonly IncidentEntry[], knownSeq: number): Moment[] {
  return incidentsKnownAt(entries, knownSeq).map((each) => ({
    kind: "incident",
    from: each.happenedOn,
    to: each.endedOn,
    about: each.title,
    recordId: each.incidentId,
  }));
}
