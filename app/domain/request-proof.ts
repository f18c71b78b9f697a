import type { Day } from "./day.ts";
import type { RequestChannel, RequestEventKind } from "./request.ts";

/** What a reader of the proof asks, in the order in which it usually happens. */
export const proofLines = [
  "asked",
  "delivered",
  "failed",
  "opened",
  "reminded",
  "due",
  "spoken",
  "question",
  "answered",
  "returned",
  "refused",
  "accepted",
  "revoked",
] as const;
export type ProofLine = (typeof proofLines)[number];

const lineOf: Readonly<Record<RequestEventKind, ProofLine | null>> = {
  asked: "asked",
  "mail-accepted": "delivered",
  "handed-over": "delivered",
  "mail-failed": "failed",
  reminded: "reminded",
  opened: "opened",
  // why null: they belong to submitting and prove nothing of their own.
  "code-sent": null,
  verified: null,
  "passed-on": null,
  question: "question",
  reply: "question",
  submitted: "answered",
  returned: "returned",
  accepted: "accepted",
  refused: "refused",
  revoked: "revoked",
  "due-changed": "due",
  spoken: "spoken",
};

export type ProofSummary = {
  line: ProofLine;
  count: number;
  first: Day | null;
  last: Day | null;
  channels: RequestChannel[];
};

/** Lines that are shown with 0 as well: that something did not happen is what a missing sheet is explained by. */
const always: readonly ProofLine[] = ["asked", "delivered", "opened", "reminded", "answered"];

/**
 * The course of a request in one line per question: how often, from when to when, by which channels. Days are the
 * days on which it happened, not those of entry.
 */
export function proofOf(
  events: readonly { kind: RequestEventKind; channel: RequestChannel; happenedOn: Day }[],
): ProofSummary[] {
  return proofLines.flatMap((line) => {
    const own = events.filter((each) => lineOf[each.kind] === line);
    if (own.length === 0 && !always.includes(line)) return [];
    const days = own.map((each) => each.happenedOn).sort();
    const channels = [...new Set(own.map((each) => each.channel))];
    return [{ line, count: own.length, first: days[0] ?? null, last: days.at(-1) ?? null, channels }];
  });
}
