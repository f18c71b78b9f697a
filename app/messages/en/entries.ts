import type { EntryOrigin } from "../../domain/dated-entry.ts";
import type { entries as ja } from "../ja/entries.ts";

const origins: Record<EntryOrigin, string> = { first: "first entry", change: "change", end: "end" };

/** Records that hold from a day on: subcontractors and connections over time. */
export const entries = {
  title: "What it was, since when",
  what: "Newest day first. Corrected entries stay.",
  columns: { from: "From", what: "By", changes: "What changed", recorded: "Recorded" },
  origins,
  unknownSince: "beginning unknown",
  held: "In effect",
  coming: "Coming",
  superseded: "Corrected",
  correction: "Correction",
  correct: "Correct",
  nothingChanged: "Nothing changed",
  changeTitle: (name: string) => `Record a change of ${name}`,
  changeWhat:
    "Records what changed from a day on. What it was before stays as it was until the day before. To put a mistake right, use “Correct” in the list below.",
  correctTitle: (name: string) => `Correct an entry of ${name}`,
  correctWhat: (day: string) =>
    `Puts right what was written wrongly in the entry from ${day}. It stays, and the corrected one counts in its place. If something really changed, record a change.`,
  from: "Changed from",
  fromHint: "From this day on it is as written here.",
  fromCorrected: "From",
  since: "In place since",
  sinceHint: "Leave empty if unknown; it then counts without a first day.",
  reason: "Reason of the correction",
  reasonHint: "In one line, what was wrong.",
  endTitle: "Record that it is no longer used",
  endWhat: "It leaves the lists from the chosen day. Earlier days stay readable under the two dates.",
  endDay: "No longer used from",
  endDayHint: "From this day on it is not used.",
  endButton: "Record the end",
  reopenTitle: "Take the end back",
  reopenWhat:
    "For an end that was recorded by mistake. Both the end and the reason stay. If it is used again, register it anew.",
  reopenButton: "Take back",
  over: (day: string) => `recorded as over from ${day}`,
  thatDay: "Subcontractors, connections, joints and updates of servers on this day",
  thenJoints: "Joints of systems",
  thenNothing: "No subcontractor, connection, joint or server is recorded for this day.",
  thenNoJoints: "No joint is recorded for this day.",
  thenSubcontractors: "Subcontractors",
  thenConnections: "Connections",
  thenNoSubcontractors: "No subcontractor is recorded for this day.",
  thenNoConnections: "No connection is recorded for this day.",
  thenColumns: { since: "As it is since" },
  uses: { "in-use": "in use", "not-yet": "not yet", over: "over" },
  rest: (count: number) => `${count} more. Choose a vendor to narrow them down.`,
  detached: "whom it works for is not recorded on this day",
} satisfies typeof ja;
