import type { AnswerOption, AnswerValue } from "../../domain/questionnaire.ts";
import type { UnreadReason } from "../../domain/reading.ts";
import { addressOf, type Cell, type CellRange, doRangesMeet } from "../sheet.ts";
import { type AnswerTable, answerColumns } from "./answer-table.ts";
import { type DrawnAnswers, drawnAnswers } from "./drawn-answers.ts";
import { emphasisedColumns } from "./emphasis.ts";
import type { Grid } from "./grid.ts";
import { isSignOfHeading, type Legend, optionOfSign } from "./legend.ts";
import { readMark } from "./marks.ts";
import { brokenReason, isBroken, type RowGroup } from "./row-groups.ts";
import { squash } from "./text.ts";
import { isAnswerAlone, readWordCell } from "./word-cell.ts";
import { optionOfWord } from "./words.ts";

export type Judgement = {
  answer: AnswerValue;
  reason: UnreadReason | null;
  /** The cell that decided; the first answer cell's address for a blank. */
  address: string;
  addresses: string[];
  remarkNumbers: string[];
  /** Cells that say nothing because they are struck through. */
  struck: Cell[];
  /** Cells with an answer that is written so that nobody sees it. */
  unseen: Cell[];
  drawn: DrawnAnswers;
};

type Raw = Pick<Judgement, "answer" | "reason"> & {
  cells: Cell[];
  remarkNumbers: string[];
  /** Where ticked controls stand. */
  places?: string[];
};

const unclear = (reason: UnreadReason, cells: Cell[]): Raw => ({
  answer: "unclear",
  reason,
  cells,
  remarkNumbers: [],
});

/** What the answer cells of one item say, together with everything that makes them doubtful. */
export function judge(grid: Grid, table: AnswerTable, group: RowGroup): Judgement {
  const struck = group.answerCells.filter((cell) => cell.text !== "" && squash(cell.standing) === "");
  const standing = group.answerCells.filter((cell) => !struck.includes(cell) && squash(cell.text) !== "");
  const drawn = drawnAnswers(grid, table, group);
  const unseen = unseenMarks(standing, drawn);
  const raw = spoiled(grid, table, group, standing) ?? withTicks(judgeSets(grid, table, standing), drawn);
  const doubted = notSeen(standing, unseen) ?? doubt(grid, table, group, raw, drawn);
  const found = [...new Set([...doubted.cells.map((cell) => cell.address), ...(doubted.places ?? [])])];
  const addresses = found.length > 0 ? found : [addressOf(group.top, answerColumns(table.answers)[0] ?? 1)];
  return {
    answer: doubted.answer,
    reason: doubted.reason,
    address: addresses[0] ?? "",
    addresses,
    remarkNumbers: doubted.remarkNumbers,
    struck,
    unseen,
    drawn,
  };
}

/** Answers in letters nobody sees. why not the cells controls are linked to: those are meant to be hidden. */
function unseenMarks(cells: readonly Cell[], { linked }: DrawnAnswers): Cell[] {
  return cells.filter(
    (cell) => cell.isUnseen && !linked.includes(cell.address) && readMark(cell).kind !== "empty",
  );
}

function notSeen(cells: readonly Cell[], unseen: Cell[]): Raw | null {
  if (unseen.length > 0) return unclear("not-visible", unseen);
  const symbols = cells.filter((cell) => cell.isSymbol);
  return symbols.length > 0 ? unclear("symbol-font", symbols) : null;
}

/** Where nothing tells several sets of answer columns apart, an answer in some of them only is not certain. */
function judgeSets(grid: Grid, table: AnswerTable, cells: Cell[]): Raw {
  const { answers, alternatives } = table;
  const isOwnSign = (cell: Cell) => isSignOfHeading(grid, table, cell);
  const judged = (own: Cell[]) =>
    answers.kind === "options"
      ? judgeOptions(answers.options, own, isOwnSign)
      : judgeWords(own, answers.legend);
  const raw = judged(cells);
  if (alternatives.length === 0 || raw.reason !== null || raw.answer === "blank") return raw;
  const isOpen = alternatives.some(
    (columns) => judged(cells.filter(({ column }) => columns.includes(column))).answer === "blank",
  );
  return isOpen ? unclear("several-answer-columns", raw.cells) : raw;
}

