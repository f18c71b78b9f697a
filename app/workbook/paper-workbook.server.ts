import type { PaperBlock, PaperDocument } from "../domain/annex-document.ts";
import { assertNever } from "../domain/problem.ts";

type Line = { cells: string[]; isStrong: boolean };

/**
 * The paper as .xlsx: its text in reading order on one sheet, where a table is named by its sheet, and each table on a
 * sheet of its own with a head that stays. All of it text: a cell 「=1」 of a record stays what it is.
 */
export async function paperAsWorkbook(document: PaperDocument): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx"); // on first use: it would slow down every start
  const tables = document.blocks.filter((each) => each.kind === "table");
  return writeXlsx({
    sheets: [textSheet(document), ...tables.map((table, at) => tableSheet(table, tableName(at)))],
  });
}

const tableName = (at: number) => `表${at + 1}`;

function textSheet(document: PaperDocument) {
  const lines = linesOf(document);
  const styles = lines.flatMap(({ isStrong }, at) =>
    [0, 1].map((column) => [`${at},${column}`, styleOf(isStrong)] as const),
  );
  return {
    name: "本文",
    columns: [{ width: 14 }, { width: 90 }],
    rows: lines.map((each) => each.cells.map(cellText)),
    cells: new Map(styles),
  };
}

function tableSheet(table: Table, name: string) {
  const rows = [table.columns.map((each) => each.title), ...table.rows.map((each) => each.cells)];
  const styles = rows.flatMap((row, at) =>
    row.map((_text, column) => [`${at},${column}`, styleOf(at === 0)] as const),
  );
  return {
    name,
    columns: table.columns.map((each) => ({ width: Math.max(8, Math.round(each.width * 1.1)) })),
    rows: rows.map((row) => row.map(cellText)),
    cells: new Map(styles),
    freezePane: { rows: 1 },
  };
}

/** XML holds no control characters, and 「_x0041_」 would be read as a code of one (ECMA-376 part 1, 22.9.2.19). */
function cellText(text: string): string | null {
  const kept = text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
  return kept === "" ? null : kept;
}

type Table = Extract<PaperBlock, { kind: "table" }>;

function styleOf(isStrong: boolean) {
  return { style: { font: { bold: isStrong }, alignment: { wrapText: true, vertical: "top" as const } } };
}

function line(first: string, second: string, isStrong = false): Line {
  return { cells: [first, second], isStrong };
}

function linesOf(document: PaperDocument): Line[] {
  let tables = 0;
  const nextTable = () => {
    tables += 1;
    return tableName(tables - 1);
  };
  return [
    line(document.printedNo ?? "", document.title, true),
    line("", document.header),
    line("", document.footer),
    ...document.blocks.flatMap((block) => linesOfBlock(block, nextTable)),
    ...document.editions.map((each) => line("", each)),
  ];
}

function linesOfBlock(block: PaperBlock, nextTable: () => string): Line[] {
  switch (block.kind) {
    case "heading":
      return [line(block.number, block.text.trim(), true)];
    case "paragraph":
      return [line(block.marker ?? "", block.text)];
    case "note":
      return [line("", block.text)];
    case "table":
      return [line(nextTable(), block.caption)];
    case "signature":
      return block.parties.map((party) => line(party.label, party.name));
    default:
      return assertNever(block);
  }
}
