import { insertDisclosure } from "#db/queries/disclosures.server";
import { readBlob } from "#db/queries/files.server";
import { insertEvent, insertMessage, submissionsOf } from "#db/queries/request-records.server";
import { findRequest, moveRequest, type ShownRequest } from "#db/queries/requests.server";
import { withCondition } from "~/domain/answer-condition";
import type { ChecklistAnswer } from "~/domain/checklist-response";
import { dayInTokyo } from "~/domain/day";
import { countAnswers } from "~/domain/disclosure";
import { assertNever, done, failed, problem, type Result } from "~/domain/problem";
import { stateAfter } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { type Submission, submissionSchema } from "~/domain/submission";
import { askedForm, askedOf } from "./asked-form.server";
import { writeChecklistResponse } from "./keep-checklist.server";
import { queueMail } from "./mail.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";
import { systemIdsOf } from "./requests.server";

export type Review =
  | { decision: "accept"; submissionId: string }
  | { decision: "return"; submissionId: string | null; reason: string };

/** What an accepted submission became; both null for a role sheet, which is taken over row by row. */
export type Accepted = { disclosureId: string | null; responseId: string | null };
type Newest = { id: string; originalFileId: string; sha256: string };

/**
 * 提出を確認する: accepts what was submitted — a disclosure or a checklist response is made of it — or sends it
 * back with a reason; a refusal can be sent back, too. The reviewer names the submission that was on the page.
 * @returns what was made; Problems: not-found, request-state, request-submission-older,
 * field-required and field-too-long (reason)
 */
export async function reviewSubmission(
  ports: Ports,
  scope: Scope,
  input: { requestId: string } & Review,
): Promise<Result<Accepted>> {
  const reach = { ...scope, requestId: input.requestId };
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  const reason = input.decision === "return" ? input.reason.trim() : "";
  if (input.decision === "return" && reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "reason"));
  const to = stateAfter(found.state, input.decision);
  if (to === null) return failed(problem("request-state", { state: found.state }));
  const [newest] = await submissionsOf(ports.db, reach);
  if (found.state === "submitted" && newest?.id !== input.submissionId)
    return failed(problem("request-submission-older"));
  const change = { state: [found.state, to], reason: [null, reason] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = {
    verb: input.decision === "accept" ? "accept" : "return",
    noun: "request",
    recordId: found.id,
    change,
  };
  return record(ports, scope, "request:review", head, (entry) =>
    input.decision === "accept"
      ? accept(ports, scope, entry, found, newest)
      : sendBack(ports, scope, entry, found, reason),
  );
}

async function accept(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  found: ShownRequest,
  newest: Newest | undefined,
): Promise<Result<Accepted>> {
  const made = newest
    ? await makeRecord(ports, scope, entry, found, newest)
    : done({ disclosureId: null, responseId: null });
  if (!made.ok) return made;
  const { disclosureId } = made.value;
  const move = {
    from: found.state,
    to: "accepted" as const,
    ...(disclosureId === null ? {} : { disclosureId }),
  };
  const moved = await moveOn(ports, scope, entry, found, move, "");
  return moved.ok ? made : moved;
}

async function sendBack(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  found: ShownRequest,
  reason: string,
): Promise<Result<Accepted>> {
  const moved = await moveOn(ports, scope, entry, found, { from: found.state, to: "returned" }, reason);
  if (!moved.ok) return moved;
  const { contactId } = found;
  const mail = { kind: "returned" as const, requestId: found.id, contactId, variables: { reason } };
  await queueMail(ports, entry, scope, { ...mail, once: `returned:${found.id}:${entry.seq}` });
  return done({ disclosureId: null, responseId: null });
}

async function moveOn(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  found: ShownRequest,
  move: { from: ShownRequest["state"]; to: "accepted" | "returned"; disclosureId?: string },
  note: string,
): Promise<Result<null>> {
  const reach = { ...scope, requestId: found.id };
  if (!(await moveRequest(tx, reach, move))) return failed(problem("request-state"));
  await insertEvent(tx, reach, {
    id: ports.newId(),
    kind: move.to,
    channel: "web",
    happenedOn: dayInTokyo(at),
    note,
    recordedSeq: seq,
    recordedAt: at,
    recordedBy: scope.accountId,
  });
  return done(null);
}

/** The record that an accepted submission becomes, by the kind of request. */
async function makeRecord(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  request: ShownRequest,
  newest: Newest,
): Promise<Result<Accepted>> {
  switch (request.kind) {
    case "disclosure": {
      const made = await makeDisclosure(ports, scope, entry, request, newest);
      return made.ok ? done({ disclosureId: made.value, responseId: null }) : made;
    }
    case "checklist": {
      const made = await makeResponse(ports, scope, entry, request, newest);
      return made.ok ? done({ disclosureId: null, responseId: made.value }) : made;
    }
    case "role-sheet":
    case "promise": // the vendor's word counts from its submission on; accepting says that somebody read it
      return done({ disclosureId: null, responseId: null });
    default:
      return assertNever(request.kind);
  }
}

