import { columnRole } from "../recognise/labels.ts";
import { isItemNumber, isNextNumber, itemNumber } from "../recognise/numbers.ts";
import { isQuestionSentence } from "../recognise/text.ts";
import { optionOfHeading } from "../recognise/words.ts";
import type { Run } from "./page-content.ts";
import { columnAt, startOf } from "./page-rows.ts";
import { joinLines, segmentsOf, type TextLine } from "./text-lines.ts";

/** How much two line spacings of one page may differ and still be the same. */
const SAME_SPACING = 1.35;
/** Least share of a line's spacing that stands before the next row. */
const BEFORE_ROW = 0.85;

/** What the heading line says of the columns, and where they lie. */
export type HeadedColumns = {
  edges: readonly number[];
  /** Where the heading's words begin. */
  starts: readonly number[];
  number: number;
  question: number;
  answers: ReadonlySet<number>;
};

/** The columns under a heading line; null unless numbers come first and questions and answers are headed. */
export function headedColumns(heading: readonly Run[], edges: readonly number[]): HeadedColumns | null {
  const named = heading.map((each) => ({ ...each, column: columnAt(edges, startOf(each)) }));
  const headedBy = (role: string) => named.find((each) => columnRole(each.text) === role)?.column;
  const [number, question] = [headedBy("no"), headedBy("question")];
  const isAnswer = ({ text }: Run) => columnRole(text) === "answer" || optionOfHeading(text) !== null;
  const answers = new Set(named.flatMap((each) => (isAnswer(each) ? [each.column] : [])));
  const isApart = new Set(named.map((each) => each.column)).size === named.length;
  if (number === undefined || question === undefined || answers.size === 0 || !isApart) return null;
  if (named.some((each) => each.column < number)) return null;
  answers.delete(number);
  return { edges, starts: heading.map((each) => each.left), number, question, answers };
}

type Line = { line: TextLine; cells: ReadonlyMap<number, string> };

/**
 * Rows that begin where a number stands, further lines of a cell below it. Null unless everything on the page
 * says so: nothing before the first number, every cell begins on its number's line, no mark on another line,
 * questions of several lines end where a sentence ends, lines of one cell closer than rows.
 */
export function numberedRows(lines: readonly TextLine[], columns: HeadedColumns): TextLine[][] | null {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const read = { line, cells: cellsOf(line, columns) };
    const last = blocks.at(-1);
    if (read.cells.has(columns.number) || isHeadingLine(read)) blocks.push([read]);
    else if (last?.[0] && !isHeadingLine(last[0])) last.push(read);
    else return null;
  }
  const areItems = blocks.every((block, at) => isOneItem(block, blocks[at + 1]?.[0], columns));
  if (!areItems || !isSpacedAlike(blocks)) return null;
  return blocks.map((block) => block.map(({ line }) => line));
}

function cellsOf(line: TextLine, { edges, starts }: HeadedColumns): Map<number, string> {
  const cells = new Map<number, string>();
  for (const segment of segmentsOf(line, starts)) {
    const column = columnAt(edges, startOf(segment));
    cells.set(column, `${cells.get(column) ?? ""}${segment.text}`);
  }
  return cells;
}

const isHeadingLine = ({ cells }: Line) =>
  [...cells.values()].every((text) => columnRole(text) !== null || optionOfHeading(text) !== null);

function isOneItem(block: readonly Line[], next: Line | undefined, columns: HeadedColumns): boolean {
  const [first, ...more] = block;
  if (first === undefined || more.length === 0) return true;
  const number = itemNumber(first.cells.get(columns.number) ?? "");
  // why: a title or a note that goes on over several lines asks nothing; what follows could be an item.
  if (!isItemNumber(number)) return false;
  const isBelowOwn = more.every(({ cells }) =>
    [...cells.keys()].every((column) => first.cells.has(column) && !columns.answers.has(column)),
  );
  const question = block.flatMap(({ cells }) => cells.get(columns.question) ?? []);
  if (!isBelowOwn || question.length === 0) return false;
  if (question.length === 1) return true;
  const whole = question.reduce(joinLines, "");
  if (!isQuestionSentence(whole) && !/[。）)]$/.test(whole)) return false;
  // why: behind a whole question an item whose number is lost could begin, unless the next number follows.
  const isFollowed =
    next !== undefined && isNextNumber(number, itemNumber(next.cells.get(columns.number) ?? ""));
  return isFollowed || !question.slice(0, -1).some((line, at) => isEnd(line, question[at + 1] ?? ""));
}

const isEnd = (line: string, below: string) => isQuestionSentence(line) && !/^[。．、，,)）」』]/.test(below);

/** Lines of one cell stand at one distance, and no nearer to the next row than to each other. */
function isSpacedAlike(blocks: readonly Line[][]): boolean {
  const at = (line: Line | undefined) => line?.line.baseline ?? 0;
  const inside = blocks.flatMap((block) => block.slice(1).map((line, index) => at(line) - at(block[index])));
  if (inside.length === 0) return true;
  const least = Math.min(...inside);
  if (inside.some((gap) => gap > least * SAME_SPACING)) return false;
  return blocks.every((block, index) => {
    const next = blocks[index + 1]?.[0];
    return next === undefined || block.length === 1 || at(next) - at(block.at(-1)) >= least * BEFORE_ROW;
  });
}
