import type { Problem } from "~/domain/problem";
import type { Words } from "~/messages/words";

/** The word of a paper's field (`signedOn` → 締結日); the field itself when it has none. */
export function fieldName(words: Words, field: string): string {
  const names: Readonly<Record<string, string>> = words.papers.fields;
  return names[field] ?? field;
}

/** Problems with the field's word in place of its name, so that the sentence can be read. */
export function nameFields(words: Words, problems: readonly Problem[] | undefined): Problem[] | undefined {
  return problems?.map((each) =>
    each.code === "paper-value-missing"
      ? { ...each, params: { ...each.params, name: fieldName(words, String(each.params.field ?? "")) } }
      : each,
  );
}
