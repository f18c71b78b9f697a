import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AnnexTemplate } from "./domain/annex-template.ts";
import { parseAnnexTemplate } from "./domain/annex-template-file.ts";
import { placeInFile } from "./domain/catalogue-check.ts";
import { done, failed, type Problem, problem, type Result } from "./domain/problem.ts";
import { catalogueRef } from "./domain/provenance.ts";

/**
 * Reads every file of the folder `annexes` below templates/; a missing folder holds none. Problems:
 * `catalogue-invalid` and `paper-internal-field`, each with `at` = file and JSON pointer.
 * @param root path of templates/
 */
export async function readAnnexTemplates(root: string): Promise<Result<AnnexTemplate[]>> {
  const names = await readdir(path.join(root, "annexes")).catch((): string[] => []);
  const templates: AnnexTemplate[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((each) => !each.startsWith(".")).sort()) {
    const file = `templates/annexes/${name}`;
    const parsed = parseFile(file, await readFile(path.join(root, "annexes", name)));
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (templates.some((each) => catalogueRef(each.head) === catalogueRef(parsed.value.head))) {
      const params = { reason: "edition-twice", value: catalogueRef(parsed.value.head) };
      problems.push(problem("catalogue-invalid", params, placeInFile(file, ["head", "id"])));
    } else templates.push(parsed.value);
  }
  return problems.length > 0 ? failed(...problems) : done(templates);
}

function parseFile(file: string, bytes: Uint8Array): Result<AnnexTemplate> {
  if (!file.endsWith(".json"))
    return failed(problem("catalogue-invalid", { reason: "not-a-json-file" }, file));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return parseAnnexTemplate(JSON.parse(text), file);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(problem("catalogue-invalid", { reason: "not-json", detail }, file));
  }
}
