import type { Problem } from "~/domain/problem";
import type { Words } from "~/messages/words";

/** The word of a paper's field (`signedOn` → 締結日); the field itself when it has none. */
export function fieldName(words: Words, field: string): string {
  const names: Readonly<Record<string, string>> = words.papers.fields;
  return names[field] ?? field;
}

/** Missing values named by the field's word and its place, so that each line can be told from the next. */
export function nameFields(words: Words, problems: readonly Problem[] | undefined): Problem[] | undefined {
  return problems?.map((each) => {
    if (each.code !== "paper-value-missing") return each;
    const name = fieldName(words, String(each.params.field ?? ""));
    return { ...each, params: { ...each.params, heading: name }, at: `${each.at ?? ""}　${name}`.trim() };
  });
}
