import { type DraftTexts, draftFields } from "~/domain/catalogue-draft-body";
import { done, failed, problem, type Result } from "~/domain/problem";
import { countOf, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { discardDraft } from "~/use-cases/draft-catalogue.server";
import {
  addDraftItem,
  editDraftHead,
  editDraftItem,
  mergeDraftItem,
  moveDraftItem,
  removeDraftItem,
  restoreDraftItem,
  splitDraftItem,
} from "~/use-cases/edit-catalogue-draft.server";
import { publishCatalogue } from "~/use-cases/publish-catalogue.server";
import { type DraftQuery, draftSearch } from "./draft-search";

type Fields = Readonly<Record<string, string | string[]>>;
type Posted = { draftId: string; fields: Fields; query: DraftQuery };
type Verb = (visit: Visit, posted: Posted) => Promise<Result<`/${string}`>>;

const whole = (fields: Fields, name: string) => Math.trunc(countOf(fields, name)) || 0;
const at = ({ draftId, fields }: Posted) => ({
  draftId,
  version: whole(fields, "seen"),
  row: whole(fields, "row"),
});

/** Fields of the draft's kind that the form posted. */
function typedTexts(fields: Fields): DraftTexts {
  const texts: DraftTexts = {};
  for (const field of draftFields) if (fields[field] !== undefined) texts[field] = textOf(fields, field);
  return texts;
}

/** Back to the page as it was, the open row closed or another one opened. */
function backTo({ draftId, query }: Posted, change: Partial<DraftQuery>): `/${string}` {
  return `/catalogues/drafts/${draftId}${draftSearch(query, { row: null, ...change })}#items`;
}

/** Runs an edit and leads back to the list. */
function edited(run: (visit: Visit, posted: Posted) => Promise<Result<unknown>>): Verb {
  return async (visit, posted) => {
    const result = await run(visit, posted);
    return result.ok ? done(backTo(posted, {})) : result;
  };
}

const verbs: Readonly<Record<string, Verb>> = {
  head: edited(({ ports, scope }, posted) => {
    const text = (name: string) => textOf(posted.fields, name);
    const [id, version, title, issuer] = [text("id"), text("version"), text("title"), text("issuer")];
    const rest = { issuedOn: text("issuedOn"), licence: text("licence"), notice: text("notice") };
    const head = { id, version, title, issuer, ...rest };
    return editDraftHead(ports, scope, { ...at(posted), head, form: text("form") });
  }),
  save: edited(({ ports, scope }, posted) =>
    editDraftItem(ports, scope, { ...at(posted), fields: typedTexts(posted.fields) }),
  ),
  next: async ({ ports, scope }, posted) => {
    const input = { ...at(posted), fields: typedTexts(posted.fields) };
    const saved = await editDraftItem(ports, scope, input);
    return saved.ok ? done(backTo(posted, { row: whole(posted.fields, "next") || null })) : saved;
  },
  remove: edited(({ ports, scope }, posted) =>
    removeDraftItem(ports, scope, { ...at(posted), reason: textOf(posted.fields, "reason") }),
  ),
  restore: edited(({ ports, scope }, posted) => restoreDraftItem(ports, scope, at(posted))),
  merge: edited(({ ports, scope }, posted) => mergeDraftItem(ports, scope, at(posted))),
  move: edited(({ ports, scope }, posted) =>
    moveDraftItem(ports, scope, { ...at(posted), place: whole(posted.fields, "place") }),
  ),
  split: edited(async ({ ports, scope }, posted) => {
    const half = (side: "first" | "next"): DraftTexts => ({
      no: textOf(posted.fields, `${side}No`),
      text: textOf(posted.fields, `${side}Text`),
    });
    const input = { ...at(posted), first: half("first"), second: half("next") };
    const split = await splitDraftItem(ports, scope, input);
    if (split.ok) return split;
    return failed(
      ...split.problems.map((each) => (each.at === "text" ? { ...each, at: "firstText" } : each)),
    );
  }),
  add: edited(({ ports, scope }, posted) =>
    addDraftItem(ports, scope, {
      ...at(posted),
      place: whole(posted.fields, "place"),
      fields: typedTexts(posted.fields),
    }),
  ),
  publish: async ({ ports, scope }, posted) => {
    const bodySha256 = textOf(posted.fields, "bodySha256");
    const published = await publishCatalogue(ports, scope, { ...at(posted), bodySha256 });
    if (!published.ok) return published;
    return done<`/${string}`>(`/catalogues/${encodeURIComponent(published.value.ref)}?published=1`);
  },
  discard: async ({ ports, scope }, posted) => {
    const discarded = await discardDraft(ports, scope, at(posted));
    return discarded.ok ? done("/catalogues") : discarded;
  },
};

/** What a button of the page asks for. @returns where to go; Problems of the use case, or form-unreadable */
export async function runDraftVerb(visit: Visit, posted: Posted): Promise<Result<`/${string}`>> {
  const verb = verbs[textOf(posted.fields, "intent")];
  return verb ? verb(visit, posted) : failed(problem("form-unreadable"));
}
