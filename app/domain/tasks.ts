import type { Day } from "./day.ts";
import { daysBetween } from "./day.ts";
import type { Deadline, DecisionPlace } from "./deadline.ts";
import { EXPIRY_DAYS } from "./decision-work.ts";

/** 今日すること, in the order of ties: what is late or waiting first. */
export const taskKinds = [
  "acceptance-over",
  "decision-reopened",
  "decision-over",
  "contract-over",
  "request-over",
  "request-submitted",
  "request-question",
  "mail-failed",
  "outbox-waiting",
  "intake-waiting",
  "notice-soon",
  "role-review",
  "decision-soon",
  "acceptance-soon",
  "disclosure-missing",
  "roles-undecided",
  "clash-found",
  "disclosure-stale",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** One card. `count` records ask for the same; `name` and `recordId` are those of the most urgent one. */
export type Task = {
  kind: TaskKind;
  day: Day | null;
  count: number;
  name: string;
  about: string;
  recordId: string | null;
  decidedAt?: DecisionPlace;
};

export type TaskFacts = {
  deadlines: readonly Deadline[];
  /** Decisions whose basis says something else now, or is gone, the first decided first. */
  reopened: readonly { id: string; name: string; about: string }[];
  /** Files read and waiting for a person, oldest first. */
  intakes: readonly { id: string; fileName: string }[];
  /** Systems in use of whose product version nothing was disclosed. */
  systemsWithout: readonly { id: string; name: string; about: string }[];
  /** Current disclosures with a reason to ask for a new one, oldest first. */
  stale: readonly { id: string; name: string; about: string; productVersionId: string }[];
  /** Sheets with rows nobody has, most rows first. */
  undecidedSheets: readonly { id: string; title: string; undecided: number }[];
  /** Pairs of records that say different things on one matter, the surest first; by the systems they are about. */
  clashes: readonly { id: string; name: string; about: string }[];
  requests: RequestFacts;
};

type AskedRecord = { id: string; name: string; about: string; dueOn: Day };
/** What asking vendors leaves to be done, the first due first. */
export type RequestFacts = {
  /** Without an answer past the due day. */
  overdue: readonly AskedRecord[];
  /** Submitted and not looked through. */
  submitted: readonly AskedRecord[];
  /** With a question nobody answered. */
  questions: readonly AskedRecord[];
  /** Mails that failed, or of which nobody knows whether they left. */
  mailsFailed: number;
  /** Mails that wait for a person, because there is no mail server. */
  mailsToHandOver: number;
};

export const MAX_TASKS = 7;
/** A notice needs letters and signatures; a promise needs a reminder. */
export const NOTICE_DAYS = 30;
export const DUE_DAYS = 14;

/** At most seven cards, one per kind, the earliest day first; what has no day comes last. */
export function tasksOf(facts: TaskFacts, today: Day): Task[] {
  const between = (kind: Deadline["kind"], from: number, to: number) =>
    facts.deadlines.filter((each) => {
      const left = daysBetween(today, each.day);
      return each.kind === kind && left >= from && left <= to;
    });
  const [past, yesterday] = [Number.NEGATIVE_INFINITY, -1];
  const undecided = facts.undecidedSheets.reduce((sum, each) => sum + each.undecided, 0);
  const tasks = [
    dated("acceptance-over", between("acceptance-end", past, yesterday)),
    dated("decision-over", between("decision-due", past, yesterday)),
    card("decision-reopened", today, facts.reopened.length, named(facts.reopened[0])),
    dated("contract-over", between("contract-end", past, yesterday)),
    ...requestTasks(facts.requests, today),
    card("intake-waiting", today, facts.intakes.length, named(facts.intakes[0], facts.intakes[0]?.fileName)),
    dated("notice-soon", between("notice-day", 0, NOTICE_DAYS)),
    dated("role-review", between("role-review", past, Number.POSITIVE_INFINITY)),
    dated("decision-soon", between("decision-due", 0, DUE_DAYS)),
    dated("acceptance-soon", between("acceptance-end", 0, EXPIRY_DAYS)),
    card("disclosure-missing", null, facts.systemsWithout.length, named(facts.systemsWithout[0])),
    card(
      "roles-undecided",
      null,
      undecided,
      named(facts.undecidedSheets[0], facts.undecidedSheets[0]?.title),
    ),
    card("clash-found", null, facts.clashes.length, named(facts.clashes[0])),
    // A disclosure that needs renewing has no day of its own that presses; it waits below what has one.
    card("disclosure-stale", null, facts.stale.length, named(facts.stale[0])),
  ];
  return tasks
    .filter((each) => each.count > 0)
    .sort(inOrder)
    .slice(0, MAX_TASKS);
}

function requestTasks(facts: RequestFacts, today: Day): Task[] {
  const [over] = facts.overdue;
  const nobody = named(undefined);
  return [
    card("request-over", over?.dueOn ?? null, facts.overdue.length, named(over)),
    card("request-submitted", today, facts.submitted.length, named(facts.submitted[0])),
    card("request-question", today, facts.questions.length, named(facts.questions[0])),
    card("mail-failed", today, facts.mailsFailed, nobody),
    card("outbox-waiting", today, facts.mailsToHandOver, nobody),
  ];
}

type Named = Pick<Task, "name" | "about" | "recordId">;

function named(
  record: { id: string; name?: string; about?: string } | undefined,
  name = record?.name ?? "",
): Named {
  return { name, about: record?.about ?? "", recordId: record?.id ?? null };
}

function card(kind: TaskKind, day: Day | null, count: number, first: Named): Task {
  return { kind, day, count, ...first };
}

function dated(kind: TaskKind, deadlines: readonly Deadline[]): Task {
  const first = deadlines[0];
  if (!first) return card(kind, null, 0, named(undefined));
  const { day, name, about, recordId, decidedAt } = first;
  const task = card(kind, day, deadlines.length, { name, about, recordId });
  return decidedAt ? { ...task, decidedAt } : task;
}

function inOrder(a: Task, b: Task): number {
  if (a.day !== b.day) {
    if (a.day === null) return 1;
    if (b.day === null) return -1;
    return a.day < b.day ? -1 : 1;
  }
  return taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind);
}
