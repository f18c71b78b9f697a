import { CONTRACT_PERIOD, placeOfTarget } from "~/domain/register-import";
import { fieldLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { ColumnsPage } from "./columns-page.server";

/** 「事業者：所在地」: register and field of a target, for people. */
export function targetLabel(words: Words, target: string): string {
  const place = placeOfTarget(target);
  if (!place) return target;
  const field =
    target === CONTRACT_PERIOD
      ? words.imports.columnsPage.period
      : fieldLabel(words, place.noun, place.field);
  return words.imports.columnsPage.labelOf(words.nouns[place.noun].one, field);
}

/** Labels of this page's fields, for the summary of problems. */
export function problemLabels(words: Words, page: ColumnsPage): Record<string, string> {
  const own = words.imports.columnsPage;
  return {
    sheet: own.sheet,
    headerRow: own.preview,
    ...Object.fromEntries(
      page.columns.map((each) => [
        `column-${each.column}`,
        own.targetOf(letterOf(each.column), each.text || own.noHeading),
      ]),
    ),
    ...Object.fromEntries(
      page.defaults.map((each) => [`default-${each.target}`, targetLabel(words, each.target)]),
    ),
  };
}

/** `3` → `C`: the letter a spreadsheet prints above a column. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letterOf(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
