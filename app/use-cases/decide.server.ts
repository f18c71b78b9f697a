import {
  confirmedClauses,
  decisionsOfSeries,
  findDecision,
  insertClosing,
  insertConfirmation,
  insertDecision,
  isSuperseded,
} from "#db/queries/decisions.server";
import { listPeople } from "#db/queries/people.server";
import { type Finding, judgedVerdict } from "~/domain/assessment";
import { dayInTokyo, isRealDay } from "~/domain/day";
import {
  basisOf,
  checkDecision,
  type DecisionInput,
  type DecisionKind,
  decisionKinds,
  riskLevels,
} from "~/domain/decision";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { isGap } from "~/domain/verdict";
import { assessDisclosure, type DisclosureAssessment } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import { type GivenFile, keepFile, problemsOfFile, scanOptional } from "./decision-file.server";
import type { Ports } from "./ports.server";
import { type Change, type Entry, record } from "./record.server";
import { endSupersededPromises } from "./superseded-promises.server";

export const MAX_TEXT = 4000;

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
> & {
  /** Account of this hospital the work is shown to; left out where the owner has none. */
  ownerAccountId?: string;
};

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

type Taking = { disclosureId: string; guideline: string; raw: RawDecision };
/** A gap and the decision the person saw on it (null = none): another one meanwhile is a conflict. */
export type Seen = { requirement: string; supersedes: string | null };
type Ready = {
  decision: DecisionInput & { ownerAccountId: string | null };
  disclosure: DisclosureAssessment["disclosure"];
  guideline: string;
  findings: { finding: Finding; supersedes: string | null; kindBefore: DecisionKind | null }[];
};

/** Everything that can be judged before the transaction. */
async function prepare(
  ports: Ports,
  scope: Scope,
  input: Taking,
  seen: readonly Seen[],
): Promise<Result<Ready>> {
  const parsed = parseDecision(input.raw);
  if (!parsed.ok) return parsed;
  const assessed = await assessDisclosure(ports, scope, input);
  if (!assessed.ok) return assessed;
  const { assessment, disclosure, decisions } = assessed.value;
  const findings: Ready["findings"] = [];
  for (const { requirement, supersedes } of seen) {
    const finding = assessment.findings.find((each) => each.requirement.key === requirement);
    if (!finding) return failed(problem("requirement-unknown", { requirement }));
    if (!isGap(judgedVerdict(finding)))
      return failed(problem("finding-needs-no-decision", { clause: finding.clause }));
    const before = decisions.get(requirement) ?? null;
    if ((before?.id ?? null) !== supersedes) return failed(problem("changed-meanwhile"));
    findings.push({ finding, supersedes, kindBefore: before?.kind ?? null });
  }
  if (disclosure.withdrawnReason !== null) return failed(problem("disclosure-withdrawn"));
  const ownerAccountId = input.raw.ownerAccountId?.trim() || null;
  if (ownerAccountId !== null) {
    const people = await listPeople(ports.db, scope);
    if (!people.some((each) => each.id === ownerAccountId))
      return failed(problem("field-unknown-reference", {}, "ownerAccountId"));
  }
  return done({
    decision: { ...parsed.value, ownerAccountId },
    disclosure,
    guideline: input.guideline,
    findings,
  });
}

/** Inside the transaction: one row a finding. Problems: changed-meanwhile. */
async function write(
  ports: Ports,
  entry: Entry,
  scope: Scope,
  ready: Ready,
  ids: readonly string[],
): Promise<Result<null>> {
  const { tx, seq, at } = entry;
  const { decision, disclosure, guideline } = ready;
  // why again: another decision may have been taken between comparing and writing.
  const series = await decisionsOfSeries(tx, scope, { ...disclosure, guideline });
  for (const [place, { finding, supersedes }] of ready.findings.entries()) {
    const requirement = finding.requirement.key;
    const newest = series.find((each) => each.requirement === requirement);
    if ((newest?.id ?? null) !== supersedes) return failed(problem("changed-meanwhile"));
    await insertDecision(tx, scope, {
      ...decision,
      id: ids[place] ?? "",
      productVersionId: disclosure.productVersionId,
      form: disclosure.form,
      disclosureId: disclosure.id,
      guideline,
      requirement,
      basis: JSON.stringify(basisOf(finding, guideline)),
      effectiveFrom: dayInTokyo(at),
      recordedSeq: seq,
      supersedes,
      decidedAt: at,
      decidedBy: scope.accountId,
    });
  }
  const superseded = ready.findings.flatMap((each) => each.supersedes ?? []);
  await endSupersededPromises(ports, entry, scope, superseded);
  return done(null);
}

