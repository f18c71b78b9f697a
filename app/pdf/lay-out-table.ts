import type { PaperBlock, PaperRow } from "../domain/annex-document.ts";
import type { Face } from "./ink.ts";
import type { PageFlow, TextPlace } from "./page-flow.ts";
import { cellPadding, contentWidth, page, sizes } from "./paper-format.ts";
import { newElement, type StructureElement } from "./structure.ts";

type Table = Extract<PaperBlock, { kind: "table" }>;
type Column = { x: number; width: number; align: "left" | "center" };
/** The lines of one cell; `gray` marks the head and what is still missing, both in the face of headings. */
type Cell = { lines: string[]; gray: number | null; leadsTo?: string };
type RowLines = Cell[];

const headGray = 0.92;
const missingGray = 0.85;

/** Draws a table: the head on every page it reaches, a row whole unless no page can hold it. */
export function layOutTable(flow: PageFlow, table: Table): void {
  const columns = columnsOf(table);
  const head = breakHead(flow, table, columns);
  const rows = table.rows.map((row) => breakRow(flow, row, columns, table.isContents === true));
  flow.skip(4);
  const first = rows[0] === undefined ? 0 : heightOf(rows[0]);
  flow.ensure(captionHeight(flow, table) + heightOf(head) + Math.min(first, flow.fullRoom / 2));
  flow.as("Table", () => {
    if (table.caption !== "") {
      flow.as("Caption", () => flow.lines(breakCaption(flow, table), captionPlace));
      flow.y -= 1;
    }
    flow.as("THead", () => flow.as("TR", () => drawHead(flow, head, columns)));
    flow.as("TBody", () => {
      for (const row of rows) drawRow(flow, row, head, columns);
    });
  });
  flow.y -= 8;
}

/** What has to stay together with a heading before the table: caption, head and first row. */
export function leastHeightOfTable(flow: PageFlow, table: Table): number {
  const columns = columnsOf(table);
  const head = heightOf(breakHead(flow, table, columns));
  const first = table.rows[0] === undefined ? 0 : heightOf(breakRow(flow, table.rows[0], columns, false));
  return 4 + captionHeight(flow, table) + head + Math.min(first, flow.fullRoom / 2);
}

const captionPlace: TextPlace = {
  x: page.left,
  width: contentWidth,
  align: "left",
  face: "heading",
  format: sizes.caption,
};

function breakCaption(flow: PageFlow, table: Table): string[] {
  return flow.breakText(table.caption, captionPlace);
}

function captionHeight(flow: PageFlow, table: Table): number {
  return table.caption === "" ? 0 : breakCaption(flow, table).length * sizes.caption.line + 1;
}

function columnsOf(table: Table): Column[] {
  let x: number = page.left;
  return table.columns.map(({ width: share, align }) => {
    const width = (contentWidth * share) / 100;
    x += width;
    return { x: x - width, width, align };
  });
}

function breakHead(flow: PageFlow, table: Table, columns: readonly Column[]): RowLines {
  return columns.map((column, at) => {
    const lines = breakCell(flow, table.columns[at]?.title ?? "", column, "heading");
    return { lines, gray: headGray };
  });
}

/** @param isContents the first cell of a 目次 leads to the heading it repeats */
function breakRow(flow: PageFlow, row: PaperRow, columns: readonly Column[], isContents: boolean): RowLines {
  return columns.map((column, at) => {
    const isMissing = row.missing?.includes(at) === true;
    const lines = breakCell(flow, row.cells[at] ?? "", column, isMissing ? "heading" : "body");
    const cell = { lines, gray: isMissing ? missingGray : null };
    return isContents && at === 0 ? { ...cell, leadsTo: row.cells[0] ?? "" } : cell;
  });
}

function breakCell(flow: PageFlow, text: string, column: Column, face: Face): string[] {
  const place = { face, format: sizes.cell, width: column.width - 2 * cellPadding.x };
  // why: beside a rule there is no margin for 、。 to hang into.
  return flow.breakText(text, place, { canHang: false });
}