/** Marks in cells and ticked controls count alike. Words printed in every cell give way to the controls. */
function withTicks(raw: Raw, { ticked }: DrawnAnswers): Raw {
  const isOpen = raw.reason === null || raw.reason === "all-words-printed";
  if (ticked === null || !isOpen) return raw;
  const cells = raw.reason === null ? raw.cells : [];
  const written = raw.reason === null && raw.answer !== "blank" ? [raw.answer] : [];
  const named = [...new Set([...written, ...ticked.map((each) => each.option)])];
  const places = ticked.map((each) => each.address);
  const [only] = named;
  if (named.length > 1) {
    return { answer: "conflict", reason: "two-marks", cells, places, remarkNumbers: [] };
  }
  return { ...raw, answer: only ?? "blank", reason: null, cells, places };
}

/** Cells that cannot hold one item's answer at all: no value, an error, merged over other answers. */
function spoiled(grid: Grid, table: AnswerTable, group: RowGroup, cells: Cell[]): Raw | null {
  const broken = cells.find(isBroken);
  if (broken) return unclear(brokenReason(broken), [broken]);
  if (!cells.some((cell) => grid.isMergedIn(cell.row))) return null;
  const columns = answerColumns(table.answers);
  const merged = cells.find((cell) => {
    const range = grid.rangeOfCell(cell);
    const covered = columns.filter((column) => column >= range.left && column <= range.right);
    const isWide = table.answers.kind === "options" && optionCount(table.answers.options, covered) > 1;
    return isWide || range.top < group.top || range.bottom > group.bottom;
  });
  return merged ? unclear("merged-over-options", [merged]) : null;
}

/** Something outside the cells that may be, or hide, the answer. */
function doubt(grid: Grid, table: AnswerTable, group: RowGroup, raw: Raw, drawn: DrawnAnswers): Raw {
  if (drawn.reason) return unclear(drawn.reason, raw.cells);
  if (raw.answer === "blank") {
    // why: a lone tick in the column of numbers, questions or remarks, or in one without a known heading, is
    // most likely an answer that slipped a column.
    const texts = [...group.numberCells, ...group.questionCells, ...group.sectionCells, ...group.clauseCells];
    const beside = [...texts, ...group.remarkCells, ...group.otherCells];
    const slipped = beside.find(isAnswerAlone);
    if (slipped) return unclear("outside-columns", [slipped]);
    const concealed = group.concealedCells.filter((cell) => readMark(cell).kind === "chosen");
    if (concealed.length > 0) return unclear("hidden-row-or-column", concealed);
    const places = emphasisedColumns(grid, table, group.top).map((column) => addressOf(group.top, column));
    return places.length > 0 ? { ...unclear("emphasis-without-mark", []), places } : raw;
  }
  const maybeStruck = raw.cells.filter((cell) => isIn(grid, cell, grid.sheet.maybeStruck));
  if (maybeStruck.length > 0) return unclear("struck-through", raw.cells);
  if (raw.cells.some((cell) => isIn(grid, cell, grid.sheet.maybeUnseen))) {
    return unclear("not-visible", raw.cells);
  }
  const isHidden = (cell: Cell) => grid.sheet.hiddenRows.has(cell.row);
  if (raw.cells.length > 0 && raw.cells.every(isHidden)) return unclear("hidden-row-or-column", raw.cells);
  const heads = [...group.numberCells, ...group.questionCells];
  const isStruck = heads.length > 0 && heads.every((cell) => squash(cell.standing) === "");
  return isStruck ? unclear("struck-through", raw.cells) : raw;
}

const isIn = (grid: Grid, cell: Cell, ranges: readonly CellRange[] = []) =>
  ranges.some((range) => doRangesMeet(range, grid.rangeOfCell(cell)));

/** How many different options some columns stand for: a heading may span several columns. */
function optionCount(options: ReadonlyMap<number, AnswerOption>, columns = [...options.keys()]): number {
  return new Set(columns.map((column) => options.get(column))).size;
}

type OptionCells = { cell: Cell; option: AnswerOption; remarkNumber: string | null }[];

/** `-` beside a chosen mark says "not this one". */
const dash = /^[-‐–—―ー－−]$/;
const cross = /^[×✕✖✗✘]$/;

