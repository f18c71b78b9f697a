import type { DecisionEffectKind } from "../../domain/comparison-effect.ts";
import type { AnswerChange, ComparisonObstacle } from "../../domain/disclosure-comparison.ts";
import type { disclosureCompare as japanese } from "../ja/disclosure-compare.ts";

const changes: Record<AnswerChange, string> = {
  answer: "Answer changed",
  remark: "Remark changed",
  new: "New item",
  gone: "Gone item",
  "not-comparable": "Not comparable",
  width: "Width or spaces only",
  none: "Unchanged",
};
const obstacles: Record<ComparisonObstacle, string> = {
  split: "The item was split; the answer belongs to neither part.",
  joined: "Items were joined; the answer belongs to none of them alone.",
  "no-crosswalk": "No crosswalk between the two versions is published.",
  "not-in-form": "The row belongs to no item of the form.",
  twice: "Two answers were given to one item.",
};
const effects: Record<DecisionEffectKind, { title: string; next: string }> = {
  holds: { title: "Basis unchanged", next: "The decision can stay as it is." },
  "basis-changed": { title: "Basis changed", next: "Open the comparison and look at the decision again." },
  "gap-gone": { title: "No longer a gap", next: "Look at the evidence and close the decision." },
  "requirement-gone": { title: "Requirement not found", next: "This edition does not hold the requirement." },
};

export const disclosureCompare = {
  title: "Compare disclosures",
  lead: "Two disclosures of one product and form, item by item: answers that changed and the words of the remarks.",
  help: "A difference of width or spaces only counts as the same meaning. Different versions of a form are compared only over a published crosswalk.",
  open: "Compare two",
  choose: "Disclosures to compare",
  older: "Before",
  newer: "After",
  show: "Compare",
  of: (day: string, version: string) => `made ${day}, version ${version}`,
  withdrawn: " (withdrawn)",
  first: "This series has one disclosure only. Once the next one is received, both are compared here.",
  toDisclosure: "Back to the disclosure",
  viaCrosswalk: (from: string, to: string) => `Compared from version ${from} to ${to} over a crosswalk.`,
  crosswalk: "See the crosswalk",
  noCrosswalk: (from: string, to: string) =>
    `No crosswalk between versions ${from} and ${to} is published, so items cannot be compared.`,
  toRelations: "Make a crosswalk",
  found: (changed: number, total: number) => `${changed} of ${total} rows changed.`,
  changes,
  allChanges: "All that changed",
  allRows: "All rows",
  filter: "Rows shown",
  obstacles,
  reworded: "Reworded",
  rewordedHelp: "The question is worded differently; the same “yes” may answer something else.",
  table: "Item by item",
  nothing: "No row fits this filter.",
  columns: {
    no: "No.",
    question: "Question",
    change: "Change",
    older: "Answer before",
    newer: "Answer after",
  },
  verdicts: "Effect on verdicts",
  verdictsNone: "No verdict changes.",
  worse: "worse",
  better: "better",
  verdictColumns: { clause: "Clause", summary: "Requirement", before: "Before", after: "After", way: "Way" },
  decisions: "Effect on decisions taken",
  decisionsNone: "No decision was taken on this series yet.",
  decisionColumns: { clause: "Clause", summary: "Requirement", decision: "Decision", effect: "Effect" },
  effects,
  openGaps: (count: number) => `The newer disclosure leaves ${count} gaps without a decision.`,
  toAssessment: "Open the comparison with the guideline",
  export: { obstacle: "Why not comparable", cell: "Cell", remark: "Remark", answer: "Answer" },
  exportName: (product: string) => `disclosure-comparison_${product}`,
} satisfies typeof japanese;
