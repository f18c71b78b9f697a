import type { ReadingRecipe, SheetView } from "~/domain/reading";
import { columnOfAddress } from "~/domain/reading-recipe";
import type { ShownIntake } from "~/use-cases/show-intake.server";
import { columnName } from "~/workbook/sheet";

/** Rows of the sheet that are shown for pointing; the answers below follow the same columns. */
const SHOWN_ROWS = 60;
const MAX_COLUMNS = 40;

/** What a column can be pointed at as. */
export const pointRoles = ["no", "question", "yes", "no-answer", "na", "word", "remark"] as const;
export type PointRole = (typeof pointRoles)[number];

/**
 * The sheet a person points at, with what is known of its columns: those of the recipe it was read by, else
 * of the table that was found on it, else of a kept recipe that was asked for.
 */
export function columnsPage(shown: ShownIntake, params: URLSearchParams) {
  const { reading, intake, recipes } = shown;
  const asked = recipes.find((each) => each.id === params.get("recipe"))?.kept.recipe ?? null;
  const known = asked ?? shown.recipe;
  const at = sheetAt(reading.sheets, params.get("sheet"), known?.sheet ?? reading.forms[0]?.sheet);
  const sheet = reading.sheets[at];
  const found = reading.tables?.find((each) => each.sheet === sheet?.name);
  const start = known?.sheet === sheet?.name ? known : (found ?? null);
  const rows = (sheet?.rows ?? []).slice(0, SHOWN_ROWS);
  const columns = new Set(rows.flatMap((row) => row.cells.map((cell) => columnOfAddress(cell.address))));
  return {
    intake,
    sheets: reading.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    at,
    name: sheet?.name ?? "",
    columns: [...columns]
      .sort((a, b) => a - b)
      .slice(0, MAX_COLUMNS)
      .map((column) => ({ column, name: columnName(column) })),
    rows,
    isCut: (sheet?.rows.length ?? 0) > SHOWN_ROWS,
    roles: start ? rolesOf(start) : {},
    headerRow: start?.headerRow ?? 0,
    lastRow: start?.lastRow ?? null,
    form: known?.form ?? reading.forms.find((each) => each.sheet === sheet?.name)?.form ?? "",
    formVersion:
      known?.formVersion ?? reading.forms.find((each) => each.sheet === sheet?.name)?.formVersion ?? "",
    recipes: recipes.map(({ id, name, vendor }) => ({ id, name, vendor })),
    vendors: shown.vendors,
    needsPassword: reading.needsPassword === true,
    asked: params.get("column"),
  };
}
export type ColumnsPage = ReturnType<typeof columnsPage>;

function sheetAt(sheets: readonly SheetView[], asked: string | null, known: string | undefined): number {
  const at = asked === null ? sheets.findIndex((each) => each.name === known) : Number(asked);
  return sheets[at]
    ? at
    : Math.max(
        0,
        sheets.findIndex((each) => !each.isHidden),
      );
}

function rolesOf(table: Omit<ReadingRecipe, "form" | "formVersion">): Record<string, PointRole> {
  const { answer } = table;
  const pairs: [number | null, PointRole][] = [
    [table.noColumn, "no"],
    [table.questionColumn, "question"],
    [table.remarkColumn, "remark"],
    ...(answer.kind === "word"
      ? ([[answer.column, "word"]] as [number, PointRole][])
      : ([
          [answer.yes, "yes"],
          [answer.no, "no-answer"],
          [answer.notApplicable, "na"],
        ] as [number | null, PointRole][])),
  ];
  return Object.fromEntries(
    pairs.flatMap(([column, role]) => (column === null ? [] : [[String(column), role]])),
  );
}
