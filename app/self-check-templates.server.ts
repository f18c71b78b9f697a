import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { placeInFile } from "./domain/catalogue-check.ts";
import { done, failed, type Problem, problem, type Result } from "./domain/problem.ts";
import {
  noSelfChecks,
  type SelfCheckTemplate,
  type SelfCheckTemplates,
  selfCheckTemplateSchema,
} from "./domain/self-check-templates.ts";

const FOLDER = "self-checks";

/**
 * Reads every file of the folder `self-checks` below templates/; a missing folder holds none. Problem:
 * `catalogue-invalid` with `at` = file and JSON pointer.
 * @param root path of templates/
 */
export async function readSelfCheckTemplates(root: string): Promise<Result<SelfCheckTemplates>> {
  const folder = path.join(root, FOLDER);
  const names = await readdir(folder).catch((): string[] => []);
  const read: SelfCheckTemplate[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
    const parsed = parseFile(`templates/${FOLDER}/${name}`, await readFile(path.join(folder, name), "utf8"));
    if (parsed.ok) read.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? failed(...problems) : done(sorted(read));
}

function parseFile(file: string, text: string): Result<SelfCheckTemplate> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(problem("catalogue-invalid", { reason: "not-json", detail }, file));
  }
  const parsed = selfCheckTemplateSchema.safeParse(data);
  if (parsed.success) return done(parsed.data);
  return failed(
    ...parsed.error.issues.map(({ code, message, path: at }) =>
      problem("catalogue-invalid", { reason: code, detail: message }, placeInFile(file, at)),
    ),
  );
}

function sorted(read: readonly SelfCheckTemplate[]): SelfCheckTemplates {
  const topics = read.flatMap((each) => (each.kind === "evidence-topics" ? [each] : []));
  return {
    years: read.flatMap((each) => (each.kind === "checklist-years" ? each.years : [])),
    topics: topics.at(-1) ?? noSelfChecks.topics,
    surveys: read.flatMap((each) => (each.kind === "survey" ? [each] : [])),
    fees: read.flatMap((each) => (each.kind === "fee-conditions" ? [each] : [])),
    measures: read.flatMap((each) => (each.kind === "measures" ? each.measures : [])),
  };
}
