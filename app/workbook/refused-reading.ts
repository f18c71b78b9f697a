import type { Problem } from "../domain/problem.ts";
import type { WorkbookReading } from "../domain/reading.ts";

/** A reading that says only why the file was not read. */
export function refusedReading(...problems: Problem[]): WorkbookReading {
  return { recognised: "refused", lookAlike: null, forms: [], problems, sheets: [] };
}