function heightOf(row: RowLines): number {
  return Math.max(1, ...row.map((each) => each.lines.length)) * sizes.cell.line + 2 * cellPadding.y;
}

function drawHead(flow: PageFlow, head: RowLines, columns: readonly Column[]): void {
  flow.put({ kind: "rule", x1: page.left, y1: flow.y, x2: page.left + contentWidth, y2: flow.y });
  const centred = columns.map((each) => ({ ...each, align: "center" as const }));
  drawCells(flow, head, centred, cellElements(flow, head.length, "Column"));
}

/** One element a cell: column heads, or the cells of a row, whose first says which row it is. */
function cellElements(flow: PageFlow, count: number, scope: "Column" | "Row"): (StructureElement | null)[] {
  const row = flow.element;
  if (row === null) return Array.from({ length: count }, () => null);
  return Array.from({ length: count }, (_each, at) => {
    if (scope === "Row" && at > 0) return newElement(row, "TD");
    const cell = newElement(row, "TH");
    cell.scope = scope;
    return cell;
  });
}

function drawRow(flow: PageFlow, row: RowLines, head: RowLines, columns: readonly Column[]): void {
  flow.as("TR", () => drawRowCells(flow, row, head, columns));
}

function drawRowCells(flow: PageFlow, row: RowLines, head: RowLines, columns: readonly Column[]): void {
  const elements = cellElements(flow, row.length, "Row");
  let rest = row;
  const startPage = () => {
    flow.newPage();
    // why within none: the head was read where the table began.
    flow.within(null, () => drawHead(flow, head, columns));
  };
  const pageHolds = flow.fullRoom - heightOf(head);
  if (heightOf(rest) > flow.room && heightOf(rest) <= pageHolds) startPage();
  while (heightOf(rest) > flow.room) {
    const fit = Math.floor((flow.room - 2 * cellPadding.y) / sizes.cell.line);
    if (fit >= 2) {
      drawCells(flow, sliceRow(rest, 0, fit), columns, elements);
      rest = sliceRow(rest, fit);
    }
    startPage();
  }
  drawCells(flow, rest, columns, elements);
}

function sliceRow(row: RowLines, from: number, to?: number): RowLines {
  return row.map((each) => ({ ...each, lines: each.lines.slice(from, to) }));
}

/** One row of cells with the lines around it; text stands in the middle of the row's height. */
function drawCells(
  flow: PageFlow,
  row: RowLines,
  columns: readonly Column[],
  elements: readonly (StructureElement | null)[],
): void {
  const height = heightOf(row);
  const [top, bottom] = [flow.y, flow.y - height];
  columns.forEach((column, at) => {
    const { lines, gray, leadsTo }: Cell = row[at] ?? { lines: [], gray: null };
    const { x, width } = column;
    if (gray !== null) flow.put({ kind: "fill", x, y: bottom, width, height, gray });
    const place = {
      face: gray === null ? ("body" as const) : ("heading" as const),
      format: sizes.cell,
      x: x + cellPadding.x,
      width: width - 2 * cellPadding.x,
      align: column.align,
    };
    const first = top - (height - lines.length * sizes.cell.line) / 2;
    flow.within(elements[at] ?? null, () => {
      lines.forEach((text, no) => {
        const stretches = leadsTo === undefined ? [] : [{ from: 0, to: text.length, target: leadsTo }];
        flow.line(text, place, first - no * sizes.cell.line, { stretches });
      });
    });
    flow.put({ kind: "rule", x1: x, y1: top, x2: x, y2: bottom });
  });
  const right = page.left + contentWidth;
  flow.put(
    { kind: "rule", x1: right, y1: top, x2: right, y2: bottom },
    { kind: "rule", x1: page.left, y1: bottom, x2: right, y2: bottom },
  );
  flow.y = bottom;
}
