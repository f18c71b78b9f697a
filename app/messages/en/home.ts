import type { TaskKind } from "../../domain/tasks.ts";

type Card = { what: (count: number) => string; button: string };
const tasks: Record<TaskKind, Card> = {
  "decision-over": { what: (count) => `Promises or measures are overdue (${count})`, button: "Check" },
  "acceptance-over": { what: (count) => `Acceptances of risks are over (${count})`, button: "Decide anew" },
  "decision-reopened": {
    what: (count) => `What decisions rest on has changed (${count})`,
    button: "Look again",
  },
  "acceptance-soon": { what: (count) => `Acceptances of risks end soon (${count})`, button: "Check" },
  "contract-over": { what: (count) => `Contracts are past their period (${count})`, button: "Open contract" },
  "request-over": { what: (count) => `Requests past their due day (${count})`, button: "See the course" },
  "request-submitted": { what: (count) => `Submissions waiting for review (${count})`, button: "Review" },
  "request-question": { what: (count) => `Questions of vendors without a reply (${count})`, button: "Reply" },
  "mail-failed": { what: (count) => `Mails that could not be sent (${count})`, button: "Open the outbox" },
  "outbox-waiting": { what: (count) => `Mails to be handed over (${count})`, button: "Open the outbox" },
  "intake-waiting": { what: (count) => `Received disclosures wait for review (${count})`, button: "Review" },
  "notice-soon": { what: (count) => `The day of notice is near (${count})`, button: "Open contract" },
  "role-review": { what: (count) => `Role sheets to be looked at again (${count})`, button: "Review" },
  "decision-soon": { what: (count) => `Promises or measures are due soon (${count})`, button: "Check" },
  "disclosure-missing": {
    what: (count) => `${count} systems have no disclosure`,
    button: "Receive disclosure",
  },
  "roles-undecided": { what: (count) => `${count} rows have nobody in charge`, button: "Decide" },
  "clash-found": {
    what: (count) => `Records say different things on one matter (${count})`,
    button: "Compare",
  },
  "disclosure-stale": {
    what: (count) => `Disclosures need renewing (${count})`,
    button: "Check",
  },
};

export const home = {
  title: "Home",
  today: "To do today",
  count: (count: number) => `${count}`,
  order: "Most urgent first.",
  nothing: "Nothing to do today. The next 90 days are below.",
  receive: "Receive disclosure",
  tasks,
  left: (days: number) => `${days} days left`,
  over: (days: number) => `${days} days over`,
  now: "today",
  noDay: "no deadline",
  others: (count: number) => `and ${count} more`,
  figures: {
    disclosed: {
      title: "Disclosures received",
      of: (count: number, total: number) => `${count} of ${total} systems`,
      link: (rest: number) => `See the ${rest} without`,
      none: "No systems yet",
    },
    decisions: {
      title: "Decisions with a due day",
      of: (overdue: number) => `${overdue} overdue`,
      link: "See due days",
    },
    undecided: {
      title: "Undecided rows",
      of: (total: number) => `of ${total} rows`,
      link: "See role sheets",
    },
    twoFactor: {
      title: "Second factors",
      outOf: (total: number) => ` of ${total} places ready`,
      of: (inTime: number, day: string, late: number, unknown: number) =>
        `Planned by ${day}: ${inTime} · not in time: ${late} · unknown: ${unknown}`,
      link: "See by system",
    },
  },
  items: "",
  rows: "rows",
  twoFactor:
    "Whether second factors will be there by the next renewal and 2027-04-01 is recorded by system, client and server apart.",
  strip: "The next 90 days",
  stripLabel: (count: number) => `${count} dates in the next 90 days; the list below says the same.`,
  stripNone: "No deadlines in the next 90 days.",
  toDeadlines: "All deadlines",
  more: (count: number) => `${count} more are among the deadlines.`,
  askInstead: "Ask for it instead",
  firstTitle: "The first three steps",
  firstLead: "In this order they lead to the first comparison.",
  steps: [
    {
      title: "Register a vendor",
      what: "One company you have a contract with; the name is enough. A list of your own in Excel can be imported.",
      button: "Register vendor",
      to: "/vendors/new",
    },
    {
      title: "Receive a disclosure",
      what: "Drop the MDS/SDS workbook as the vendor sent it, or ask the vendor for it.",
      button: "Receive disclosure",
      to: "/disclosures/receive",
    },
    {
      title: "Compare",
      what: "See it beside the guideline and decide on every gap.",
      button: "Open comparison",
      to: "/assessments",
    },
  ],
};
