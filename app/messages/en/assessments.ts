import type { LineOrigin } from "../../domain/assessment.ts";
import type { DecisionKind, RiskLevel } from "../../domain/decision.ts";
import type { LineRule } from "../../domain/line-rule.ts";
import type { MappingRelation } from "../../domain/mapping.ts";
import type { Confidence, Provenance } from "../../domain/provenance.ts";

/** Comparison of a disclosure with an edition of the guideline. */
export const assessments = {
  title: "Comparison",
  lead: "Choose a current disclosure to see, requirement by requirement, what the vendor says and what is missing.",
  purpose: "Once a disclosure is received it can be compared with the guideline.",
  pageTitle: (product: string) => `Comparison of ${product}`,
  against: (form: string, day: string, guideline: string) => `${form} (made on ${day}) × ${guideline}`,
  disclosure: "Open the disclosure",
  next: (count: number) => `Next undecided (${count})`,
  noneLeft: "Nothing is undecided.",
  items: "items",
  sum: (gaps: number, decided: number, open: number) =>
    `Need a decision ${gaps} = decided ${decided} + undecided ${open}`,
  changedCount: (count: number) => `basis changed after deciding: ${count}`,
  edition: "Edition of the guideline",
  editionName: (version: string) => `Edition ${version}`,
  editionOnly: (count: number) => `${count} items held; how many there are in all is not known`,
  editionAll: (count: number) => `${count} items held`,
  vendorItems: (count: number) => `${count} of them concern vendors and are compared here.`,
  replaced: (version: string, day: string) =>
    `Edition ${version} replaced this one on ${day}. You are looking at the older one.`,
  toReplacing: (version: string) => `See edition ${version}`,
  chapters: "Chapters",
  allChapters: "All chapters",
  chapterBar: (met: number, gaps: number, rest: number) =>
    `disclosed yes ${met}, gaps ${gaps}, other ${rest}`,
  show: "Filter",
  sets: "Selection points",
  allItems: "Every item",
  shows: { gaps: "Gaps (no, partial, unanswered)", open: "Undecided only", all: "All" },
  columns: {
    clause: "Clause",
    summary: "Requirement (our summary)",
    verdict: "Verdict",
    answer: "Vendor's answer and remark",
    decision: "Decision",
  },
  nothing: "Nothing matches.",
  range: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  undecided: "undecided",
  changed: "basis changed",
  closed: (day: string) => `done ${day}`,
  others: (count: number) => `and ${count} more`,
  noQuestion: "No question covers it",
  notInForm: "Questions missing in the disclosure",
  unconfirmed: "not confirmed in the official text",
  confirmed: "confirmed in the official text",
  why: (word: string) => `Why “${word}”`,
  chain: {
    requirement: "Requirement",
    question: "Question",
    cell: "Cell",
    mapping: "Mapping",
    rule: "Rule",
    result: "In sum",
  },
  evidence: (text: string) => `Evidence may be: ${text}`,
  cellSays: (answer: string) => `→ ${answer}`,
  remarkIs: (remark: string) => `remark “${remark}”`,
  noRemark: "no remark",
  worst: "The worst line decides.",
  plannedApart:
    "Whether it is in place, or planned by when, is recorded apart for each system on the page of second factors.",
  gapsColumn: "Gaps",
  toTwoFactor: "To the second factors",
  plain: "In plain words",
  ask: "What to ask the vendor",
  decideTitle: "Decide",
  decideAgain: "Decide again",
  decideOpen: "Decide",
  decideNew: "A new decision replaces the one before, which stays in the history.",
  noDecisionNeeded: "There is no gap to decide on.",
  withdrawn: "This disclosure is withdrawn; no decision can be taken on it.",
  viewerOnly: "Deciding needs the editor's role.",
  decided: "The decision is recorded.",
  decisionNow: "Current decision",
  decisionField: {
    kind: "Decision",
    reason: "Reason",
    measure: "Promised measure, or what the contract shall say",
    owner: "Owner",
    dueOn: "Due",
    likelihood: "Likelihood",
    impact: "Impact",
    acceptedBy: "Accepted by",
    inspectionText: "Words for the inspection",
  },
  internal: "Internal",
  internalNote: "Kept inside the hospital; never printed on a paper the vendor gets.",
  measureNote: "Printed on the annex; the vendor will read it. Keep internal matters out.",
  dueHint: "For example 2027-03-31",
  record: "Record the decision",
  taken: (day: string, by: string) => `${by} decided on ${day}`,
  history: "History",
  historyEmpty: "No decision yet.",
  basisThen: (verdict: string) => `Verdict then: ${verdict}`,
  basisChangedNote:
    "Answers or remarks changed since the decision. Check whether it still holds, and decide again if not.",
  close: "Mark as done",
  closeWhat: "Records, with its evidence, that what was promised is done. The record cannot be changed.",
  closeReason: "How it was checked",
  closeReasonHint: "For example: updated to 9.0 on 20 March and saw the second factor in the settings.",
  closedOn: "Done on",
  closedNote: (day: string, reason: string) => `Done on ${day}: ${reason}`,
  own: "The hospital's own requirements",
  ownWhat: "Duties of the hospital, not of a vendor; they are not counted here.",
  unjoined: "Answers joined to no item of the form",
  unjoinedWhat:
    "The form of this version that we loaded has no single item with their number and text. No mapping uses them.",
  unused: "Answers no requirement uses",
  unusedWhat: "Disclosed answers without a mapping to a requirement of this edition.",
  unknownClauses: "Clauses this edition does not hold",
  unknownClausesWhat: "Clauses printed in questions that are not among the items held.",
  count: (count: number) => `${count}`,
};

