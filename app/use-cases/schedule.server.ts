import { findSetting } from "#db/queries/mail.server";
import { roundsToAskAgain } from "#db/queries/requests.server";
import {
  eventsAfter,
  findMark,
  newlyOverdue,
  owedRequests,
  setMark,
  writtenReminders,
} from "#db/queries/schedule.server";
import type { Catalogues } from "~/catalogues.server";
import type { Day } from "~/domain/day";
import { type DigestLine, digestLines } from "~/domain/mail-wording";
import { done, failed, type Problem, problem } from "~/domain/problem";
import { daysToDue, planReminders, reminderOf, reminderOnce } from "~/domain/reminders";
import type { RequestEventKind } from "~/domain/request";
import type { Scope } from "~/domain/scope";
import { askAgain, reminderDaysOf } from "./ask-vendors.server";
import { tellAuditHead, writeAuditHead } from "./audit-head.server";
import { cataloguesOf } from "./catalogues.server";
import { catalogueTitle, dayInWords, queueMail } from "./mail.server";
import type { Ports } from "./ports.server";
import { isOfDatabase, recordWithoutAccount } from "./record.server";
import { isWorkingDay } from "./working-days";

type Owner = Pick<Scope, "groupId" | "hospitalId">;

/** What a day's work wrote. */
export type DayDone = { askedAgain: number; reminded: number; digested: boolean };

/**
 * The work of one day for one hospital: rounds that ask again, reminders, the digest. It may be run as often as
 * one likes and by several processes: the `once` of a mail and the `nextOn` of a round decide, not this program's
 * memory. Days on which the machine was off are not made up one by one; what was missed goes out once.
 * @param day today in Asia/Tokyo
 */
export async function runDay(ports: Ports, owner: Owner, day: Day): Promise<DayDone> {
  const askedAgain = await askRoundsAgain(ports, owner, day);
  const reminded = await remindAll(ports, owner, day);
  const digested = await writeDigest(ports, owner, day);
  await writeAuditHead(ports, owner, day);
  await tellAuditHead(ports);
  return { askedAgain, reminded, digested };
}

/**
 * The same, once a day: a day that is marked as done is passed over. The mark only saves work; a clock that went
 * back or ahead leaves another day in it, and the day is then simply run.
 */
export async function runDayOnce(ports: Ports, owner: Owner, day: Day): Promise<DayDone | null> {
  const mark = await findMark(ports.db, owner, "daily");
  if (mark?.doneThrough === day) return null;
  const result = await runDay(ports, owner, day);
  const next = { id: mark?.id ?? ports.newId(), name: "daily", doneThrough: day, doneSeq: 0 };
  await setMark(ports.db, owner, { ...next, version: mark?.version ?? 0 });
  return result;
}

async function askRoundsAgain(ports: Ports, owner: Owner, day: Day): Promise<number> {
  let count = 0;
  for (const { id } of await roundsToAskAgain(ports.db, owner, day)) {
    const asked = await askAgain(ports, owner, { roundId: id });
    if (asked.ok) count += asked.value.requestIds.length;
    else goUpWhenNotWritten(asked.problems);
  }
  return count;
}

async function remindAll(ports: Ports, owner: Owner, day: Day): Promise<number> {
  if (!isWorkingDay(day)) return 0;
  const [requests, written] = await Promise.all([
    owedRequests(ports.db, owner),
    writtenReminders(ports.db, owner),
  ]);
  let count = 0;
  for (const each of requests) {
    const offset = offsetToday(each, day, written);
    if (offset !== null && (await remind(ports, owner, each, day, offset))) count += 1;
  }
  return count;
}

type Owed = Awaited<ReturnType<typeof owedRequests>>[number];

function offsetToday(request: Owed, day: Day, written: ReadonlySet<string>): number | null {
  const { id, dueOn } = request;
  // why the earlier one: a telling that a clock running ahead put into the future must not silence the reminders.
  const since = request.since < day ? request.since : day;
  const plan = planReminders({ since, dueOn, offsets: reminderDaysOf(request.reminderDays) }, isWorkingDay);
  const isWritten = (offset: number) => written.has(reminderOnce(id, dueOn, offset));
  return reminderOf(plan, day, isWorkingDay, isWritten)?.offset ?? null;
}

