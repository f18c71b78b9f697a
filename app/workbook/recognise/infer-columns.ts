import type { Cell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import type { ColumnRole } from "./labels.ts";
import { isItemNumber } from "./numbers.ts";
import { squash } from "./text.ts";

type Rows = { firstRow: number; lastRow: number };
type Roles = Record<ColumnRole, number[]>;

/** Finds the columns of questions, numbers and remarks that no heading names, by what stands in them. */
export function inferColumns(grid: Grid, roles: Roles, claimed: Set<number>, range: Rows): void {
  inferText(grid, roles, claimed, range);
  inferNumber(grid, roles, claimed, range);
  inferRemark(grid, roles, claimed, range);
}

function cellsOfRange(grid: Grid, range: Rows): Cell[] {
  return grid.sheet.cells.filter((cell) => cell.row >= range.firstRow && cell.row <= range.lastRow);
}

/** Without a heading for the questions, the column with the most text is theirs. */
function inferText(grid: Grid, roles: Roles, claimed: Set<number>, range: Rows): void {
  if (roles.question.length > 0) return;
  const length = new Map<number, number>();
  for (const cell of cellsOfRange(grid, range)) {
    if (claimed.has(cell.column) || cell.kind !== "text") continue;
    length.set(cell.column, (length.get(cell.column) ?? 0) + cell.text.length);
  }
  const [best] = [...length].sort((a, b) => b[1] - a[1]);
  const column = best && best[1] >= 8 ? best[0] : roles.section.at(-1);
  if (column === undefined) return;
  roles.section = roles.section.filter((each) => each !== column);
  roles.question.push(column);
  claimed.add(column);
}

/** Without a heading for the numbers, a column of numbers left of the answers is theirs. */
function inferNumber(grid: Grid, roles: Roles, claimed: Set<number>, range: Rows): void {
  if (roles.no.length > 0) return;
  const counts = new Map<number, { numbers: number; others: number }>();
  for (const cell of cellsOfRange(grid, range)) {
    const isCandidate =
      !claimed.has(cell.column) ||
      roles.section.includes(cell.column) ||
      (roles.question.includes(cell.column) && roles.question.length > 1);
    if (!isCandidate) continue;
    const count = counts.get(cell.column) ?? { numbers: 0, others: 0 };
    if (isItemNumber(cell.text)) count.numbers += 1;
    else count.others += 1;
    counts.set(cell.column, count);
  }
  const numbered = [...counts]
    .filter(([, count]) => count.numbers >= 1 && count.numbers > count.others)
    .sort((a, b) => b[1].numbers - a[1].numbers || a[0] - b[0]);
  const [best] = numbered;
  if (!best) return;
  // why several: 大項目・中項目・小項目 hold one number between them, each row in the column of its level.
  const isLevel = ([column]: (typeof numbered)[number]) => roles.section.includes(column);
  const found = isLevel(best) ? numbered.filter(isLevel) : [best];
  if (found.reduce((sum, [, count]) => sum + count.numbers, 0) < 2) return;
  const columns = found.map(([column]) => column);
  roles.no.push(...columns.sort((a, b) => a - b));
  roles.question = roles.question.filter((column) => !columns.includes(column));
  roles.section = roles.section.filter((column) => !columns.includes(column));
  for (const column of columns) claimed.add(column);
}

/** 「備考＿」 printed in every row, without a heading of its own. */
function inferRemark(grid: Grid, roles: Roles, claimed: Set<number>, range: Rows): void {
  if (roles.remark.length + roles["remark-no"].length > 0) return;
  const counts = new Map<number, { labels: number; others: number }>();
  for (const cell of cellsOfRange(grid, range)) {
    if (claimed.has(cell.column)) continue;
    const count = counts.get(cell.column) ?? { labels: 0, others: 0 };
    if (/^備考/.test(squash(cell.text))) count.labels += 1;
    else count.others += 1;
    counts.set(cell.column, count);
  }
  const found = [...counts].find(([, count]) => count.labels >= 2 && count.labels > count.others);
  if (found) roles.remark.push(found[0]);
}
