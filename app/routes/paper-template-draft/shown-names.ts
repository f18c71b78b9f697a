import { type PlaceNames, placeNamesOf } from "~/domain/annex-place-names";
import { internalPlaceholders, placeholders } from "~/domain/annex-source";
import type { AnnexBlock, AnnexTemplate } from "~/domain/annex-template";
import type { Words } from "~/messages/words";

/** Names of values in the sentences of a template, in the reader's language. */
export function shownNames(template: AnnexTemplate, words: Words): PlaceNames {
  const { papers, paperTemplates } = words;
  const known = template.audience === "contract" ? placeholders : [...placeholders, ...internalPlaceholders];
  return placeNamesOf(template, known, {
    values: { ...papers.fields, ...paperTemplates.values },
    field: paperTemplates.field,
    section: paperTemplates.section,
    clause: paperTemplates.clause,
  });
}

/** The template with every name as a person reads it. */
export function withShownNames(template: AnnexTemplate, names: PlaceNames): AnnexTemplate {
  const next = structuredClone(template);
  const blocks: AnnexBlock[] = [...next.preamble, ...next.sections.flatMap((each) => each.body)];
  for (const block of blocks) if (block.kind !== "table") block.text = names.show(block.text);
  next.header = names.show(next.header);
  next.footerIssued = names.show(next.footerIssued);
  return next;
}

const named = /(^|\.)(text|header|footerIssued)$/;

/** What the form sent, by place in the template's JSON, with names as stored. Only fields that begin with `wording.` count. */
export function wordingFrom(
  fields: Readonly<Record<string, string | string[]>>,
  names: PlaceNames,
): Record<string, string> {
  const prefix = "wording.";
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (!name.startsWith(prefix) || typeof value !== "string") return [];
      const place = name.slice(prefix.length);
      return [[place, named.test(place) ? names.read(value) : value]];
    }),
  );
}
