import type { Problem } from "~/domain/problem";
import type { Language } from "~/domain/scope";
import { type Words, wordsOf } from "~/messages/words";
import type { RawDecision } from "~/use-cases/decide.server";

type Fields = Readonly<Record<string, string | string[]>>;

export const decisionFields = [
  "kind",
  "reason",
  "measure",
  "owner",
  "dueOn",
  "likelihood",
  "impact",
  "acceptedBy",
  "inspectionText",
] as const satisfies readonly (keyof RawDecision)[];

/** Beginnings of sentences that the form offers in this language. */
export function startersOf(language: Language): string[] {
  return Object.values(wordsOf(language).decisionKinds).map((each) => each.starter);
}

/** One typed value, "" when absent. */
export function typedText(fields: Fields, name: string): string {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/**
 * The decision as typed. A reason that is nothing but the sentence we began for the person is no reason yet.
 * @param starters beginnings of sentences the form offers
 */
export function decisionFrom(fields: Fields, starters: readonly string[]): RawDecision {
  const text = (name: (typeof decisionFields)[number]) => typedText(fields, name);
  return {
    kind: text("kind"),
    reason: starters.some((each) => each.trim() === text("reason").trim()) ? "" : text("reason"),
    measure: text("measure"),
    owner: text("owner"),
    dueOn: text("dueOn"),
    likelihood: text("likelihood"),
    impact: text("impact"),
    acceptedBy: text("acceptedBy"),
    inspectionText: text("inspectionText"),
    ownerAccountId: typedText(fields, "ownerAccountId"),
  };
}

/** The use case of closing names its field `reason`; on this page that name belongs to the decision. */
export function problemsOnPage(problems: Problem[], intent: string): Problem[] {
  if (intent !== "close") return problems;
  return problems.map((each) => (each.at === "reason" ? { ...each, at: "closeReason" } : each));
}

/** Labels of the fields a problem of deciding or closing can name. */
export function decisionLabels(words: Words, intent: string | undefined): Record<string, string> {
  const { assessments } = words;
  if (intent === "close") return { closeReason: assessments.closeReason, closedOn: assessments.closedOn };
  return assessments.decisionField;
}
