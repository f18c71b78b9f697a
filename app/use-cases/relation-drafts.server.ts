import { type FoundDraft, findDraft, insertDraft, updateDraft } from "#db/queries/catalogues.server";
import type { Catalogues } from "~/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { type CatalogueItem, itemsOfCatalogue } from "~/domain/catalogue-item";
import type { Crosswalk, CrosswalkDraft } from "~/domain/crosswalk";
import { type Day, dayInTokyo } from "~/domain/day";
import type { Mapping } from "~/domain/mapping";
import type { MappingDraft } from "~/domain/mapping-draft";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { type CatalogueHead, catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { keepCatalogue } from "./keep-catalogue.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** One end of a crosswalk or a mapping: a catalogue that has rows. */
export type RelationEnd = { ref: string; catalogue: Catalogue; items: CatalogueItem[] };
export type RelationBody = CrosswalkDraft | MappingDraft;

/** The catalogue `id@version` with its rows; null when there is none, or it has no rows to join. */
export function relationEnd(catalogues: Catalogues, ref: string): RelationEnd | null {
  const catalogue = catalogues.all.find((each) => catalogueRef(each.head) === ref);
  const items = catalogue ? itemsOfCatalogue(catalogue) : null;
  return catalogue && items ? { ref, catalogue, items } : null;
}

/** Every catalogue that can be an end. */
export function relationEnds(catalogues: Catalogues): RelationEnd[] {
  return catalogues.all.flatMap((each) => relationEnd(catalogues, catalogueRef(each.head)) ?? []);
}

/** Of several versions with one id the one published last: it replaces the ones before. */
export function newestOfEach<C extends { head: CatalogueHead }>(catalogues: Iterable<C>): C[] {
  const newest = new Map<string, C>();
  for (const each of catalogues) newest.set(each.head.id, each);
  return [...newest.values()];
}

/** Writes a first draft. `at` in its title: both catalogues as they are called. */
export async function beginRelation(
  ports: Ports,
  scope: Scope,
  ends: { from: RelationEnd; to: RelationEnd },
  body: RelationBody,
): Promise<Result<{ draftId: string }>> {
  const draftId = ports.newId();
  const head = { verb: "begin", noun: "catalogue-draft", recordId: draftId, change: {} };
  return record(ports, scope, "catalogue:write", head, async ({ tx, at }) => {
    await insertDraft(tx, scope, {
      id: draftId,
      kind: body.kind,
      title: relationTitle(ends),
      originalFileId: null,
      body: JSON.stringify(body),
      createdAt: at,
      createdBy: scope.accountId,
    });
    return done({ draftId });
  });
}

function relationTitle({ from, to }: { from: RelationEnd; to: RelationEnd }): string {
  const name = ({ catalogue: { head } }: RelationEnd) => `${head.title} ${head.version}`;
  return `${name(from)} → ${name(to)}`.slice(0, 400);
}

/** A draft of this kind in the group. Problems: not-found. */
export async function findRelation(
  ports: Ports,
  scope: Scope,
  kind: RelationBody["kind"],
  draftId: string,
): Promise<Result<FoundDraft>> {
  const draft = await findDraft(ports.db, scope, draftId);
  return draft && draft.kind === kind ? done(draft) : failed(problem("not-found"));
}

/** Audit verbs of a change to lines. */
export type RelationEdit = "set-line" | "confirm-lines" | "decide-line" | "add-line";

/** Who confirms, and on which day in Tokyo. */
export type Confirmer = { confirmedBy: string; confirmedOn: Day };

/**
 * Changes the lines of an open draft, provided nobody saved it since `version`.
 * @param change the body with the change, or Problems; told who confirms and when
 * @returns Problems: not-found, relation-draft-closed, changed-meanwhile, forbidden, those of `change`
 */
export async function changeRelation<B extends RelationBody>(
  ports: Ports,
  scope: Scope,
  input: { kind: B["kind"]; draftId: string; version: number; verb: RelationEdit },
  parse: (body: string) => B,
  change: (body: B, who: Confirmer) => Result<B>,
): Promise<Result<null>> {
  const found = await findRelation(ports, scope, input.kind, input.draftId);
  if (!found.ok) return found;
  const { id, state, body, version } = found.value;
  if (state !== "draft") return failed(problem("relation-draft-closed"));
  if (version !== input.version) return failed(problem("changed-meanwhile"));
  const head = { verb: input.verb, noun: "catalogue-draft", recordId: id, change: {} };
  return record(ports, scope, "catalogue:write", head, async ({ tx, at }) => {
    const who = { confirmedBy: scope.accountId ?? scope.via, confirmedOn: dayInTokyo(at) };
    const changed = change(parse(body), who);
    if (!changed.ok) return changed;
    const isFirst = await updateDraft(tx, scope, { id, version }, { body: JSON.stringify(changed.value) });
    return isFirst ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** 取りやめる: the draft leaves the lists; it was never used by anything. */
export async function discardRelation(
  ports: Ports,
  scope: Scope,
  input: { kind: RelationBody["kind"]; draftId: string; version: number },
): Promise<Result<null>> {
  const found = await findRelation(ports, scope, input.kind, input.draftId);
  if (!found.ok) return found;
  const head = { verb: "discard", noun: "catalogue-draft", recordId: input.draftId, change: {} };
  return record(ports, scope, "catalogue:write", head, async ({ tx }) => {
    const draft = { id: input.draftId, version: input.version };
    const isFirst = await updateDraft(tx, scope, draft, { state: "discarded" });
    return isFirst ? done(null) : failed(problem(closedOrChanged(found.value)));
  });
}

function closedOrChanged({ state }: FoundDraft): Problem["code"] {
  return state === "draft" ? "changed-meanwhile" : "relation-draft-closed";
}

/**
 * 公開する: freezes a checked draft as the next version of its id and closes it, in one transaction.
 * @returns Problems: relation-draft-closed, changed-meanwhile, catalogue-ref-taken, forbidden
 */
export async function publishRelation(
  ports: Ports,
  scope: Scope,
  draft: { found: FoundDraft; version: number },
  catalogue: Crosswalk | Mapping,
): Promise<Result<{ ref: string }>> {
  const { id } = draft.found;
  if (draft.found.state !== "draft") return failed(problem("relation-draft-closed"));
  const head = {
    verb: "publish",
    noun: "catalogue",
    recordId: catalogueRef(catalogue.head),
    change: { lines: [null, catalogue.lines.length] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "catalogue:write", head, async (entry) => {
    const isFirst = await updateDraft(
      entry.tx,
      scope,
      { id, version: draft.version },
      { state: "published" },
    );
    if (!isFirst) return failed(problem("changed-meanwhile"));
    return keepCatalogue(ports, scope, entry, catalogue, { originalFileId: null, sha256: null });
  });
}

/** Head of the next version: the id names both ends, the version counts. */
export function relationHead(
  catalogues: Catalogues,
  kind: RelationBody["kind"],
  ends: { from: RelationEnd; to: RelationEnd },
): CatalogueHead {
  const part = ({ catalogue: { head } }: RelationEnd) => `${head.id}-${head.version}`;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  const id = `${kind}-${plain(part(ends.from))}--${plain(part(ends.to))}`;
  const taken = catalogues.all.filter((each) => each.head.id === id).length;
  return {
    id,
    version: String(taken + 1),
    title: relationTitle(ends),
    issuer: "院内",
    issuedOn: null,
    source: `${ends.from.ref} → ${ends.to.ref}`,
    licence: "院内で作成",
    notice: "",
    replacedBy: null,
  };
}
