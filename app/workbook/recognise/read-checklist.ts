import type { Respondent } from "../../domain/checklist.ts";
import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { FoundRound, ReadAnswer, ReadChecklist, ReadChecklistRow } from "../../domain/reading.ts";
import type { Cell } from "../sheet.ts";
import { type AnswerColumns, type AnswerTable, answerColumns } from "./answer-table.ts";
import { type CellUses, cellUses } from "./cell-uses.ts";
import { readDay } from "./dates.ts";
import type { Grid } from "./grid.ts";
import { namingOf } from "./identity.ts";
import { columnRoles } from "./labels.ts";
import { readForm } from "./read-form.ts";
import { foundTable } from "./recipe-table.ts";
import type { ScannedTable, SheetScan } from "./sheet-scan.ts";
import { oneLine, squash } from "./text.ts";

/** Columns of one round: where it is answered, and the days beside it. */
type Round = { answers: AnswerColumns; target: number | null; checked: number | null };

/** Heading rows above the options that may name rounds and days. */
const HEADING_LINES = 3;

/**
 * Reads the answered checklists of a book: every table of a sheet, and of it every round (1回目, 2回目 …) in which
 * something is answered; the first round always. Judged by the same rules as the answers of a disclosure.
 */
export function readChecklists(
  scans: readonly SheetScan[],
  covers: readonly SheetScan[],
  uses: CellUses,
): ReadChecklist[] {
  return scans.flatMap((scan) =>
    scan.tables
      .filter(({ naming }) => naming.kind !== "form" && !isOther(naming))
      .flatMap((scanned) => roundsRead(scan, scanned, covers, uses)),
  );
}

const isOther = (naming: ScannedTable["naming"]) =>
  naming.kind === "look-alike" && naming.lookAlike !== "checklist";

function roundsRead(
  scan: SheetScan,
  scanned: ScannedTable,
  covers: readonly SheetScan[],
  uses: CellUses,
): ReadChecklist[] {
  const rounds = roundsOf(scanned);
  const all = rounds.map((round, at) => readRound(scan, scanned, covers, rounds, round, at + 1));
  const found = rounds.flatMap((round): FoundRound[] => {
    const table = foundTable(scanned.grid.sheet.name, tableOfRound(scanned.table, rounds, round));
    return table === null ? [] : [{ ...table, targetColumn: round.target }];
  });
  for (const { own } of all) takeUses(scanned.grid, own, uses, false);
  for (const { own } of all) takeUses(scanned.grid, own, uses, true);
  const seen = new Set<string>();
  return all.flatMap(({ read }, at) => {
    if (at > 0 && read.rows.every((row) => row.answer === "blank")) return [];
    const unread = read.unread.filter((each) => !seen.has(each.cell));
    for (const each of unread) seen.add(each.cell);
    return [{ ...read, unread, ...(found.length === rounds.length ? { rounds: found } : {}) }];
  });
}

/** はい and いいえ printed again to the right begin another round, and so does a heading 2回目 over words. */
function roundsOf({ grid, table }: ScannedTable): Round[] {
  const days = dayColumns(grid, table);
  const groups = answersOfRounds(grid, table);
  const [first] = groups;
  if (groups.length === 1 && first?.kind === "word") {
    return [{ answers: first, target: days.target[0] ?? null, checked: days.checked[0] ?? null }];
  }
  return groups.map((answers, at) => {
    const [own, next, previous] = [answers, groups[at + 1], groups[at - 1]].map((each) =>
      each ? answerColumns(each) : [],
    );
    const [from, last] = [Math.min(...(own ?? [])), Math.max(...(own ?? []))];
    const end = Math.min(...(next ?? []));
    const left = Math.max(0, ...(previous ?? []));
    const isTaken = isOfRoundBefore(days, groups, at);
    return {
      answers,
      // why: the target stands right of the round it belongs to, the day of checking right or left of it.
      target: days.target.find((column) => column > from && column < end) ?? null,
      checked:
        days.checked.find((column) => column > left && column < from && !isTaken) ??
        days.checked.find((column) => column > last && column < end) ??
        null,
    };
  });
}

function answersOfRounds(grid: Grid, table: AnswerTable): AnswerColumns[] {
  if (table.answers.kind === "word") return wordRounds(grid, table, table.answers);
  const groups: Map<number, AnswerOption>[] = [];
  let before: AnswerOption | null = null;
  for (const [column, option] of [...table.answers.options].sort(([a], [b]) => a - b)) {
    const group = groups.at(-1);
    const isAgain = group !== undefined && option !== before && [...group.values()].includes(option);
    if (group === undefined || isAgain) groups.push(new Map([[column, option]]));
    else group.set(column, option);
    before = option;
  }
  return groups.map((options) => ({ kind: "options", options }));
}

