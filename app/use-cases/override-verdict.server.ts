import { insertOverride, overridesOfSeries, type ShownOverride } from "#db/queries/verdict-overrides.server";
import type { Finding } from "~/domain/assessment";
import { basisOf } from "~/domain/decision";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Verdict } from "~/domain/verdict";
import { readOverride } from "~/domain/verdict-override";
import { assessDisclosure, type DisclosureAssessment } from "./assess.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

type Asked = {
  disclosureId: string;
  guideline: string;
  requirement: string;
  /** The override the person saw (null = none): another one meanwhile is a conflict. */
  supersedes: string | null;
};

/**
 * 判定を上書きする: a person reads the answers of one requirement otherwise than its rules do. Both stay in sight; it holds
 * while the answers are the ones seen. Problems: not-found, requirement-unknown, override-same,
 * override-reason-empty, disclosure-withdrawn, changed-meanwhile.
 */
export async function overrideVerdict(
  ports: Ports,
  scope: Scope,
  input: Asked & { raw: { verdict: string; reason: string } },
): Promise<Result<{ overrideId: string }>> {
  const found = await findingAsked(ports, scope, input);
  if (!found.ok) return found;
  const read = readOverride(input.raw, found.value.finding.verdict);
  if (!read.override) return failed(...read.problems);
  return keep(ports, scope, input, { ...found.value, ...read.override, verb: "override-verdict" });
}

/**
 * 上書きを取り下げる: from now on the verdict of the rules counts again; what was said stays readable.
 * Problems: not-found, requirement-unknown, override-none, override-reason-empty, disclosure-withdrawn, changed-meanwhile.
 */
export async function liftOverride(
  ports: Ports,
  scope: Scope,
  input: Asked & { reason: string },
): Promise<Result<{ overrideId: string }>> {
  const found = await findingAsked(ports, scope, input);
  if (!found.ok) return found;
  const reason = input.reason.trim();
  if (!found.value.finding.override) return failed(problem("override-none"));
  if (reason === "") return failed(problem("override-reason-empty", {}, "overrideReason"));
  return keep(ports, scope, input, { ...found.value, verdict: null, reason, verb: "lift-override" });
}

type Found = { finding: Finding; disclosure: DisclosureAssessment["disclosure"] };

async function findingAsked(ports: Ports, scope: Scope, input: Asked): Promise<Result<Found>> {
  const assessed = await assessDisclosure(ports, scope, input);
  if (!assessed.ok) return assessed;
  const { assessment, disclosure } = assessed.value;
  const finding = assessment.findings.find((each) => each.requirement.key === input.requirement);
  if (!finding) return failed(problem("requirement-unknown", { requirement: input.requirement }));
  if (disclosure.withdrawnReason !== null) return failed(problem("disclosure-withdrawn"));
  return done({ finding, disclosure });
}

async function keep(
  ports: Ports,
  scope: Scope,
  input: Asked,
  kept: Found & {
    verdict: Verdict | null;
    reason: string;
    verb: "override-verdict" | "lift-override";
  },
): Promise<Result<{ overrideId: string }>> {
  const { finding, disclosure, verdict, reason, verb } = kept;
  const overrideId = ports.newId();
  const before = finding.override?.verdict ?? finding.verdict;
  const change = { [finding.clause]: [before, verdict ?? finding.verdict] satisfies [unknown, unknown] };
  const head = { verb, noun: "override", recordId: overrideId, change };
  return record(ports, scope, "decision:decide", head, async ({ tx, seq, at }) => {
    const series = await overridesOfSeries(tx, scope, { ...disclosure, guideline: input.guideline });
    const last = lastOf(series, input.requirement);
    // why the last and not the one in force: after one was taken back the next follows the taking back.
    const seen = last?.verdict === null ? null : (last?.id ?? null);
    if (seen !== input.supersedes) return failed(problem("changed-meanwhile"));
    await insertOverride(tx, scope, {
      id: overrideId,
      productVersionId: disclosure.productVersionId,
      form: disclosure.form,
      disclosureId: disclosure.id,
      guideline: input.guideline,
      requirement: input.requirement,
      verdict,
      reason,
      basis: JSON.stringify(basisOf(finding, input.guideline)),
      recordedSeq: seq,
      supersedes: last?.id ?? null,
      recordedAt: at,
    });
    return done({ overrideId });
  });
}

function lastOf(series: readonly ShownOverride[], requirement: string): ShownOverride | null {
  return series.filter((each) => each.requirement === requirement).at(-1) ?? null;
}
