import { type Problem, problem } from "./problem.ts";
import { parseRegister, type RegisterNoun, registerNouns } from "./register.ts";
import type { MappedTarget } from "./register-import.ts";
import type { DataLine, LeftOutReason } from "./register-import-table.ts";
import { type ChosenWords, valuesOfCell } from "./register-import-values.ts";

/** A row as the columns make it: raw form values by register, without defaults. */
export type ReadRow = {
  row: number;
  given: Partial<Record<RegisterNoun, Record<string, string | string[]>>>;
  leftOut: LeftOutReason | null;
  problems: Problem[];
};

/**
 * Reads one row by its columns (`mappedTargets`). What the row itself says is checked by the rules of the forms; what it leaves
 * empty may come from another row or a default and is checked later. `at` of a problem is its target.
 */
export function readRow(
  line: DataLine,
  mapped: readonly MappedTarget[],
  words: ChosenWords,
  byHand?: ReadonlyMap<number, "leave" | "take">,
): ReadRow {
  const hand = byHand?.get(line.row);
  const given: ReadRow["given"] = {};
  const problems: Problem[] = [];
  for (const { column, target, noun } of mapped) {
    const cell = valuesOfCell(target, line.cells[column - 1] ?? "", words);
    problems.push(...cell.problems);
    if (Object.keys(cell.values).length > 0) given[noun] = added(given[noun] ?? {}, cell.values);
  }
  const isEmpty = Object.keys(given).length === 0 && problems.length === 0;
  const ruled = hand === "take" ? null : line.leftOut;
  const leftOut = hand === "leave" ? "by-hand" : (ruled ?? (isEmpty ? "nothing-taken" : null));
  if (leftOut !== null) return { row: line.row, given, leftOut, problems: [] };
  return { row: line.row, given, leftOut, problems: [...problems, ...ruleProblems(given)] };
}

type Raw = Record<string, string | string[]>;

/** The first column that gives a field counts (契約期間 beside 開始日). */
function added(own: Raw, more: Raw): Raw {
  const fresh = Object.entries(more).filter(([field]) => !(field in own));
  return { ...own, ...Object.fromEntries(fresh) };
}

function ruleProblems(given: ReadRow["given"]): Problem[] {
  return registerNouns.flatMap((noun) => {
    const own = given[noun];
    if (!own) return [];
    const parsed = parseRegister(noun, own);
    if (parsed.ok) return [];
    return parsed.problems
      .filter((each) => each.code !== "field-required" && each.at !== undefined && each.at in own)
      .map((each) => problem(each.code, each.params, `${noun}.${each.at}`));
  });
}
