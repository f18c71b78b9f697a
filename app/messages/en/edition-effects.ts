import type { MentionState } from "../../domain/clause-mentions.ts";
import type { EditionEffectKind } from "../../domain/edition-effect.ts";
import type { editionEffects as japanese } from "../ja/edition-effects.ts";

const kinds: Record<EditionEffectKind, { title: string; help: string }> = {
  "no-longer": {
    title: "Was enough, is no longer",
    help: "Requirements of the older edition that rest on the same answers were no gaps.",
  },
  "new-gap": { title: "New gap", help: "It rests on answers the older edition did not use." },
  "still-gap": { title: "Was a gap before", help: "The same answers left a gap in the older edition, too." },
  unknown: { title: "Unknown", help: "No published mapping leads from this form to the requirement." },
  fine: { title: "No gap", help: "The answers leave no gap on the newer edition." },
};
const mentions: Record<MentionState, { title: string; next: string }> = {
  gone: {
    title: "Not in the newer edition",
    next: "Mend the quotation with the next memorandum or revision.",
  },
  moved: { title: "Moved", next: "Check the new place in the official text and mend the quotation." },
  unknown: {
    title: "Unknown",
    next: "The newer edition is held in part only. Look into the official text whether the clause remains.",
  },
  holds: {
    title: "Held by the newer edition",
    next: "The number is the same; check that the matter is, too.",
  },
};

export const editionEffects = {
  title: "Effects of an edition",
  lead: "Answers that no longer suffice on a newer edition of the guideline, and what became of clauses that contracts and role sheets quote.",
  help: "Only published mappings and lists of moves speak; where none does, it says “unknown”. Editions are joined by the answers they rest on and by nothing else.",
  from: "Older edition",
  to: "Newer edition",
  show: "Show",
  partly: (items: number) =>
    `Only ${items} requirements of the newer edition are held (their total is not known). Nothing can be said of the others.`,
  kinds,
  answers: "Effects on answers",
  answersNone: "There is no current disclosure, or none of its answers leads to the newer edition.",
  filter: "Kind of effect",
  columns: {
    system: "System, product",
    clause: "Requirement of the newer edition",
    kind: "Effect",
    before: "On the older edition",
    answers: "Answers it rests on",
  },
  noBefore: "no related requirement",
  lines: "Lines of contracts and role sheets that quote a clause",
  linesNone: "No line of a contract or role sheet in force quotes a clause by its number.",
  lineColumns: { place: "Where", text: "Text", clause: "Clause quoted", state: "In the newer edition" },
  lineKinds: { "contract-clause": "Clause of a contract", "role-row": "Row of a role sheet" },
  movedTo: (clauses: string) => `moved to: ${clauses}`,
  mentions,
  exportName: (from: string, to: string) => `edition-effects_${from}_${to}`,
} satisfies typeof japanese;
