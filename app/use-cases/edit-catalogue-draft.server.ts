import { findDraft, updateDraft } from "#db/queries/catalogues.server";
import {
  type DraftHead,
  type DraftItem,
  type DraftTexts,
  fieldsOfKind,
  MAX_DRAFT_ITEMS,
  MAX_FIELD_LENGTH,
  type OfficialDraft,
  type OfficialKind,
} from "~/domain/catalogue-draft-body";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { formIds } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { parseDraftBody } from "./draft-body.server";
import type { Ports } from "./ports.server";
import { type Change, changeOf, record } from "./record.server";

type At = { draftId: string; version: number };
type Edited = { draft: OfficialDraft; change: Change; title?: string };

/** One edit of a draft: read, change, save against the version the person saw. */
async function edit(
  ports: Ports,
  scope: Scope,
  { draftId, version }: At,
  verb: string,
  work: (draft: OfficialDraft) => Result<Edited>,
): Promise<Result<{ version: number }>> {
  const found = await findDraft(ports.db, scope, draftId);
  const body = found ? parseDraftBody(found.body) : null;
  if (!found || body?.stage !== "official") return failed(problem("not-found"));
  if (found.state !== "draft") return failed(problem("catalogue-draft-closed"));
  const edited = work(body.draft);
  if (!edited.ok) return edited;
  const { draft, change, title } = edited.value;
  const head = { verb, noun: "catalogueDraft", recordId: draftId, change };
  return record(ports, scope, "editor", head, async ({ tx }) => {
    const set = { body: JSON.stringify(draft), ...(title === undefined ? {} : { title }) };
    const isSaved = await updateDraft(tx, scope, { id: draftId, version }, set);
    return isSaved ? done({ version: version + 1 }) : failed(problem("changed-meanwhile"));
  });
}

/** 表題・版などを直す. Half-filled heads are kept; publishing asks for the rest. */
export async function editDraftHead(
  ports: Ports,
  scope: Scope,
  input: At & { head: DraftHead; form: string },
): Promise<Result<{ version: number }>> {
  const problems = Object.entries(input.head).flatMap(([field, text]) =>
    text.length > 400 ? [problem("field-too-long", { max: 400 }, field)] : [],
  );
  if (input.head.title.trim() === "") problems.push(problem("field-required", {}, "title"));
  if (problems.length > 0) return failed(...problems);
  const form = formIds.find((each) => each === input.form && (each === "MDS" || each === "SDS")) ?? null;
  return edit(ports, scope, input, "edit-head", (draft) => {
    const kept = draft.kind === "questionnaire" ? form : null;
    const change = changeOf({ ...draft.head, form: draft.form }, { ...input.head, form: kept });
    return done({
      draft: { ...draft, head: input.head, form: kept },
      change,
      title: input.head.title.trim(),
    });
  });
}

/** 項目を直す: every field of one row; what was read stays beside it. */
export async function editDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number; fields: DraftTexts },
): Promise<Result<{ version: number }>> {
  return edit(ports, scope, input, "edit-item", (draft) => {
    const typed = typedFields(draft.kind, input.fields);
    if (!typed.ok) return typed;
    return onItem(draft, input.row, (item) => ({ ...item, fields: { ...item.fields, ...typed.value } }));
  });
}

/** 項目を外す / 戻す: a row taken out stays in the draft and can be put back until it is published. */
export async function removeDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number; isRemoved: boolean },
): Promise<Result<{ version: number }>> {
  const verb = input.isRemoved ? "remove-item" : "restore-item";
  return edit(ports, scope, input, verb, (draft) =>
    onItem(draft, input.row, (item) => ({ ...item, isRemoved: input.isRemoved })),
  );
}

/** 項目を足す: a row the reader missed, at a place of the standing rows from 1. */
export async function addDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { place: number; fields: DraftTexts },
): Promise<Result<{ version: number; row: number }>> {
  let row = 0;
  const added = await edit(ports, scope, input, "add-item", (draft) => {
    const items = draft.items ?? [];
    if (items.length >= MAX_DRAFT_ITEMS) {
      return failed(problem("catalogue-rows-too-many", { limit: MAX_DRAFT_ITEMS }));
    }
    const typed = typedFields(draft.kind, input.fields);
    if (!typed.ok) return typed;
    if ((typed.value.text ?? "").trim() === "") return failed(problem("field-required", {}, "text"));
    row = Math.max(0, ...items.map((each) => each.row)) + 1;
    const item = { row, fields: typed.value, read: null, cell: "", reason: null, isRemoved: false };
    const change: Change = { [`row ${row}`]: [null, typed.value] };
    return done({ draft: { ...draft, items: placed(items, item, input.place) }, change });
  });
  return added.ok ? done({ ...added.value, row }) : added;
}

/** 順を変える: moves a row to a place of the standing rows, from 1; beyond the ends it goes to the end. */
export async function moveDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number; place: number },
): Promise<Result<{ version: number }>> {
  return edit(ports, scope, input, "move-item", (draft) => {
    const items = draft.items ?? [];
    const item = items.find((each) => each.row === input.row);
    if (!item) return failed(problem("not-found"));
    const rest = items.filter((each) => each !== item);
    const change: Change = { [`row ${input.row}`]: [items.indexOf(item) + 1, input.place] };
    return done({ draft: { ...draft, items: placed(rest, item, input.place) }, change });
  });
}

/** Puts a row at a place counted over the standing rows only; the removed ones keep their neighbours. */
function placed(items: readonly DraftItem[], item: DraftItem, place: number): DraftItem[] {
  const standing = items.filter((each) => !each.isRemoved);
  const next = standing[Math.max(1, Math.trunc(place)) - 1];
  const at = next ? items.indexOf(next) : items.length;
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function onItem(draft: OfficialDraft, row: number, change: (item: DraftItem) => DraftItem): Result<Edited> {
  const items = draft.items ?? [];
  const before = items.find((each) => each.row === row);
  if (!before) return failed(problem("not-found"));
  const after = change(before);
  return done({
    draft: { ...draft, items: items.map((each) => (each === before ? after : each)) },
    change: changeOf(
      { ...before.fields, isRemoved: before.isRemoved },
      { ...after.fields, isRemoved: after.isRemoved },
    ),
  });
}

function typedFields(kind: OfficialKind, fields: DraftTexts): Result<DraftTexts> {
  const problems: Problem[] = [];
  const kept: DraftTexts = {};
  for (const field of fieldsOfKind[kind]) {
    const text = fields[field];
    if (text === undefined) continue;
    if (text.length > MAX_FIELD_LENGTH) {
      problems.push(problem("field-too-long", { max: MAX_FIELD_LENGTH }, field));
    }
    kept[field] = text.trim();
  }
  return problems.length > 0 ? failed(...problems) : done(kept);
}
