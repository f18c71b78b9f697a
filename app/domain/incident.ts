import { type Day, isRealDay } from "./day.ts";
import { type Problem, problem } from "./problem.ts";
import { inForceOf, type Recorded } from "./timeline.ts";

/** できごとの種類: 停止 · 不正アクセス · マルウェア · 漏えい · 紛失 · 操作の誤り · そのほか. */
export const incidentKinds = ["outage", "intrusion", "malware", "leak", "loss", "mistake", "other"] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** One entry about an incident. `endedOn` null = not over, or no end known. */
export type IncidentEntry = Recorded & {
  incidentId: string;
  kind: IncidentKind;
  title: string;
  happenedOn: Day;
  endedOn: Day | null;
  systemId: string | null;
  contractId: string | null;
  note: string;
  isWithdrawn: boolean;
  reason: string;
};

/** Incidents as known by `knownSeq`: the entries nobody had corrected by then, without withdrawn ones. */
export function incidentsKnownAt<E extends IncidentEntry>(entries: readonly E[], knownSeq: number): E[] {
  return inForceOf(entries, knownSeq)
    .filter((each) => !each.isWithdrawn)
    .sort((a, b) => (a.happenedOn === b.happenedOn ? 0 : a.happenedOn < b.happenedOn ? -1 : 1));
}

/** What a person typed about an incident. Days ISO, Asia/Tokyo; "" = not given. */
export type RawIncident = {
  kind: string;
  title: string;
  happenedOn: string;
  endedOn: string;
  systemId: string;
  contractId: string;
  note: string;
};
export type IncidentFacts = Pick<
  IncidentEntry,
  "kind" | "title" | "happenedOn" | "endedOn" | "systemId" | "contractId" | "note"
>;

export const incidentLimits = { title: 200, note: 4000 } as const;

/**
 * Reads what was typed.
 * @param today an incident cannot happen after it
 * @returns the facts, or every field that is missing or impossible
 */
export function readIncident(
  raw: RawIncident,
  today: Day,
): { facts: IncidentFacts; problems: [] } | { facts: null; problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = incidentKinds.find((each) => each === raw.kind);
  if (!kind) problems.push(problem("field-not-an-option", { value: raw.kind }, "kind"));
  if (raw.title.trim() === "") problems.push(problem("field-required", {}, "title"));
  for (const field of ["title", "note"] as const) {
    const max = incidentLimits[field];
    if (raw[field].length > max) problems.push(problem("field-too-long", { max }, field));
  }
  problems.push(...dayProblems(raw, today));
  if (!kind || problems.length > 0) return { facts: null, problems };
  const facts: IncidentFacts = {
    kind,
    title: raw.title.trim(),
    happenedOn: raw.happenedOn,
    endedOn: raw.endedOn || null,
    systemId: raw.systemId || null,
    contractId: raw.contractId || null,
    note: raw.note.trim(),
  };
  return { facts, problems: [] };
}

function dayProblems(raw: RawIncident, today: Day): Problem[] {
  const { happenedOn, endedOn } = raw;
  if (happenedOn === "") return [problem("field-required", {}, "happenedOn")];
  if (!isRealDay(happenedOn)) return [problem("field-not-a-day", { value: happenedOn }, "happenedOn")];
  if (happenedOn > today) return [problem("incident-in-future", { day: happenedOn }, "happenedOn")];
  if (endedOn === "") return [];
  if (!isRealDay(endedOn)) return [problem("field-not-a-day", { value: endedOn }, "endedOn")];
  return endedOn < happenedOn ? [problem("day-order", { from: happenedOn, to: endedOn }, "endedOn")] : [];
}