/**
 * 決める: a decision on one gap. It keeps the finding it was taken on and supersedes the decision before it.
 * @returns Problems: decision-reason-empty, field-required (by kind), finding-needs-no-decision, changed-meanwhile
 */
export async function decide(
  ports: Ports,
  scope: Scope,
  input: Taking & Seen,
): Promise<Result<{ decisionId: string }>> {
  const ready = await prepare(ports, scope, input, [input]);
  if (!ready.ok) return ready;
  const decisionId = ports.newId();
  const [first] = ready.value.findings;
  const kinds: [unknown, unknown] = [first?.kindBefore ?? null, ready.value.decision.kind];
  const head = {
    verb: "decide",
    noun: "decision",
    recordId: decisionId,
    change: { [first?.finding.clause ?? ""]: kinds },
  };
  return record(ports, scope, "decision:decide", head, async (entry) => {
    const written = await write(ports, entry, scope, ready.value, [decisionId]);
    return written.ok ? done({ decisionId }) : written;
  });
}

/** Findings decided together at most: the person has to have seen each of them. */
export const MAX_TOGETHER = 100;

/**
 * まとめて決める: one reason for several gaps of a disclosure — all of them or none. Each becomes a decision of its own
 * with its own basis. Problems: as `decide`, field-required at `findings`, field-too-many.
 */
export async function decideTogether(
  ports: Ports,
  scope: Scope,
  input: Taking & { findings: readonly Seen[] },
): Promise<Result<{ decisionIds: string[] }>> {
  const findings = [...new Map(input.findings.map((each) => [each.requirement, each])).values()];
  if (findings.length === 0) return failed(problem("field-required", {}, "findings"));
  if (findings.length > MAX_TOGETHER)
    return failed(problem("decisions-too-many", { max: MAX_TOGETHER }, "findings"));
  const ready = await prepare(ports, scope, input, findings);
  if (!ready.ok) return ready;
  const decisionIds = findings.map(() => ports.newId());
  const clauses = ready.value.findings.map((each) => each.finding.clause);
  const head = {
    verb: "decide-together",
    noun: "disclosure",
    recordId: input.disclosureId,
    change: { clauses: [null, clauses], kind: [null, ready.value.decision.kind] } satisfies Change,
  };
  return record(ports, scope, "decision:decide", head, async (entry) => {
    const written = await write(ports, entry, scope, ready.value, decisionIds);
    return written.ok ? done({ decisionIds }) : written;
  });
}

/**
 * 閉じる: what was promised is done. The evidence is words, a file or both; never neither.
 * @returns Problems: not-found, decision-reason-empty, field-not-a-day, field-too-long, file-empty, file-too-large,
 *   decision-closed, decision-superseded
 */
export async function closeDecision(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; reason: string; closedOn: string; file?: GivenFile | null },
): Promise<Result<null>> {
  const reason = input.reason.trim();
  const file = input.file ?? null;
  const problems: Problem[] = [];
  if (reason === "" && file === null) problems.push(problem("decision-reason-empty", {}, "reason"));
  if (reason.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, "reason"));
  if (!isRealDay(input.closedOn))
    problems.push(problem("field-not-a-day", { value: input.closedOn }, "closedOn"));
  problems.push(...problemsOfFile(file));
  if (problems.length > 0) return failed(...problems);
  const scanned = await scanOptional(ports, file);
  if (!scanned.ok) return scanned;
  const head = { verb: "close", noun: "decision", recordId: input.decisionId, change: {} };
  return record(ports, scope, "decision:decide", head, async (entry) => {
    const { tx, seq } = entry;
    const found = await findDecision(tx, scope, input.decisionId);
    if (!found) return failed(problem("not-found"));
    if (found.closedOn !== null) return failed(problem("decision-closed"));
    if (await isSuperseded(tx, scope, found.id)) return failed(problem("decision-superseded"));
    await insertClosing(tx, scope, {
      id: ports.newId(),
      decisionId: found.id,
      reason,
      originalFileId: await keepFile(ports, scope, entry, scanned.value),
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
  return record(ports, scope, "decision:decide", head, async ({ tx, seq, at }) => {
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
