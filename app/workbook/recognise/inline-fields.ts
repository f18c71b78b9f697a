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
  const labels = [...folded.matchAll(labelled)].map((match) => {
    const label = match[1] ?? "";
    const end = match.index + match[0].length;
    return { ...ownLabel(label), from: end - 1 - label.length, end };
  });
  const fields = labels.flatMap(({ field, end: start }, at): InlineField[] => {
    const next = labels[at + 1];
    const end = next ? next.from + next.offset : text.length;
    return field ? [{ field, value: oneLine(text.slice(start, end)) }] : [];
  });
  return fields.length > 0 || folded.includes(":") ? fields : spacedField(text, folded);
}

/**
 * The label at the end of what stands before a colon: the longest part that names a field, else the last
 * word, whose letters may be set apart (「担　当」). The rest belongs to the value before it.
 */
function ownLabel(text: string): { field: MetaField | null; offset: number } {
  const starts = [0, ...[...text.matchAll(/\s+/g)].map((match) => match.index + match[0].length)];
  const inside = starts.filter((start) => start < text.length);
  for (const offset of inside) {
    const field = metaField(text.slice(offset));
    if (field) return { field, offset };
  }
  const words = inside.map((start) => text.slice(start).trimStart().search(/\s|$/));
  let at = inside.length - 1;
  while (at > 0 && words[at] === 1 && words[at - 1] === 1) at -= 1;
  return { field: null, offset: inside[at] ?? 0 };
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
