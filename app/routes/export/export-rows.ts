import { fieldsOf, type RegisterNoun } from "~/domain/register";
import { optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";

type Cells = Record<string, string | number | null>;

/** Rows as the list shows them: options in words, numbers as numbers, nothing as an empty cell. */
export function exportRows(
  words: Words,
  noun: RegisterNoun,
  rows: readonly { cells: Readonly<Cells> }[],
): Cells[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells).map(([name, value]) => {
        const isOption = fieldsOf(noun)[name]?.kind === "option";
        return [name, isOption && value !== null ? optionLabel(words, noun, name, String(value)) : value];
      }),
    ),
  );
}
