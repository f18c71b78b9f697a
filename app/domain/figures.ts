import { type ContractPeriod, contractState } from "./contract.ts";
import { type Day, daysBetween } from "./day.ts";
import { asOf, type Revision } from "./timeline.ts";
import { type TwoFactorRecord, type TwoFactorState, twoFactorAsOf, twoFactorPlaces } from "./two-factor.ts";

/**
 * 年ごとの数字. Every figure is counted from the records as they are known now, for a day in the past: nothing
 * is stored, so a correction corrects the figures too. Each number keeps its total, because a share without it
 * says nothing.
 */

export type Share = { count: number; total: number };

/** A system and the days between which it was in use. `inUseFrom` null = in use since it was registered. */
export type SystemSpan = {
  id: string;
  productVersionId: string;
  inUseFrom: Day | null;
  inUseTo: Day | null;
  registeredOn: Day;
  archivedOn: Day | null;
};
export type DisclosureDay = { productVersionId: string; issuedOn: Day; isWithdrawn: boolean };
/** An agreed revision with the counts of its rows. `checked` = rows with any 初回確認. */
export type CountedRevision = Revision & {
  roleSheetId: string;
  contractId: string;
  checked: number;
  yes: number;
};
/** 完了日 of one row that was いいえ at first. */
export type Completion = { checkedOn: Day; completedOn: Day };
/** 対応方針 of one gap: the day of its first decision, and the day it was closed. */
export type GapSpan = { openedOn: Day; closedOn: Day | null };

export type FigureFacts = {
  systems: readonly SystemSpan[];
  disclosures: readonly DisclosureDay[];
  contracts: readonly { id: string; periods: readonly ContractPeriod[] }[];
  revisions: readonly CountedRevision[];
  completions: readonly Completion[];
  gaps: readonly GapSpan[];
  twoFactor: readonly TwoFactorRecord[];
};

export type TwoFactorCounts = Record<TwoFactorState | "unknown", number>;
/** What stood on one day. */
export type FigurePoint = {
  day: Day;
  disclosed: Share;
  roleSheets: Share;
  firstYes: Share;
  twoFactor: TwoFactorCounts;
};
/** What happened in one fiscal year (April to March), named by the year in which it begins. */
export type FigureYear = {
  fiscalYear: number;
  completions: { count: number; medianDays: number | null; longestDays: number | null };
  gaps: { opened: number; closed: number; openAtEnd: number };
};

const NOW = Number.MAX_SAFE_INTEGER;

/** 年度: the year in which the April before the day lies (03-31 still belongs to the year before). */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= "04-01" ? year : year - 1;
}

/** The last day of a fiscal year. */
export function endOfFiscalYear(fiscalYear: number): Day {
  return `${fiscalYear + 1}-03-31`;
}

/** The first fiscal year the facts speak of, at most `most` years back from today; null without any facts. */
export function firstFiscalYear(facts: FigureFacts, today: Day, most: number): number | null {
  const days = [
    ...facts.systems.map((each) => each.inUseFrom ?? each.registeredOn),
    ...facts.disclosures.map((each) => each.issuedOn),
    ...facts.revisions.map((each) => each.effectiveFrom),
    ...facts.gaps.map((each) => each.openedOn),
    ...facts.twoFactor.map((each) => each.effectiveFrom),
  ].filter((each) => each <= today);
  if (days.length === 0) return null;
  const first = days.reduce((least, each) => (each < least ? each : least));
  return Math.max(fiscalYearOf(first), fiscalYearOf(today) - most + 1);
}

/** One point at the end of each fiscal year that is over, and one today. */
export function figurePoints(facts: FigureFacts, firstYear: number, today: Day): FigurePoint[] {
  const points: FigurePoint[] = [];
  for (let year = firstYear; year < fiscalYearOf(today); year += 1) {
    points.push(pointOn(facts, endOfFiscalYear(year)));
  }
  return [...points, pointOn(facts, today)];
}