function judgeOptions(
  options: ReadonlyMap<number, AnswerOption>,
  cells: Cell[],
  isOwnSign: (cell: Cell) => boolean,
): Raw {
  const chosen: OptionCells = [];
  const printed: OptionCells = [];
  const unknown: Cell[] = [];
  for (const cell of cells) {
    const option = options.get(cell.column);
    if (!option) continue;
    const mark = readMark(cell);
    if (mark.kind === "chosen") chosen.push({ cell, option, remarkNumber: mark.remarkNumber });
    else if (mark.kind === "unknown" && isOwnSign(cell)) chosen.push({ cell, option, remarkNumber: null });
    else if (mark.kind === "own-word" && optionOfWord(cell.standing) === option) {
      printed.push({ cell, option, remarkNumber: null });
    } else if (mark.kind !== "empty") unknown.push(cell);
  }
  const strange = chosen.length > 0 ? notPassedOver(options, chosen, unknown) : unknown;
  if (strange.length > 0) return unclear("mark-unknown", [...strange, ...chosen.map((each) => each.cell)]);
  if (chosen.length > 0) return judgeChosen(chosen, printed, optionCount(options));
  if (printed.length > 1)
    return unclear(
      "all-words-printed",
      printed.map((each) => each.cell),
    );
  // why: an empty box or a zero in one column alone is no printed choice; it may stand for a circle.
  const [lone, ...others] = cells.filter(
    (cell) => options.has(cell.column) && !printed.some((each) => each.cell === cell),
  );
  if (
    lone &&
    others.length === 0 &&
    printed.length === 0 &&
    squash(lone.standing) !== "" &&
    lone.kind !== "boolean"
  )
    return unclear("mark-unknown", [lone]);
  return decided(printed);
}

/**
 * Cells beside a chosen one that say more than "not this one".
 * why × only in every other column: beside one empty column it may as well be the answer "no".
 */
function notPassedOver(
  options: ReadonlyMap<number, AnswerOption>,
  chosen: OptionCells,
  unknown: readonly Cell[],
): Cell[] {
  if (unknown.length === 0) return [];
  const strange = unknown.filter((cell) => !dash.test(squash(cell.standing)));
  const filled = [...chosen.map((each) => each.cell), ...unknown].map((cell) => cell.column);
  const isComplete = optionCount(options, filled) === optionCount(options);
  return isComplete ? strange.filter((cell) => !cross.test(squash(cell.standing))) : strange;
}

function judgeChosen(chosen: OptionCells, printed: OptionCells, count: number): Raw {
  const others = printed.filter((each) => chosen.every((mark) => mark.option !== each.option));
  // why: words printed in every other column are part of the form; a word in one of them only is an answer.
  const answers = others.length + 1 >= count ? chosen : [...chosen, ...others];
  const named = new Set(answers.map((each) => each.option));
  if (named.size <= 1) return decided(answers);
  return {
    answer: "conflict",
    reason: "two-marks",
    cells: answers.map((each) => each.cell),
    remarkNumbers: [],
  };
}

function decided(answers: OptionCells): Raw {
  return {
    answer: answers[0]?.option ?? "blank",
    reason: null,
    cells: answers.map((each) => each.cell),
    remarkNumbers: answers.flatMap((each) => each.remarkNumber ?? []),
  };
}

function judgeWords(cells: Cell[], legend: Legend | undefined): Raw {
  const readings = cells.map((cell) => {
    const option = legend ? optionOfSign(cell, legend) : null;
    return { cell, ...(option ? { answer: option, reason: null, remarkNumber: null } : readWordCell(cell)) };
  });
  const doubtful = readings.find((each) => each.reason !== null);
  if (doubtful) {
    return { answer: doubtful.answer, reason: doubtful.reason, cells, remarkNumbers: [] };
  }
  const answered = readings.filter((each) => each.answer !== "blank");
  const named = new Set(answered.map((each) => each.answer));
  if (named.size > 1) {
    return {
      answer: "conflict",
      reason: "two-marks",
      cells: answered.map((each) => each.cell),
      remarkNumbers: [],
    };
  }
  return {
    answer: answered[0]?.answer ?? "blank",
    reason: null,
    cells: answered.map((each) => each.cell),
    remarkNumbers: answered.flatMap((each) => each.remarkNumber ?? []),
  };
}
