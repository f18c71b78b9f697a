import { z } from "zod";
import {
  type AnnexTemplate,
  contractAnnexTemplateSchema,
  internalAnnexTemplateSchema,
  internalFields,
  internalPlaceholders,
} from "./annex-template.ts";
import { placeInFile } from "./catalogue-check.ts";
import { decisionKinds, riskLevels } from "./decision.ts";
import { done, failed, type Problem, problem, type Result } from "./problem.ts";
import { answerValues } from "./questionnaire.ts";
import { verdicts } from "./verdict.ts";

const annexTemplateSchema = z.discriminatedUnion("audience", [
  contractAnnexTemplateSchema,
  internalAnnexTemplateSchema,
]);

const internalNames: ReadonlySet<string> = new Set([
  ...internalFields.decisions,
  ...internalPlaceholders,
  ...Object.keys(internalFields),
]);

/** Codes that a template needs words for as soon as a column shows the field. */
const codesOfField: Readonly<Record<string, readonly string[]>> = {
  party: ["party.both", "party.third-party"],
  cost: ["cost.included", "cost.separate", "cost.negotiate", "cost.none"],
  firstCheck: ["firstCheck.yes", "firstCheck.no"],
  answer: answerValues.map((each) => `answer.${each}`),
  verdict: verdicts.map((each) => `verdict.${each}`),
  kind: decisionKinds.map((each) => `kind.${each}`),
  likelihood: riskLevels.map((each) => `risk.${each}`),
  impact: riskLevels.map((each) => `risk.${each}`),
};

/**
 * One file of templates/annexes/, already read as JSON. A contract template that names an internal field
 * does not load (`paper-internal-field`); anything else that is wrong is `catalogue-invalid`. Both carry
 * `at` = file and JSON pointer.
 * @param file the name that problems point to, e.g. `templates/annexes/role-sharing.json`
 */
export function parseAnnexTemplate(json: unknown, file: string): Result<AnnexTemplate> {
  const parsed = annexTemplateSchema.safeParse(json);
  if (!parsed.success) return failed(...parsed.error.issues.map((issue) => problemOf(issue, json, file)));
  const problems = [...checkWords(parsed.data, file), ...checkKeys(parsed.data, file)];
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

function checkWords(template: AnnexTemplate, file: string): Problem[] {
  const blocks = [...template.preamble, ...template.sections.flatMap((each) => each.body)];
  const fields = blocks.flatMap((block) =>
    block.kind === "table" ? block.columns.flatMap((column): string[] => column.fields) : [],
  );
  const needed = new Set(fields.flatMap((field) => codesOfField[field] ?? []));
  return [...needed]
    .filter((code) => template.words.codes[code] === undefined)
    .map((code) =>
      problem(
        "catalogue-invalid",
        { reason: "word-missing", value: code },
        placeInFile(file, ["words", "codes"]),
      ),
    );
}

function checkKeys(template: AnnexTemplate, file: string): Problem[] {
  const keys = template.sections.map((each) => each.key);
  return keys.flatMap((key, at) =>
    keys.indexOf(key) === at
      ? []
      : [
          problem(
            "catalogue-invalid",
            { reason: "section-twice", value: key },
            placeInFile(file, ["sections", at, "key"]),
          ),
        ],
  );
}
