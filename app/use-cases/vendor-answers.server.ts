import { filesOf, insertEvent, insertMessage, messagesOf } from "#db/queries/request-records.server";
import { draftOf, findRequest, type ShownRequest } from "#db/queries/requests.server";
import { keepAnswer, previousDisclosure, previousRows } from "#db/queries/vendor-answers.server";
import { type AskedForm, type AskedItem, itemsWithin, matchRows, progressOf } from "~/domain/asked-form";
import { carryAnswers } from "~/domain/carried-answer";
import { type Day, dayInTokyo, type Moment } from "~/domain/day";
import {
  emptyDraft,
  isUntouched,
  MAX_REMARK,
  type PreviousAnswer,
  previousOf,
  takenOver,
  typedOver,
} from "~/domain/draft-answer";
import { done, failed, problem, type Result } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { answerConditions } from "~/domain/request";
import { isEditable } from "~/domain/request-state";
import type { VendorScope } from "~/domain/scope";
import { askedForm } from "./asked-form.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Entry, recordWithoutAccount } from "./record.server";

/** 前回の回答: the disclosure they come from, and the answers that can be taken over. */
export type Previous = {
  disclosureId: string;
  issuedOn: Day;
  productVersion: string;
  answers: Map<string, PreviousAnswer>;
};

/** The request and its form as this session may see them; null when the request is gone or not to be answered. */
export async function reachForm(
  ports: Ports,
  scope: VendorScope,
): Promise<{ request: ShownRequest; form: AskedForm; items: AskedItem[] } | null> {
  const request = await findRequest(ports.db, scope);
  const form = request && (await askedForm(ports, scope, request.kind, request.catalogueRef));
  if (!request || !form) return null;
  return { request, form, items: itemsWithin(form.items, scope.sections) };
}

/**
 * 事業者の画面: everything the vendor's page shows of its one request, and nothing the hospital keeps to itself.
 * A colleague's link sees its sections only. Problems: request-link-over.
 */
export async function showAsked(ports: Ports, scope: VendorScope) {
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const { request, form, items } = reached;
  const [draft, messages, files, previous] = await Promise.all([
    draftOf(ports.db, scope),
    messagesOf(ports.db, scope),
    filesOf(ports.db, scope),
    previousAnswers(ports, scope, request, form),
  ]);
  const keys = new Set(items.map((each) => each.key));
  const isShown = ({ itemKey }: { itemKey: string }) =>
    keys.has(itemKey) || (itemKey === "" && scope.sections === null);
  const answers = draft.filter(isShown);
  return done({
    request,
    form,
    items,
    answers,
    messages: messages.filter(isShown),
    files: files.filter(isShown),
    previous,
    progress: progressOf(items, answers),
    isEditable: isEditable(request.state),
  });
}

/** The vendor's own answers of last time, joined to the items asked; null when there are none. */
export async function previousAnswers(
  ports: Ports,
  scope: VendorScope,
  request: ShownRequest,
  form: AskedForm,
): Promise<Previous | null> {
  const { productVersionId } = request;
  if (form.form === null || productVersionId === null) return null;
  const found = await previousDisclosure(ports.db, scope, { productVersionId, form: form.form });
  if (!found) return null;
  const rows = await previousRows(ports.db, scope, found.id);
  const list =
    found.formVersion === form.version
      ? matchRows(form.items, rows).matched.map(({ item, row }) => previousOf(item, row, null))
      : await acrossVersions(ports, scope, form, { ...found, rows });
  const answers = new Map(list.flatMap((each) => (each ? [[each.itemKey, each] as const] : [])));
  return { disclosureId: found.id, issuedOn: found.issuedOn, productVersion: found.productVersion, answers };
}

type OlderRows = { id: string; formVersion: string; rows: Awaited<ReturnType<typeof previousRows>> };

/** Across versions of a form only a confirmed crosswalk carries. */
async function acrossVersions(ports: Ports, scope: VendorScope, form: AskedForm, older: OlderRows) {
  const catalogues = await cataloguesOf(ports, scope);
  const oldForm = form.form && catalogues.questionnaireFor(form.form, older.formVersion);
  if (!oldForm) return [];
  const oldRef = `${oldForm.head.id}@${oldForm.head.version}`;
  const crosswalk = [...catalogues.crosswalks.values()].find(
    (each) => each.from === oldRef && each.to === form.ref,
  );
  const oldAsked = await askedForm(ports, scope, "disclosure", oldRef);
  if (!crosswalk || !oldAsked) return [];
  const given = matchRows(oldAsked.items, older.rows).matched.flatMap(({ item, row }) => {
    const answer = answerOptions.find((each) => each === row.answer);
    return answer ? [{ ref: item.key, ...row, answer }] : [];
  });
  return carryAnswers(crosswalk, given, older.id).carried.map((each) =>
    previousOf({ key: each.key }, each, each.isToConfirm ? each.origin.fromQuestion : null),
  );
}

export type SavedItem = { itemKey: string; version: number; savedAt: Moment };
export type TypedItem = {
  itemKey: string;
  version: number;
  answer: string;
  remark: string;
  condition: string;
};

/**
 * 保存する: what was typed into one item, over the version that was on the page. An unchanged item stays as it
 * is, and a taken-over one unconfirmed.
 * @returns Problems: not-found (no such item for this link), request-state (submitted meanwhile),
 * field-not-an-option, field-too-long, changed-meanwhile (a colleague was first; `at` is the item)
 */
