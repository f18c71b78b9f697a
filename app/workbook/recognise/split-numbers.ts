import type { AnswerTable } from "./answer-table.ts";
import type { RowGroup } from "./row-groups.ts";
import { squash } from "./text.ts";

const plain = /^\d{1,3}$/;

/**
 * Numbers written over several columns (章 4, 節 1 is 4.1), for the groups of a table in their order; null
 * where the columns are not such: every number cell must be a plain number, and one upper number must have
 * several lower ones below it, so that 通番 beside 項番 is not taken for a chapter.
 */
export function splitNumbers(groups: readonly RowGroup[], table: AnswerTable): (string | null)[] {
  const columns = table.roles.no;
  const none = groups.map(() => null);
  if (columns.length < 2) return none;
  const parts = groups.map((group) => partsOf(group, columns));
  const isPlain = groups.every(({ numberCells }) =>
    numberCells.every(({ kind, text }) => kind !== "date" && plain.test(squash(text))),
  );
  if (!isPlain) return none;
  const numbers = carriedDown(parts);
  return hasChapters(parts, numbers) ? numbers : none;
}

/** What each number column holds for one group; empty where it holds nothing. */
function partsOf({ numberCells }: RowGroup, columns: readonly number[]): string[] {
  const at = (column: number) => numberCells.find((cell) => cell.column === column);
  return columns.map((column) => squash(at(column)?.text ?? ""));
}

/** An upper number stands once and holds for the rows below it, until another one stands there. */
function carriedDown(parts: readonly string[][]): (string | null)[] {
  let last: string[] = [];
  return parts.map((own) => {
    const first = own.findIndex((part) => part !== "");
    if (first < 0) return null;
    const deepest = own.findLastIndex((part) => part !== "");
    const number = own.slice(0, deepest + 1).map((part, at) => (at < first ? (last[at] ?? "") : part));
    last = number;
    return number.includes("") ? null : number.join(".");
  });
}

/** Some upper number has two lower ones or more, and no number comes twice. */
function hasChapters(parts: readonly string[][], numbers: readonly (string | null)[]): boolean {
  const whole = numbers.filter((number) => number !== null);
  if (new Set(whole).size < whole.length) return false;
  const isTogether = parts.some((own) => own.filter((part) => part !== "").length > 1);
  const chapters = whole.flatMap((number) =>
    number.includes(".") ? [number.slice(0, number.lastIndexOf("."))] : [],
  );
  return isTogether && new Set(chapters).size < chapters.length;
}
