import type { DeadlineKind, Urgency } from "../../domain/deadline.ts";

const kinds: Record<DeadlineKind, { word: string; from: string }> = {
  "decision-due": { word: "Promise or measure due", from: "due day of a decision" },
  "acceptance-end": { word: "End of an acceptance", from: "the last day on which a risk is accepted" },
  "request-due": { word: "Request due", from: "due day of a request to the vendor" },
  "role-review": {
    word: "Role sheet to be reviewed",
    from: "30 days after a new system was registered (our own rule)",
  },
  "notice-day": { word: "Last day of notice", from: "end of the contract less its days of notice" },
  "contract-end": { word: "End of contract", from: "period registered with the contract" },
  "certificate-end": {
    word: "Certificate ends",
    from: "the expiry of a certificate entered for a subcontractor",
  },
  "support-end": { word: "End of support", from: "registered with the version in use" },
  "disclosure-old": { word: "A year since disclosure", from: "12 months after the disclosure was made" },
  "checklist-target": {
    word: "Target day of the own checklist",
    from: "the target day of an item answered no",
  },
};
const urgencies: Record<Urgency, string> = { over: "overdue", today: "today", soon: "soon", later: "later" };

export const deadlines = {
  title: "Deadlines",
  lead: "Every day the records name, earliest first, each with where it comes from.",
  empty: "No record carries a day yet. Contracts and decisions will be listed here.",
  kind: "Kind",
  kinds,
  urgencies,
  columns: {
    day: "Day",
    left: "Left",
    kind: "Kind",
    name: "About",
    about: "Vendor",
    from: "Where it comes from",
  },
  left: (days: number) => `${days} days`,
  over: (days: number) => `${days} days over`,
  today: "today",
  settingsTitle: "Stand-ins and calendar",
  settingsLead: "See the days in your own calendar, and say who stands in while somebody is away.",
  calendar: {
    title: "Month",
    month: (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`,
    before: "Month before",
    after: "Month after",
    weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    day: (day: string, count: number) => `${day}: ${count}`,
    count: (count: number) => `(${count})`,
  },
  feed: {
    title: "Calendar address (iCal)",
    what: "Give this address to a calendar program and the days appear there. Whoever knows it sees the days without signing in, so keep it to yourself. No gap and no measure stands in a title.",
    none: "There is no address yet.",
    since: (day: string) => `The address made on ${day} works.`,
    once: "This address is shown only now. Copy it into your calendar.",
    address: "Address",
    make: "Make an address",
    makeAgain: "Replace the address",
    revoke: "End the address",
    calendarName: (hospital: string) => `Buntan days (${hospital})`,
    eventTitle: (kind: string, name: string | null) => (name === null ? kind : `${kind}: ${name}`),
    eventText: "See the days in Buntan.",
  },
  standIn: {
    title: "Stand-ins",
    what: "On these days the work of the one appears among that of the other. Rights do not change.",
    none: "Nobody stands in now.",
    alone: "There is one account only, so nobody can stand in.",
    line: (account: string, substitute: string, from: string, to: string) =>
      `${account} → ${substitute}, ${from} to ${to}`,
    account: "Who is away",
    substitute: "Who stands in",
    fromOn: "First day",
    toOn: "Last day",
    save: "Set stand-in",
    end: "End",
  },
};
