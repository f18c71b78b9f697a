import { fieldsOf } from "~/domain/register";
import {
  defaultTargets,
  type ImportColumns,
  keyFields,
  mappedTargets,
  nounsOf,
  placeOfTarget,
} from "~/domain/register-import";
import { askedWords, reasonsOf } from "~/domain/register-import-asked";
import { dataLines, examplesOf, headingsAt, otherTables } from "~/domain/register-import-table";
import type { ImportDraft } from "~/use-cases/import-columns.server";

/** Rows of the sheet's top that are shown to point at the headings. */
const PREVIEW_ROWS = 8;
const PREVIEW_COLUMNS = 12;

/** Everything the page of columns shows. Texts of cells are cut: they are there to recognise a column by. */
export function columnsPage({ batch, columns, settings, lines }: ImportDraft) {
  const headings = headingsAt(lines, batch.headerRow);
  const data = dataLines(lines, batch.headerRow, settings);
  const reasons = reasonsOf(headings, columns);
  const at = lines.findIndex((line) => line.row === batch.headerRow);
  const top = lines.slice(0, Math.max(PREVIEW_ROWS, at + 3));
  return {
    id: batch.id,
    fileName: batch.fileName,
    version: batch.version,
    state: batch.state,
    sheet: batch.sheet,
    sheets: settings.sheets,
    headerRow: batch.headerRow,
    preview: top.map(({ row, cells }) => ({ row, cells: cells.slice(0, PREVIEW_COLUMNS).map(cut) })),
    otherTables: otherTables(lines, batch.headerRow),
    hiddenCount: settings.hiddenRows.filter((row) => row > batch.headerRow).length,
    takesHidden: settings.takesHidden,
    coversSystems: settings.coversSystems,
    mayCover: mayCover(columns),
    columns: headings.map((heading) => ({
      ...heading,
      target: columns[heading.column] ?? null,
      reason: reasons[heading.column] ?? "no-word",
      fills: settings.fillDown.includes(heading.column),
      examples: examplesOf(data, heading.column).map(cut),
    })),
    defaults: defaultsOf(columns, settings.defaults),
    words: askedWords(data, columns, settings.words).map(({ plain, ...word }) => ({
      ...word,
      plain,
      options: optionsOf(word.target),
    })),
  };
}
export type ColumnsPage = ReturnType<typeof columnsPage>;

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function mayCover(columns: ImportColumns): boolean {
  const nouns = nounsOf(columns);
  return nouns.includes("contract") && nouns.includes("system");
}

function optionsOf(target: string): readonly string[] {
  const place = placeOfTarget(target);
  const spec = place ? fieldsOf(place.noun)[place.field] : undefined;
  return spec && "options" in spec ? spec.options : [];
}

function defaultsOf(columns: ImportColumns, given: Readonly<Record<string, string>>) {
  const mapped = new Set(mappedTargets(columns).map((each) => each.target));
  // why without names that have a column: a row without one has none, and one name for all would join records.
  const isName = (target: string) =>
    target !== "productVersion.label" &&
    Object.entries(keyFields).some(([noun, key]) => target === `${noun}.${key}`);
  const offered = defaultTargets(columns).filter((target) => !(mapped.has(target) && isName(target)));
  return offered.map((target) => ({
    target,
    value: given[target] ?? "",
    isMapped: mapped.has(target),
    options: optionsOf(target),
  }));
}
