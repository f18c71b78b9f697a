/**
 * Prints rows as a table of text columns, wide enough for their content.
 *
 * @param {string[]} columns
 * @param {Record<string, unknown>[]} rows
 */
export function printTable(columns, rows) {
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  for (const line of cells) {
    process.stdout.write(
      `${line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}
