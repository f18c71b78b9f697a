import type { AnswerOption } from "../../domain/questionnaire.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import type { Grid } from "./grid.ts";
import { readMark } from "./marks.ts";

/** How the option cells of one row are set apart; `odd` are the columns that differ from a neighbour. */
type Row = { odd: { column: number; emphasis: string }[]; pattern: string; isMarked: boolean };

type Design = {
  /** `column emphasis` pairs that rows with a mark elsewhere have too: part of the form. */
  printed: ReadonlySet<string>;
  /** Options whose cells are set apart in some row. */
  options: ReadonlySet<AnswerOption>;
  /** All rows look alike: a column with a colour of its own. */
  isUniform: boolean;
};

const keyOf = ({ column, emphasis }: Row["odd"][number]) => `${column} ${emphasis}`;

/**
 * Columns of a row without a mark that are set apart by fill, weight or colour as a person would choose an
 * answer. Cells that are set apart in answered rows as well are part of the form, and so is a shaded 対象外
 * where nothing else is ever set apart: forms shade it where it may not be chosen.
 */
export function emphasisedColumns(grid: Grid, table: AnswerTable, row: number): number[] {
  if (table.answers.kind !== "options" || !grid.sheet.emphasisAt) return [];
  const { odd } = rowAt(grid, table, row);
  if (odd.length === 0) return [];
  const design = designOf(grid, table);
  if (design.isUniform) return [];
  const isShadedOnly = design.options.size === 1 && design.options.has("not-applicable");
  return odd.filter((each) => !design.printed.has(keyOf(each)) && !isShadedOnly).map(({ column }) => column);
}

function rowAt(grid: Grid, table: AnswerTable, row: number): Row {
  const all = answerColumns(table.answers).map((column) => ({
    column,
    emphasis: grid.sheet.emphasisAt?.(row, column) ?? "",
  }));
  const isUniform = all.every((each) => each.emphasis === all[0]?.emphasis);
  const cells = all.flatMap(({ column }) => grid.at(row, column) ?? []);
  return {
    odd: isUniform ? [] : all.filter((each) => each.emphasis !== ""),
    pattern: all.map((each) => each.emphasis).join("|"),
    isMarked: cells.some((cell) => readMark(cell).kind === "chosen"),
  };
}

const designs = new WeakMap<AnswerTable, Design>();

function designOf(grid: Grid, table: AnswerTable): Design {
  const known = designs.get(table);
  if (known) return known;
  const columns = [...table.roles.no, ...table.roles.question];
  const numbers = grid.rows.filter(
    (row) => row >= table.firstRow && row <= table.lastRow && columns.some((column) => grid.at(row, column)),
  );
  const rows = numbers.map((row) => rowAt(grid, table, row));
  const { answers } = table;
  const optionAt = (column: number) => (answers.kind === "options" ? answers.options.get(column) : undefined);
  const printed = rows.filter((each) => each.isMarked).flatMap((each) => each.odd.map(keyOf));
  const design: Design = {
    printed: new Set(printed),
    options: new Set(rows.flatMap(({ odd }) => odd.flatMap(({ column }) => optionAt(column) ?? []))),
    isUniform: rows.length > 1 && rows.every((each) => each.pattern === rows[0]?.pattern),
  };
  designs.set(table, design);
  return design;
}
