import { findContract } from "#db/queries/contracts.server";
import { endIntake, findIntake } from "#db/queries/intakes.server";
import { choicesOf } from "#db/queries/registers.server";
import { insertRowChanges } from "#db/queries/role-rows.server";
import {
  type EditableRow,
  findRoleSheet,
  insertRoleRows,
  insertRoleSheet,
  listRoleSheets,
  rowsOfSheet,
} from "#db/queries/role-sheets.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { ReadRoleRow } from "~/domain/reading";
import { parseReading } from "~/domain/reading-file";
import {
  differencesTo,
  joinReceived,
  type OfferedField,
  offeredFields,
  placeOfReceived,
} from "~/domain/received-role-sheet";
import { parseRow, rawOf, type TypedRow } from "~/domain/role-row-input";
import { checkRow, emptyRow, type RoleRow } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";
import { problemOfState, saveRow } from "./role-rows.server";
import { problemsOfHead, rowOfItem } from "./role-sheets.server";

/** Sheets a received one can be laid beside. */
const MAX_SHEETS = 500;

export type ReceivedRow = {
  ordinal: number;
  read: ReadRoleRow;
  /** The row of the sheet beside it, where number and words say which; null otherwise. */
  target: { id: string; no: string; label: string; state: Problem | null } | null;
  differences: OfferedField[];
  /** What of the row no row of ours may hold. */
  problems: Problem[];
};

export type ReceivedRoleSheet =
  Awaited<ReturnType<typeof reviewReceivedRoleSheet>> extends Result<infer T> ? T : never;

/**
 * 受け取った確認表を確かめる: every row of every sheet of the file, beside the rows of the sheet a person chose. Seven
 * queries, whatever the size. Problems: not-found (the receipt, or the chosen sheet).
 * @param input.roleSheetId null: beside none
 */
export async function reviewReceivedRoleSheet(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; roleSheetId: string | null },
) {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const { reading: json, recipe: _, ...intake } = found;
  const beside = input.roleSheetId === null ? null : await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (input.roleSheetId !== null && !beside) return failed(problem("not-found"));
  const [rows, contracts, sheets, catalogues] = await Promise.all([
    beside ? rowsOfSheet(ports.db, scope, beside.id) : [],
    choicesOf(ports.db, scope, "contract"),
    listRoleSheets(ports.db, scope, { contractId: null, page: 1, pageSize: MAX_SHEETS }),
    cataloguesOf(ports, scope),
  ]);
  const reading = parseReading(json);
  return done({
    intake,
    problems: reading.problems,
    beside,
    sheets: (reading.roleSheets ?? []).map((each, index) => ({
      index,
      sheet: each.sheet,
      title: each.title,
      unread: each.unread,
      rows: rowsBeside(each.rows, rows, beside?.roundOn ?? null),
    })),
    contracts,
    roleSheets: sheets.rows.map((each) => ({
      id: each.id,
      name: `${each.contractNumber} ${each.contractTitle} — ${each.title}`,
    })),
    forms: [...catalogues.roleSheetForms].map(([ref, { head, items }]) => ({
      ref,
      title: head.title,
      rows: items.length,
    })),
  });
}

function rowsBeside(
  read: readonly ReadRoleRow[],
  rows: readonly EditableRow[],
  roundOn: string | null,
): ReceivedRow[] {
  const joined = joinReceived(read, rows);
  return read.map((each, ordinal) => {
    const at = joined[ordinal] ?? null;
    const row = at === null ? undefined : rows[at];
    const { fields, problems } = offeredFields(each, roundOn);
    const target = row ? { id: row.id, no: row.no, label: row.label, state: problemOfState(row) } : null;
    return {
      ordinal,
      read: each,
      target,
      differences: row ? differencesTo(fields, rawOf(row)) : [],
      problems,
    };
  });
}

