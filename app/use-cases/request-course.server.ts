import { createHash } from "node:crypto";
import { keepOriginalFile } from "#db/queries/files.server";
import { insertEvent } from "#db/queries/request-records.server";
import { endLinks, findRequest, findTarget, moveRequest, setDue } from "#db/queries/requests.server";
import { dayInTokyo, endOfDayInTokyo, isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { handChannels, handEventKinds } from "~/domain/request";
import { isClosed, linkEndsOn, stateAfter } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { problemsOfDue } from "./ask-vendors.server";
import { withdrawMails } from "./mail.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

/** Largest file with a request: an answer's, an event's. */
export const MAX_REQUEST_FILE_BYTES = 10 * 1024 * 1024;

/** 取り下げる: the hospital no longer asks; links end at once, what was sent stays. */
export async function revokeRequest(
  ports: Ports,
  scope: Scope,
  input: { requestId: string; reason: string },
): Promise<Result<null>> {
  const reach = { ...scope, requestId: input.requestId };
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "reason"));
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  const to = stateAfter(found.state, "revoke");
  if (to === null) return failed(problem("request-state", { state: found.state }));
  const change = { state: [found.state, to], reason: [null, reason] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = { verb: "revoke", noun: "request", recordId: found.id, change };
  return record(ports, scope, "request:write", head, async (entry) => {
    const { tx, seq, at } = entry;
    if (!(await moveRequest(tx, reach, { from: found.state, to }))) return failed(problem("request-state"));
    await endLinks(tx, reach, at);
    await withdrawMails(entry, scope, found.id);
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind: "revoked",
      channel: "web",
      happenedOn: dayInTokyo(at),
      note: reason,
      recordedSeq: seq,
      recordedAt: at,
      recordedBy: scope.accountId,
    });
    return done(null);
  });
}

/** 期限を変える: links live as much longer (or shorter) as the request. */
export async function changeDue(
  ports: Ports,
  scope: Scope,
  input: { requestId: string; version: number; dueOn: string },
): Promise<Result<null>> {
  const reach = { ...scope, requestId: input.requestId };
  const today = dayInTokyo(ports.now());
  const problems = problemsOfDue(input.dueOn, today);
  if (problems.length > 0) return failed(...problems);
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  if (isClosed(found.state)) return failed(problem("request-state", { state: found.state }));
  const head = {
    verb: "change-due",
    noun: "request",
    recordId: found.id,
    change: { dueOn: [found.dueOn, input.dueOn] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "request:write", head, async ({ tx, seq, at }) => {
    const linksEndAt = endOfDayInTokyo(linkEndsOn(input.dueOn, today));
    const { dueOn, version } = input;
    if (!(await setDue(tx, reach, { dueOn, version, linksEndAt })))
      return failed(problem("changed-meanwhile"));
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind: "due-changed",
      channel: "web",
      happenedOn: dayInTokyo(at),
      note: `${found.dueOn} → ${dueOn}`,
      recordedSeq: seq,
      recordedAt: at,
      recordedBy: scope.accountId,
    });
    return done(null);
  });
}

export type HandEvent = {
  requestId: string;
  kind: string;
  channel: string;
  /** ISO day, today or earlier. */
  happenedOn: string;
  note: string;
  contactId: string | null;
  file: { fileName: string; bytes: Uint8Array } | null;
};

/**
 * 手で記録する: what happened by phone, post or in a meeting, with its file. A refusal moves the request; an
 * answer on paper does not — the sheet itself is received like any other and the request then withdrawn or
 * answered on the web.
 */
export async function noteEvent(ports: Ports, scope: Scope, input: HandEvent): Promise<Result<null>> {
  const reach = { ...scope, requestId: input.requestId };
  const found = await findRequest(ports.db, reach);
  if (!found) return failed(problem("not-found"));
  const kind = handEventKinds.find((each) => each === input.kind);
  const channel = handChannels.find((each) => each === input.channel);
  const problems = problemsOfEvent(input, dayInTokyo(ports.now()));
  if (!kind) problems.push(problem("field-not-an-option", { value: input.kind }, "kind"));
  if (!channel) problems.push(problem("field-not-an-option", { value: input.channel }, "channel"));
  if (!kind || !channel || problems.length > 0) return failed(...problems);
  const to = kind === "refused" ? stateAfter(found.state, "refuse") : found.state;
  if (to === null) return failed(problem("request-state", { state: found.state }));
  const scanned = input.file ? await scanGiven(ports, input.file) : null;
  if (scanned?.ok === false) return scanned;
  const fileId = input.file && ports.newId();
  const change = { event: [null, kind], state: [found.state, to] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = { verb: "note-event", noun: "request", recordId: found.id, change };
  return record(ports, scope, "request:write", head, async (entry) => {
    const { tx, seq, at } = entry;
    if (!(await isContactOf(ports, scope, found.vendorId, input.contactId)))
      return failed(problem("field-unknown-reference", {}, "contactId"));
    if (to !== found.state && !(await moveRequest(tx, reach, { from: found.state, to })))
      return failed(problem("request-state"));
    if (to === "refused") await withdrawMails(entry, scope, found.id);
    if (input.file && fileId) {
      const { fileName, bytes } = input.file;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const file = { id: fileId, sha256, fileName, bytes };
      await keepOriginalFile(tx, scope, {
        ...file,
        receivedAt: at,
        receivedBy: scope.accountId,
        scan: scanned?.value ?? null,
      });
    }
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind,
      channel,
      happenedOn: input.happenedOn,
      note: input.note.trim(),
      contactId: input.contactId,
      originalFileId: fileId,
      recordedSeq: seq,
      recordedAt: at,
      recordedBy: scope.accountId,
    });
    return done(null);
  });
}

function problemsOfEvent(input: HandEvent, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!isRealDay(input.happenedOn) || input.happenedOn > today)
    problems.push(problem("field-not-a-day", { value: input.happenedOn }, "happenedOn"));
  if (input.note.trim() === "") problems.push(problem("field-required", {}, "note"));
  if (input.note.length > 4000) problems.push(problem("field-too-long", { max: 4000 }, "note"));
  const { file } = input;
  if (file && file.bytes.length === 0)
    problems.push(problem("file-empty", { fileName: file.fileName }, "file"));
  if (file && file.bytes.length > MAX_REQUEST_FILE_BYTES)
    problems.push(
      problem("file-too-large", { fileName: file.fileName, limit: MAX_REQUEST_FILE_BYTES }, "file"),
    );
  return problems;
}

async function isContactOf(
  ports: Ports,
  scope: Scope,
  vendorId: string,
  contactId: string | null,
): Promise<boolean> {
  if (contactId === null) return true;
  const target = { vendorId, contactId, productVersionId: "", contractId: "" };
  return (await findTarget(ports.db, scope, target)).contact?.vendorId === vendorId;
}