export async function saveAnswer(
  ports: Ports,
  scope: VendorScope,
  input: TypedItem,
): Promise<Result<SavedItem>> {
  const answer = answerOptions.find((each) => each === input.answer) ?? null;
  const condition = answerConditions.find((each) => each === input.condition) ?? "none";
  if (answer === null && input.answer !== "")
    return failed(problem("field-not-an-option", { value: input.answer }, input.itemKey));
  const remark = input.remark.replace(/\r\n?/g, "\n").trim();
  if (remark.length > MAX_REMARK)
    return failed(problem("field-too-long", { max: MAX_REMARK }, input.itemKey));
  const itemKey = input.itemKey;
  const reached = await reachForm(ports, scope);
  if (!reached?.items.some((each) => each.key === itemKey)) return failed(problem("not-found"));
  const before =
    (await draftOf(ports.db, scope)).find((each) => each.itemKey === itemKey) ?? emptyDraft(itemKey);
  if (!isEditable(reached.request.state)) return failed(problem("request-state"));
  const after = typedOver({ ...before, version: input.version }, { answer, remark, condition });
  if (after === null) return done({ itemKey, version: before.version, savedAt: ports.now() });
  const change = { [itemKey]: [shown(before), shown(after)] satisfies [unknown, unknown] };
  const head = { verb: "answer", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, (entry) => keep(entry, scope, after));
}

const shown = (each: { answer: string | null; remark: string }) =>
  [each.answer ?? "", each.remark].join(" ").trim();

/** Inside the transaction: the request must still be open for answers. */
export async function keep(
  { tx, at }: Pick<Entry, "tx" | "at">,
  scope: VendorScope,
  draft: ReturnType<typeof emptyDraft>,
): Promise<Result<SavedItem>> {
  const now = await findRequest(tx, scope);
  if (!now || !isEditable(now.state)) return failed(problem("request-state"));
  const version = await keepAnswer(tx, scope, draft, at);
  if (version === null) return failed(problem("changed-meanwhile", {}, draft.itemKey));
  return done({ itemKey: draft.itemKey, version, savedAt: at });
}

/**
 * 引き継ぐ: takes last answers over, one (`itemKey`) or every untouched item (null). Each is marked until the
 * vendor confirms it. @returns how many; Problems: request-nothing-to-carry, request-state, changed-meanwhile
 */
export async function takeOver(
  ports: Ports,
  scope: VendorScope,
  input: { itemKey: string | null },
): Promise<Result<{ count: number }>> {
  const reached = await reachForm(ports, scope);
  const previous = reached && (await previousAnswers(ports, scope, reached.request, reached.form));
  if (!reached || !previous) return failed(problem("request-nothing-to-carry"));
  const draft = new Map((await draftOf(ports.db, scope)).map((each) => [each.itemKey, each]));
  const drafts = reached.items.flatMap(({ key }) => {
    const last = previous.answers.get(key);
    const before = draft.get(key);
    const isWanted = input.itemKey === null ? isUntouched(before) : key === input.itemKey;
    return last && isWanted ? [takenOver(before ?? emptyDraft(key), last, previous.disclosureId)] : [];
  });
  if (drafts.length === 0) return failed(problem("request-nothing-to-carry"));
  const change = { items: [null, drafts.map((each) => each.itemKey)] satisfies [unknown, unknown] };
  const head = { verb: "take-over", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    for (const each of drafts) {
      const kept = await keep(entry, scope, each);
      if (!kept.ok) return kept;
    }
    return done({ count: drafts.length });
  });
}

/** 確認した: somebody looked at a taken-over answer and lets it stand. */
export async function confirmTaken(
  ports: Ports,
  scope: VendorScope,
  input: { itemKey: string },
): Promise<Result<SavedItem>> {
  const reached = await reachForm(ports, scope);
  const before = (await draftOf(ports.db, scope)).find((each) => each.itemKey === input.itemKey);
  const isReached = reached?.items.some((each) => each.key === input.itemKey);
  if (!before || !isReached || before.carry !== "carried") return failed(problem("not-found"));
  const head = {
    verb: "confirm-answer",
    noun: "request",
    recordId: scope.requestId,
    change: { [input.itemKey]: ["carried", "confirmed"] satisfies [unknown, unknown] },
  };
  return recordWithoutAccount(ports, scope, "vendor", head, (entry) =>
    keep(entry, scope, { ...before, carry: "confirmed" }),
  );
}

/** 病院に質問する: a line of the vendor in the thread of an item ("" = about the whole request). */
export async function askHospital(
  ports: Ports,
  scope: VendorScope,
  input: { itemKey: string; text: string },
): Promise<Result<null>> {
  const text = input.text.trim();
  if (text === "") return failed(problem("field-required", {}, "text"));
  if (text.length > MAX_REMARK) return failed(problem("field-too-long", { max: MAX_REMARK }, "text"));
  const reached = await reachForm(ports, scope);
  const isWhole = input.itemKey === "" && scope.sections === null;
  const isKnown = isWhole || reached?.items.some((each) => each.key === input.itemKey);
  if (!reached || !isKnown) return failed(problem("not-found"));
  const change = { item: [null, input.itemKey] satisfies [unknown, unknown] };
  const head = { verb: "question", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async ({ tx, seq, at }) => {
    const line = { id: ports.newId(), itemKey: input.itemKey, side: "vendor" as const, text };
    await insertMessage(tx, scope, { ...line, accountId: null, recordedSeq: seq, writtenAt: at });
    await insertEvent(tx, scope, {
      id: ports.newId(),
      kind: "question",
      channel: "web",
      happenedOn: dayInTokyo(at),
      recordedSeq: seq,
      recordedAt: at,
    });
    return done(null);
  });
}
