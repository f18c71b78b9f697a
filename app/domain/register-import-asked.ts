import { type ImportColumns, type ImportTarget, mappedTargets, specOfTarget } from "./register-import.ts";
import { type DataLine, type Heading, proposeColumns } from "./register-import-table.ts";
import { type ChosenWords, knownOption, plainWord, wordsOfCell } from "./register-import-values.ts";

/** A word of an option column that nobody knows, or that a person decided about. */
export type AskedWord = {
  target: ImportTarget;
  /** As the table writes it first. */
  word: string;
  plain: string;
  rows: number;
  /** The code a person chose; "" while undecided. */
  chosen: string;
};

/** ことばの読み替え: words of option columns that are asked about, in the order of the sheet. */
export function askedWords(
  lines: readonly DataLine[],
  columns: ImportColumns,
  chosen: ChosenWords,
): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  const mapped = mappedTargets(columns).filter(({ target }) => {
    const kind = specOfTarget(target)?.kind;
    return kind === "option" || kind === "options";
  });
  for (const line of lines) {
    if (line.leftOut !== null) continue;
    for (const { column, target } of mapped) {
      for (const word of wordsOfCell(target, line.cells[column - 1] ?? "")) {
        const plain = plainWord(word);
        const code = chosen[target]?.[plain];
        if (code === undefined && knownOption(target, word) !== null) continue;
        const key = `${target} ${plain}`;
        const before = asked.get(key) ?? { target, word, plain, rows: 0, chosen: code ?? "" };
        asked.set(key, { ...before, rows: before.rows + 1 });
      }
    }
  }
  return [...asked.values()];
}

/** Why a column holds what it holds: the heading says so, a person chose, nothing fits, or another column has it. */
export const columnReasons = ["heading", "chosen", "no-word", "taken-twice", "left"] as const;
export type ColumnReason = (typeof columnReasons)[number];

/** How the choice of each column came about, by column number. */
export function reasonsOf(
  headings: readonly Heading[],
  columns: ImportColumns,
): Record<number, ColumnReason> {
  const proposed = proposeColumns(headings);
  return Object.fromEntries(
    headings.map((heading): [number, ColumnReason] => {
      const [now, before] = [columns[heading.column] ?? null, proposed[heading.column] ?? null];
      if (now !== before) return [heading.column, now === null ? "left" : "chosen"];
      if (now !== null) return [heading.column, "heading"];
      const alone = proposeColumns([heading])[heading.column] ?? null;
      return [heading.column, alone === null ? "no-word" : "taken-twice"];
    }),
  );
}
