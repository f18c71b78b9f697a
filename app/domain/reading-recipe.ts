import { z } from "zod";
import { type Problem, problem } from "./problem.ts";
import { formIdSchema } from "./questionnaire.ts";
import type { FoundTable, ReadingRecipe, SheetView } from "./reading.ts";

const column = z.number().int().min(1).max(16_384);
const row = z.number().int().min(0).max(1_048_576);

/** Columns of a table as a person points at them; no pattern and no script can be written here. */
export const foundTableSchema = z.strictObject({
  sheet: z.string().min(1).max(200),
  headerRow: row,
  lastRow: row.nullable(),
  noColumn: column.nullable(),
  questionColumn: column,
  remarkColumn: column.nullable(),
  answer: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("options"), yes: column, no: column, notApplicable: column.nullable() }),
    z.strictObject({ kind: z.literal("word"), column }),
  ]),
});

export const foundRoundSchema = foundTableSchema.extend({ targetColumn: column.nullable() });

export const readingRecipeSchema = foundTableSchema.extend({
  form: formIdSchema,
  formVersion: z.string().max(20).nullable(),
});

/** A heading as it stood in the sheet when the recipe was made: it tells whether a later sheet is the same. */
const headingSchema = z.strictObject({ column, text: z.string().max(2_000) });

export const keptRecipeSchema = z.strictObject({
  recipe: readingRecipeSchema,
  headings: z.array(headingSchema).max(10),
});
export type KeptRecipe = z.infer<typeof keptRecipeSchema>;

/** All columns a recipe uses, in no order. */
export function columnsOfRecipe(table: FoundTable): number[] {
  const { answer } = table;
  const answers = answer.kind === "word" ? [answer.column] : [answer.yes, answer.no, answer.notApplicable];
  return [table.noColumn, table.questionColumn, table.remarkColumn, ...answers].filter(
    (each) => each !== null,
  );
}

/** What keeps a recipe from being used: recipe-sheet-missing, recipe-columns-double, recipe-rows-order. */
export function problemsOfRecipe(
  recipe: ReadingRecipe,
  sheets: readonly Pick<SheetView, "name">[],
): Problem[] {
  const columns = columnsOfRecipe(recipe);
  return [
    ...(sheets.some((each) => each.name === recipe.sheet)
      ? []
      : [problem("recipe-sheet-missing", { sheet: recipe.sheet }, "sheet")]),
    ...(new Set(columns).size < columns.length
      ? [problem("recipe-columns-double", {}, "questionColumn")]
      : []),
    ...(recipe.lastRow !== null && recipe.lastRow <= recipe.headerRow
      ? [problem("recipe-rows-order", {}, "lastRow")]
      : []),
  ];
}

/** The texts in the heading row above the recipe's columns; a column without one has "". */
export function headingsOfRecipe(
  recipe: ReadingRecipe,
  sheets: readonly SheetView[],
): KeptRecipe["headings"] {
  const sheet = sheets.find((each) => each.name === recipe.sheet);
  const cells = sheet?.rows.find((each) => each.row === recipe.headerRow)?.cells ?? [];
  const texts = new Map(cells.map((cell) => [columnOfAddress(cell.address), cell.text.trim()]));
  return columnsOfRecipe(recipe)
    .sort((a, b) => a - b)
    .map((each) => ({ column: each, text: texts.get(each) ?? "" }));
}

/**
 * True when a sheet has the recipe's name and the same texts in the same heading cells. Without a single
 * heading text nothing can be told, so it never fits.
 */
export function fitsRecipe(kept: KeptRecipe, sheets: readonly SheetView[]): boolean {
  const now = headingsOfRecipe(kept.recipe, sheets);
  return (
    sheets.some((each) => each.name === kept.recipe.sheet) &&
    kept.headings.some((each) => each.text !== "") &&
    JSON.stringify(now) === JSON.stringify(kept.headings)
  );
}

/** `C22` → 3. */
export function columnOfAddress(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
