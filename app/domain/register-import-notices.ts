import type { Problem } from "./problem.ts";

/** One thing that rows of a list have to say about one column, with all of these rows. */
export type Notice = {
  /** The first row's problem; its parameters are the others' too when `isSame`. */
  first: Problem;
  isSame: boolean;
  /** Row numbers of the sheet, ascending. */
  rows: number[];
};

/**
 * What rows have to say, one line for each kind of problem at each column, most rows first: a column that is empty
 * in 120 rows is one matter and not 120.
 */
export function noticesOf(rows: readonly { row: number; problems: readonly Problem[] }[]): Notice[] {
  const found = new Map<string, Notice>();
  for (const { row, problems } of rows) {
    for (const each of problems) {
      const key = noticeKey(each);
      const notice = found.get(key);
      if (!notice) {
        found.set(key, { first: each, isSame: true, rows: [row] });
        continue;
      }
      notice.isSame &&= JSON.stringify(notice.first.params) === JSON.stringify(each.params);
      // why: two like problems of one row (a contact without a name in two columns) are one row.
      if (notice.rows.at(-1) !== row) notice.rows.push(row);
    }
  }
  return [...found.values()].sort(
    (a, b) => b.rows.length - a.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  );
}

/** Problems of one key are one matter; why a row is left out belongs to the row alone. */
export function noticeKey({ code, at, params }: Problem): string {
  return `${code} ${at ?? ""} ${code === "import-left-out" ? (params.reason ?? "") : ""}`;
}

export type RowRange = { from: number; to: number };

/** Ascending row numbers as ranges: 2, 3, 4, 9 are 2–4 and 9. */
export function rangesOf(rows: readonly number[]): RowRange[] {
  const ranges: RowRange[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  return ranges;
}
