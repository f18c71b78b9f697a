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

/** Fields that a use case names otherwise than this page, where several forms stand below each other. */
const fieldOnPage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  close: { reason: "closeReason" },
  lift: { overrideReason: "liftReason" },
};

/** Problems with the names that the fields have on this page. */
export function problemsOnPage(problems: Problem[], intent: string): Problem[] {
  return problems.map((each) => {
    const at = each.at === undefined ? undefined : fieldOnPage[intent]?.[each.at];
    return at === undefined ? each : { ...each, at };
  });
}

/** Labels of the fields a problem of the page's forms can name. */
export function decisionLabels(words: Words, intent: string | undefined): Record<string, string> {
  const { assessments, judging } = words;
  if (intent === "override")
    return { overrideVerdict: judging.override.verdict, overrideReason: judging.override.reason };
  if (intent === "lift") return { liftReason: judging.override.liftReason };
  if (intent === "close") return { closeReason: assessments.closeReason, closedOn: assessments.closedOn };
  return assessments.decisionField;
}
