import { setTimeout } from "node:timers/promises";
import {
  changeMail,
  dueMails,
  findMail,
  type MailRow,
  silentMails,
  voidOldCodes,
} from "#db/queries/mail.server";
import type { Moment } from "~/domain/day";
import { CODE_WAITS_MINUTES, minutesUntilNextTry, SENDING_MINUTES } from "~/domain/mail";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { completeOf, noteMailEvent } from "./leaving-mail.server";
import type { OutgoingMail, Ports } from "./ports.server";
import { type AuditHead, isOfDatabase, recordWithoutAccount } from "./record.server";

type Owner = Pick<Scope, "groupId" | "hospitalId">;

/** Mails of one run; the rest waits for the next. */
const AT_ONCE = 50;
/** Pauses while a busy database does not take the result of a mail; together about 25 seconds. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 12_800;

const minutesAfter = (moment: Moment, minutes: number): Moment =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

/**
 * 送信: hands the waiting mails of a hospital to the mail server, at most once each (ADR 0008): a mail is marked
 * as being sent before it leaves, and a mail whose sender died is `unknown` and shown to a person instead of
 * being sent again. What the server did not take is tried again with growing pauses, five times at most.
 * Nothing happens without a mail server.
 * @returns how many were accepted, and how many wait for another try or a person
 */
export async function deliverMails(ports: Ports, owner: Owner): Promise<{ sent: number; notSent: number }> {
  const count = { sent: 0, notSent: 0 };
  const { sendMail } = ports;
  if (sendMail === null) return count;
  await nameSilentMails(ports, owner);
  for (const seen of await dueMails(ports.db, owner, ports.now(), AT_ONCE)) {
    const taken = await takeMail(ports, owner, seen);
    if (taken === null) continue;
    const result = await sendMail(taken.mail);
    if (result.ok) count.sent += 1;
    else count.notSent += 1;
    await settle(ports, owner, taken.row, result);
  }
  return count;
}

/** Marks as `sending` and makes the link, in one transaction; null when another process has it or it is void. */
async function takeMail(
  ports: Ports,
  owner: Owner,
  seen: MailRow,
): Promise<{ row: MailRow; mail: OutgoingMail } | null> {
  const head = { verb: "send", noun: "mail", recordId: seen.id, change: {} };
  const taken = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
    const change = { state: "sending" as const, takenAt: ports.now(), tries: seen.tries + 1 };
    if (!(await changeMail(entry.tx, owner, seen, change))) return failed(problem("mail-not-waiting"));
    const row = { ...seen, ...change, version: seen.version + 1 };
    const whole = await completeOf(ports, entry, owner, row, ports.baseUrl);
    if (whole.ok) return done({ row, mail: whole.value });
    const isOver = whole.problems.some((each) => each.code === "request-state");
    const outcome = isOver
      ? { state: "void" as const, code: "" }
      : { state: "failed" as const, lastProblem: JSON.stringify(whole.problems[0]) };
    await changeMail(entry.tx, owner, row, outcome);
    if (!isOver)
      await noteMailEvent(ports, entry, owner, row, "mail-failed", JSON.stringify(whole.problems[0]));
    return done(null);
  });
  return taken.ok ? taken.value : null;
}

async function settle(
  ports: Ports,
  owner: Owner,
  row: MailRow,
  result: Result<{ messageId: string }>,
): Promise<void> {
  const head = {
    verb: result.ok ? "mail-accepted" : "mail-failed",
    noun: "mail",
    recordId: row.id,
    change: {},
  };
  // why again and again: the mail has left, and a result that is not written would make it one of which nobody knows.
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const settled = await settleOnce(ports, owner, row, result, head);
    const isLate = !settled.ok && settled.problems.some((each) => isOfDatabase(each.code));
    if (!isLate || pause > LONGEST_PAUSE_MS) return;
    await setTimeout(pause);
  }
}

function settleOnce(
  ports: Ports,
  owner: Owner,
  row: MailRow,
  result: Result<{ messageId: string }>,
  head: AuditHead,
): Promise<Result<null>> {
  return recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
    if (result.ok) {
      const { messageId } = result.value;
      const left = { state: "sent" as const, leftAt: ports.now(), messageId, code: "", lastProblem: "" };
      if (!(await changeMail(entry.tx, owner, row, left))) return failed(problem("mail-not-waiting"));
      const kind = row.kind === "reminder" ? "reminded" : "mail-accepted";
      await noteMailEvent(ports, entry, owner, row, kind, messageId);
      return done(null);
    }
    const [first = problem("unexpected")] = result.problems;
    const next = afterFailure(row, first, ports.now());
    if (!(await changeMail(entry.tx, owner, row, next))) return failed(problem("mail-not-waiting"));
    if (next.state !== "waiting") {
      await noteMailEvent(ports, entry, owner, row, "mail-failed", JSON.stringify(first));
    }
    return done(null);
  });
}

/** Where a mail goes that was not accepted: another try, a person because it failed, or a person because nobody knows. */
function afterFailure(row: MailRow, why: Problem, now: Moment) {
  const lastProblem = JSON.stringify(why);
  if (why.code === "mail-result-unknown") return { state: "unknown" as const, lastProblem };
  const minutes = why.code === "mail-unreachable" ? minutesUntilNextTry(row.tries) : null;
  if (minutes === null) return { state: "failed" as const, lastProblem };
  return { state: "waiting" as const, lastProblem, notBefore: minutesAfter(now, minutes) };
}

/** A process that took a mail and died: nobody knows whether it left, so a person decides. */
async function nameSilentMails(ports: Ports, owner: Owner): Promise<void> {
  const now = ports.now();
  for (const row of await silentMails(ports.db, owner, minutesAfter(now, -SENDING_MINUTES))) {
    const why = problem("mail-result-unknown");
    await settle(ports, owner, row, failed(why));
  }
}

/** Codes that waited too long are emptied: no secret stays in the outbox. */
export async function endOldCodes(ports: Ports, owner: Owner): Promise<void> {
  await voidOldCodes(ports.db, owner, minutesAfter(ports.now(), -CODE_WAITS_MINUTES));
}

/** One mail as it stands; not-found for another hospital's. */
export async function mailOf(ports: Ports, owner: Owner, mailId: string): Promise<Result<MailRow>> {
  const row = await findMail(ports.db, owner, mailId);
  return row ? done(row) : failed(problem("not-found"));
}
