/** One column of the blank list: its heading and how to fill it in. */
export type TemplateColumn = { heading: string; how: string };

/**
 * The blank list as .xlsx: a sheet with headings only, and a second one that says how to fill each column in.
 * @param names of the two sheets and the headings of the second
 */
export async function importTemplate(
  columns: readonly TemplateColumn[],
  names: { list: string; guide: string; guideHead: readonly string[] },
): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx"); // on first use: it would slow down every start
  const bold = { style: { font: { bold: true } } };
  return writeXlsx({
    sheets: [
      {
        name: names.list,
        columns: columns.map(() => ({ width: 18 })),
        rows: [columns.map((column) => column.heading)],
        cells: new Map(columns.map((_, at) => [`0,${at}`, bold])),
        freezePane: { rows: 1 },
      },
      {
        name: names.guide,
        columns: [{ width: 32 }, { width: 80 }],
        rows: [[...names.guideHead], ...columns.map((column) => [column.heading, column.how])],
        cells: new Map(names.guideHead.map((_, at) => [`0,${at}`, bold])),
        freezePane: { rows: 1 },
      },
    ],
  });
}
