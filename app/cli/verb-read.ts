import path from "node:path";
import { countAnswers } from "~/domain/disclosure";
import type { Problem } from "~/domain/problem";
import type { ReadForm, WorkbookReading } from "~/domain/reading";
import { command } from "~/messages/command";
import { formAsReadJson } from "~/workbook/form-as-read-json";
import { createWorkbookReader } from "~/workbook/reader.server";
import { parseArguments, UsageError } from "./arguments";
import { type CommandWorld, fileBytes } from "./command-world";
import { problemSentence } from "./problem-sentence";

/**
 * `read FILE [--json]`: what the reader says, without any database.
 * @returns 0 when the file is a disclosure, else 2
 */
export async function readVerb(world: CommandWorld, given: readonly string[]): Promise<number> {
  const args = parseArguments(given, ["json"]);
  const [file, ...rest] = args.words;
  if (file === undefined || rest.length > 0) throw new UsageError(command.missingOption(command.words.file));
  const reading = await readingOf(world, file);
  world.print(
    args.flags.has("json")
      ? JSON.stringify(formAsReadJson(reading, problemSentence))
      : readingLines(reading).join("\n"),
  );
  return reading.recognised === "disclosure" ? 0 : 2;
}

async function readingOf(world: CommandWorld, file: string): Promise<WorkbookReading> {
  const bytes = await fileBytes(world, file).catch(() => null);
  // why: with --json stdout holds exactly one object, also for a file that is not there.
  if (bytes === null) return refused({ code: "file-missing", params: {}, at: file });
  const reader = createWorkbookReader({ entry: world.readerEntry });
  try {
    return await reader.read(bytes, path.basename(file));
  } finally {
    await reader.close();
  }
}

function refused(problem: Problem): WorkbookReading {
  return { recognised: "refused", lookAlike: null, forms: [], problems: [problem], sheets: [] };
}

function readingLines(reading: WorkbookReading): string[] {
  return [
    command.recognised[reading.recognised],
    ...reading.forms.flatMap(formLines),
    ...reading.problems.map(problemSentence),
  ];
}

function formLines(form: ReadForm): string[] {
  const { headerNames, notStated } = command;
  const version = form.formVersion ?? command.versionUnknown;
  return [
    command.form(form.form, version, form.sheet, form.answers.length),
    ...(["issuedOn", "vendor", "product", "productVersion"] as const).map((name) =>
      command.header(headerNames[name], form.header[name] ?? notStated),
    ),
    command.counts(countAnswers(form.answers)),
    ...form.unread.map((each) => command.unread(each.cell, each.text)),
  ];
}
