import { insertRowChanges, type RowChange } from "#db/queries/role-rows.server";
import {
  type EditableRow,
  findRoleSheet,
  insertRoleRows,
  rowsOfSheet,
  updateRoleRow,
} from "#db/queries/role-sheets.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { parseRow, type RawRow, rawOf, rowLimits, type TypedRow } from "~/domain/role-row-input";
import { type FieldConflict, mergeRow } from "~/domain/role-row-merge";
import { checkRow, emptyRow, isLeftOut } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

type Sheet = NonNullable<Awaited<ReturnType<typeof findRoleSheet>>>;

/** What one person typed into one row: the fields touched, and the values they saw in them before. */
export type RowEdit = { rowId: string; base: Partial<RawRow>; fields: Partial<RawRow> };

/** A field two people changed differently; what is recorded stays until somebody chooses. */
export type RowConflict = FieldConflict & { rowId: string; label: string };
export type SavedCells = {
  rows: EditableRow[];
  conflicts: RowConflict[];
  /** Rows that could not be saved; `at` is `rowId.field`. */
  problems: Problem[];
};

type Planned = { before: EditableRow; next: TypedRow; conflicts: FieldConflict[] } | { problems: Problem[] };

/** A row as it would be after the edit, joined with what others saved meanwhile. */
function planRow(rows: readonly EditableRow[], sheet: Sheet, edit: RowEdit): Planned {
  const before = rows.find((each) => each.id === edit.rowId);
  const at = (field: string) => `${edit.rowId}.${field}`;
  if (!before) return { problems: [problem("not-found", {}, at("party"))] };
  const refused = problemOfState(before);
  if (refused) return { problems: [{ ...refused, at: at("party") }] };
  const { merged, conflicts } = mergeRow(edit.base, edit.fields, rawOf(before));
  const parsed = parseRow(merged);
  const problems = parsed.ok
    ? checkRow({ ...before, ...parsed.value }, sheet.roundOn).map((each) => fieldOnly(each))
    : parsed.problems;
  if (!parsed.ok || problems.length > 0) {
    return { problems: problems.map((each) => ({ ...each, at: at(each.at ?? "party") })) };
  }
  return { before, next: parsed.value, conflicts };
}

/** `rowKey.field` → `field`. */
const fieldOnly = (each: Problem): Problem => ({ ...each, at: each.at?.split(".").at(-1) ?? "" });

/** A row both sides agreed on, or one that was left out, is not edited before it is opened again. */
export function problemOfState(row: EditableRow): Problem | null {
  if (row.lockedAt !== null) return problem("role-row-locked", { label: row.label });
  return isLeftOut(row) ? problem("role-row-left-out", { label: row.label }) : null;
}

/**
 * 欄を書く: what was typed or pasted into the cells of one or many rows, as one save. Fields that only one side
 * changed are joined; a field that two people changed differently is reported and stays as recorded. A row that
 * breaks a rule is reported and the other rows are saved.
 * @returns Problems: not-found (sheet), field-required (nothing typed); per row inside: field-not-an-option,
 *   field-not-a-day, field-too-long, completed-*, third-party-unnamed, role-row-locked, role-row-left-out
 */
export async function writeCells(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; edits: readonly RowEdit[] },
): Promise<Result<SavedCells>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  if (input.edits.length === 0) return failed(problem("field-required", {}, "edits"));
  const seen = await rowsOfSheet(ports.db, scope, sheet.id);
  const first = planAll(seen, sheet, input.edits);
  if (first.changed.length === 0) return done({ rows: [], ...reported(first) });
  const head = {
    verb: "write-rows",
    noun: "roleSheet",
    recordId: sheet.id,
    change: { rows: [null, first.changed.length] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    // why again: the rows may have changed since; inside the transaction nobody else writes.
    const plan = planAll(await rowsOfSheet(entry.tx, scope, sheet.id), sheet, input.edits);
    const rows: EditableRow[] = [];
    for (const { before, next } of plan.changed) {
      const saved = await saveRow(ports, entry, scope, sheet.id, before, next);
      if (!saved) return failed(problem("changed-meanwhile"));
      rows.push(saved);
    }
    return done({ rows, ...reported(plan) });
  });
}

function planAll(rows: readonly EditableRow[], sheet: Sheet, edits: readonly RowEdit[]) {
  const plans = edits.map((edit) => planRow(rows, sheet, edit));
  const good = plans.flatMap((each) => ("before" in each ? [each] : []));
  return {
    changed: good.filter(({ before, next }) => Object.keys(changeOf(rawOf(before), rawOf(next))).length > 0),
    conflicts: good.flatMap(({ before, conflicts }) =>
      conflicts.map((each) => ({ ...each, rowId: before.id, label: before.label })),
    ),
    problems: plans.flatMap((each) => ("problems" in each ? each.problems : [])),
  };
}

const reported = ({ conflicts, problems }: Pick<SavedCells, "conflicts" | "problems">) => ({
  conflicts,
  problems,
});

/** Saves over the version that was read and keeps the history; null when the row is gone. */
export async function saveRow(
  ports: Ports,
  entry: Entry,
  scope: Scope,
  roleSheetId: string,
  before: EditableRow,
  next: Partial<TypedRow> & { leftOutReason?: string; lockedAt?: string | null },
  how: Pick<RowChange, "kind" | "reason"> = { kind: "written", reason: "" },
): Promise<EditableRow | null> {
  const { id, version, rowKey } = before;
  if (!(await updateRoleRow(entry.tx, scope, { id, version, fields: next }))) return null;
  const after = { ...before, ...next, version: version + 1 };
  const { version: _old, ...was } = before;
  const { version: _new, ...is } = after;
  await insertRowChanges(entry, scope, roleSheetId, [
    { id: ports.newId(), rowKey, ...how, change: changeOf(was, is) },
  ]);
  return after;
}

