import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import type { CatalogueItem } from "~/domain/catalogue-item";
import type { Words } from "~/messages/words";
import { relationEnd } from "~/use-cases/relation-drafts.server";
import type { CatalogueRow } from "./catalogue-rows.server";

type Of<K extends Catalogue["kind"]> = Extract<Catalogue, { kind: K }>;
const plain = { isConfirmable: false, provenance: null, confidence: null, source: "" } as const;

function itemsOf(catalogues: Catalogues, ref: string): ReadonlyMap<string, CatalogueItem> {
  return new Map(relationEnd(catalogues, ref)?.items.map((each) => [each.key, each]));
}

const named = (items: ReadonlyMap<string, CatalogueItem>, keys: readonly string[]) =>
  keys
    .map((key) => {
      const item = items.get(key);
      return item ? `${item.no ?? ""} ${item.text}`.trim() : key;
    })
    .join("／");

/** The items of a subset, in its own order. */
export function setRows(set: Of<"item-set">, catalogues: Catalogues): CatalogueRow[] {
  const items = itemsOf(catalogues, set.of);
  return set.items.map(({ key, no }) => ({
    ...plain,
    key,
    no,
    text: items.get(key)?.text ?? key,
    details: [],
  }));
}

/** The lines of a crosswalk or a mapping, each with what it joins, on what ground, and who confirmed it. */
export function relationRows(
  catalogue: Of<"crosswalk"> | Of<"mapping">,
  catalogues: Catalogues,
  words: Words,
  names: ReadonlyMap<string, string>,
): CatalogueRow[] {
  const [from, to] = [itemsOf(catalogues, catalogue.from), itemsOf(catalogues, catalogue.to)];
  const by = (line: { confirmedBy?: string | undefined; confirmedOn?: string | undefined }) =>
    line.confirmedBy
      ? [words.catalogues.by(names.get(line.confirmedBy) ?? line.confirmedBy, line.confirmedOn ?? "")]
      : [];
  if (catalogue.kind === "crosswalk") {
    return catalogue.lines.map((line) => ({
      ...plain,
      key: line.id,
      no: words.relations.relation[line.relation],
      text: named(from, line.from) || words.relations.nothing,
      details: [
        words.catalogues.lineTo(named(to, line.to) || words.relations.nothing),
        line.basis.map((each) => words.relations.basis[each]).join("・"),
        ...(line.reason === "" ? [] : [words.catalogues.reason(line.reason)]),
        ...by(line),
      ].filter(Boolean),
    }));
  }
  const { lineRules, mappingRelations } = words;
  return catalogue.lines.map((line) => ({
    ...plain,
    key: line.id,
    no: to.get(line.requirement)?.no ?? line.requirement,
    text: to.get(line.requirement)?.text ?? line.requirement,
    details: [
      words.catalogues.mappedFrom(line.questions.map((key) => from.get(key)?.no ?? key).join("、")),
      `${lineRules[line.rule]}・${mappingRelations[line.relation]}・${
        line.acceptsNotApplicable
          ? words.catalogues.acceptsNotApplicable
          : words.catalogues.refusesNotApplicable
      }`,
      [
        line.expected === "no" ? words.relations.expectedIs(words.answers.no) : "",
        line.remarkRequired ? words.relations.lineConditions.remarkRequired : "",
        line.yesMayMeanPlanned ? words.relations.lineConditions.yesMayMeanPlanned : "",
      ]
        .filter((each) => each !== "")
        .join("・"),
      words.catalogues.reason(line.reason),
      ...by(line),
    ].filter((each) => each !== ""),
  }));
}

/** Accounts named in a catalogue's lines. */
export function confirmersIn(catalogue: Catalogue): string[] {
  if (catalogue.kind !== "crosswalk" && catalogue.kind !== "mapping") return [];
  return catalogue.lines.flatMap((each) => each.confirmedBy ?? []);
}
