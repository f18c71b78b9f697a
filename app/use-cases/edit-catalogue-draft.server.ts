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
import { clauseLine, clausesOf } from "~/domain/catalogue-from-draft";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { formIds } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { parseDraftBody } from "./draft-body.server";
import type { Ports } from "./ports.server";
import { type Change, changeOf, record } from "./record.server";

type At = { draftId: string; version: number };
/** Audit verbs of an edit. */
type DraftEdit =
  | "edit-head"
  | "edit-item"
  | "remove-item"
  | "restore-item"
  | "split-item"
  | "merge-item"
  | "add-item"
  | "move-item";
type Edited = { draft: OfficialDraft; change: Change; title?: string };

/** One edit of a draft: read, change, save against the version the person saw. */
async function edit(
  ports: Ports,
  scope: Scope,
  { draftId, version }: At,
  verb: DraftEdit,
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
  return record(ports, scope, "catalogue:write", head, async ({ tx }) => {
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

/** 項目を外す: with a reason. The row stays in the draft and can be put back until it is published. */
export async function removeDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number; reason: string },
): Promise<Result<{ version: number }>> {
  const removedBecause = input.reason.trim();
  if (removedBecause === "") return failed(problem("field-required", {}, "reason"));
  if (removedBecause.length > 400) return failed(problem("field-too-long", { max: 400 }, "reason"));
  return edit(ports, scope, input, "remove-item", (draft) =>
    onItem(draft, input.row, (item) => ({ ...item, isRemoved: true, removedBecause, mergedInto: null })),
  );
}

/** 項目を戻す: also one that was joined to another; the other keeps the text it took in. */
export async function restoreDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number },
): Promise<Result<{ version: number }>> {
  return edit(ports, scope, input, "restore-item", (draft) =>
    onItem(draft, input.row, (item) => ({ ...item, isRemoved: false, removedBecause: "", mergedInto: null })),
  );
}

/**
 * 項目を分ける: one row of the file that holds two items. The first keeps the row's place, the second stands
 * behind it with the same section and clauses. Problems: field-required (`text`, `nextText`), field-too-long.
 */
export async function splitDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number; first: DraftTexts; second: DraftTexts },
): Promise<Result<{ version: number }>> {
  return edit(ports, scope, input, "split-item", (draft) => {
    const items = draft.items ?? [];
    const item = items.find((each) => each.row === input.row);
    if (!item) return failed(problem("not-found"));
    if (items.length >= MAX_DRAFT_ITEMS) {
      return failed(problem("catalogue-rows-too-many", { limit: MAX_DRAFT_ITEMS }));
    }
    const [first, second] = [typedFields(draft.kind, input.first), typedFields(draft.kind, input.second)];
    if (!first.ok) return first;
    if (!second.ok) return second;
    if (!first.value.text) return failed(problem("field-required", {}, "text"));
    if (!second.value.text) return failed(problem("field-required", {}, "nextText"));
    const row = Math.max(...items.map((each) => each.row)) + 1;
    const halves: DraftItem[] = [
      { ...item, fields: { ...item.fields, ...first.value } },
      { ...item, row, fields: { ...item.fields, ...second.value } },
    ];
    const change: Change = {
      [`row ${item.row}`]: [item.fields.text ?? "", halves.map((each) => each.fields.text)],
    };
    return done({
      draft: { ...draft, items: items.flatMap((each) => (each === item ? halves : [each])) },
      change,
    });
  });
}

/**
 * 上の項目に合わせる: a row whose text goes on in the row below it in the file. The standing row above takes the
 * text and the clauses in; this one leaves the list and says where it went. Problems: catalogue-nothing-above.
 */
export async function mergeDraftItem(
  ports: Ports,
  scope: Scope,
  input: At & { row: number },
): Promise<Result<{ version: number }>> {
  return edit(ports, scope, input, "merge-item", (draft) => {
    const items = draft.items ?? [];
    const at = items.findIndex((each) => each.row === input.row);
    const item = items[at];
    if (!item) return failed(problem("not-found"));
    const above = items.slice(0, at).findLast((each) => !each.isRemoved);
    if (!above || item.isRemoved) return failed(problem("catalogue-nothing-above"));
    const joined = typedFields(draft.kind, joinedTexts(above.fields, item.fields));
    if (!joined.ok) return joined;
    const fields = { ...above.fields, ...joined.value };
    const next = items.map((each) => {
      if (each === above) return { ...each, fields };
      return each === item ? { ...each, isRemoved: true, removedBecause: "", mergedInto: above.row } : each;
    });
    const change: Change = { [`row ${above.row}`]: [above.fields.text ?? "", fields.text] };
    return done({ draft: { ...draft, items: next }, change });
  });
}

function joinedTexts(above: DraftTexts, below: DraftTexts): DraftTexts {
  const [one, other] = [above.text ?? "", below.text ?? ""];
  // why: Japanese runs on without a space; two Latin words would become one.
  const gap = /[A-Za-z0-9]$/.test(one) && /^[A-Za-z0-9]/.test(other) ? " " : "";
  const clauses = [...new Set([...clausesOf(above.clauses ?? ""), ...clausesOf(below.clauses ?? "")])];
  return { text: `${one}${gap}${other}`, clauses: clauseLine(clauses) };
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
    const item: DraftItem = {
      row,
      fields: typed.value,
      read: null,
      cell: "",
      reason: null,
      isRemoved: false,
      removedBecause: "",
      mergedInto: null,
    };
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
