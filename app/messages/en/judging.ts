import type { judging as japanese } from "../ja/judging.ts";

export const judging: typeof japanese = {
  carried: {
    mark: (version) => `carried from version ${version}`,
    from: (no) => `item ${no} there: `,
    answered: (answer) => `→ ${answer}`,
    toConfirm: "The question was reworded: it counts as no answer until it is confirmed.",
    crosswalk: "Crosswalk",
    confirmed: (day, by) => `confirmed on ${day} by ${by}`,
    head: (from, to) =>
      `This disclosure was made on version ${from} of its form. It is compared by the mappings of version ${to}, its answers carried by a crosswalk.`,
  },
  override: {
    title: "Override of the verdict",
    step: "A person's override",
    tag: "overridden",
    ruled: (word) => `by rule: ${word}`,
    what: "For reading the same answers and remarks otherwise than the rule does. The verdict of the rule stays beside it. When an answer or remark changes, the override no longer counts.",
    now: (day, by) => `overridden on ${day} by ${by}`,
    lapsed: "An answer or remark changed after the override, so the verdict of the rule counts again.",
    verdict: "Verdict instead",
    reason: "Reason of the override",
    reasonHint:
      "Example: remark 3 says “in place on every terminal”; the blank was an oversight, confirmed by phone on 2 May.",
    save: "Record the override",
    again: "Override anew",
    lift: "Take the override back",
    liftWhat: "The verdict of the rule counts again. The record of the override stays.",
    liftReason: "Reason for taking it back",
    history: "Overrides so far",
    lifted: "taken back",
    saved: "The override was recorded.",
    count: (count) => `${count} overridden by a person`,
  },
};
