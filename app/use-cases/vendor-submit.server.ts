import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import { filesOf, insertEvent, insertSubmission, submissionsOf } from "#db/queries/request-records.server";
import { draftOf, findRequest, moveRequest, type ShownRequest } from "#db/queries/requests.server";
import { readSubmission } from "#db/queries/vendor-answers.server";
import { findCode } from "#db/queries/vendor-sessions.server";
import { type AskedForm, progressOf, sectionsOf } from "~/domain/asked-form";
import { type Day, dayInTokyo, isRealDay, type Moment } from "~/domain/day";
import { countAnswers } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import { stateAfter } from "~/domain/request-state";
import type { Scope, VendorScope } from "~/domain/scope";
import {
  draftMark,
  type Submission,
  submissionOf,
  submissionSchema,
  submissionText,
} from "~/domain/submission";
import { queueMail, withdrawMails } from "./mail.server";
import type { Ports } from "./ports.server";
import { keepPromiseAnswers } from "./promises.server";
import { type Entry, recordWithoutAccount } from "./record.server";
import { keepLink, type MadeLink } from "./request-links.server";
import { reachForm } from "./vendor-answers.server";

/** The owner under which a vendor's bytes are kept; it writes files and reads nothing. */
export function fileOwner({ groupId, hospitalId }: VendorScope): Scope {
  return { groupId, hospitalId, accountId: null, role: "viewer", via: "vendor" };
}

export type Receipt = { submissionId: string; sha256: string; submittedAt: Moment };

/**
 * 提出する: freezes every answer as it stands. Unanswered items are allowed and sent as unanswered.
 * @param input.issuedOn 作成日, today or earlier
 * @param input.seen mark of the draft that was on the page (`beforeSubmit`): what was not shown is not frozen
 * @returns Problems: request-sections-only, request-not-verified, request-state, request-unconfirmed,
 * request-nothing-answered, field-not-a-day, changed-meanwhile (somebody saved since the page was shown)
 */
export async function submitAnswers(
  ports: Ports,
  scope: VendorScope,
  input: { issuedOn: string; seen: string },
): Promise<Result<Receipt>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const today = dayInTokyo(ports.now());
  if (!isRealDay(input.issuedOn) || input.issuedOn > today)
    return failed(problem("field-not-a-day", { value: input.issuedOn }, "issuedOn"));
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const submissionId = ports.newId();
  const change = { submission: [null, submissionId] satisfies [unknown, unknown] };
  const head = { verb: "submit", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const session = await findCode(entry.tx, scope);
    if (!session?.verifiedAt || session.contactId === null) return failed(problem("request-not-verified"));
    const now = await findRequest(entry.tx, scope);
    const to = now && stateAfter(now.state, "submit");
    if (!now || !to) return failed(problem("request-state"));
    const frozen = await freeze(entry, scope, { request: now, form: reached.form, ...input });
    if (!frozen.ok) return frozen;
    if (!(await moveRequest(entry.tx, scope, { from: now.state, to })))
      return failed(problem("request-state"));
    const { submission, text, sha256 } = frozen.value;
    const given = { submissionId, contactId: session.contactId, request: now, text, sha256 };
    await keepSubmission(ports, scope, entry, given);
    if (now.kind === "promise")
      await keepPromiseAnswers(ports, entry, scope, { ...given, items: submission.items });
    return done({ submissionId, sha256, submittedAt: entry.at });
  });
}

const markOf = (
  form: AskedForm,
  draft: readonly { itemKey: string; version: number }[],
  files: readonly { id: string }[],
) =>
  createHash("sha256")
    .update(draftMark(form.items, draft, files), "utf8")
    .digest("hex");

/**
 * 提出の前に: what will be frozen, what is still open, and whether the code was entered. Problems:
 * request-sections-only, request-link-over.
 */
