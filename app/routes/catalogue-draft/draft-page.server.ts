import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { type DraftItem, fieldsOfKind, type OfficialDraft } from "~/domain/catalogue-draft-body";
import { type DraftDoubt, doubtsOf, isChanged } from "~/domain/draft-doubts";
import { countFates, rowFatesOf } from "~/domain/row-fates";
import type { ShownDraft } from "~/use-cases/draft-catalogue.server";
import { numberedItems } from "~/use-cases/item-sets.server";
import { readyCatalogue } from "~/use-cases/publish-catalogue.server";
import { type DraftQuery, type ItemShow, itemShows } from "./draft-search";

/** Rows on one page, and problems shown at once. */
const PAGE_ROWS = 50;
const SHOWN_PROBLEMS = 10;

/** What the page shows of a draft: its facts, what it would be published as, and its rows or its JSON. */
export function draftPage(shown: ShownDraft, catalogues: Catalogues, query: DraftQuery) {
  const { id, kind, title, state, version, createdAt, createdBy, fileName, originalFileId, sourceSha256 } =
    shown;
  const facts = {
    id,
    kind,
    title,
    state,
    version,
    createdAt,
    createdBy,
    fileName,
    originalFileId,
    sourceSha256,
  };
  const official = shown.stage === "official" ? officialPart(shown.draft, query) : null;
  const json = shown.stage === "ready" ? firstItems(shown.catalogue) : null;
  return { ...facts, official, json, publishing: publishingOf(shown, catalogues) };
}
export type DraftPage = ReturnType<typeof draftPage>;

/** What freezes, with its numbers; or what stands in the way. */
function publishingOf(shown: ShownDraft, catalogues: Catalogues) {
  if (shown.state !== "draft" || (shown.stage === "official" && shown.draft.items === null)) return null;
  const ready = readyCatalogue(shown, catalogues);
  if (!ready.ok) {
    const { problems } = ready;
    return {
      isReady: false as const,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      more: Math.max(0, problems.length - SHOWN_PROBLEMS),
    };
  }
  const { catalogue, ref, bodySha256, sameEdition } = ready.value;
  return { isReady: true as const, ref, bodySha256, sameEdition, ...numbersOf(catalogue) };
}

function numbersOf(catalogue: Catalogue) {
  const items = numberedItems(catalogue);
  const printed = items.flatMap(({ no }) => (no === "" ? [] : [no]));
  const size =
    "lines" in catalogue
      ? catalogue.lines.length
      : "items" in catalogue
        ? catalogue.items.length
        : items.length;
  return {
    size,
    numbers: printed.length,
    twice: printed.length - new Set(printed).size,
    first: printed[0] ?? "",
    last: printed.at(-1) ?? "",
  };
}

function firstItems(catalogue: Catalogue) {
  const items =
    catalogue.kind === "item-set"
      ? catalogue.items.map(({ no, key }) => ({ key, no, text: key }))
      : numberedItems(catalogue);
  return { items: items.slice(0, PAGE_ROWS), total: items.length };
}

function officialPart(draft: OfficialDraft, query: DraftQuery) {
  const items = draft.items ?? [];
  const doubts = doubtsOf(draft.kind, items);
  const rows = rowsOf(items, doubts);
  const passes: Record<ItemShow, (row: DraftRow) => boolean> = {
    doubts: (row) => row.doubts.length > 0,
    all: (row) => !row.isRemoved,
    changed: (row) => !row.isRemoved && row.isChanged,
    removed: (row) => row.isRemoved,
  };
  const show = query.show ?? (doubts.size > 0 ? "doubts" : "all");
  const chosen = rows.filter(passes[show]);
  const paging = pageOf(chosen.length, query.page);
  return {
    kind: draft.kind,
    form: draft.form,
    head: draft.head,
    fields: fieldsOfKind[draft.kind],
    hasSheets: draft.sheets.length > 0,
    hasItems: draft.items !== null,
    query: { ...query, show },
    showCounts: itemShows.map((name) => ({ name, count: rows.filter(passes[name]).length })),
    rows: chosen.slice(paging.from, paging.from + PAGE_ROWS),
    open: rows.find((each) => each.row === query.row) ?? null,
    nextDoubt: nextDoubt(rows, query.row),
    standing: rows.filter((each) => !each.isRemoved).length,
    paging,
    unread: { cells: draft.unread.slice(0, PAGE_ROWS), total: draft.unread.length },
    fates: fatesPart(draft, query.fates),
  };
}
export type OfficialPart = NonNullable<DraftPage["official"]>;

export type DraftRow = Omit<DraftItem, "reason" | "mergedInto"> & {
  /** Place among the standing rows from 1; null for a row that was taken out. */
  place: number | null;
  doubts: DraftDoubt[];
  isChanged: boolean;
  isMerged: boolean;
  /** Place of the row that took this one in. */
  mergedAt: number | null;
};

function rowsOf(items: readonly DraftItem[], doubts: ReadonlyMap<number, DraftDoubt[]>): DraftRow[] {
  const standing = items.filter((each) => !each.isRemoved);
  const places = new Map(standing.map((each, at) => [each.row, at + 1]));
  return items.map(({ reason: _reason, mergedInto, ...item }) => ({
    ...item,
    place: places.get(item.row) ?? null,
    doubts: doubts.get(item.row) ?? [],
    isChanged: isChanged({ ...item, reason: null, mergedInto }),
    isMerged: mergedInto !== null,
    mergedAt: mergedInto === null ? null : (places.get(mergedInto) ?? null),
  }));
}

/** The row in doubt behind the open one, or the first of all. */
function nextDoubt(rows: readonly DraftRow[], open: number | null): number | null {
  const at = rows.findIndex((each) => each.row === open);
  const isDoubtful = (each: DraftRow) => each.doubts.length > 0 && each.row !== open;
  return (rows.slice(at + 1).find(isDoubtful) ?? rows.find(isDoubtful))?.row ?? null;
}

function pageOf(total: number, wanted: number) {
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const page = Math.min(pages, wanted);
  return { page, pages, from: (page - 1) * PAGE_ROWS, total };
}

function fatesPart(draft: OfficialDraft, wanted: number) {
  const rows = rowFatesOf(draft);
  const others = rows.filter((each) => each.fate !== "item");
  const paging = pageOf(others.length, wanted);
  return {
    total: rows.length,
    counts: countFates(rows),
    rows: others.slice(paging.from, paging.from + PAGE_ROWS),
    paging,
  };
}
