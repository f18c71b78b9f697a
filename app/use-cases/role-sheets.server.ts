import { findContract } from "#db/queries/contracts.server";
import { confirmationsOfContract } from "#db/queries/role-proposals.server";
import { settleOpenReview } from "#db/queries/role-reviews.server";
import {
  findRoleSheet,
  insertRevision,
  insertRoleRows,
  insertRoleSheet,
  lastRevisionOf,
  nextRevisionNo,
  openSettledRows,
  rowsOfSheet,
  updateRoleSheet,
} from "#db/queries/role-sheets.server";
import { isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { checkRow, emptyRow, type RoleRow } from "~/domain/role-sheet";
import type { RoleSheetItem } from "~/domain/role-sheet-form";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

/** A row of a form before anybody wrote into it. */
export function rowOfItem({ key, part, group, no, label, content }: RoleSheetItem): RoleRow {
  return emptyRow({ rowKey: key, itemKey: key, part, group, no: no ?? "", label, content });
}

/** 確認表をはじめる: a sheet for a contract with every row of the form; all undecided. */
export async function openRoleSheet(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; form: string; title: string; roundOn: string },
): Promise<Result<{ roleSheetId: string }>> {
  const form = (await cataloguesOf(ports, scope)).roleSheetForms.get(input.form);
  if (!form) return failed(problem("catalogue-unknown", { ref: input.form }, "form"));
  const problems = problemsOfHead(input);
  if (problems.length > 0) return failed(...problems);
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("field-unknown-reference", {}, "contractId"));
  const roleSheetId = ports.newId();
  const head = {
    verb: "open",
    noun: "roleSheet",
    recordId: roleSheetId,
    change: { form: [null, input.form] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "role-sheet:write", head, async ({ tx, at }) => {
    const title = input.title.trim() || form.head.title;
    const roundOn = input.roundOn === "" ? null : input.roundOn;
    await insertRoleSheet(tx, scope, {
      id: roleSheetId,
      contractId: contract.id,
      title,
      form: input.form,
      roundOn,
      createdAt: at,
    });
    const rows = form.items.map((item, ordinal) => ({ ...rowOfItem(item), id: ports.newId(), ordinal }));
    await insertRoleRows(tx, scope, roleSheetId, rows);
    return done({ roleSheetId });
  });
}

/** Problems of a sheet's title and round: field-too-long, field-not-a-day. */
export function problemsOfHead(input: { title: string; roundOn: string }): Problem[] {
  const problems: Problem[] = [];
  if (input.title.length > 200) problems.push(problem("field-too-long", { max: 200 }, "title"));
  if (input.roundOn !== "" && !isRealDay(input.roundOn)) {
    problems.push(problem("field-not-a-day", { value: input.roundOn }, "roundOn"));
  }
  return problems;
}

/** 表題と初回確認日を直す. */
export async function reviseRoleSheet(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; version: number; title: string; roundOn: string },
): Promise<Result<null>> {
  const problems = problemsOfHead(input);
  if (input.title.trim() === "") problems.push(problem("field-required", {}, "title"));
  if (problems.length > 0) return failed(...problems);
  const before = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!before) return failed(problem("not-found"));
  const next = { title: input.title.trim(), roundOn: input.roundOn === "" ? null : input.roundOn };
  const head = {
    verb: "revise",
    noun: "roleSheet",
    recordId: before.id,
    change: changeOf({ title: before.title, roundOn: before.roundOn }, next),
  };
  return record(ports, scope, "role-sheet:write", head, async ({ tx }) => {
    const rows = await rowsOfSheet(tx, scope, before.id);
    const broken = rows.flatMap((row) => checkRow(row, next.roundOn));
    if (broken.length > 0) return failed(...broken);
    const isSaved = await updateRoleSheet(tx, scope, { id: before.id, version: input.version, ...next });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/**
 * 合意する: freezes the sheet as a revision that holds from `effectiveFrom`. Undecided rows are frozen as
 * undecided (the page shows how many before). A correction supersedes the revision it corrects, with a reason.
 * @param input.corrects id of the revision that was recorded wrongly, or null for the next agreement
 */
export async function agreeRoleSheet(
  ports: Ports,
  scope: Scope,
  input: {
    roleSheetId: string;
    effectiveFrom: string;
    note: string;
    corrects: string | null;
    /** The vendor's 記載内容の確認 it rests on; left out or empty where it was agreed otherwise. */
    submissionId?: string;
  },
): Promise<Result<{ revisionId: string; revisionNo: number }>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  const problems: Problem[] = [];
  if (!isRealDay(input.effectiveFrom))
    problems.push(problem("field-not-a-day", { value: input.effectiveFrom }, "effectiveFrom"));
  if (input.corrects !== null && input.note.trim() === "")
    problems.push(problem("field-required", {}, "note"));
  if (input.note.length > 2000) problems.push(problem("field-too-long", { max: 2000 }, "note"));
  const submissionId = input.submissionId || null;
  const confirmations = await confirmationsOfContract(ports.db, scope, sheet.contractId);
  if (submissionId !== null && !confirmations.some((each) => each.id === submissionId))
    problems.push(problem("field-unknown-reference", {}, "submissionId"));
  if (problems.length > 0) return failed(...problems);
  const revisionId = ports.newId();
  const head = {
    verb: "agree",
    noun: "roleSheet",
    recordId: sheet.id,
    change: { effectiveFrom: [null, input.effectiveFrom] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "role-sheet:agree", head, async ({ tx, seq, at }) => {
    const rows = await rowsOfSheet(tx, scope, sheet.id);
    if (rows.length === 0) return failed(problem("role-sheet-nothing-agreed"));
    const broken = rows.flatMap((row) => checkRow(row, sheet.roundOn));
    if (broken.length > 0) return failed(...broken);
    if (input.corrects !== null) {
      const last = await lastRevisionOf(tx, scope, sheet.id);
      if (last?.id !== input.corrects) return failed(problem("changed-meanwhile"));
    }
    const revisionNo = await nextRevisionNo(tx, scope, sheet.id);
    const revision = {
      id: revisionId,
      roleSheetId: sheet.id,
      contractId: sheet.contractId,
      revisionNo,
      title: sheet.title,
      form: sheet.form,
      roundOn: sheet.roundOn,
      effectiveFrom: input.effectiveFrom,
      recordedSeq: seq,
      supersedes: input.corrects,
      note: input.note.trim(),
      agreedAt: at,
      agreedBy: scope.accountId,
      submissionId,
    };
    await insertRevision(tx, scope, revision, rows, ports.newId);
    if (input.corrects === null) {
      const settled = {
        outcome: "new-revision",
        revisionId,
        doneAt: at,
        doneBy: scope.accountId,
        note: "",
      } as const;
      await settleOpenReview(tx, scope, sheet.id, settled);
    }
    // why: the agreement is frozen now; what comes after it is the next round of talks.
    await openSettledRows(tx, scope, sheet.id);
    return done({ revisionId, revisionNo });
  });
}

/** 確認表を見る: the sheet with its rows, its last revision and the form it came from. */
export async function showRoleSheet(ports: Ports, scope: Scope, input: { roleSheetId: string }) {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  const [rows, lastRevision, catalogues] = await Promise.all([
    rowsOfSheet(ports.db, scope, sheet.id),
    lastRevisionOf(ports.db, scope, sheet.id),
    cataloguesOf(ports, scope),
  ]);
  return done({ sheet, rows, lastRevision, form: catalogues.roleSheetForms.get(sheet.form) ?? null });
}