export async function beforeSubmit(ports: Ports, scope: VendorScope) {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const { request, form } = reached;
  const [draft, files, code] = await Promise.all([
    draftOf(ports.db, scope),
    filesOf(ports.db, scope),
    findCode(ports.db, scope),
  ]);
  const own = files.filter((each) => each.side === "vendor");
  const byKey = new Map(draft.map((each) => [each.itemKey, each]));
  const sections = new Map(sectionsOf(form.items).map((each, at) => [each.section, at + 1]));
  const placed = form.items.map((item) => ({
    no: item.no,
    question: item.question,
    at: sections.get(item.section) ?? 1,
    key: item.key,
    draft: byKey.get(item.key) ?? null,
  }));
  const named = (wanted: (each: (typeof placed)[number]) => boolean) =>
    placed.filter(wanted).map(({ no, question, at, key }) => ({ no, question, at, key }));
  const isPending = code?.codeHash != null && (code.codeExpiresAt ?? "") > ports.now();
  return done({
    seen: markOf(form, draft, own),
    counts: countAnswers(placed.map((each) => ({ answer: each.draft?.answer ?? ("blank" as const) }))),
    open: named((each) => each.draft === null || each.draft.answer === null),
    unconfirmed: named((each) => each.draft?.carry === "carried"),
    plansWithoutWords: named((each) => each.draft?.condition === "planned" && each.draft.remark === ""),
    files: own.length,
    contact: { name: request.contact, department: request.contactDepartment },
    isVerified: scope.isVerified,
    isCodePending: isPending,
    today: dayInTokyo(ports.now()),
  });
}

async function freeze(
  { tx }: Entry,
  scope: VendorScope,
  given: { request: ShownRequest; form: AskedForm; issuedOn: Day; seen: string },
): Promise<Result<{ submission: Submission; text: string; sha256: string }>> {
  const { request, form, issuedOn } = given;
  const [draft, files] = await Promise.all([draftOf(tx, scope), filesOf(tx, scope)]);
  const own = files.filter((each) => each.side === "vendor");
  if (markOf(form, draft, own) !== given.seen) return failed(problem("changed-meanwhile"));
  const { unconfirmed } = progressOf(form.items, draft);
  if (unconfirmed > 0) return failed(problem("request-unconfirmed", { count: unconfirmed }));
  const keys = new Set(form.items.map((each) => each.key));
  if (!draft.some((each) => keys.has(each.itemKey) && (each.answer !== null || each.remark !== "")))
    return failed(problem("request-nothing-answered"));
  const facts = {
    requestId: request.id,
    hospital: request.hospital,
    vendor: request.vendor,
    product: request.product,
    productVersion: request.productVersion,
    contract: request.contractTitle,
    issuedOn,
  };
  const submission = submissionOf(facts, form, draft, own);
  const text = submissionText(submission);
  return done({ submission, text, sha256: createHash("sha256").update(text, "utf8").digest("hex") });
}

async function keepSubmission(
  ports: Ports,
  scope: VendorScope,
  entry: Entry,
  given: { submissionId: string; contactId: string; request: ShownRequest; text: string; sha256: string },
): Promise<void> {
  const { tx, seq, at } = entry;
  const { submissionId, contactId, request, sha256 } = given;
  const [bytes, originalFileId] = [new TextEncoder().encode(given.text), ports.newId()];
  const fileName = `提出_${request.product ?? request.contractTitle ?? request.vendor}_${dayInTokyo(at)}.json`;
  const file = { id: originalFileId, sha256, fileName, bytes };
  await keepOriginalFile(tx, fileOwner(scope), { ...file, receivedAt: at, receivedBy: null, scan: null });
  const row = { id: submissionId, originalFileId, sha256, contactId, recordedSeq: seq };
  await insertSubmission(tx, scope, { ...row, submittedAt: at });
  await insertEvent(tx, scope, {
    id: ports.newId(),
    kind: "submitted",
    channel: "web",
    happenedOn: dayInTokyo(at),
    note: `SHA-256 ${sha256}`,
    contactId,
    originalFileId,
    recordedSeq: seq,
    recordedAt: at,
  });
  await withdrawMails(entry, scope, scope.requestId);
  await queueMail(ports, entry, scope, {
    kind: "receipt",
    requestId: scope.requestId,
    contactId: request.contactId,
    variables: { submitted: inTokyo(at), sha256 },
    once: `receipt:${submissionId}`,
  });
}