/** 点検回答 of the submission: the rows as they were asked, answered on the day the vendor stated. */
async function makeResponse(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  request: ShownRequest,
  { originalFileId, sha256 }: Newest,
): Promise<Result<string>> {
  const bytes = await readBlob(entry.tx, scope, sha256);
  const form = await askedForm(ports, scope, request.kind, request.catalogueRef);
  if (!bytes || !form) return failed(problem("not-found"));
  const submission = submissionSchema.parse(JSON.parse(bytes.toString("utf8")));
  const responseId = ports.newId();
  const response = {
    respondent: "vendor" as const,
    vendorId: request.vendorId,
    checklistRef: request.catalogueRef,
    title: form.title,
    round: FIRST_ROUND,
    answeredOn: submission.issuedOn,
    systemIds: systemIdsOf(request.systemIds),
    answers: submission.items.map(checklistAnswer),
    unread: [],
  };
  const source = { originalFileId, intakeId: null, requestId: request.id };
  const written = await writeChecklistResponse(ports, scope, entry, responseId, response, source);
  return written.ok ? done(responseId) : written;
}

/** A request asks anew each time, so its answers are the first round of their own sheet. */
const FIRST_ROUND = 1;

function checklistAnswer(item: Submission["items"][number]): ChecklistAnswer {
  const answer = item.answer ?? "blank";
  const remark = withCondition(item.condition, item.remark);
  return {
    itemKey: item.key,
    no: item.no,
    section: item.section,
    item: item.question,
    answer,
    remark,
    targetOn: null,
    targetText: "",
    checkedText: "",
    cell: "",
    readAnswer: answer,
    readRemark: remark,
    readReason: null,
    setBy: null,
    setAt: null,
    setReason: null,
  };
}

/** A disclosure of the submission's answers; null for the kinds that are no disclosure. */
async function makeDisclosure(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  request: ShownRequest,
  newest: { originalFileId: string; sha256: string },
): Promise<Result<string | null>> {
  if (request.kind !== "disclosure" || request.productVersionId === null) return done(null);
  const bytes = await readBlob(tx, scope, newest.sha256);
  const form = await askedForm(ports, scope, request.kind, request.catalogueRef);
  if (!bytes || form?.form == null) return failed(problem("not-found"));
  const submission = submissionSchema.parse(JSON.parse(bytes.toString("utf8")));
  const answers = submission.items.map((each) => ({ ...each, answer: each.answer ?? ("blank" as const) }));
  const counts = countAnswers(answers);
  const id = ports.newId();
  await insertDisclosure(
    tx,
    scope,
    {
      id,
      productVersionId: request.productVersionId,
      form: form.form,
      formVersion: form.version,
      issuedOn: submission.issuedOn,
      originalFileId: newest.originalFileId,
      intakeId: null,
      sheet: "",
      readHeader: headerOf(submission, form.version),
      yesCount: counts.yes,
      noCount: counts.no,
      notApplicableCount: counts.notApplicable,
      blankCount: counts.blank,
      unclearCount: 0,
      unreadCount: 0,
      recordedSeq: seq,
      receivedAt: at,
      receivedBy: scope.accountId,
    },
    answers.map((each, ordinal) => {
      const remark = withCondition(each.condition, each.remark);
      const { no, section, question, answer } = each;
      const clauses = JSON.stringify(form.items[ordinal]?.clauses ?? []);
      return {
        ordinal,
        no,
        section,
        question,
        clauses,
        answer,
        remark,
        cell: "",
        readAnswer: answer,
        readRemark: remark,
      };
    }),
    [],
  );
  return done(id);
}

function headerOf(submission: Submission, formVersion: string): string {
  const { issuedOn, vendor, product, productVersion } = submission;
  return JSON.stringify({ issuedOn, vendor, product, productVersion, cells: {}, formVersion });
}

/** 質問に答える: a line of the hospital in the thread of an item (itemKey "" = about the whole request). */
export async function replyToVendor(
  ports: Ports,
  scope: Scope,
  input: { requestId: string; itemKey: string; text: string },
): Promise<Result<null>> {
  const reach = { ...scope, requestId: input.requestId };
  const text = input.text.trim();
  if (text === "") return failed(problem("field-required", {}, "text"));
  if (text.length > 4000) return failed(problem("field-too-long", { max: 4000 }, "text"));
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  const form = await askedOf(ports, scope, found);
  const isKnown = input.itemKey === "" || form?.items.some((each) => each.key === input.itemKey);
  if (!isKnown) return failed(problem("not-found"));
  const head = {
    verb: "reply",
    noun: "request",
    recordId: found.id,
    change: { item: [null, input.itemKey] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "request:review", head, async ({ tx, seq, at }) => {
    const [recordedSeq, accountId] = [seq, scope.accountId];
    const line = { id: ports.newId(), itemKey: input.itemKey, side: "hospital" as const, text };
    await insertMessage(tx, reach, { ...line, accountId, recordedSeq, writtenAt: at });
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind: "reply",
      channel: "web",
      happenedOn: dayInTokyo(at),
      recordedSeq,
      recordedAt: at,
      recordedBy: accountId,
    });
    return done(null);
  });
}
