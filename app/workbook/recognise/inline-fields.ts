import { type MetaField, metaField } from "./labels.ts";
import { foldSigns, oneLine } from "./text.ts";

export type InlineField = { field: MetaField; value: string };

/** A label inside a text: at its start or after a space, and closed by a colon. */
const labelled = /(?:^|[\s、,／/|])([^\s:、,|]{1,20}|[^:、,|\d]{1,20}):(?!\/\/)/g;

/**
 * Fields of the header block that one cell holds with their labels: 「作成日：2026年4月15日　製品名：青葉」,
 * 「作成日　2026年4月15日」, or the label on a line of its own. Any other label ends the value before it.
 */
export function inlineFields(text: string): InlineField[] {
  const folded = foldSigns(text);
  const labels = [...folded.matchAll(labelled)];
  const fields = labels.flatMap((match, at): InlineField[] => {
    const field = metaField(match[1] ?? "");
    const start = match.index + match[0].length;
    const end = labels[at + 1]?.index ?? text.length;
    return field ? [{ field, value: oneLine(text.slice(start, end)) }] : [];
  });
  return fields.length > 0 || folded.includes(":") ? fields : spacedField(text, folded);
}

/** Without a colon the label is what stands before a space or a line end. */
function spacedField(text: string, folded: string): InlineField[] {
  for (const match of [...folded.matchAll(/\s+/g)].slice(0, 6)) {
    const label = folded.slice(0, match.index);
    const field = metaField(label);
    const value = oneLine(text.slice(match.index + match[0].length));
    if (!field || value === "") continue;
    // why: 「Ver. 5.0」 beside a title is the form's own version as often as the product's.
    const isBareVersion = /^\s*(?:ver|version|版|バージョン)/i.test(label);
    return isBareVersion ? [] : [{ field, value }];
  }
  return [];
}
