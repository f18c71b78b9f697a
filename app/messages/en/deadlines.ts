import type { DeadlineKind, Urgency } from "../../domain/deadline.ts";

const kinds: Record<DeadlineKind, { word: string; from: string }> = {
  "decision-due": { word: "Promise or measure due", from: "due day of a decision" },
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
};
