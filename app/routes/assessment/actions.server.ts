import { assertNever, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { textOf } from "~/http.server";
import { closeDecision, decide } from "~/use-cases/decide.server";
import { liftOverride, overrideVerdict } from "~/use-cases/override-verdict.server";
import type { Ports } from "~/use-cases/ports.server";
import { decisionFrom } from "./decision-input";

export const assessmentIntents = ["decide", "close", "override", "lift"] as const;
export type AssessmentIntent = (typeof assessmentIntents)[number];
type Fields = Readonly<Record<string, string | string[]>>;

/** Which form of the page was sent; deciding, when it says nothing we know. */
export function intentOf(fields: Fields): AssessmentIntent {
  return assessmentIntents.find((each) => each === textOf(fields, "intent")) ?? "decide";
}

/** Hands what was sent to its use case. */
export async function runIntent(
  visit: { ports: Ports; scope: Scope; starters: string[] },
  disclosureId: string,
  intent: AssessmentIntent,
  fields: Fields,
): Promise<Result<unknown>> {
  const { ports, scope } = visit;
  const text = (name: string) => textOf(fields, name);
  const asked = {
    disclosureId,
    guideline: text("guideline"),
    requirement: text("requirement"),
    supersedes: text("supersedes") || null,
  };
  switch (intent) {
    case "close":
      return closeDecision(ports, scope, {
        decisionId: text("decisionId"),
        reason: text("closeReason"),
        closedOn: text("closedOn").trim(),
      });
    case "decide":
      return decide(ports, scope, { ...asked, raw: decisionFrom(fields, visit.starters) });
    case "override": {
      const raw = { verdict: text("overrideVerdict"), reason: text("overrideReason") };
      return overrideVerdict(ports, scope, { ...asked, raw });
    }
    case "lift":
      return liftOverride(ports, scope, { ...asked, reason: text("liftReason") });
    default:
      return assertNever(intent);
  }
}
