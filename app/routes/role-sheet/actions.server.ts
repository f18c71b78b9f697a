import { rowsOfSheet } from "#db/queries/role-sheets.server";
import type { Problem } from "~/domain/problem";
import type { RawRow, TypedField } from "~/domain/role-row-input";
import { countOf, redirectTo, replyProblems, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { decideProposal, settleRow } from "~/use-cases/role-proposals.server";
import { settleRoleReview } from "~/use-cases/role-reviews.server";
import { addRow, leaveOutRow, takeRowBack, unlockRow, writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, reviseRoleSheet } from "~/use-cases/role-sheets.server";

type Fields = Readonly<Record<string, string | string[]>>;
/** Which form of the page failed, and what was typed into it. */
export type Kept = { intent: string; typed: Record<string, string> };

/** 行を書く: saves the open row and stays on it, or opens the next one (`go=next`). */
export async function saveRow({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const text = (name: string) => textOf(fields, name);
  const raw = rawFrom(text);
  // why: without script the values as they were opened come back with the form, so that saves can be joined.
  const base = textOf(fields, "base.party") === "" ? undefined : rawFrom((name) => text(`base.${name}`));
  const rowId = text("rowId");
  const version = countOf(fields, "version");
  const written = await writeRow(ports, scope, {
    roleSheetId,
    rowId,
    version,
    raw,
    ...(base ? { base } : {}),
  });
  if (!written.ok) return kept(written.problems, "row", { ...raw, rowId, version: text("version") });
  const next = text("go") === "next" ? await rowAfter(ports.db, scope, roleSheetId, rowId) : null;
  const place: `/${string}` = `/role-sheets/${roleSheetId}`;
  return next === null ? redirectTo(`${place}#row-${rowId}`) : redirectTo(`${place}?row=${next}#row-${next}`);
}

function rawFrom(text: (name: TypedField) => string): RawRow {
  return {
    party: text("party"),
    thirdPartyName: text("thirdPartyName"),
    emergencyParty: text("emergencyParty"),
    endParty: text("endParty"),
    firstCheck: text("firstCheck"),
    firstCheckOn: text("firstCheckOn"),
    completedOn: text("completedOn"),
    what: text("what"),
    cost: text("cost"),
    deadline: text("deadline"),
    clause: text("clause"),
    evidence: text("evidence"),
    remark: text("remark"),
  };
}

const rowStates = {
  "leave-out": leaveOutRow,
  "take-back": takeRowBack,
  unlock: unlockRow,
  settle: settleRow,
} as const;
export type RowStateIntent = keyof typeof rowStates;

/** 対象外にする・戻す・確定を解除する: the row stays open, so that the reason is seen in its history. */
export async function saveRowState(
  { ports, scope }: Visit,
  roleSheetId: string,
  fields: Fields,
  intent: RowStateIntent,
) {
  const typed = { rowId: textOf(fields, "rowId"), reason: textOf(fields, "reason"), intent };
  const version = countOf(fields, "version");
  const saved = await rowStates[intent](ports, scope, { roleSheetId, ...typed, version });
  if (!saved.ok) return kept(saved.problems, "row", typed);
  return redirectTo(`/role-sheets/${roleSheetId}?row=${typed.rowId}#row-${typed.rowId}`);
}

async function rowAfter(
  db: Visit["ports"]["db"],
  scope: Visit["scope"],
  roleSheetId: string,
  rowId: string,
): Promise<string | null> {
  const rows = await rowsOfSheet(db, scope, roleSheetId);
  const at = rows.findIndex((each) => each.id === rowId);
  return rows[at + 1]?.id ?? null;
}

/** 表題と初回確認日を直す. */
export async function saveHead({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const typed = { title: textOf(fields, "title"), roundOn: textOf(fields, "roundOn") };
  const version = countOf(fields, "version");
  const saved = await reviseRoleSheet(ports, scope, { roleSheetId, version, ...typed });
  if (!saved.ok) return kept(saved.problems, "head", typed);
  return redirectTo(`/role-sheets/${roleSheetId}`);
}

/** 行を足す, and opens it. */
export async function saveNewRow({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const typed = {
    part: textOf(fields, "part"),
    label: textOf(fields, "label"),
    content: textOf(fields, "content"),
  };
  const added = await addRow(ports, scope, { roleSheetId, ...typed, part: countOf(fields, "part") });
  if (!added.ok) return kept(added.problems, "add-row", typed);
  return redirectTo(`/role-sheets/${roleSheetId}?row=${added.value.rowId}#row-${added.value.rowId}`);
}

/** 提案に答える, and stays on the row. */
export async function saveDecision({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const typed = { rowId: textOf(fields, "rowId"), answer: textOf(fields, "answer"), intent: "proposal" };
  const decided = await decideProposal(ports, scope, {
    roleSheetId,
    proposalId: textOf(fields, "proposalId"),
    decision: textOf(fields, "decision") === "accept" ? "accept" : "decline",
    answer: typed.answer,
    version: countOf(fields, "version"),
  });
  if (!decided.ok) return kept(decided.problems, "row", typed);
  return redirectTo(`/role-sheets/${roleSheetId}?row=${typed.rowId}#row-${typed.rowId}`);
}

/** 変更なしと確かめた, and stays on the sheet. */
export async function saveReview({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const typed = { reviewNote: textOf(fields, "reviewNote") };
  const input = { roleSheetId, reviewId: textOf(fields, "reviewId"), note: typed.reviewNote };
  const settled = await settleRoleReview(ports, scope, {
    ...input,
    version: countOf(fields, "version"),
  });
  if (!settled.ok) return kept(settled.problems, "settle-review", typed);
  return redirectTo(`/role-sheets/${roleSheetId}`);
}

/** 合意を記録する, and shows the frozen revision. */
export async function saveAgreement({ ports, scope }: Visit, roleSheetId: string, fields: Fields) {
  const typed = {
    effectiveFrom: textOf(fields, "effectiveFrom"),
    note: textOf(fields, "note"),
    corrects: textOf(fields, "corrects"),
    submissionId: textOf(fields, "submissionId"),
  };
  const agreed = await agreeRoleSheet(ports, scope, {
    roleSheetId,
    ...typed,
    corrects: typed.corrects === "" ? null : typed.corrects,
  });
  if (!agreed.ok) return kept(agreed.problems, "agree", typed);
  return redirectTo(`/role-sheets/${roleSheetId}?revision=${agreed.value.revisionId}`);
}

/** Problems of rows carry `rowKey.field`, which says nothing to a reader; their sentence names the row. */
function kept(problems: Problem[], intent: string, typed: Record<string, string>) {
  const named = problems.map(({ at, ...each }) =>
    at === undefined || at.includes(".") ? each : { ...each, at },
  );
  const data: Kept = { intent, typed };
  return replyProblems(named, data);
}
