import { z } from "zod";
import { internalFields, internalPlaceholders } from "./annex-source.ts";
import {
  type AnnexTemplate,
  contractAnnexTemplateSchema,
  internalAnnexTemplateSchema,
} from "./annex-template.ts";
import { checkTemplate } from "./annex-template-check.ts";
import { placeInFile } from "./catalogue-check.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";

const annexTemplateSchema = z.discriminatedUnion("audience", [
  contractAnnexTemplateSchema,
  internalAnnexTemplateSchema,
]);

const internalNames: ReadonlySet<string> = new Set([
  ...internalFields.decisions,
  ...internalPlaceholders,
  ...Object.keys(internalFields),
]);

/**
 * One file of templates/annexes/, already read as JSON. A contract template that names an internal field
 * does not load (`paper-internal-field`); anything else that is wrong is `catalogue-invalid`. Both carry
 * `at` = file and JSON pointer.
 * @param file the name that problems point to, e.g. `templates/annexes/role-sharing.json`
 */
export function parseAnnexTemplate(json: unknown, file: string): Result<AnnexTemplate> {
  const parsed = annexTemplateSchema.safeParse(json);
  if (!parsed.success) return failed(...parsed.error.issues.map((issue) => problemOf(issue, json, file)));
  const problems = checkTemplate(parsed.data, file);
  return problems.length > 0 ? failed(...problems) : done(parsed.data);
}

function problemOf(issue: z.core.$ZodIssue, json: unknown, file: string): Problem {
  const at = placeInFile(file, issue.path);
  const named = issue.code === "custom" ? issue.params?.name : valueAt(json, issue.path);
  const isContract = valueAt(json, ["audience"]) === "contract";
  if (isContract && typeof named === "string" && internalNames.has(named)) {
    return problem("paper-internal-field", { field: named }, at);
  }
  return problem("catalogue-invalid", { reason: issue.code, detail: issue.message }, at);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}
