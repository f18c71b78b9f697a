import type { Day } from "./day.ts";
import type { DecisionKind, RiskLevel } from "./decision.ts";
import type { PromiseState } from "./decision-state.ts";
import type { Verdict } from "./verdict.ts";
import type { OverrideNote } from "./verdict-override.ts";

/**
 * What an inspector's text is built from: facts of the records, in the order in which they are told. Whatever is not
 * recorded is null, and nothing is said about it.
 */
export type InspectionFacts = {
  vendor: string;
  product: string;
  /** Only where a person compared the number with the official text. */
  clause: string | null;
  summary: string;
  /** Day of the disclosure the decision was taken on. */
  issuedOn: Day | null;
  /** What the rules came to then. */
  verdict: Verdict;
  /** What a person read otherwise, as long as the answers are the same. */
  override: OverrideNote | null;
  /** What a newer disclosure says, where it says something else. */
  since: { issuedOn: Day; verdict: Verdict } | null;
  answers: readonly { no: string; question: string; answer: string; remark: string }[];
  kind: DecisionKind;
  decidedOn: Day;
  reason: string;
  measure: string;
  owner: string;
  dueOn: Day | null;
  likelihood: RiskLevel | null;
  impact: RiskLevel | null;
  approval: { approver: string; title: string; on: Day } | null;
  /** Where it is carried out, as a person would look it up. */
  place: string | null;
  promise: { state: PromiseState; on: Day | null };
  closing: { on: Day; reason: string } | null;
};
