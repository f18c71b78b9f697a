import {
  insertApproval,
  insertComment,
  insertInspectionText,
  insertLinkOfDecision,
  inspectionTextsOf,
  linkChoices,
} from "#db/queries/decision-records.server";
import { findDecision, isSuperseded, type ShownDecision } from "#db/queries/decisions.server";
import { listPeople } from "#db/queries/people.server";
import { dayInTokyo, isRealDay } from "~/domain/day";
import { type LinkKind, linkKinds, linkKindsOf } from "~/domain/decision-state";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { MAX_TEXT } from "./decide.server";
import { type GivenFile, keepFile, problemsOfFile, scanOptional } from "./decision-file.server";
import type { Ports } from "./ports.server";
import { type Change, type Entry, record } from "./record.server";

/** The decision itself, as long as nothing took its place. Problems: not-found, decision-superseded. */
async function holding(
  { tx }: Pick<Entry, "tx">,
  scope: Scope,
  decisionId: string,
): Promise<Result<ShownDecision>> {
  const found = await findDecision(tx, scope, decisionId);
  if (!found) return failed(problem("not-found"));
  return (await isSuperseded(tx, scope, found.id)) ? failed(problem("decision-superseded")) : done(found);
}

const columnOf: Readonly<Record<LinkKind, "roleSheetRowId" | "contractClauseId" | "paperDraftId">> = {
  "role-row": "roleSheetRowId",
  clause: "contractClauseId",
  annex: "paperDraftId",
};

/**
 * 結び付ける: names the row, clause or annex in which a decision is carried out. It has to belong to a contract that
 * covers a system of the decision's product version. A later link takes the place of the one before.
 * @param input.target `role-row:<id>`, `clause:<id>` or `annex:<id>`
 * @returns Problems: not-found, decision-superseded, decision-kind-unfit, field-required, field-unknown-reference
 */
export async function linkDecision(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; target: string },
): Promise<Result<null>> {
  const change: Change = { target: [null, input.target] };
  const head = { verb: "link", noun: "decision", recordId: input.decisionId, change };
  return record(ports, scope, "decision:decide", head, async (entry) => {
    const found = await holding(entry, scope, input.decisionId);
    if (!found.ok) return found;
    if (input.target === "") return failed(problem("field-required", {}, "target"));
    const [given = "", id = ""] = input.target.split(":");
    const kind = linkKinds.find((each) => each === given);
    if (!kind) return failed(problem("field-not-an-option", { value: given }, "target"));
    if (!linkKindsOf(found.value.kind).includes(kind))
      return failed(problem("decision-kind-unfit", {}, "target"));
    const { rows, clauses, annexes } = await linkChoices(entry.tx, scope, found.value.productVersionId);
    const known = { "role-row": rows, clause: clauses, annex: annexes }[kind];
    if (!known.some((each) => each.id === id))
      return failed(problem("field-unknown-reference", {}, "target"));
    await insertLinkOfDecision(entry.tx, scope, {
      id: ports.newId(),
      decisionId: found.value.id,
      [columnOf[kind]]: id,
      recordedSeq: entry.seq,
      linkedAt: entry.at,
      linkedBy: scope.accountId,
    });
    return done(null);
  });
}

export type GivenApproval = {
  decisionId: string;
  approver: string;
  /** Office in the management, as it is printed: 病院長, 副院長. */
  title: string;
  approvedOn: string;
  /** The signed sheet; null when the approver is the one who presses the button. */
  file: GivenFile | null;
};

/**
 * 承認する: an accepted risk is accepted by somebody of the management, never by whoever proposed it. Either that
 * person presses the button (an administrator; name and day are then theirs and today), or a signed sheet is recorded —
 * the way of a hospital with one account.
 * @returns Problems: not-found, decision-superseded, decision-kind-unfit, decision-closed, already-exists, approval-own,
 *   field-required, field-too-long, field-not-a-day, approval-in-future, file-empty, file-too-large
 */
