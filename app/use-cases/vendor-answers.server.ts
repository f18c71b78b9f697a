import {
  filesOf,
  insertEvent,
  insertMessage,
  lastReturn,
  messagesOf,
} from "#db/queries/request-records.server";
import { draftOf, findRequest, type ShownRequest, systemNames } from "#db/queries/requests.server";
import { previousDisclosure, previousRows } from "#db/queries/vendor-answers.server";
import {
  type AskedForm,
  type AskedItem,
  itemsWithin,
  matchRows,
  progressOf,
  sectionsOf,
} from "~/domain/asked-form";
import { carryAnswers } from "~/domain/carried-answer";
import { type Day, dayInTokyo } from "~/domain/day";
import { emptyDraft, isUntouched, MAX_REMARK, type PreviousAnswer, previousOf } from "~/domain/draft-answer";
import { done, failed, problem, type Result } from "~/domain/problem";
import { answerOptions } from "~/domain/questionnaire";
import { hasAnswerSheet } from "~/domain/request";
import { daysLeft, isEditable } from "~/domain/request-state";
import type { VendorScope } from "~/domain/scope";
import { askedForm, askedOf } from "./asked-form.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { recordWithoutAccount } from "./record.server";
import { systemIdsOf } from "./requests.server";
import { hasOfficialFile } from "./write-official.server";

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
  const form = request && (await askedOf(ports, scope, request));
  if (!request || !form) return null;
  return { request, form, items: itemsWithin(form.items, scope.sections) };
}

/** What the vendor's pages may know of a request: names and days, nothing of how the hospital works with it. */
export type AskedRequest = Pick<
  ShownRequest,
  | "id"
  | "kind"
  | "title"
  | "message"
  | "hospital"
  | "vendor"
  | "product"
  | "productVersion"
  | "contractTitle"
  | "contractNumber"
  | "dueOn"
  | "state"
>;

function askedRequest(found: ShownRequest): AskedRequest {
  const { id, kind, title, message, hospital, vendor, product, productVersion } = found;
  const { contractTitle, contractNumber, dueOn, state } = found;
  const names = { hospital, vendor, product, productVersion, contractTitle, contractNumber };
  return { id, kind, title, message, ...names, dueOn, state };
}

/**
 * 依頼の頭: who asks what until when, the systems a checklist is about, the state, the progress, and the hospital's
 * words when it was sent back. For every page of the desk. Problems: request-link-over.
 */
export async function showDesk(ports: Ports, scope: VendorScope) {
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const { request, form, items } = reached;
  const [draft, returned, systems, hasFile] = await Promise.all([
    draftOf(ports.db, scope),
    request.state === "returned" ? lastReturn(ports.db, scope) : null,
    systemNames(ports.db, scope, systemIdsOf(request.systemIds)),
    hasOfficialFile(ports, scope, request.catalogueRef),
  ]);
  const { kind, title, version, notice } = form;
  return done({
    request: askedRequest(request),
    form: { kind, title, version, notice, form: form.form },
    systems: systems.filter((each) => each.vendorId === request.vendorId).map((each) => each.name),
    sections: sectionsOf(items).map((each) => ({
      section: each.section,
      ...progressOf(each.items, draft),
    })),
    progress: progressOf(items, draft),
    daysLeft: daysLeft(request.dueOn, dayInTokyo(ports.now())),
    isEditable: isEditable(request.state),
    isColleague: scope.sections !== null,
    hasOfficialFile: hasFile && hasAnswerSheet(request.kind),
    returnedWith: returned,
  });
}

/**
 * 回答の画面: one section of the items with the draft, last answers, threads and files. A colleague's link has its
 * sections only. Threads do not say which person of the hospital wrote. Problems: request-link-over.
 * @param input.section place of the section, from 1; another number shows the nearest
 */
export async function showSection(ports: Ports, scope: VendorScope, input: { section: number }) {
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const { request, form } = reached;
  const sections = sectionsOf(reached.items);
  const at = Math.min(Math.max(1, input.section), Math.max(1, sections.length));
  const items = sections[at - 1]?.items ?? [];
  const [draft, messages, files, previous] = await Promise.all([
    draftOf(ports.db, scope),
    messagesOf(ports.db, scope),
    filesOf(ports.db, scope),
    previousAnswers(ports, scope, request, form),
  ]);
  const drafts = new Map(draft.map((each) => [each.itemKey, each]));
  return done({
    at,
    last: sections.length,
    section: sections[at - 1]?.section ?? "",
    canTakeAll: reached.items.some(
      ({ key }) => isUntouched(drafts.get(key)) && previous?.answers.has(key) === true,
    ),
    previous: previous && { issuedOn: previous.issuedOn, productVersion: previous.productVersion },
    items: items.map((item) => ({
      ...item,
      draft: drafts.get(item.key) ?? { ...emptyDraft(item.key), savedAt: null },
      previous: previous?.answers.get(item.key) ?? null,
      messages: messages
        .filter((each) => each.itemKey === item.key)
        .map(({ id, side, text, writtenAt }) => ({ id, side, text, writtenAt })),
      files: files
        .filter((each) => each.itemKey === item.key)
        .map(({ id, side, fileName, size }) => ({ id, side, fileName, size })),
    })),
  });
}

/** What belongs to the whole request: the thread and the files beside the items. Problems: as `showSection`. */
export async function showWhole(ports: Ports, scope: VendorScope) {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const [messages, files] = await Promise.all([messagesOf(ports.db, scope), filesOf(ports.db, scope)]);
  return done({
    messages: messages
      .filter((each) => each.itemKey === "")
      .map(({ id, side, text, writtenAt }) => ({ id, side, text, writtenAt })),
    files: files
      .filter((each) => each.itemKey === "")
      .map(({ id, side, fileName, size }) => ({ id, side, fileName, size })),
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