export const lineRules: Record<LineRule, string> = {
  "all-yes": "every question says yes",
  "any-yes": "one of the questions says yes",
  "one-no": "one of the questions says no",
  "no-yes-at-all": "no question says yes",
  "some-unknown": "a question is unanswered or cannot be read",
  "all-not-applicable": "every question says not applicable",
  "not-applicable-refused": "“not applicable” does not settle this requirement",
  "yes-touches-only": "yes, but the questions touch only a part of the requirement",
  "remark-missing": "the expected answer, but without the remark that is needed",
  "yes-may-mean-planned":
    "“yes”, but the form lets a vendor say so for a plan: whether it is in place stays open",
  "all-no": "every question is answered “no” (“no” is expected here)",
  "any-no": "one of the questions is answered “no” (“no” is expected here)",
  "one-yes": "at least one question is answered “yes” (“no” is expected here)",
  "no-no-at-all": "no question is answered “no” (“no” is expected here)",
};

export const lineOrigins: Record<LineOrigin, string> = {
  published: "published mapping",
  "printed-clause": "clause printed in the question (not confirmed by a person)",
};

export const mappingRelations: Record<MappingRelation, string> = {
  covers: "the questions ask all of it",
  touches: "the questions touch a part of it",
};

export const decisionKinds: Record<DecisionKind, { word: string; starter: string }> = {
  "vendor-fix": {
    word: "Vendor fixes it",
    starter: "The vendor will fix it with the next update. Until then ",
  },
  "hospital-control": { word: "Hospital covers it", starter: "The hospital covers it by " },
  "contract-term": { word: "Put into the contract", starter: "The contract shall settle it, because " },
  "accept-risk": { word: "Accept the risk", starter: "The remaining risk is accepted, because " },
  "not-applicable": { word: "Not applicable", starter: "It does not apply to our use, because " },
};

export const riskLevels: Record<RiskLevel, string> = { low: "low", medium: "medium", high: "high" };

export const confidences: Record<Confidence, { word: string; help: string }> = {
  high: { word: "confidence high", help: "Number and matter checked against a copy of the final text." },
  medium: { word: "confidence medium", help: "Checked against two sources or a draft." },
  low: { word: "confidence low", help: "Rests on one secondary source. Check the official text first." },
};

export const provenances: Record<Provenance, { word: string; help: string }> = {
  "official-number": { word: "official number", help: "The number is official, the wording ours." },
  "own-wording": { word: "our wording", help: "A row of ours without an official number." },
  "official-text": {
    word: "official text (our copy)",
    help: "Number and text loaded by this hospital from the official file: its own copy, not for distribution.",
  },
};