function pointOn(facts: FigureFacts, day: Day): FigurePoint {
  const systems = facts.systems.filter((each) => isInUse(each, day));
  const held = heldOn(facts, day);
  return {
    day,
    disclosed: disclosedOn(facts, systems, day),
    roleSheets: {
      count: held.contracts.filter((id) => held.revisions.some((each) => each.contractId === id)).length,
      total: held.contracts.length,
    },
    firstYes: {
      count: sum(held.revisions.map((each) => each.yes)),
      total: sum(held.revisions.map((each) => each.checked)),
    },
    twoFactor: twoFactorOn(facts, systems, day),
  };
}

/** In use on the day; the last day counts. A system that was put away counts until that day. */
export function isInUse(system: SystemSpan, day: Day): boolean {
  const from = system.inUseFrom ?? system.registeredOn;
  if (day < from) return false;
  if (system.inUseTo !== null && day > system.inUseTo) return false;
  return system.archivedOn === null || day < system.archivedOn;
}

function disclosedOn(facts: FigureFacts, systems: readonly SystemSpan[], day: Day): Share {
  const known = new Set(
    facts.disclosures
      .filter((each) => !each.isWithdrawn && each.issuedOn <= day)
      .map((each) => each.productVersionId),
  );
  return {
    count: systems.filter((each) => known.has(each.productVersionId)).length,
    total: systems.length,
  };
}

/** Contracts in force on the day, and of each of their sheets the revision that held. */
function heldOn(facts: FigureFacts, day: Day) {
  const contracts = facts.contracts
    .filter(({ periods }) => {
      const period = asOf(periods, day, NOW);
      return period !== null && contractState(period, day) === "in-force";
    })
    .map((each) => each.id);
  const inForce = new Set(contracts);
  const bySheet = new Map<string, CountedRevision[]>();
  for (const each of facts.revisions) {
    if (!inForce.has(each.contractId)) continue;
    const own = bySheet.get(each.roleSheetId);
    if (own) own.push(each);
    else bySheet.set(each.roleSheetId, [each]);
  }
  const revisions = [...bySheet.values()].flatMap((own) => asOf(own, day, NOW) ?? []);
  return { contracts, revisions };
}

function twoFactorOn(facts: FigureFacts, systems: readonly SystemSpan[], day: Day): TwoFactorCounts {
  const counts: TwoFactorCounts = {
    ready: 0,
    planned: 0,
    "not-possible": 0,
    "not-applicable": 0,
    unknown: 0,
  };
  for (const { id: systemId } of systems) {
    for (const place of twoFactorPlaces) {
      const held = twoFactorAsOf(facts.twoFactor, { systemId, place }, day, NOW);
      counts[held?.state ?? "unknown"] += 1;
    }
  }
  return counts;
}

/** What happened in each fiscal year up to today. */
export function figureYears(facts: FigureFacts, firstYear: number, today: Day): FigureYear[] {
  const years: FigureYear[] = [];
  for (let year = firstYear; year <= fiscalYearOf(today); year += 1) years.push(yearOf(facts, year, today));
  return years;
}

function yearOf(facts: FigureFacts, fiscalYear: number, today: Day): FigureYear {
  const end = endOfFiscalYear(fiscalYear);
  const last = end < today ? end : today;
  const days = facts.completions
    .filter((each) => fiscalYearOf(each.completedOn) === fiscalYear && each.completedOn <= today)
    .map((each) => daysBetween(each.checkedOn, each.completedOn))
    .sort((a, b) => a - b);
  const opened = facts.gaps.filter((each) => fiscalYearOf(each.openedOn) === fiscalYear);
  const closed = facts.gaps.filter(
    (each) => each.closedOn !== null && fiscalYearOf(each.closedOn) === fiscalYear,
  );
  const open = facts.gaps.filter(
    (each) => each.openedOn <= last && (each.closedOn === null || each.closedOn > last),
  );
  return {
    fiscalYear,
    completions: { count: days.length, medianDays: median(days), longestDays: days.at(-1) ?? null },
    gaps: { opened: opened.length, closed: closed.length, openAtEnd: open.length },
  };
}

/** The middle one of sorted numbers; between two, their mean. */
function median(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
