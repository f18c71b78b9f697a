import type { ReviewOutcome } from "../../domain/role-records.ts";
import type { roleReviews as japanese } from "../ja/role-reviews.ts";

const outcomes: Record<ReviewOutcome, string> = {
  "no-change": "No change",
  "new-revision": "Agreed on a new revision",
};

export const roleReviews = {
  title: "Reviews",
  open: "To be reviewed",
  shows: "Show",
  help: "When a new system comes, what was agreed with the vendors already here may change too: joints, whom to call first, who acts in an emergency. The agreed sheet is looked at once more with the present vendor, as the usage example of the role sheet does.",
  why: (day: string, count: number) =>
    `Since ${day}, ${count} systems were registered. Ask the vendor whether the roles of this sheet can stay as they are.`,
  system: (name: string, vendor: string) => `${name} (${vendor})`,
  moreSystems: (count: number) => `and ${count} more`,
  due: (day: string) => `Better by ${day} (30 days after registration; not an official day).`,
  change:
    "Where something changes, edit the sheet and agree on a new revision. The agreement ends this review.",
  toAgree: "Edit and agree",
  noChange: "Looked through: no change",
  noChangeWhat:
    "Records that the agreement stays as it is. The sheet does not change. Who looked and when is kept.",
  note: "With whom, how, why",
  noteHint:
    "E.g. every row gone through with the vendor at the meeting of 10 May; the new system does not meet theirs.",
  settle: "Record no change",
  historyTitle: "Past reviews",
  columns: {
    asked: "Asked on",
    systems: "Because of",
    outcome: "Result",
    done: "Settled",
    by: "By",
    note: "With whom, how, why",
  },
  outcomes,
  revision: (no: number) => `Revision ${no}`,
} satisfies typeof japanese;
