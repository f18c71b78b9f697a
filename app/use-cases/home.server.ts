import { currentDisclosures, datedDecisions, datedVersions } from "#db/queries/deadlines.server";
import { isFresh, systemsWithDisclosure, undecidedBySheet } from "#db/queries/home.server";
import { listOpenIntakes } from "#db/queries/intakes.server";
import { countMailStates } from "#db/queries/mail.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { comingDeadlines, type DeadlineFacts, deadlinesOf } from "~/domain/deadline";
import { type MailState, statesToSettle } from "~/domain/mail";
import { aboutOf } from "~/domain/request";
import { isOwed } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { NOTICE_DAYS, type RequestFacts, tasksOf } from "~/domain/tasks";
import { twoFactorReadiness } from "~/domain/two-factor";
import { listClashes } from "./clashes.server";
import { listReopened } from "./decision-list.server";
import { checklistTargets } from "./own-checklists.server";
import type { Ports } from "./ports.server";
import { certificateDays, contractDays, noticeMatters } from "./renewals.server";
import { requestsToday } from "./requests.server";
import { listOpenReviews } from "./role-reviews.server";
import { listStaleDisclosures } from "./stale-disclosures.server";
import { listTwoFactor } from "./two-factor.server";

export const STRIP_DAYS = 90;

/** Every record of the hospital that carries a day: eight queries, whatever its size. */
async function readDates(ports: Ports, scope: Scope) {
  const [decisions, contracts, versions, disclosures, open, certificates, reviews, targets] =
    await Promise.all([
      datedDecisions(ports.db, scope),
      contractDays(ports, scope),
      datedVersions(ports.db, scope),
      currentDisclosures(ports.db, scope),
      requestsToday(ports, scope),
      certificateDays(ports, scope),
      listOpenReviews(ports, scope),
      checklistTargets(ports, scope),
    ]);
  const asked = open.map((each) => ({ ...each, name: aboutOf(each) || each.vendor, about: each.vendor }));
  const requests = asked.filter((each) => isOwed(each.state));
  return { decisions, contracts, versions, disclosures, requests, asked, certificates, reviews, targets };
}

/** 期限: all days with where they come from, earliest first, and today. */
export async function listDeadlines(ports: Ports, scope: Scope) {
  const facts: DeadlineFacts = await readDates(ports, scope);
  return { deadlines: deadlinesOf(facts), today: dayInTokyo(ports.now()) };
}

/** What asking leaves to be done: late, to review, to answer, mails that wait for a person. */
function requestFacts(
  asked: Awaited<ReturnType<typeof readDates>>["asked"],
  mails: readonly { state: MailState; count: number }[],
  today: Day,
  sends: boolean,
): RequestFacts {
  const count = (states: readonly MailState[]) =>
    mails.filter((each) => states.includes(each.state)).reduce((sum, each) => sum + each.count, 0);
  return {
    overdue: asked.filter((each) => isOwed(each.state) && each.dueOn < today),
    submitted: asked.filter((each) => each.state === "submitted"),
    questions: asked.filter((each) => each.openQuestions > 0 && each.state !== "revoked"),
    mailsFailed: count(statesToSettle),
    mailsToHandOver: sends ? 0 : count(["waiting"]),
  };
}

/**
 * ホーム: what to do today, four figures with their arithmetic, the coming 90 days. Nineteen queries whatever the
 * size of the hospital, a dozen more when a notice day is near or something was written since. A figure that the records
 * cannot answer is not among them.
 */
export async function showHome(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const [dates, intakes, systems, sheets, isFirstDay, stale, mails, twoFactor, found, reopened] =
    await Promise.all([
      readDates(ports, scope),
      listOpenIntakes(ports.db, scope),
      systemsWithDisclosure(ports.db, scope),
      undecidedBySheet(ports.db, scope),
      isFresh(ports.db, scope),
      listStaleDisclosures(ports, scope),
      countMailStates(ports.db, scope),
      listTwoFactor(ports, scope),
      listClashes(ports, scope),
      listReopened(ports, scope),
    ]);
  const deadlines = deadlinesOf(dates);
  const systemsWithout = systems.filter((each) => each.isDisclosed === 0);
  const undecidedSheets = sheets.filter((each) => each.undecided > 0);
  const overdue = dates.decisions.filter((each) => each.dueOn !== null && each.dueOn < today);
  const coming = comingDeadlines(deadlines, today, STRIP_DAYS);
  const soon = comingDeadlines(deadlines, today, NOTICE_DAYS);
  return {
    today,
    matters: await noticeMatters(ports, scope, soon),
    isFirstDay: isFirstDay && intakes.length === 0 && systems.length === 0,
    tasks: tasksOf(
      {
        deadlines,
        reopened,
        intakes: [...intakes].reverse(),
        systemsWithout,
        stale,
        undecidedSheets,
        clashes: found.clashes.map(({ left, right, systemIds }) => ({
          id: left.record.id,
          name: systemIds.map((id) => found.systems[id]).join("・") || left.record.title,
          about: `${left.record.title} ↔ ${right.record.title}`,
        })),
        requests: requestFacts(dates.asked, mails, today, ports.sendMail !== null),
      },
      today,
    ),
    figures: {
      disclosed: {
        count: systems.length - systemsWithout.length,
        total: systems.length,
        missing: systemsWithout.map(({ id, name }) => ({ id, name })),
      },
      decisions: { open: dates.decisions.length, overdue: overdue.length },
      undecided: {
        count: undecidedSheets.reduce((sum, each) => sum + each.undecided, 0),
        total: sheets.reduce((sum, each) => sum + each.rows, 0),
      },
      twoFactor: twoFactorReadiness(twoFactor.rows.map((each) => each.held)),
    },
    coming,
  };
}
