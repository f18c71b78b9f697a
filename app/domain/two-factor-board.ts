import type { Day } from "./day.ts";
import type { TwoFactorFacts, TwoFactorPlace } from "./two-factor.ts";
import type { TwoFactorDate } from "./two-factor-dates.ts";

/**
 * Where one place of one system stands against a day: in place, planned by then, planned for later, not possible,
 * not asked, or nobody has recorded anything. `date-unknown`: planned, and the day itself is not known.
 */
export const boardStandings = [
  "ready",
  "not-applicable",
  "planned-within",
  "planned-after",
  "date-unknown",
  "not-possible",
  "unrecorded",
] as const;
export type BoardStanding = (typeof boardStandings)[number];

/** 次の更新: the day the system is to be replaced, else the nearest end of a contract that covers it. */
export const renewalOrigins = ["system", "contract"] as const;
export type NextRenewal = { on: Day; origin: (typeof renewalOrigins)[number]; name: string };

export function standingAgainst(
  held: Pick<TwoFactorFacts, "state" | "plannedOn"> | null,
  day: Day | null,
): BoardStanding {
  if (held === null) return "unrecorded";
  if (held.state !== "planned") return held.state;
  if (day === null || held.plannedOn === null) return "date-unknown";
  return held.plannedOn <= day ? "planned-within" : "planned-after";
}

/**
 * The next renewal from today on. A day that has passed is none, because what happened on it is not recorded.
 * @param system last day of use as registered
 * @param contracts ends of the contracts that cover the system
 */
export function nextRenewal(
  system: { name: string; inUseTo: Day | null },
  contracts: readonly { title: string; inForceTo: Day | null }[],
  today: Day,
): NextRenewal | null {
  if (system.inUseTo !== null && system.inUseTo >= today)
    return { on: system.inUseTo, origin: "system", name: system.name };
  const coming = contracts.flatMap(({ title, inForceTo }): NextRenewal[] =>
    inForceTo !== null && inForceTo >= today ? [{ on: inForceTo, origin: "contract", name: title }] : [],
  );
  return coming.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null;
}

/** Columns a row is held against: the next renewal, and every date of the data by its key. */
export const RENEWAL = "renewal";
export type BoardRow<H> = {
  place: TwoFactorPlace;
  held: H | null;
  renewal: NextRenewal | null;
  against: Record<string, BoardStanding>;
};

export function boardRow<H extends TwoFactorFacts>(
  place: TwoFactorPlace,
  held: H | null,
  renewal: NextRenewal | null,
  dates: readonly Pick<TwoFactorDate, "key" | "by">[],
): BoardRow<H> {
  const asked = [[RENEWAL, renewal?.on ?? null] as const, ...dates.map(({ key, by }) => [key, by] as const)];
  return {
    place,
    held,
    renewal,
    against: Object.fromEntries(asked.map(([key, day]) => [key, standingAgainst(held, day)])),
  };
}

/** How many rows stand how, for each column; the parts of a column add up to the rows. */
export function countStandings(
  rows: readonly Pick<BoardRow<unknown>, "against">[],
  keys: readonly string[],
): { key: string; counts: Record<BoardStanding, number>; total: number }[] {
  return keys.map((key) => {
    const counts: Record<BoardStanding, number> = {
      ready: 0,
      "not-applicable": 0,
      "planned-within": 0,
      "planned-after": 0,
      "date-unknown": 0,
      "not-possible": 0,
      unrecorded: 0,
    };
    for (const row of rows) counts[row.against[key] ?? "unrecorded"] += 1;
    return { key, counts, total: rows.length };
  });
}

/** Sums of what is recorded, yen with tax, and how many rows have no amount. */
export function costsOf(
  rows: readonly { held: Pick<TwoFactorFacts, "costEstimate" | "costActual"> | null }[],
) {
  const of = (name: "costEstimate" | "costActual") => {
    const given = rows.flatMap(({ held }) => held?.[name] ?? []);
    return {
      sum: given.reduce((total, each) => total + each, 0),
      given: given.length,
      missing: rows.length - given.length,
    };
  };
  return { estimate: of("costEstimate"), actual: of("costActual") };
}
