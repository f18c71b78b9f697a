import { changeMail, countMailStates, findMail, type MailRow, mailsByState } from "#db/queries/mail.server";
import { type MailState, type MailVerdict, mailVerdicts, verdictsOn } from "~/domain/mail";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { handOverChannels } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { completeOf, noteMailEvent } from "./leaving-mail.server";
import type { OutgoingMail, Ports } from "./ports.server";
import { type Entry, record } from "./record.server";

/** 送信箱: one page of mails in these states, newest first, and how many stand in each state. */
export async function listOutbox(
  ports: Ports,
  scope: Scope,
  query: { states: readonly MailState[]; page: number; pageSize: number },
) {
  const [listed, counted] = await Promise.all([
    mailsByState(ports.db, scope, query),
    countMailStates(ports.db, scope),
  ]);
  const counts: Partial<Record<MailState, number>> = Object.fromEntries(
    counted.map((each) => [each.state, each.count]),
  );
  return { ...listed, counts, sends: ports.sendMail !== null, baseUrl: ports.baseUrl };
}

/**
 * メールを見る: as it stands, with `{link}` still in it; a waiting code is never shown, because it is what the
 * vendor proves with. Problems: not-found.
 */
export async function showMail(ports: Ports, scope: Scope, input: { mailId: string }) {
  const found = await findMail(ports.db, scope, input.mailId);
  if (!found) return failed(problem("not-found"));
  const { code: _code, once: _once, ...mail } = found;
  return done({ mail, canHandOver: canHandOver(ports, found), sends: ports.sendMail !== null });
}

/**
 * A person may hand over what waits or failed; the digest is for the hospital. A code goes by mail wherever there
 * is a mail server; without one a person reads it to the named contact, or no vendor could ever submit.
 */
function canHandOver(
  { sendMail }: Pick<Ports, "sendMail">,
  { kind, state }: Pick<MailRow, "kind" | "state">,
): boolean {
  if (kind === "code" && sendMail !== null) return false;
  return ["waiting", "failed", "unknown"].includes(state);
}

/**
 * 写して渡す: the whole text with a link made now, to be copied. The mail still waits; `handOver` says that it was
 * handed over.
 * @param input.origin address the page was opened under, used where none is configured
 * @returns Problems: not-found, mail-not-waiting, request-state, mail-contact-without-address
 */
export async function copyMail(
  ports: Ports,
  scope: Scope,
  input: { mailId: string; origin: string },
): Promise<Result<OutgoingMail>> {
  return withMail(ports, scope, input.mailId, "copy-mail", async (entry, row) => {
    if (!canHandOver(ports, row)) return failed(problem("mail-not-waiting"));
    return completeOf(ports, entry, scope, row, ports.baseUrl ?? input.origin);
  });
}

/** 渡した: it will not be sent by the program; the request's course says who handed it over, and how. */
export async function handOver(
  ports: Ports,
  scope: Scope,
  input: { mailId: string; version: number; channel: string; note: string },
): Promise<Result<null>> {
  const channel = handOverChannels.find((each) => each === input.channel);
  const note = input.note.trim();
  if (!channel) return failed(problem("field-not-an-option", { value: input.channel }, "channel"));
  if (note.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "note"));
  return withMail(ports, scope, input.mailId, "hand-over", async (entry, row) => {
    if (!canHandOver(ports, row)) return failed(problem("mail-not-waiting"));
    const change = { state: "handed-over" as const, leftAt: ports.now(), lastProblem: "", code: "" };
    const seen = { ...row, version: input.version };
    if (!(await changeMail(entry.tx, scope, seen, change))) return failed(problem("changed-meanwhile"));
    const kind = row.kind === "reminder" ? "reminded" : "handed-over";
    await noteMailEvent(ports, entry, scope, row, kind, note, { accountId: scope.accountId, channel });
    return done(null);
  });
}

/**
 * 失敗したメールの始末: try again now, note that it did arrive, or leave it. Problems: not-found,
 * field-not-an-option, mail-not-waiting, changed-meanwhile.
 */
export async function settleMail(
  ports: Ports,
  scope: Scope,
  input: { mailId: string; version: number; verdict: string },
): Promise<Result<null>> {
  const verdict = mailVerdicts.find((each) => each === input.verdict);
  if (!verdict) return failed(problem("field-not-an-option", { value: input.verdict }, "verdict"));
  return withMail(ports, scope, input.mailId, verdict, async (entry, row) => {
    if (!verdictsOn(row.state).includes(verdict)) return failed(problem("mail-not-waiting"));
    const seen = { ...row, version: input.version };
    const change = changeOf(verdict, ports.now());
    if (!(await changeMail(entry.tx, scope, seen, change))) return failed(problem("changed-meanwhile"));
    if (verdict === "arrived") {
      const kind = row.kind === "reminder" ? "reminded" : "mail-accepted";
      await noteMailEvent(ports, entry, scope, row, kind, "", { accountId: scope.accountId });
    }
    return done(null);
  });
}

function changeOf(verdict: MailVerdict, now: string) {
  switch (verdict) {
    case "send-again":
      return { state: "waiting" as const, tries: 0, notBefore: now, lastProblem: "" };
    case "arrived":
      return { state: "sent" as const, leftAt: now, lastProblem: "", code: "" };
    case "drop":
      return { state: "void" as const, code: "" };
  }
}

async function withMail<T>(
  ports: Ports,
  scope: Scope,
  mailId: string,
  verb: "copy-mail" | "hand-over" | MailVerdict,
  work: (entry: Entry, row: MailRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  const row = await findMail(ports.db, scope, mailId);
  if (!row) return failed(problem("not-found"));
  return record(
    ports,
    scope,
    "request:write",
    { verb, noun: "mail", recordId: row.id, change: {} },
    (entry) => work(entry, row),
  );
}

/** The stored reason why a mail did not leave; null where there is none or it cannot be read. */
export function mailProblemOf(json: string): Pick<Problem, "code" | "params"> | null {
  if (json === "") return null;
  const parsed: unknown = JSON.parse(json);
  return isProblem(parsed) ? parsed : null;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "params" in value;
}
