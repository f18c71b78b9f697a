import { type Problem, problem, type Result } from "~/domain/problem";
import { formIds } from "~/domain/questionnaire";
import type { ReadingRecipe } from "~/domain/reading";
import { readingRecipeSchema } from "~/domain/reading-recipe";
import { textOf } from "~/http.server";
import { type PointRole, pointRoles } from "./columns-page.server";

type Fields = Readonly<Record<string, string | string[]>>;

/**
 * The recipe a person pointed at. Problems at fields of the page: field-required (form, question, answer),
 * recipe-columns-double, field-not-a-number (rows).
 */
export function recipeFrom(fields: Fields, sheet: string): Result<ReadingRecipe> {
  const problems: Problem[] = [];
  const column = columnsByRole(fields, problems);
  const form = formIds.find((each) => each === textOf(fields, "form"));
  if (!form) problems.push(problem("field-required", {}, "form"));
  const question = column.question;
  if (question === undefined) problems.push(problem("field-required", {}, "columns"));
  const answer = answerFrom(column);
  if (!answer) problems.push(problem("recipe-answer-missing", {}, "columns"));
  const headerRow = rowFrom(fields, "headerRow", problems) ?? 0;
  const lastRow = rowFrom(fields, "lastRow", problems);
  if (!form || question === undefined || !answer || problems.length > 0) return { ok: false, problems };
  const parsed = readingRecipeSchema.safeParse({
    sheet,
    form,
    formVersion: textOf(fields, "formVersion").trim() || null,
    headerRow,
    lastRow,
    noColumn: column.no ?? null,
    questionColumn: question,
    remarkColumn: column.remark ?? null,
    answer,
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: [problem("field-invalid", {}, "columns")] };
}

function columnsByRole(fields: Fields, problems: Problem[]): Partial<Record<PointRole, number>> {
  const found: Partial<Record<PointRole, number>> = {};
  for (const name of Object.keys(fields)) {
    const column = /^column-(\d{1,5})$/.exec(name)?.[1];
    const role = pointRoles.find((each) => each === textOf(fields, name));
    if (column === undefined || role === undefined) continue;
    if (found[role] !== undefined) problems.push(problem("recipe-columns-double", {}, "columns"));
    found[role] = Number(column);
  }
  return found;
}

function answerFrom(column: Partial<Record<PointRole, number>>): ReadingRecipe["answer"] | null {
  const { word, yes, "no-answer": no, na } = column;
  if (word !== undefined) {
    return yes === undefined && no === undefined ? { kind: "word", column: word } : null;
  }
  return yes === undefined || no === undefined
    ? null
    : { kind: "options", yes, no, notApplicable: na ?? null };
}

function rowFrom(fields: Fields, name: string, problems: Problem[]): number | null {
  const text = textOf(fields, name).normalize("NFKC").trim();
  if (text === "") return null;
  if (!/^\d{1,7}$/.test(text)) {
    problems.push(problem("field-not-a-number", { value: text }, name));
    return null;
  }
  return Number(text);
}
