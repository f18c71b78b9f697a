import type { AnnexField } from "~/domain/annex-field";
import type { Problem } from "~/domain/problem";
import type { Words } from "~/messages/words";

/**
 * The word of a paper's field (`signedOn` → 締結日); of a 記入欄 its label (`field.contacts.day` → 緊急の連絡先・日中);
 * the field itself when it has none.
 */
export function fieldName(words: Words, field: string, fields: readonly AnnexField[]): string {
  const [group, key = "", column] = field.split(".");
  if (group === "field") {
    const found = fields.find((each) => each.key === key);
    const named = found?.type === "rows" ? found.columns.find((each) => each.key === column) : undefined;
    return [found?.label ?? key, named?.label].filter(Boolean).join("・");
  }
  if (field.startsWith("ref:")) return words.papers.reference(field.slice("ref:".length));
  const names: Readonly<Record<string, string>> = words.papers.fields;
  return names[field] ?? field;
}

/** Missing values named by the field's word and its place, so that each line can be told from the next. */
export function nameFields(
  words: Words,
  problems: readonly Problem[] | undefined,
  fields: readonly AnnexField[],
): Problem[] | undefined {
  return problems?.map((each) => {
    if (each.code !== "paper-value-missing") return each;
    const name = fieldName(words, String(each.params.field ?? ""), fields);
    return { ...each, params: { ...each.params, heading: name }, at: `${each.at ?? ""}　${name}`.trim() };
  });
}
