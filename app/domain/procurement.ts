import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";

/** 案件: at most this many candidates stand beside each other; more would be no comparison. */
export const MAX_CANDIDATES = 10;

/** 重み: how much an item matters to the hospital. `out` items are shown and counted nowhere. */
export const weightKinds = ["must", "high", "normal", "out"] as const;
export type WeightKind = (typeof weightKinds)[number];
/** What a はい counts for each weight; shown beside every sum. */
export const weightPoints: Readonly<Record<WeightKind, number>> = { must: 3, high: 2, normal: 1, out: 0 };

export type ProcurementFacts = { title: string; purpose: string; wantedBy: Day | null };
/** The same as typed. */
export type RawProcurement = { title: string; purpose: string; wantedBy: string };

/** Problems by field: field-required (title), field-too-long, field-not-a-day. */
export function readProcurement(raw: RawProcurement): {
  facts: ProcurementFacts | null;
  problems: Problem[];
} {
  const [title, purpose, wantedBy] = [raw.title.trim(), raw.purpose.trim(), raw.wantedBy.trim()];
  const problems: Problem[] = [];
  if (title === "") problems.push(problem("field-required", {}, "title"));
  if (title.length > 200) problems.push(problem("field-too-long", { max: 200 }, "title"));
  if (purpose.length > 2000) problems.push(problem("field-too-long", { max: 2000 }, "purpose"));
  if (wantedBy !== "" && !isRealDay(wantedBy))
    problems.push(problem("field-not-a-day", { value: wantedBy }, "wantedBy"));
  if (problems.length > 0) return { facts: null, problems };
  return { facts: { title, purpose, wantedBy: wantedBy === "" ? null : wantedBy }, problems };
}

/** What the choice keeps of the comparison it was made on, small enough to freeze. */
export type ChoiceBasis = {
  /** `id@version` of the form whose items were compared; null where nothing could be. */
  form: string | null;
  candidates: {
    candidateId: string;
    name: string;
    vendor: string;
    disclosureId: string | null;
    counts: { yes: number; no: number; notApplicable: number; open: number; notComparable: number };
    points: { reached: number; possible: number };
    /** Numbers of items that must be and are not はい. */
    mustOpen: string[];
  }[];
};
