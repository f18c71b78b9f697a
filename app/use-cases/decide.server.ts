import {
  confirmedClauses,
  decisionsOfSeries,
  findDecision,
  insertClosing,
  insertConfirmation,
  insertDecision,
} from "#db/queries/decisions.server";
import { dayInTokyo, isRealDay } from "~/domain/day";
import { basisOf, checkDecision, type DecisionInput, decisionKinds, riskLevels } from "~/domain/decision";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { isGap } from "~/domain/verdict";
import { assessDisclosure } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

const MAX_TEXT = 4000;

/** A decision as typed into the form; `""` = not given. */
export type RawDecision = Record<
  | "kind"
  | "reason"
  | "measure"
  | "owner"
  | "dueOn"
  | "likelihood"
  | "impact"
  | "acceptedBy"
  | "inspectionText",
  string
>;

function parseDecision(raw: RawDecision): Result<DecisionInput> {
  const kind = decisionKinds.find((each) => each === raw.kind);
  if (!kind) return failed(problem("field-required", {}, "kind"));
  const level = (value: string) => riskLevels.find((each) => each === value) ?? null;
  const input: DecisionInput = {
    kind,
    reason: raw.reason.trim(),
    measure: raw.measure.trim(),
    owner: raw.owner.trim(),
    dueOn: raw.dueOn.trim() === "" ? null : raw.dueOn.trim(),
    likelihood: level(raw.likelihood),
    impact: level(raw.impact),
    acceptedBy: raw.acceptedBy.trim(),
    inspectionText: raw.inspectionText.trim(),
  };
  const problems: Problem[] = checkDecision(input);
  for (const field of ["reason", "measure", "owner", "acceptedBy", "inspectionText"] as const) {
    if (input[field].length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, field));
  }
  return problems.length > 0 ? failed(...problems) : done(input);
}

/**
 * 決める: a decision on one gap. It keeps the finding it was taken on and supersedes the decision before it.
 * @param input.supersedes the decision the person saw (null = none): another one meanwhile is a conflict
 * @returns Problems: decision-reason-empty, field-required (by kind), finding-needs-no-decision, changed-meanwhile
 */
export async function decide(
  ports: Ports,
  scope: Scope,
  input: {
    disclosureId: string;
    guideline: string;
    requirement: string;
    supersedes: string | null;
    raw: RawDecision;
  },
): Promise<Result<{ decisionId: string }>> {
  const parsed = parseDecision(input.raw);
  if (!parsed.ok) return parsed;
  const assessed = await assessDisclosure(ports, scope, input);
  if (!assessed.ok) return assessed;
  const { assessment, disclosure, decisions } = assessed.value;
  const finding = assessment.findings.find((each) => each.requirement.key === input.requirement);
  if (!finding) return failed(problem("requirement-unknown", { requirement: input.requirement }));
  if (!isGap(finding.verdict))
    return failed(problem("finding-needs-no-decision", { clause: finding.clause }));
  if (disclosure.withdrawnReason !== null) return failed(problem("disclosure-withdrawn"));
  const before = decisions.get(input.requirement) ?? null;
  if ((before?.id ?? null) !== input.supersedes) return failed(problem("changed-meanwhile"));
  const decisionId = ports.newId();
  const head = {
    verb: "decide",
    noun: "decision",
    recordId: decisionId,
    change: { [finding.clause]: [before?.kind ?? null, parsed.value.kind] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "editor", head, async ({ tx, seq, at }) => {
    // why again: another decision may have been taken between comparing and writing.
    const series = await decisionsOfSeries(tx, scope, { ...disclosure, guideline: input.guideline });
    const newest = series.find((each) => each.requirement === input.requirement);
    if ((newest?.id ?? null) !== input.supersedes) return failed(problem("changed-meanwhile"));
    await insertDecision(tx, scope, {
      ...parsed.value,
      id: decisionId,
      productVersionId: disclosure.productVersionId,
      form: disclosure.form,
      disclosureId: disclosure.id,
      guideline: input.guideline,
      requirement: input.requirement,
      basis: JSON.stringify(basisOf(finding, input.guideline)),
      effectiveFrom: dayInTokyo(at),
      recordedSeq: seq,
      supersedes: before?.id ?? null,
      decidedAt: at,
      decidedBy: scope.accountId,
    });
    return done({ decisionId });
  });
}

/** 閉じる: what was promised is done; the evidence is named, never left empty. */
export async function closeDecision(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; reason: string; closedOn: string },
): Promise<Result<null>> {
  const reason = input.reason.trim();
  const problems: Problem[] = [];
  if (reason === "") problems.push(problem("decision-reason-empty", {}, "reason"));
  if (reason.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, "reason"));
  if (!isRealDay(input.closedOn))
    problems.push(problem("field-not-a-day", { value: input.closedOn }, "closedOn"));
  if (problems.length > 0) return failed(...problems);
  const head = { verb: "close", noun: "decision", recordId: input.decisionId, change: {} };
  return record(ports, scope, "editor", head, async ({ tx, seq }) => {
    const found = await findDecision(tx, scope, input.decisionId);
    if (!found) return failed(problem("not-found"));
    if (found.closedOn !== null) return failed(problem("decision-closed"));
    const series = await decisionsOfSeries(tx, scope, found);
    if (series.some((each) => each.supersedes === found.id)) return failed(problem("decision-superseded"));
    await insertClosing(tx, scope, {
      id: ports.newId(),
      decisionId: found.id,
      reason,
      closedOn: input.closedOn,
      recordedSeq: seq,
      closedBy: scope.accountId,
    });
    return done(null);
  });
}

/**
 * 公式本文で確かめた: a person compared a printed number (requirement of a guideline, item of a role-sheet form)
 * with the official text and says where. Only then do papers print that number.
 */
export async function confirmClause(
  ports: Ports,
  scope: Scope,
  input: { catalogue: string; item: string; evidence: string },
): Promise<Result<null>> {
  const catalogues = await cataloguesOf(ports, scope);
  const guideline = catalogues.guideline(input.catalogue);
  const form = catalogues.roleSheetForms.get(input.catalogue);
  const isKnown =
    guideline?.requirements.some((each) => each.key === input.item) ||
    form?.items.some((each) => each.key === input.item);
  if (!isKnown) return failed(problem("requirement-unknown", { requirement: input.item }));
  if (input.evidence.trim() === "") return failed(problem("field-required", {}, "evidence"));
  if (input.evidence.length > 400) return failed(problem("field-too-long", { max: 400 }, "evidence"));
  const head = {
    verb: "confirm-clause",
    noun: "clause",
    recordId: `${input.catalogue}#${input.item}`,
    change: {},
  };
  return record(ports, scope, "editor", head, async ({ tx, seq, at }) => {
    const known = await confirmedClauses(tx, scope, input.catalogue);
    if (known.some((each) => each.requirement === input.item)) return failed(problem("already-exists"));
    await insertConfirmation(tx, scope, {
      id: ports.newId(),
      guideline: input.catalogue,
      requirement: input.item,
      evidence: input.evidence.trim(),
      confirmedAt: at,
      confirmedBy: scope.accountId,
      recordedSeq: seq,
    });
    return done(null);
  });
}
