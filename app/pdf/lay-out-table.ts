import type { PaperBlock } from "../domain/annex-document.ts";
import type { PageFlow, TextPlace } from "./page-flow.ts";
import { cellPadding, contentWidth, page, sizes } from "./paper-format.ts";

type Table = Extract<PaperBlock, { kind: "table" }>;
/** A column with its place on the page, and the lines of every cell of one row. */
type Column = { x: number; width: number; align: "left" | "center" };
type RowLines = string[][];

const headGray = 0.92;

/** Draws a table: the head on every page it reaches, a row whole unless no page can hold it. */
export function layOutTable(flow: PageFlow, table: Table): void {
  const columns = columnsOf(table);
  const head = breakCells(
    flow,
    table.columns.map((each) => each.title),
    columns,
    "heading",
  );
  const rows = table.rows.map((row) => breakCells(flow, row.cells, columns, "body"));
  flow.skip(4);
  const first = rows[0] === undefined ? 0 : heightOf(rows[0]);
  flow.ensure(captionHeight(table) + heightOf(head) + Math.min(first, flow.fullRoom / 2));
  if (table.caption !== "") {
    flow.lines([table.caption], { ...textPlace, face: "heading", format: sizes.caption });
    flow.y -= 1;
  }
  drawHead(flow, head, columns);
  for (const row of rows) drawRow(flow, row, head, columns);
  flow.y -= 8;
}

/** What has to stay together with a heading before the table: caption, head and first row. */
export function leastHeightOfTable(flow: PageFlow, table: Table): number {
  const columns = columnsOf(table);
  const head = breakCells(
    flow,
    table.columns.map((each) => each.title),
    columns,
    "heading",
  );
  const row = breakCells(flow, table.rows[0]?.cells ?? [], columns, "body");
  return 4 + captionHeight(table) + heightOf(head) + Math.min(heightOf(row), flow.fullRoom / 2);
}

const textPlace = { x: page.left, width: contentWidth, align: "left" } as const;

function captionHeight(table: Table): number {
  return table.caption === "" ? 0 : sizes.caption.line + 1;
}

function columnsOf(table: Table): Column[] {
  let x: number = page.left;
  return table.columns.map(({ width: share, align }) => {
    const width = (contentWidth * share) / 100;
    x += width;
    return { x: x - width, width, align };
  });
}

function breakCells(
  flow: PageFlow,
  cells: readonly string[],
  columns: readonly Column[],
  face: "body" | "heading",
): RowLines {
  return columns.map((column, at) =>
    flow.breakText(cells[at] ?? "", { face, format: sizes.cell, width: column.width - 2 * cellPadding.x }),
  );
}

function heightOf(row: RowLines): number {
  return Math.max(1, ...row.map((each) => each.length)) * sizes.cell.line + 2 * cellPadding.y;
}

function drawHead(flow: PageFlow, head: RowLines, columns: readonly Column[]): void {
  const height = heightOf(head);
  flow.put({ kind: "fill", x: page.left, y: flow.y - height, width: contentWidth, height, gray: headGray });
  const right = page.left + contentWidth;
  flow.put({ kind: "rule", x1: page.left, y1: flow.y, x2: right, y2: flow.y });
  drawCells(
    flow,
    head,
    columns.map((each) => ({ ...each, align: "center" as const })),
    "heading",
  );
}

function drawRow(flow: PageFlow, row: RowLines, head: RowLines, columns: readonly Column[]): void {
  let rest = row;
  const startPage = () => {
    flow.newPage();
    drawHead(flow, head, columns);
  };
  const pageHolds = flow.fullRoom - heightOf(head);
  if (heightOf(rest) > flow.room && heightOf(rest) <= pageHolds) startPage();
  while (heightOf(rest) > flow.room) {
    const fit = Math.floor((flow.room - 2 * cellPadding.y) / sizes.cell.line);
    if (fit >= 2) {
      drawCells(
        flow,
        rest.map((each) => each.slice(0, fit)),
        columns,
        "body",
      );
      rest = rest.map((each) => each.slice(fit));
    }
    startPage();
  }
  drawCells(flow, rest, columns, "body");
}

/** One row of cells with the lines around it; text stands in the middle of the row's height. */
function drawCells(
  flow: PageFlow,
  row: RowLines,
  columns: readonly Column[],
  face: "body" | "heading",
): void {
  const height = heightOf(row);
  const [top, bottom] = [flow.y, flow.y - height];
  columns.forEach((column, at) => {
    const lines = row[at] ?? [];
    const place: TextPlace = {
      face,
      format: sizes.cell,
      x: column.x + cellPadding.x,
      width: column.width - 2 * cellPadding.x,
      align: column.align,
    };
    const used = lines.length * sizes.cell.line;
    lines.forEach((text, no) => {
      flow.line(text, place, top - (height - used) / 2 - no * sizes.cell.line);
    });
    flow.put({ kind: "rule", x1: column.x, y1: top, x2: column.x, y2: bottom });
  });
  const right = page.left + contentWidth;
  flow.put(
    { kind: "rule", x1: right, y1: top, x2: right, y2: bottom },
    { kind: "rule", x1: page.left, y1: bottom, x2: right, y2: bottom },
  );
  flow.y = bottom;
}
