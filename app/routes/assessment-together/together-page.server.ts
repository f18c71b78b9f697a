import { judgedVerdict, unmetAnswerOf } from "~/domain/assessment";
import { undecidedGaps } from "~/domain/assessment-overview";
import { dayInTokyo } from "~/domain/day";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { assessDisclosure } from "~/use-cases/assess.server";
import { MAX_TOGETHER } from "~/use-cases/decide.server";
import { listOwners } from "~/use-cases/decision-list.server";
import { causesOf } from "../assessment/assessment-page.server";

/** The undecided gaps of one disclosure, the first hundred; those that reopened by themselves are among them. */
export async function togetherPage({ ports, scope }: Visit, disclosureId: string, params: URLSearchParams) {
  const guideline = params.get("guideline") || null;
  const assessed = await assessDisclosure(ports, scope, { disclosureId, guideline });
  if (!assessed.ok) throw refuse(assessed.problems);
  const { assessment, decisions, disclosure, guidelineRef, confirmed } = assessed.value;
  const today = dayInTokyo(ports.now());
  const holding = assessment.findings.filter(
    (each) => decisions.has(each.requirement.key) && causesOf(each, assessed.value, today).length === 0,
  );
  const gaps = undecidedGaps(assessment.findings, new Set(holding.map((each) => each.requirement.key)));
  return {
    disclosureId,
    guideline: guidelineRef,
    product: `${disclosure.product} ${disclosure.productVersion}`,
    people: await listOwners(ports, scope),
    total: gaps.length,
    gaps: gaps.slice(0, MAX_TOGETHER).map((each) => ({
      key: each.requirement.key,
      clause: each.clause,
      isConfirmed: confirmed.has(each.requirement.key),
      summary: each.requirement.summary,
      verdict: judgedVerdict(each),
      unmetAnswer: unmetAnswerOf(each),
      supersedes: decisions.get(each.requirement.key)?.id ?? "",
    })),
  };
}
