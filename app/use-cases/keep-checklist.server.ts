import {
  findChecklistResponse,
  insertChecklistResponse,
  insertResponseWithdrawal,
} from "#db/queries/checklist-responses.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { systemNames } from "#db/queries/requests.server";
import { type NewChecklistResponse, problemsOfResponse } from "~/domain/checklist-response";
import { dayInTokyo } from "~/domain/day";
import { countAnswers } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

/** Where the answers came from: a received file, a vendor's submission, or neither (entered by hand). */
export type ResponseSource = {
  originalFileId: string | null;
  intakeId: string | null;
  requestId: string | null;
};

export const enteredByHand: ResponseSource = { originalFileId: null, intakeId: null, requestId: null };

/**
 * 点検回答を残す: freezes one answered checklist, of a vendor or of the hospital itself, with every row as it
 * was answered and whatever could not be read. Rows nobody decided stay blank or unclear.
 * Problems: those of `problemsOfResponse`, field-unknown-reference (vendorId, systemIds), catalogue-unknown.
 */
export async function keepChecklistResponse(
  ports: Ports,
  scope: Scope,
  input: NewChecklistResponse,
): Promise<Result<{ responseId: string }>> {
  const responseId = ports.newId();
  const head = {
    verb: "keep",
    noun: "checklist-response",
    recordId: responseId,
    change: { title: [null, input.title], answeredOn: [null, input.answeredOn] } satisfies Record<
      string,
      [unknown, unknown]
    >,
  };
  return record(ports, scope, "disclosure:write", head, async (entry) => {
    const written = await writeChecklistResponse(ports, scope, entry, responseId, input, enteredByHand);
    return written.ok ? done({ responseId }) : written;
  });
}

/**
 * The same inside a transaction that already runs: saving a received workbook, accepting a submission.
 * @param responseId id of the response to be made
 * @returns Problems as of `keepChecklistResponse`; then the caller's transaction must be given up
 */
export async function writeChecklistResponse(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  responseId: string,
  response: NewChecklistResponse,
  source: ResponseSource,
): Promise<Result<null>> {
  const problems = problemsOfResponse(response, dayInTokyo(ports.now()));
  if (problems.length > 0) return failed(...problems);
  const vendorId = response.respondent === "vendor" ? response.vendorId : null;
  if (vendorId !== null && !(await nameOfRecord(tx, scope, "vendor", vendorId))) {
    return failed(problem("field-unknown-reference", {}, "vendorId"));
  }
  const systemIds = [...new Set(response.systemIds)];
  if ((await systemNames(tx, scope, systemIds)).length < systemIds.length) {
    return failed(problem("field-unknown-reference", {}, "systemIds"));
  }
  const { checklistRef } = response;
  if (checklistRef !== null && !(await cataloguesOf(ports, scope)).checklists.has(checklistRef)) {
    return failed(problem("catalogue-unknown", { ref: checklistRef }, "checklistRef"));
  }
  const counts = countAnswers(response.answers);
  const row = {
    id: responseId,
    respondent: response.respondent,
    vendorId,
    checklistRef,
    title: response.title.trim(),
    round: response.round,
    answeredOn: response.answeredOn,
    systemIds: JSON.stringify(systemIds),
    ...source,
    yesCount: counts.yes,
    noCount: counts.no,
    notApplicableCount: counts.notApplicable,
    blankCount: counts.blank,
    unclearCount: counts.unclear,
    unreadCount: response.unread.length,
    recordedSeq: seq,
    receivedAt: at,
    receivedBy: scope.accountId,
  };
  const answers = response.answers.map((each, ordinal) => ({ ...each, ordinal }));
  const unread = response.unread.map((each, ordinal) => ({ ...each, ordinal }));
  await insertChecklistResponse(tx, scope, row, answers, unread);
  return done(null);
}

/** 取り下げる: a wrong response leaves the list with a reason; it stays readable. */
export async function withdrawChecklistResponse(
  ports: Ports,
  scope: Scope,
  input: { responseId: string; reason: string },
): Promise<Result<null>> {
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "reason"));
  const found = await findChecklistResponse(ports.db, scope, input.responseId);
  if (!found) return failed(problem("not-found"));
  const head = {
    verb: "withdraw",
    noun: "checklist-response",
    recordId: found.id,
    change: { reason: [null, reason] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "disclosure:write", head, async ({ tx, seq, at }) => {
    const now = await findChecklistResponse(tx, scope, found.id);
    if (now === null || now.withdrawnReason !== null) return failed(problem("checklist-withdrawn"));
    await insertResponseWithdrawal(tx, scope, {
      id: ports.newId(),
      responseId: found.id,
      reason,
      recordedSeq: seq,
      withdrawnAt: at,
      withdrawnBy: scope.accountId,
    });
    return done(null);
  });
}
