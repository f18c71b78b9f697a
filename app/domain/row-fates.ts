import type { OfficialDraft } from "./catalogue-draft-body.ts";

/** 行のゆくえ: what became of one row of the file. Every row with text has exactly one (property test). */
export const rowFates = ["item", "left-out", "section", "part", "note", "outside", "unread"] as const;
export type RowFate = (typeof rowFates)[number];

export type FileRow = {
  sheet: string;
  row: number;
  /** What the row says, its cells side by side. */
  text: string;
  fate: RowFate;
  /** Why a person left it out; "" for every other fate. */
  because: string;
};

/**
 * Every row of the kept sheets with what became of it: item, left out with its reason, section heading, part of
 * an item of several rows, note, outside the chosen range, or unread (listed with its cells). Rows that only
 * held answers are none: a draft does not keep them.
 */
export function rowFatesOf(draft: OfficialDraft): FileRow[] {
  const sheets =
    draft.takenBy === "reader"
      ? draft.sheets
      : draft.sheets.filter((each) => each.name === draft.choice?.sheet);
  const items = itemsByRow(draft);
  const unread = new Set(draft.unread.map((each) => rowOfCell(each.cell)));
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => {
      const cells = row.cells.filter((each) => each.text.trim() !== "");
      if (cells.length === 0) return [];
      const key = `${sheet.name}!${row.row}`;
      const text = cells.map((each) => each.text.trim()).join("　");
      const item = items.get(key);
      const place = { sheet: sheet.name, row: row.row, text };
      if (item) return [{ ...place, fate: item.fate, because: item.because }];
      return [{ ...place, fate: restFate(draft, sheet.name, row, unread.has(key)), because: "" }];
    }),
  );
}

type SheetRow = OfficialDraft["sheets"][number]["rows"][number];

function restFate(draft: OfficialDraft, sheet: string, row: SheetRow, isUnread: boolean): RowFate {
  const { choice } = draft;
  if (isUnread) return "unread";
  if (draft.takenBy === "columns") {
    const isInside = choice !== null && row.row > choice.headerRow && row.row <= (choice.lastRow ?? row.row);
    // why: of the rows inside, `takeTable` makes items, unread cells and sections, and nothing else.
    return isInside ? "section" : "outside";
  }
  const uses = new Set(row.cells.map((each) => each.use));
  if (uses.has("section")) return "section";
  if (uses.has("question") || uses.has("number")) return "part";
  return sheet === choice?.sheet && row.row <= choice.headerRow ? "outside" : "note";
}

function itemsByRow({ items }: OfficialDraft): Map<string, { fate: RowFate; because: string }> {
  const found = new Map<string, { fate: RowFate; because: string }>();
  for (const { cell, isRemoved, mergedInto, removedBecause } of items ?? []) {
    if (cell === "") continue;
    const key = rowOfCell(cell);
    // why: of a row that was split one half may be left out, and the row is an item still.
    if (found.get(key)?.fate === "item") continue;
    const fate = !isRemoved ? "item" : mergedInto === null ? "left-out" : "part";
    found.set(key, { fate, because: removedBecause });
  }
  return found;
}

/** `MDS!C22` → `MDS!22`. */
function rowOfCell(cell: string): string {
  const at = cell.lastIndexOf("!");
  return `${cell.slice(0, at)}!${cell.slice(at + 1).replace(/^[A-Z]+/, "")}`;
}

/** How many rows ended as what, and how many there are. */
export function countFates(rows: readonly FileRow[]): Record<RowFate, number> {
  const counts: Record<RowFate, number> = {
    item: 0,
    "left-out": 0,
    section: 0,
    part: 0,
    note: 0,
    outside: 0,
    unread: 0,
  };
  for (const each of rows) counts[each.fate] += 1;
  return counts;
}
