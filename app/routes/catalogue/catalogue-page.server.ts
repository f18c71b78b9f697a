import type { PublishedFacts } from "#db/queries/catalogues.server";
import type { confirmedClauses } from "#db/queries/decisions.server";
import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { catalogueRef } from "~/domain/provenance";
import type { Words } from "~/messages/words";
import { numberedItems } from "~/use-cases/item-sets.server";
import { catalogueRows } from "./catalogue-rows.server";

/** Rows on one page. */
const PAGE_ROWS = 50;

type Confirmation = Awaited<ReturnType<typeof confirmedClauses>>[number];

/** What the page shows of a catalogue: its head, what is known and not known, one page of its rows. */
export function cataloguePage(
  catalogue: Catalogue,
  catalogues: Catalogues,
  known: {
    confirmations: readonly Confirmation[];
    /** Names of accounts by id. */
    names: ReadonlyMap<string, string>;
    /** Facts of the publishing, for a catalogue of the group. */
    own: PublishedFacts | null;
  },
  words: Words,
  asked: string | null,
) {
  const { confirmations, names, own } = known;
  const rows = catalogueRows(catalogue, catalogues, words, names);
  const confirmed = new Map(confirmations.map((each) => [each.requirement, each]));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.max(1, Math.min(pages, Math.trunc(Number(asked ?? 1)) || 1));
  const shown = rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  return {
    ref: catalogueRef(catalogue.head),
    kind: catalogue.kind,
    head: catalogue.head,
    isTotalUnknown: "isTotalUnknown" in catalogue && catalogue.isTotalUnknown,
    facts: catalogue.kind === "guideline" ? catalogue.facts : [],
    gaps: "gaps" in catalogue ? catalogue.gaps : [],
    ends:
      catalogue.kind === "mapping" || catalogue.kind === "crosswalk"
        ? { from: catalogue.from, to: catalogue.to }
        : null,
    of: catalogue.kind === "item-set" ? catalogue.of : null,
    rejectedCount: catalogue.kind === "mapping" ? (catalogue.rejected?.length ?? 0) : 0,
    isBlankOffered:
      catalogue.kind === "questionnaire" && catalogue.form !== "MDS" && catalogue.form !== "SDS",
    hasItems: numberedItems(catalogue).length > 0,
    own,
    confirmableCount: rows.filter((each) => each.isConfirmable).length,
    confirmedCount: rows.filter((each) => confirmed.has(each.key)).length,
    rows: shown.map((each) => ({ ...each, confirmation: confirmed.get(each.key) ?? null })),
    total: rows.length,
    paging: { page, pages, from: (page - 1) * PAGE_ROWS + 1, to: (page - 1) * PAGE_ROWS + shown.length },
  };
}
export type CataloguePage = ReturnType<typeof cataloguePage>;
