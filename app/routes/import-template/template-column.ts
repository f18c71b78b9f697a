import type { TemplateField } from "~/domain/register-import-template";
import { headingWords } from "~/domain/register-import-words";
import { fieldLabel, optionLabel } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { TemplateColumn } from "~/workbook/import-template.server";

/** Heading and advice of a column. The heading is one that an import knows as this field and no other. */
export function templateColumn(words: Words, each: TemplateField): TemplateColumn {
  const { template } = words.imports;
  const options = each.options.map((code) => optionLabel(words, each.noun, each.field, code)).join("・");
  const how = [
    each.isRequired ? template.required : template.optional,
    each.kind === "day" && template.day,
    each.kind === "option" && template.oneOf(options),
    each.kind === "options" && template.someOf(options),
    each.isKey && template.key,
  ].filter((text) => typeof text === "string");
  const label = fieldLabel(words, each.noun, each.field);
  const [known] = headingWords[`${each.noun}.${each.field}`] ?? [];
  return { heading: known ?? label, how: how.join("。") };
}
