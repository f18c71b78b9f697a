import type { Day } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { readTwoFactor, type TwoFactorFacts, twoFactorPlaces } from "./two-factor.ts";

/** What may be written straight into the board: a plan with its day, or why it cannot be done; "" leaves the row as it is. */
export const planKinds = ["", "planned", "system", "budget"] as const;
export type PlanKind = (typeof planKinds)[number];

/** One row of the board as typed. `seen`: id of the record the row showed, "" where there was none. */
export type RawPlan = {
  systemId: string;
  place: string;
  seen: string;
  kind: string;
  plannedOn: string;
  costEstimate: string;
};
export type PlannedRow = {
  systemId: string;
  seen: string | null;
  facts: TwoFactorFacts & { effectiveFrom: Day };
};

/** What a row of the board shows as typed while nobody has changed it. */
export function planOf(held: TwoFactorFacts | null): Pick<RawPlan, "kind" | "plannedOn" | "costEstimate"> {
  const isBlocked = held?.state === "not-possible" && held.obstacle !== "other";
  const kind = held?.state === "planned" ? "planned" : isBlocked ? held.obstacle : "";
  const costEstimate = held?.costEstimate ?? null;
  return {
    kind,
    plannedOn: held?.plannedOn ?? "",
    costEstimate: costEstimate === null ? "" : String(costEstimate),
  };
}

/** Where a problem of a row stands: the field's name in the form. */
export function planField(
  name: "kind" | "plannedOn" | "costEstimate",
  row: { systemId: string; place: string },
) {
  return `${name}.${row.systemId}.${row.place}`;
}

/**
 * 予定を表に書き込む: the rows that say something else than what holds, as records from today on. A day alone is a plan.
 * What is held besides (way, spent cost) stays. One source for all of them.
 * @param heldOf what holds for a row today; null = nothing recorded
 * @returns Problems by field (`planField`): field-required (source, plannedOn, and all rows left as they were),
 *   field-not-a-day, field-not-a-number, field-not-an-option
 */
export function readPlans(
  rows: readonly RawPlan[],
  heldOf: (row: Pick<RawPlan, "systemId" | "place">) => TwoFactorFacts | null,
  given: { source: string; today: Day },
): { rows: PlannedRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const found: PlannedRow[] = [];
  for (const row of rows) {
    const held = heldOf(row);
    if (isAsHeld(row, held)) continue;
    const read = readTwoFactor(rawOf(row, held, given));
    for (const each of read.problems) problems.push(placed(each, row));
    if (read.facts) found.push({ systemId: row.systemId, seen: row.seen || null, facts: read.facts });
  }
  if (found.length === 0 && problems.length === 0) problems.push(problem("two-factor-no-plan", {}));
  return { rows: problems.length > 0 ? [] : found, problems: once(problems) };
}

function isAsHeld(row: RawPlan, held: TwoFactorFacts | null): boolean {
  const before = planOf(held);
  return (
    row.kind === before.kind &&
    row.plannedOn.trim() === before.plannedOn &&
    row.costEstimate.trim() === before.costEstimate
  );
}

function rawOf(row: RawPlan, held: TwoFactorFacts | null, given: { source: string; today: Day }) {
  const isBlocked = row.kind === "system" || row.kind === "budget";
  const isPlan = row.kind === "planned" || row.kind === "";
  const isSameState = held !== null && (held.state === "planned") === isPlan;
  return {
    place: row.place,
    state: isPlan ? "planned" : isBlocked ? "not-possible" : row.kind,
    route: isSameState ? held.route : "",
    preconditions: isSameState ? held.preconditions : [],
    plannedOn: isPlan ? row.plannedOn.trim() : "",
    obstacle: isBlocked ? row.kind : "",
    costEstimate: row.costEstimate,
    costActual: held?.costActual == null ? "" : String(held.costActual),
    source: given.source,
    effectiveFrom: given.today,
  };
}

/** Fields of the one record are fields of a row here, except what is typed once for all rows. */
function placed(each: Problem, row: RawPlan): Problem {
  const isPlace = twoFactorPlaces.some((place) => place === row.place);
  switch (each.at) {
    case "plannedOn":
    case "costEstimate":
      return { ...each, at: planField(each.at, row) };
    case "source":
      return each;
    default:
      return { ...each, at: isPlace ? planField("kind", row) : "kind" };
  }
}

/** What is typed once is asked for once. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.at}`, each])).values()];
}