/** `2026-12-01 10:32` in Asia/Tokyo, for the mail. */
function inTokyo(at: Moment): string {
  const time = new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(11, 16);
  return `${dayInTokyo(at)} ${time}`;
}

/** 提出しない: with a reason, kept as proof; reminders end. Problems: request-sections-only, field-required. */
export async function refuseRequest(
  ports: Ports,
  scope: VendorScope,
  input: { reason: string },
): Promise<Result<null>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "reason"));
  const change = { reason: [null, reason] satisfies [unknown, unknown] };
  const head = { verb: "refuse", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    const { tx, seq, at } = entry;
    const now = await findRequest(tx, scope);
    if (!now) return failed(problem("request-link-over"));
    const to = stateAfter(now.state, "refuse");
    if (!to || !(await moveRequest(tx, scope, { from: now.state, to })))
      return failed(problem("request-state"));
    await insertEvent(tx, scope, {
      id: ports.newId(),
      kind: "refused",
      channel: "web",
      happenedOn: dayInTokyo(at),
      note: reason,
      contactId: (await findCode(tx, scope))?.contactId ?? null,
      recordedSeq: seq,
      recordedAt: at,
    });
    await withdrawMails(entry, scope, scope.requestId);
    return done(null);
  });
}

/**
 * 分けて頼む: a link for a colleague that shows and answers the chosen sections only; shown once.
 * Problems: request-sections-only (a colleague's link passes nothing on), field-required, field-not-an-option.
 */
export async function passOn(
  ports: Ports,
  scope: VendorScope,
  input: { sections: readonly string[] },
): Promise<Result<MadeLink>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const reached = await reachForm(ports, scope);
  if (!reached) return failed(problem("request-link-over"));
  const known = sectionsOf(reached.items).map((each) => each.section);
  const sections = [...new Set(input.sections)];
  if (sections.length === 0) return failed(problem("field-required", {}, "sections"));
  const unknown = sections.find((each) => !known.includes(each));
  if (unknown !== undefined) return failed(problem("field-not-an-option", { value: unknown }, "sections"));
  const change = { sections: [null, sections] satisfies [unknown, unknown] };
  const head = { verb: "pass-on", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async (entry) => {
    await insertEvent(entry.tx, scope, {
      id: ports.newId(),
      kind: "passed-on",
      channel: "web",
      happenedOn: dayInTokyo(entry.at),
      note: sections.join("、"),
      recordedSeq: entry.seq,
      recordedAt: entry.at,
    });
    return keepLink(ports, entry, scope, sections);
  });
}

/** 受領書: every submission of this request with its hash, newest first. */
export async function showReceipt(ports: Ports, scope: VendorScope) {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const request = await findRequest(ports.db, scope);
  const [newest, ...older] = await submissionsOf(ports.db, scope);
  const file = newest && (await readSubmission(ports.db, scope, newest.id));
  if (!request || !newest || !file) return failed(problem("not-found"));
  const submission = submissionSchema.parse(JSON.parse(file.bytes.toString("utf8")));
  const shownOf = ({ id, sha256, submittedAt, contact, contactDepartment }: typeof newest) => ({
    id,
    sha256,
    submittedAt,
    contact,
    contactDepartment,
  });
  const { title, state } = request;
  return done({
    title,
    state,
    newest: shownOf(newest),
    older: older.map(shownOf),
    submission,
    size: file.bytes.length,
  });
}

/** The submitted bytes themselves. Problems: request-sections-only, not-found. */
export async function openSubmission(
  ports: Ports,
  scope: VendorScope,
  input: { submissionId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  if (scope.sections !== null) return failed(problem("request-sections-only"));
  const file = await readSubmission(ports.db, scope, input.submissionId);
  return file ? done(file) : failed(problem("not-found"));
}
