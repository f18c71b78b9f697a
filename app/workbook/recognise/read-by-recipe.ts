import { problem } from "../../domain/problem.ts";
import type { ReadingRecipe, WorkbookReading } from "../../domain/reading.ts";
import type { Sheet } from "../sheet.ts";
import { cellUses, viewOf } from "./cell-uses.ts";
import { readForm } from "./read-form.ts";
import { tableOfRecipe } from "./recipe-table.ts";
import { recogniseWorkbook } from "./recognise-workbook.ts";
import { scanSheet } from "./sheet-scan.ts";

/**
 * Reads one sheet by the columns a person pointed at; the other sheets of the book are read as always.
 * A version the person named wins over what the sheet says. Problems: recipe-sheet-missing, and those of
 * `recogniseWorkbook`.
 */
export function readByRecipe(
  sheets: readonly Sheet[],
  fileName: string,
  recipe: ReadingRecipe,
): WorkbookReading {
  const pointed = sheets.find((each) => each.name === recipe.sheet);
  const others = sheets.filter((each) => each !== pointed);
  const rest = recogniseWorkbook(pointed ? others : sheets, fileName);
  if (!pointed) {
    return {
      ...rest,
      problems: [problem("recipe-sheet-missing", { sheet: recipe.sheet }), ...rest.problems],
    };
  }
  const uses = cellUses();
  const scan = scanSheet(pointed);
  const table = tableOfRecipe(recipe, scan.grid.rows.at(-1) ?? recipe.headerRow + 1);
  const titles = pointed.cells.filter((cell) => cell.row < recipe.headerRow && cell.kind === "text");
  const covers = others.filter((each) => !each.isHidden).map((each) => scanSheet(each));
  const { form, problems } = readForm(
    recipe.form,
    scan,
    [{ grid: scan.grid, table, titles, top: 1, naming: { kind: "form", form: recipe.form } }],
    covers.filter((each) => each.tables.length === 0),
    uses,
  );
  const formVersion = recipe.formVersion ?? form.formVersion;
  const isAnswered = problems.filter((each) => each.code !== "form-version-unknown" || formVersion === null);
  const kept = rest.forms.length > 0 ? rest.problems : rest.problems.filter(isAboutParts);
  return {
    recognised: "disclosure",
    lookAlike: null,
    forms: [{ ...form, formVersion }, ...rest.forms],
    problems: [...isAnswered, ...kept],
    sheets: sheets.map((each) => (each === pointed ? viewOf(each, uses) : viewIn(rest, each))),
    tables: [...(rest.tables ?? []), recipe].map(withoutForm),
  };
}

/** Without another form in the book its other sheets are covers: only what was not looked at is worth a word. */
const isAboutParts = (each: WorkbookReading["problems"][number]) =>
  each.code === "form-hidden-sheet" || each.code === "form-part-not-read";

function viewIn(rest: WorkbookReading, sheet: Sheet) {
  return rest.sheets.find((each) => each.name === sheet.name) ?? viewOf(sheet, cellUses());
}

function withoutForm(table: NonNullable<WorkbookReading["tables"]>[number]) {
  const { sheet, headerRow, lastRow, noColumn, questionColumn, remarkColumn, answer } = table;
  return { sheet, headerRow, lastRow, noColumn, questionColumn, remarkColumn, answer };
}
