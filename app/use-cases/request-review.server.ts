import { insertDisclosure } from "#db/queries/disclosures.server";
import { readBlob } from "#db/queries/files.server";
import { insertEvent, insertMessage, submissionsOf } from "#db/queries/request-records.server";
import { findRequest, moveRequest, type ShownRequest } from "#db/queries/requests.server";
import { withCondition } from "~/domain/answer-condition";
import { dayInTokyo } from "~/domain/day";
import { countAnswers } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import { stateAfter } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { type Submission, submissionSchema } from "~/domain/submission";
import { askedForm, askedOf } from "./asked-form.server";
import { queueMail } from "./mail.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

export type Review =
  | { decision: "accept"; submissionId: string }
  | { decision: "return"; submissionId: string | null; reason: string };

/**
 * 提出を確認する: accepts what was submitted — a disclosure is made of it — or sends it back with a reason; a
 * refusal can be sent back, too. The reviewer names the submission that was on the page.
 * @returns the disclosure made, or null; Problems: not-found, request-state, request-submission-older,
 * field-required and field-too-long (reason)
 */
export async function reviewSubmission(
  ports: Ports,
  scope: Scope,
  input: { requestId: string } & Review,
): Promise<Result<{ disclosureId: string | null }>> {
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
  const head = { verb: input.decision, noun: "request", recordId: found.id, change };
  return record(ports, scope, "editor", head, async (entry) => {
    const { tx, seq, at } = entry;
    let disclosureId: string | null = null;
    if (input.decision === "accept") {
      const made = newest ? await makeDisclosure(ports, scope, entry, found, newest) : null;
      if (made !== null && !made.ok) return made;
      disclosureId = made?.value ?? null;
    }
    const move = { from: found.state, to, ...(disclosureId === null ? {} : { disclosureId }) };
    if (!(await moveRequest(tx, reach, move))) return failed(problem("request-state"));
    const common = { recordedSeq: seq, recordedAt: at, recordedBy: scope.accountId };
    const kind = input.decision === "accept" ? "accepted" : "returned";
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind,
      channel: "web",
      happenedOn: dayInTokyo(at),
      note: reason,
      ...common,
    });
    if (input.decision === "return") {
      const { contactId } = found;
      const mail = { kind: "returned" as const, requestId: found.id, contactId, variables: { reason } };
      await queueMail(ports, entry, scope, { ...mail, once: `returned:${found.id}:${seq}` });
    }
    return done({ disclosureId });
  });
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
  return record(ports, scope, "editor", head, async ({ tx, seq, at }) => {
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