/** The rows of one sheet of a receipt that was not put aside. Problems: not-found, intake-closed. */
async function receivedRows(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; index: number },
): Promise<Result<{ fileName: string; title: string; rows: ReadRoleRow[]; isOpen: boolean }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  const sheet = found ? parseReading(found.reading).roleSheets?.[input.index] : undefined;
  if (!found || !sheet) return failed(problem("not-found"));
  if (found.state === "discarded") return failed(problem("intake-closed"));
  const { fileName, state } = found;
  return done({ fileName, title: sheet.title, rows: sheet.rows, isOpen: state === "review" });
}

/**
 * 受け取った確認表から始める: a sheet of a contract with every row of the form, filled where the file says something,
 * and behind them the file's rows the form does not have. Without a form every row is the hospital's own.
 * Problems: not-found, intake-closed, catalogue-unknown, field-too-long, field-not-a-day, field-unknown-reference.
 * @param input.form `id@version`, or "" for rows of the hospital's own
 */
export async function openReceivedRoleSheet(
  ports: Ports,
  scope: Scope,
  input: {
    intakeId: string;
    index: number;
    contractId: string;
    form: string;
    title: string;
    roundOn: string;
  },
): Promise<Result<{ roleSheetId: string }>> {
  const received = await receivedRows(ports, scope, input);
  if (!received.ok) return received;
  const form = input.form === "" ? null : (await cataloguesOf(ports, scope)).roleSheetForms.get(input.form);
  if (form === undefined) return failed(problem("catalogue-unknown", { ref: input.form }, "form"));
  const problems = problemsOfHead(input);
  if (problems.length > 0) return failed(...problems);
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("field-unknown-reference", {}, "contractId"));
  const { fileName, rows: read, isOpen } = received.value;
  const roundOn = input.roundOn === "" ? null : input.roundOn;
  const title = (input.title.trim() || received.value.title || form?.head.title || fileName).slice(0, 200);
  const roleSheetId = ports.newId();
  const change: Record<string, [unknown, unknown]> = {
    form: [null, input.form],
    intake: [null, input.intakeId],
  };
  const head = { verb: "open", noun: "roleSheet", recordId: roleSheetId, change };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    if (isOpen) await endIntake(entry.tx, scope, input.intakeId, "saved");
    const own = { contractId: contract.id, title, form: input.form, roundOn, createdAt: entry.at };
    await insertRoleSheet(entry.tx, scope, { id: roleSheetId, ...own });
    const rows = filledRows(form?.items.map(rowOfItem) ?? [], read, roundOn, ports.newId);
    const kept = rows.map(({ row }, ordinal) => ({ ...row, id: ports.newId(), ordinal }));
    await insertRoleRows(entry.tx, scope, roleSheetId, kept);
    await keepOrigin(ports, entry, scope, roleSheetId, fileName, rows);
    return done({ roleSheetId });
  });
}

type Filled = { row: RoleRow; read: ReadRoleRow | null };

/** Rows of the form with what the file says of them, then the file's rows the form has none for. */
function filledRows(
  items: readonly RoleRow[],
  read: readonly ReadRoleRow[],
  roundOn: string | null,
  newId: () => string,
): Filled[] {
  const joined = joinReceived(read, items);
  const ofForm = items.map((row, at): Filled => {
    const own = read[joined.indexOf(at)] ?? null;
    return { row: own ? { ...row, ...typedOf(own, row, roundOn) } : row, read: own };
  });
  const others = read.flatMap((each, at): Filled[] => {
    if (joined[at] !== null) return [];
    const row = emptyRow(placeOfReceived(each, `own:${newId()}`));
    return [{ row: { ...row, ...typedOf(each, row, roundOn) }, read: each }];
  });
  return [...ofForm, ...others];
}

