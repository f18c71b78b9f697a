import type { ImportColumns } from "~/domain/register-import";
import { countOf, listOf, textOf } from "~/http.server";
import type { ColumnChoice } from "~/use-cases/import-columns.server";

type Fields = Readonly<Record<string, string | string[]>>;

/** Entries of fields whose names begin so, by the rest of the name. */
function entries(fields: Fields, prefix: string): [string, string][] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), textOf(fields, name)]);
}

/** The page's form as a choice; a button of the preview carries the heading row. */
export function choiceOf(batchId: string, fields: Fields): ColumnChoice {
  const columns: ImportColumns = {};
  for (const [column, target] of entries(fields, "column-")) {
    columns[Number(column)] = target === "" ? null : target;
  }
  const words: ColumnChoice["words"] = {};
  for (const [name, code] of entries(fields, "word-")) {
    const at = name.indexOf("|");
    const target = name.slice(0, at);
    words[target] = { ...words[target], [name.slice(at + 1)]: code };
  }
  const pointed = countOf(fields, "pointed");
  return {
    batchId,
    version: countOf(fields, "version"),
    sheet: textOf(fields, "sheet"),
    headerRow: pointed > 0 ? pointed : countOf(fields, "headerRow"),
    columns,
    fillDown: listOf(fields, "fill").map(Number),
    defaults: Object.fromEntries(entries(fields, "default-")),
    words,
    coversSystems: textOf(fields, "covers") !== "",
    takesHidden: textOf(fields, "hidden") !== "",
  };
}
