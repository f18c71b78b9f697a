import { type Problem, problem } from "../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";
import { csvSheet } from "./csv-sheet.ts";
import { fileKind } from "./file-kind.ts";
import { guardLimits, guardPackage } from "./guard.server.ts";
import { openBinary, openPackage } from "./open-workbook.ts";
import { readOtherKind } from "./other-kinds.ts";
import { readByRecipe } from "./recognise/read-by-recipe.ts";
import { recogniseWorkbook } from "./recognise/recognise-workbook.ts";
import { Refusal } from "./refusal.ts";
import { refusedReading } from "./refused-reading.ts";
import type { Sheet } from "./sheet.ts";

type Opened = { sheets: Sheet[]; problems: Problem[]; isRefused: boolean };

/**
 * Reads one file: .xlsx, .xlsm, .xls or .csv (UTF-8 or Shift_JIS). Runs in the reader process, because a
 * stranger's file may exhaust time or memory. Never evaluates a formula, never follows a link.
 * Problems: every `file-…` code but the reader's own, and those of `recogniseWorkbook`.
 */
export async function readWorkbookBytes(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<WorkbookReading> {
  const other = await readOtherKind(bytes, fileName, options, readWorkbookBytes);
  if (other !== null) return other;
  const opened = await openFile(bytes, fileName);
  if (opened.isRefused) return refusedReading(...opened.problems);
  const reading = options.recipe
    ? readByRecipe(opened.sheets, fileName, options.recipe)
    : recogniseWorkbook(opened.sheets, fileName);
  return { ...reading, problems: [...reading.problems, ...opened.problems] };
}

async function openFile(bytes: Uint8Array, fileName: string): Promise<Opened> {
  if (bytes.length > guardLimits.input) {
    return refuse(problem("file-too-large", { limit: guardLimits.input }));
  }
  const kind = fileKind(bytes, fileName);
  if (kind === "ooxml") return openGuarded(bytes);
  if (kind === "xls") return openXls(bytes);
  if (kind === "csv") {
    const { sheets, problems } = csvSheet(bytes, "CSV");
    return { sheets, problems, isRefused: sheets.length === 0 };
  }
  if (kind === "empty") return refuse(problem("file-empty"));
  if (kind === "encrypted") return refuse(problem("file-password-protected"));
  if (kind === "unknown") return refuse(problem("file-not-a-workbook"));
  return refuse(problem("file-kind-unsupported", { kind }));
}

function refuse(...problems: Problem[]): Opened {
  return { sheets: [], problems, isRefused: true };
}

async function openGuarded(bytes: Uint8Array): Promise<Opened> {
  const guarded = await guardPackage(bytes);
  if (!guarded.ok) return refuse(...guarded.problems);
  try {
    const sheets = openPackage(guarded.value.parts);
    const problems = guarded.value.partsNotRead.map((part) => problem("form-part-not-read", { part }, part));
    return { sheets, problems, isRefused: false };
  } catch (error) {
    return refuse(damage(error));
  }
}

function openXls(bytes: Uint8Array): Opened {
  try {
    const { sheets, areRunsUnseen } = openBinary(bytes);
    // why: the fonts of single runs inside a cell of a binary workbook are not visible to us, and that is said.
    const problems = areRunsUnseen
      ? [problem("form-part-not-read", { part: ".xls rich text" }, ".xls rich text")]
      : [];
    return { sheets, problems, isRefused: false };
  } catch (error) {
    return refuse(damage(error));
  }
}

function damage(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const text = error instanceof Error ? error.message : "";
  return /password|encrypt/i.test(text) ? problem("file-password-protected") : problem("file-damaged");
}
