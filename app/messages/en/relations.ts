import type { CrosswalkBasis, CrosswalkRelation } from "../../domain/crosswalk.ts";
import type { MappingLineState } from "../../domain/mapping-draft.ts";
import type { relations as ja } from "../ja/relations.ts";

const relation: Record<CrosswalkRelation, string> = {
  same: "same",
  reworded: "reworded",
  split: "split",
  joined: "joined",
  new: "new",
  dropped: "dropped",
};
const relationHelp: Record<CrosswalkRelation, string> = {
  same: "The same question: answers carry over.",
  reworded: "The same matter in other words: a carried answer counts as none until it is confirmed.",
  split: "One question became several: answers do not carry.",
  joined: "Several questions became one: answers do not carry.",
  new: "Only in the newer version.",
  dropped: "Only in the older version.",
};
const basis: Record<CrosswalkBasis, string> = {
  number: "same number",
  clause: "same clause",
  wording: "similar wording",
};
const state: Record<MappingLineState, string> = {
  proposed: "open",
  confirmed: "taken",
  rejected: "not taken",
};

/** Crosswalks and mappings: their pages. */
export const relations = {
  title: "Crosswalks and mappings",
  lead: "A crosswalk says what became of the items between two versions of a form; a mapping joins items of different sources. Only what a person confirmed line by line and published is used.",
  button: "Crosswalks and mappings",
  relation,
  relationHelp,
  basis,
  state,
  noBasis: "nothing speaks for it",
  list: {
    drafts: "Being confirmed",
    published: "Published",
    empty: "None yet. Choose two forms below; lines are proposed from numbers, clauses and wording.",
    columns: { title: "From → to", kind: "Kind", lines: "Lines", by: "Made" },
    lines: (count: number) => `${count} lines`,
  },
  begin: {
    title: "Make a new one",
    from: "From",
    fromHint: "The older version for a crosswalk; a questionnaire for a mapping.",
    to: "To",
    toHint: "The newer version for a crosswalk; a guideline for a mapping.",
    crosswalk: "Propose a crosswalk",
    crosswalkWhat: "Two versions of one form, from numbers, clauses and similar wording.",
    mapping: "Propose a mapping",
    mappingWhat: "Different sources, from printed clauses only; wording is not used.",
    choose: "Choose",
  },
  counts: (confirmed: number, total: number) => `${confirmed} of ${total} lines confirmed`,
  filters: { open: "Open", all: "All" },
  noOpen: "No line is open. Go on to “Publish” below.",
  none: "No lines here.",
  from: "From",
  to: "To",
  evidence: "Evidence",
  decision: "Confirmation",
  noNumber: "no number",
  nothing: "(none)",
  confirmedBy: (by: string, day: string) => `${by}, ${day}`,
  unconfirmed: "open",
  reason: "Reason or note",
  confirm: "Confirm",
  edit: "Correct",
  editTitle: "Correct a line",
  editWhat:
    "Choose the relation and the items of both sides. Items leave their other lines, and every line touched waits again (Ctrl for several).",
  relationLabel: "Relation",
  save: "Save",
  close: "Close",
  certain: (count: number) => `Confirm ${count} lines with the same number and wording`,
  certainWhat:
    "Number and wording are the same but for width, spaces and marks. You are recorded as the confirmer.",
  certainButton: (count: number) => `Confirm ${count} lines`,
  printed: (count: number) => `Take ${count} lines whose clause matches as printed`,
  printedWhat:
    "The printed clause is the number of the other item. Moved clauses are not among them. You are recorded.",
  printedButton: (count: number) => `Take ${count} lines`,
  via: (clause: string) => `printed clause ${clause}`,
  moved: (from: string, to: string) => `clause moved from ${from} to ${to}`,
  byHand: "added by a person",
  rule: "Rule",
  covers: "Relation",
  expected: "Expected answer",
  expectedIs: (answer: string) => `“${answer}” is expected`,
  lineConditions: {
    acceptsNotApplicable: "“not applicable” settles it",
    remarkRequired: "a remark is needed",
    yesMayMeanPlanned: "“yes” may mean planned",
  },
  noNotApplicable: "“not applicable” does not settle it",
  conditions: "Rule and reason",
  take: "Take",
  reject: "Do not take",
  add: "Add a line",
  addWhat: "Joins a question that prints no clause. The reason stays with it.",
  addButton: "Add",
  publish: "Publish",
  publishWhat:
    "What is published never changes; corrections are a next version. Confirmers and days freeze with it.",
  publishButton: "Freeze and publish",
  notYet: "Before publishing",
  freezes: { ends: "From → to", lines: "Lines", kinds: "Kinds" },
  usedBy: {
    crosswalk: "Once published it carries disclosures of the older version to mappings of the newer one.",
    mapping: "Once published, comparisons use it.",
  },
  discard: "Discard",
  discardWhat: "Takes the draft off the list. Nothing used it yet.",
  discardButton: "Discard",
  closed: { published: "Published.", discarded: "Discarded." },
} satisfies typeof ja;