/** Asks once more inside the transaction whether the request still waits: an answer may have come meanwhile. */
async function remind(ports: Ports, owner: Owner, request: Owed, day: Day, offset: number): Promise<boolean> {
  const head = { verb: "remind", noun: "request", recordId: request.id, change: {} };
  const result = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
    const [now] = await owedRequests(entry.tx, owner, request.id);
    if (!now || now.dueOn !== request.dueOn) return failed(problem("changed-meanwhile"));
    const { mailId } = await queueMail(ports, entry, owner, {
      kind: "reminder",
      requestId: request.id,
      contactId: now.contactId,
      variables: { when: ports.mailPhrases.when(daysToDue(now.dueOn, day)) },
      once: reminderOnce(request.id, now.dueOn, offset),
    });
    return mailId === null ? failed(problem("mail-not-waiting")) : done(null);
  });
  if (!result.ok) goUpWhenNotWritten(result.problems);
  return result.ok;
}

/** What the database did not take goes up: the day stays unmarked, and the next turn writes it. */
function goUpWhenNotWritten(problems: readonly Problem[]): void {
  const why = problems.find((each) => isOfDatabase(each.code));
  if (why) throw new Error(`the day's work was not written: ${why.code}`);
}

const toldKinds = ["submitted", "question", "refused", "mail-failed"] as const satisfies RequestEventKind[];
const MAX_LINES = 20;

/**
 * お知らせ: at most one mail a working day, only with an address set and only when something is new since the last.
 * What happened on days off stands in the next one.
 */
async function writeDigest(ports: Ports, owner: Owner, day: Day): Promise<boolean> {
  if (!isWorkingDay(day)) return false;
  const setting = await findSetting(ports.db, owner);
  if (!setting || setting.digestTo === "") return false;
  const mark = await findMark(ports.db, owner, "digest");
  const [events, overdue] = await Promise.all([
    eventsAfter(ports.db, owner, mark?.doneSeq ?? 0, toldKinds),
    newlyOverdue(ports.db, owner, mark?.doneThrough ?? "1900-01-01", day),
  ]);
  const told: (Told & { kind: DigestLine })[] = [
    ...events.flatMap((each) => {
      const kind = digestLines.find((known) => known === each.kind);
      return kind ? [{ ...each, kind }] : [];
    }),
    ...overdue.map((each) => ({ ...each, kind: "overdue" as const })),
  ];
  if (told.length === 0) return false;
  const doneSeq = events.at(-1)?.seq ?? mark?.doneSeq ?? 0;
  const head = { verb: "digest", noun: "hospital", recordId: owner.hospitalId, change: {} };
  const result = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
    const next = { id: mark?.id ?? ports.newId(), name: "digest", doneThrough: day, doneSeq };
    const isOurs = await setMark(entry.tx, owner, { ...next, version: mark?.version ?? 0 });
    if (!isOurs) return failed(problem("changed-meanwhile"));
    const address = ports.baseUrl ?? ports.mailPhrases.noAddress;
    const lines = linesOf(ports, await cataloguesOf(ports, owner), told);
    const variables = { day: dayInWords(day), lines, address };
    const { mailId } = await queueMail(ports, entry, owner, {
      kind: "digest",
      variables,
      once: `digest:${day}`,
    });
    return mailId === null ? failed(problem("mail-not-waiting")) : done(null);
  });
  if (!result.ok) goUpWhenNotWritten(result.problems);
  return result.ok;
}

type Told = { vendor: string; product: string | null; catalogueRef: string };

function linesOf(
  ports: Ports,
  catalogues: Catalogues,
  told: readonly (Told & { kind: DigestLine })[],
): string {
  const { digest, more } = ports.mailPhrases;
  const lines = digestLines.flatMap((kind) =>
    told
      .filter((each) => each.kind === kind)
      .map(
        (each) =>
          `・${digest[kind]}：${each.vendor} ${each.product ?? catalogueTitle(catalogues, each.catalogueRef)}`,
      ),
  );
  const rest = lines.length - MAX_LINES;
  return [...lines.slice(0, MAX_LINES), ...(rest > 0 ? [more(rest)] : [])].join("\n");
}