/**
 * 行を書く: all fields of one row. With `base` (the row as it was opened) what others saved meanwhile is joined;
 * without it any save in between is `changed-meanwhile`.
 * @returns Problems named by field; changed-meanwhile with `fields`, the ones changed on both sides
 */
export async function writeRow(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; rowId: string; version: number; raw: RawRow; base?: RawRow },
): Promise<Result<EditableRow>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  const rows = sheet ? await rowsOfSheet(ports.db, scope, sheet.id) : [];
  const before = rows.find((each) => each.id === input.rowId);
  if (!sheet || !before) return failed(problem("not-found"));
  const base = input.base ?? (before.version === input.version ? rawOf(before) : null);
  if (base === null) return failed(problem("changed-meanwhile"));
  const plan = planRow(rows, sheet, { rowId: before.id, base, fields: input.raw });
  if ("problems" in plan) return failed(...plan.problems.map(fieldOnly));
  if (plan.conflicts.length > 0) return failed(problem("changed-meanwhile"));
  const change = changeOf(rawOf(before), rawOf(plan.next));
  if (Object.keys(change).length === 0) return done(before);
  const head = {
    verb: "write-row",
    noun: "roleSheet",
    recordId: sheet.id,
    change: { row: [before.rowKey, before.rowKey] satisfies [unknown, unknown], ...change },
  };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    const saved = await saveRow(ports, entry, scope, sheet.id, before, plan.next);
    return saved ? done(saved) : failed(problem("changed-meanwhile"));
  });
}

/** 行を足す: a row of the hospital's own; it has no number of the official form. */
export async function addRow(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; part: number; label: string; content: string },
): Promise<Result<{ rowId: string }>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  const [label, content] = [input.label.trim(), input.content.trim()];
  if (label === "") return failed(problem("field-required", {}, "label"));
  for (const [field, text] of [
    ["label", label],
    ["content", content],
  ] as const) {
    if (text.length > rowLimits[field])
      return failed(problem("field-too-long", { max: rowLimits[field] }, field));
  }
  const rowId = ports.newId();
  const change = { label: [null, label] satisfies [unknown, unknown] };
  const head = { verb: "add-row", noun: "roleSheet", recordId: sheet.id, change };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    const rows = await rowsOfSheet(entry.tx, scope, sheet.id);
    const rowKey = `own:${rowId}`;
    const place = { part: input.part === 1 ? 1 : 2, group: "", no: "" } as const;
    const row = { ...emptyRow({ rowKey, itemKey: null, ...place, label, content }), id: rowId };
    await insertRoleRows(entry.tx, scope, sheet.id, [{ ...row, ordinal: rows.length }]);
    await insertRowChanges(entry, scope, sheet.id, [
      { id: ports.newId(), rowKey, kind: "added", reason: "", change },
    ]);
    return done({ rowId });
  });
}

type RowState = { roleSheetId: string; rowId: string; version: number; reason: string };

/**
 * 行を外す: the row does not concern this contract. It stays in the sheet with the reason and is taken back at
 * any time. Problems: field-required, field-too-long, role-row-locked, role-row-left-out, changed-meanwhile.
 */
export async function leaveOutRow(ports: Ports, scope: Scope, input: RowState): Promise<Result<EditableRow>> {
  return changeState(ports, scope, input, "left-out", (row, reason) => {
    const refused = problemOfState(row);
    return refused ? failed(refused) : done({ leftOutReason: reason });
  });
}

/** 行を戻す: with the reason. Problems: field-required, field-too-long, role-row-not-left-out, changed-meanwhile. */
export async function takeRowBack(ports: Ports, scope: Scope, input: RowState): Promise<Result<EditableRow>> {
  return changeState(ports, scope, input, "taken-back", (row) =>
    isLeftOut(row) ? done({ leftOutReason: "" }) : failed(problem("role-row-not-left-out")),
  );
}

/** 確定を解除する: opens an agreed row again, with the reason. Problems: role-row-not-locked and as above. */
export async function unlockRow(ports: Ports, scope: Scope, input: RowState): Promise<Result<EditableRow>> {
  return changeState(ports, scope, input, "unlocked", (row) =>
    row.lockedAt === null ? failed(problem("role-row-not-locked")) : done({ lockedAt: null }),
  );
}

async function changeState(
  ports: Ports,
  scope: Scope,
  input: RowState,
  kind: RowChange["kind"],
  stateOf: (row: EditableRow, reason: string) => Result<{ leftOutReason?: string; lockedAt?: string | null }>,
): Promise<Result<EditableRow>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  const rows = sheet ? await rowsOfSheet(ports.db, scope, sheet.id) : [];
  const before = rows.find((each) => each.id === input.rowId);
  if (!sheet || !before) return failed(problem("not-found"));
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > rowLimits.leftOutReason)
    return failed(problem("field-too-long", { max: rowLimits.leftOutReason }, "reason"));
  const next = stateOf(before, reason);
  if (!next.ok) return next;
  if (before.version !== input.version) return failed(problem("changed-meanwhile"));
  const change = { row: [before.rowKey, before.rowKey] satisfies [unknown, unknown] };
  const head = { verb: kind, noun: "roleSheet", recordId: sheet.id, change };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    const saved = await saveRow(ports, entry, scope, sheet.id, before, next.value, { kind, reason });
    return saved ? done(saved) : failed(problem("changed-meanwhile"));
  });
}