/** What the file says of a row, as our fields; nothing where a field cannot be held. */
function typedOf(read: ReadRoleRow, row: RoleRow, roundOn: string | null): Partial<TypedRow> {
  const parsed = parseRow({ ...rawOf(row), ...offeredFields(read, roundOn).fields });
  return parsed.ok && checkRow({ ...row, ...parsed.value }, roundOn).length === 0 ? parsed.value : {};
}

/** The row's history says from which cell of which file it came. */
async function keepOrigin(
  ports: Ports,
  entry: Entry,
  scope: Scope,
  roleSheetId: string,
  fileName: string,
  rows: readonly Filled[],
): Promise<void> {
  const changes = rows.flatMap(({ row, read }) =>
    read === null
      ? []
      : [
          {
            id: ports.newId(),
            rowKey: row.rowKey,
            kind: row.itemKey === null ? ("added" as const) : ("written" as const),
            reason: originOf(fileName, read),
            change: { label: [null, read.label] satisfies [unknown, unknown] },
          },
        ],
  );
  await insertRowChanges(entry, scope, roleSheetId, changes);
}

const originOf = (fileName: string, { cell }: ReadRoleRow) => `${fileName} ${cell}`.slice(0, 500);

export type TakenRows = {
  /** Rows that were written into. */
  taken: number;
  /** Fields in which the record says something else; it stays as it is. */
  kept: number;
  problems: Problem[];
};

/**
 * 行を取り込む: writes what the chosen rows say into the rows beside them, where nothing stands yet. A field that
 * is filled stays as it is; a settled row, one left out, and one that breaks a rule are named and stay too.
 * Problems: not-found, intake-closed, field-required (rows), changed-meanwhile.
 */
export async function takeReceivedRows(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; index: number; roleSheetId: string; ordinals: readonly number[] },
): Promise<Result<TakenRows>> {
  const received = await receivedRows(ports, scope, input);
  if (!received.ok) return received;
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  if (input.ordinals.length === 0) return failed(problem("field-required", {}, "rows"));
  const { fileName, rows: read, isOpen } = received.value;
  const change: Record<string, [unknown, unknown]> = {
    intake: [null, input.intakeId],
    rows: [null, input.ordinals.length],
  };
  const head = { verb: "take-rows", noun: "roleSheet", recordId: sheet.id, change };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    if (isOpen) await endIntake(entry.tx, scope, input.intakeId, "saved");
    const rows = await rowsOfSheet(entry.tx, scope, sheet.id);
    const found: TakenRows = { taken: 0, kept: 0, problems: [] };
    const chosen = rowsBeside(read, rows, sheet.roundOn).filter((each) =>
      input.ordinals.includes(each.ordinal),
    );
    for (const each of chosen) {
      const before = rows.find((row) => row.id === each.target?.id);
      if (!before) continue;
      found.kept += each.differences.filter(({ isFree }) => !isFree).length;
      const next = nextOf(before, each, sheet.roundOn);
      if (!next.ok) found.problems.push(...next.problems);
      if (!next.ok || next.value === null) continue;
      const how = { kind: "written" as const, reason: originOf(fileName, each.read) };
      const saved = await saveRow(ports, entry, scope, sheet.id, before, next.value, how);
      if (!saved) return failed(problem("changed-meanwhile"));
      found.taken += 1;
    }
    return done(found);
  });
}

/** The row with its empty fields filled; null when the file has nothing for them. */
function nextOf(
  before: EditableRow,
  { differences }: ReceivedRow,
  roundOn: string | null,
): Result<TypedRow | null> {
  const free = differences.filter(({ isFree }) => isFree);
  if (free.length === 0) return done(null);
  const refused = problemOfState(before);
  if (refused) return failed(refused);
  const parsed = parseRow({
    ...rawOf(before),
    ...Object.fromEntries(free.map(({ field, mine }) => [field, mine])),
  });
  if (!parsed.ok) return parsed;
  const broken = checkRow({ ...before, ...parsed.value }, roundOn);
  return broken.length > 0 ? failed(...broken) : parsed;
}
