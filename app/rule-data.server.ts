import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { applicabilitySchema, type EditionRules } from "./domain/applicability-data.ts";
import { placeInFile } from "./domain/catalogue-check.ts";
import { done, failed, type Problem, problem, type Result } from "./domain/problem.ts";
import { type TwoFactorDate, twoFactorDatesSchema } from "./domain/two-factor-dates.ts";

/** Rules that are data: which volumes and rows of an edition are read, and until when second factors are asked. */
export type RuleData = {
  readonly applicability: readonly EditionRules[];
  readonly twoFactorDates: readonly TwoFactorDate[];
};
export const noRuleData: RuleData = Object.freeze({ applicability: [], twoFactorDates: [] });
/** Folders below templates/ that are read here. */
export const ruleDataFolders = ["applicability", "two-factor-dates"] as const;

/**
 * Reads every file of the folders of rules below templates/; a missing folder holds none. Problem:
 * `catalogue-invalid` with `at` = file and JSON pointer.
 * @param root path of templates/
 */
export async function readRuleData(root: string): Promise<Result<RuleData>> {
  const applicability = await readFolder(root, "applicability", applicabilitySchema);
  const dates = await readFolder(root, "two-factor-dates", twoFactorDatesSchema);
  const problems = [applicability, dates].flatMap((each) => (each.ok ? [] : each.problems));
  if (!applicability.ok || !dates.ok) return failed(...problems);
  return done({
    applicability: applicability.value.flatMap((each) => each.editions),
    twoFactorDates: dates.value.flatMap((each) => each.dates),
  });
}

async function readFolder<T>(
  root: string,
  folder: (typeof ruleDataFolders)[number],
  schema: z.ZodType<T>,
): Promise<Result<T[]>> {
  const names = await readdir(path.join(root, folder)).catch((): string[] => []);
  const read: T[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
    const file = `templates/${folder}/${name}`;
    const parsed = parseFile(file, await readFile(path.join(root, folder, name), "utf8"), schema);
    if (parsed.ok) read.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? failed(...problems) : done(read);
}

function parseFile<T>(file: string, text: string, schema: z.ZodType<T>): Result<T> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(problem("catalogue-invalid", { reason: "not-json", detail }, file));
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return done(parsed.data);
  return failed(
    ...parsed.error.issues.map(({ code, message, path: at }) =>
      problem("catalogue-invalid", { reason: code, detail: message }, placeInFile(file, at)),
    ),
  );
}