const roundHeading = /^(?:第?[1-9]回目?)(?:[(（].*)?$/;

/** A column of words for each heading 1回目, 2回目; one round where the headings do not count. */
function wordRounds(
  grid: Grid,
  table: AnswerTable,
  answers: Extract<AnswerColumns, { kind: "word" }>,
): AnswerColumns[] {
  const isCounted = (column: number) =>
    grid.rows.some(
      (row) =>
        row >= table.headerTop &&
        row <= table.headerBottom &&
        roundHeading.test(squash(grid.ownerAt(row, column)?.text ?? "")),
    );
  if (answers.columns.length < 2 || !answers.columns.every(isCounted)) return [answers];
  return answers.columns.map((column) => ({ ...answers, columns: [column] }));
}

/** With one day column for each round to the right of it, the one on the left belongs to the round before. */
function isOfRoundBefore(days: { checked: number[] }, groups: readonly AnswerColumns[], at: number): boolean {
  const [first] = groups;
  if (at === 0 || first === undefined) return false;
  const from = Math.min(...answerColumns(first));
  return !days.checked.some((each) => each < from);
}

function dayColumns(grid: Grid, table: AnswerTable): { target: number[]; checked: number[] } {
  const cells = grid.sheet.cells.filter(
    (cell) => cell.row >= table.headerTop - HEADING_LINES && cell.row <= table.headerBottom,
  );
  const columnsOf = (shape: RegExp) =>
    [...new Set(cells.filter((cell) => shape.test(squash(cell.text))).map((cell) => cell.column))].sort(
      (a, b) => a - b,
    );
  return {
    target: columnsOf(/^(?:対応|達成|実施)?(?:目標|予定)(?:日|期日|期限|時期|年月日)?(?:[(（].*)?$/),
    checked: columnsOf(/^(?:確認|点検|回答|実施)(?:日|年月日|日付)(?:[(（].*)?$/),
  };
}

function readRound(
  scan: SheetScan,
  scanned: ScannedTable,
  covers: readonly SheetScan[],
  rounds: readonly Round[],
  round: Round,
  no: number,
): { read: ReadChecklist; own: CellUses } {
  const { grid } = scanned;
  const own = cellUses();
  const table = tableOfRound(scanned.table, rounds, round);
  // why MDS: the rules that judge a row ask for a form only to name it in problems; those are not a checklist's.
  const { form } = readForm("MDS", scan, [{ ...scanned, table }], [...covers], own);
  const dayAt = (row: ReadAnswer, column: number | null) =>
    column === null ? null : cellBeside(grid, row, column);
  const rows = form.answers.map((row): ReadChecklistRow => {
    const target = dayAt(row, round.target);
    const day = target ? readDay(target, grid.sheet.isFrom1904) : null;
    return {
      ...row,
      targetOn: day?.kind === "day" ? day.day : null,
      targetText: target ? oneLine(target.standing || target.text) : "",
      targetCell: target ? `${grid.sheet.name}!${target.address}` : null,
      checkedText: oneLine(dayAt(row, round.checked)?.text ?? ""),
    };
  });
  const { title, respondent } = titleOf(scanned);
  const { header, unread } = form;
  return { own, read: { sheet: grid.sheet.name, title, respondent, round: no, header, rows, unread } };
}

/** The table with one round's options; columns of other rounds and of days are set aside, not unread. */
function tableOfRound(table: AnswerTable, rounds: readonly Round[], round: Round): AnswerTable {
  const aside = rounds.flatMap((each) => [
    ...(each === round ? [] : answerColumns(each.answers)),
    ...[each.target, each.checked].filter((column) => column !== null),
  ]);
  const roles = { ...table.roles };
  for (const role of columnRoles) roles[role] = roles[role].filter((each) => !aside.includes(each));
  roles.help = [...roles.help, ...aside];
  return { ...table, answers: round.answers, roles, alternatives: [] };
}

function cellBeside(grid: Grid, row: ReadAnswer, column: number): Cell | null {
  const at = Number(/\d+$/.exec(row.cell)?.[0] ?? 0);
  return grid.ownerAt(at, column) ?? null;
}

function titleOf({ titles, grid }: ScannedTable): { title: string; respondent: Respondent | null } {
  const named = titles.find((cell) => namingOf(cell.text).kind === "look-alike");
  const texts = [...titles.map((cell) => cell.text), grid.sheet.name].map(squash);
  const says = (shape: RegExp) => texts.some((text) => shape.test(text));
  const isVendor = says(/事業者(?:確認)?用|事業者(?:が|の)確認/);
  const isHospital = says(/(?:医療機関|病院|診療所|薬局)(?:確認)?用/);
  const respondent = isVendor === isHospital ? null : isVendor ? ("vendor" as const) : ("hospital" as const);
  return { title: named ? oneLine(named.text) : "", respondent };
}

/** First what a round read, then what every round left; the first use of a cell stays. */
function takeUses(grid: Grid, own: CellUses, uses: CellUses, isRest: boolean): void {
  for (const cell of grid.sheet.cells) {
    const use = own.of(cell);
    const isWeak = use === "note" || use === "unread";
    if (use !== undefined && (isRest || !isWeak)) uses.set([cell], use);
  }
  uses.see(grid.sheet.overlays.filter((each) => own.isSeen(each)));
}
