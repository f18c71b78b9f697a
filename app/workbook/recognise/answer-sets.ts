import type { AnswerOption } from "../../domain/questionnaire.ts";
import type { Cell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { columnRole, labelWithoutYear } from "./labels.ts";
import { squash } from "./text.ts";

/** The columns under one answer heading, and the texts that say whose or which year's answers they are. */
export type AnswerSet = { columns: number[]; names: string[] };

/** Which columns answer, which of them only stand beside, and which cannot be told from one another. */
export type ChosenSets = { columns: number[]; aside: number[]; alternatives: number[][] };

const past = /前回|前年|昨年|旧|従来|previous|lastyear/i;
const ofHospital = /医療機関|病院|貴院|自院|当院|院内/;
const ofVendor = /事業者|業者|ベンダ|貴社|当社|御社/;

const isPast = ({ names }: AnswerSet) =>
  names.some((name) => past.test(squash(name)) || columnRole(name) === "help");
const isOfOther = ({ names }: AnswerSet) =>
  names.some((name) => ofHospital.test(squash(name)) && !ofVendor.test(squash(name)));

/**
 * Picks the vendor's answers of today among several sets. Last time's stand aside; the hospital's own stay
 * without a use, so that what is written there is shown. What then is still more than one set is kept apart:
 * an answer in one of them only is nobody's certain answer.
 */
export function chooseSets(sets: readonly AnswerSet[]): ChosenSets {
  const own = sets.filter((set) => !isPast(set) && !isOfOther(set));
  const kept = own.length > 0 ? own : sets;
  const columnsOf = (each: readonly AnswerSet[]) => each.flatMap(({ columns }) => columns);
  return {
    columns: columnsOf(kept),
    aside: own.length > 0 ? columnsOf(sets.filter(isPast)) : [],
    alternatives: kept.length > 1 ? kept.map(({ columns }) => columns) : [],
  };
}

type OptionColumn = { column: number; option: AnswerOption };

/** はい・いいえ・対象外 printed more than once in a heading row: one set for each time. */
export function optionSets(grid: Grid, row: number, named: readonly OptionColumn[][]): AnswerSet[] {
  const sets: OptionColumn[][] = [];
  const seen: Set<AnswerOption>[] = [];
  for (const heading of named) {
    const option = heading[0]?.option;
    const last = seen.at(-1);
    if (!option) continue;
    if (!last || last.has(option)) {
      sets.push([...heading]);
      seen.push(new Set([option]));
    } else {
      sets.at(-1)?.push(...heading);
      last.add(option);
    }
  }
  const isWhole = seen.every((options) => options.has("yes") && options.has("no"));
  const found = isWhole ? sets : [sets.flat()];
  return found.map((set) => ({
    columns: set.map(({ column }) => column),
    names: namesAbove(grid, row, set),
  }));
}

/** What stands over a set, in the two rows above its own. */
function namesAbove(grid: Grid, row: number, set: readonly OptionColumn[]): string[] {
  const column = set[0]?.column ?? 1;
  return [row - 1, row - 2].flatMap((above) => {
    const owner = above < 1 ? undefined : grid.ownerAt(above, column);
    return owner && owner.row >= row - 2 ? [owner.text] : [];
  });
}

/**
 * The sets under headings of words: 「回答（2025年）」「回答（2026年）」, or 「回答」 over 「サーバ」 and
 * 「端末」. Headings of different words (回答, 対応状況) are no sets of one another.
 */
export function wordSets(grid: Grid, headings: readonly Cell[], headerBottom: number): AnswerSet[] {
  const sets = headings.flatMap((heading) => {
    const parts = partsBelow(grid, heading, headerBottom);
    return parts.length > 1 ? parts : [{ columns: columnsUnder(grid, heading), names: [heading.text] }];
  });
  return sets;
}

/** True when headings say the same but for a year or what stands in brackets. */
export function areSameLabel(headings: readonly Cell[]): boolean {
  const labels = new Set(headings.map(({ text }) => labelWithoutYear(text)));
  return labels.size === 1;
}

function partsBelow(grid: Grid, heading: Cell, headerBottom: number): AnswerSet[] {
  const range = grid.rangeOfCell(heading);
  if (range.right === range.left) return [];
  const below = grid
    .cellsIn(range.bottom + 1)
    .filter(({ row, column }) => row <= headerBottom && column >= range.left && column <= range.right);
  return below.map((cell) => ({ columns: columnsUnder(grid, cell), names: [cell.text] }));
}

/** Widest heading that is followed column by column. */
const WIDEST = 30;

export function columnsUnder(grid: Grid, cell: Cell): number[] {
  const range = grid.rangeOfCell(cell);
  const width = Math.min(range.right - range.left, WIDEST) + 1;
  return Array.from({ length: width }, (_, at) => range.left + at);
}