export async function approveDecision(
  ports: Ports,
  scope: Scope,
  input: GivenApproval,
): Promise<Result<null>> {
  const { decisionId, file } = input;
  const isOnPaper = file !== null;
  const people = await listPeople(ports.db, scope);
  const own = people.find((each) => each.id === scope.accountId)?.name ?? "";
  const today = dayInTokyo(ports.now());
  const approval = {
    approver: isOnPaper ? input.approver.trim() : own,
    title: input.title.trim(),
    approvedOn: isOnPaper ? input.approvedOn.trim() : today,
  };
  const problems = [...problemsOfApproval(approval, today), ...problemsOfFile(file)];
  const change: Change = { title: [null, approval.title], approvedOn: [null, approval.approvedOn] };
  const head = { verb: "approve", noun: "decision", recordId: decisionId, change };
  const needed = isOnPaper ? "decision:decide" : "decision:approve";
  const scanned = await scanOptional(ports, file);
  if (!scanned.ok) return scanned;
  return record(ports, scope, needed, head, async (entry) => {
    const found = await holding(entry, scope, decisionId);
    if (!found.ok) return found;
    const { kind, closedOn, approvedOn, decidedBy } = found.value;
    if (kind !== "accept-risk") return failed(problem("decision-kind-unfit"));
    if (closedOn !== null) return failed(problem("decision-closed"));
    if (approvedOn !== null) return failed(problem("already-exists"));
    if (!isOnPaper && (scope.accountId === null || decidedBy === scope.accountId))
      return failed(problem("approval-own"));
    if (problems.length > 0) return failed(...problems);
    await insertApproval(entry.tx, scope, {
      id: ports.newId(),
      decisionId,
      ...approval,
      originalFileId: await keepFile(ports, scope, entry, scanned.value),
      recordedSeq: entry.seq,
      recordedAt: entry.at,
      recordedBy: scope.accountId,
    });
    return done(null);
  });
}

function problemsOfApproval(
  approval: { approver: string; title: string; approvedOn: string },
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["approver", "title"] as const) {
    if (approval[field] === "") problems.push(problem("field-required", {}, field));
    if (approval[field].length > 100) problems.push(problem("field-too-long", { max: 100 }, field));
  }
  if (!isRealDay(approval.approvedOn))
    problems.push(problem("field-not-a-day", { value: approval.approvedOn }, "approvedOn"));
  else if (approval.approvedOn > today) problems.push(problem("approval-in-future", {}, "approvedOn"));
  return problems;
}

/** やり取りに書く: a line under a decision; it is never changed. Problems: not-found, field-required, field-too-long. */
export async function commentDecision(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; text: string },
): Promise<Result<null>> {
  const text = input.text.trim();
  const problems: Problem[] = [];
  if (text === "") problems.push(problem("field-required", {}, "text"));
  if (text.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, "text"));
  const head = { verb: "comment", noun: "decision", recordId: input.decisionId, change: {} };
  return record(ports, scope, "decision:comment", head, async ({ tx, seq, at }) => {
    if (!(await findDecision(tx, scope, input.decisionId))) return failed(problem("not-found"));
    if (problems.length > 0) return failed(...problems);
    const row = { id: ports.newId(), decisionId: input.decisionId, text, recordedSeq: seq, writtenAt: at };
    await insertComment(tx, scope, { ...row, writtenBy: scope.accountId });
    return done(null);
  });
}

/**
 * 説明文を残す: a new version of the inspector's text; earlier ones stay.
 * @param input.seen number of the version that was on the page (0 = none): another one meanwhile is a conflict
 * @returns Problems: not-found, decision-superseded, field-required, field-too-long, changed-meanwhile
 */
export async function keepInspectionText(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; seen: number; text: string },
): Promise<Result<{ versionNo: number }>> {
  const text = input.text.replaceAll("\r\n", "\n").trim();
  const problems: Problem[] = [];
  if (text === "") problems.push(problem("field-required", {}, "inspectionText"));
  if (text.length > MAX_TEXT) problems.push(problem("field-too-long", { max: MAX_TEXT }, "inspectionText"));
  const head = { verb: "keep-inspection-text", noun: "decision", recordId: input.decisionId, change: {} };
  return record(ports, scope, "decision:decide", head, async (entry) => {
    const found = await holding(entry, scope, input.decisionId);
    if (!found.ok) return found;
    if (problems.length > 0) return failed(...problems);
    const [newest] = await inspectionTextsOf(entry.tx, scope, found.value.id);
    if ((newest?.versionNo ?? 0) !== input.seen) return failed(problem("changed-meanwhile"));
    const versionNo = input.seen + 1;
    await insertInspectionText(entry.tx, scope, {
      id: ports.newId(),
      decisionId: found.value.id,
      versionNo,
      text,
      recordedSeq: entry.seq,
      writtenAt: entry.at,
      writtenBy: scope.accountId,
    });
    return done({ versionNo });
  });
}
