import type { RowParty } from "./role-sheet.ts";

/** Where a statement stands: who says it, in which kind of record. */
export const statementSources = [
  "disclosure",
  "vendor-checklist",
  "hospital-checklist",
  "role-sheet",
  "annex",
] as const;
export type StatementSource = (typeof statementSources)[number];

/** What a form says of an item; a conflict, a blank and what nobody can read say nothing (`unknown`). */
export const answerSayings = ["yes", "no", "not-applicable", "unknown"] as const;
/** What a table of parties says of an item; `silent`: the issued annex does not have the row. */
export const partySayings = [
  "hospital",
  "vendor",
  "both",
  "third-party",
  "undecided",
  "silent",
] as const satisfies readonly (RowParty | "silent")[];
export type Saying = (typeof answerSayings)[number] | (typeof partySayings)[number];

/** 食い違い: words in messages/. The order is that of the list: what an inspector asks first comes first. */
export const clashKinds = [
  "disclosure-yes-checklist-no",
  "disclosure-no-checklist-yes",
  "disclosures-disagree",
  "checklists-disagree",
  "disclosure-yes-role-hospital",
  "disclosure-no-role-vendor",
  "checklist-yes-role-hospital",
  "checklist-no-role-vendor",
  "disclosure-yes-annex-hospital",
  "disclosure-no-annex-vendor",
  "disclosure-yes-annex-silent",
  "role-annex-differ",
  "role-vendor-annex-silent",
] as const;
export type ClashKind = (typeof clashKinds)[number];

export type ClashRule = {
  kind: ClashKind;
  left: { source: StatementSource; says: readonly Saying[] };
  right: { source: StatementSource; says: readonly Saying[] };
  /** system: both are about one system or product; contract: both belong to one contract. */
  within: "system" | "contract";
};

/** 「対象外」 beside 「事業者が行う」 is looked at like 「いいえ」: the vendor says it has nothing to do with it. */
const denied: readonly Saying[] = ["no", "not-applicable"];
const vendorDoes: readonly Saying[] = ["vendor", "both"];
const say = (source: StatementSource, ...says: readonly Saying[]) => ({ source, says });

/**
 * Which two statements on one matter do not go together. Data, so that the table can be read and tried whole
 * (test: every source and saying against every other). What is unknown, undecided or given to a third party
 * clashes with nothing; two role sheets of different contracts are compared by the coverage of a day instead.
 */
export const clashRules: readonly ClashRule[] = [
  ...(["vendor-checklist", "hospital-checklist"] as const).flatMap((list): ClashRule[] => [
    {
      kind: "disclosure-yes-checklist-no",
      left: say("disclosure", "yes"),
      right: say(list, "no"),
      within: "system",
    },
    {
      kind: "disclosure-no-checklist-yes",
      left: say("disclosure", "no"),
      right: say(list, "yes"),
      within: "system",
    },
    {
      kind: "checklists-disagree",
      left: say("vendor-checklist", "yes"),
      right: say(list, "no"),
      within: "system",
    },
  ]),
  {
    kind: "checklists-disagree",
    left: say("vendor-checklist", "no"),
    right: say("hospital-checklist", "yes"),
    within: "system",
  },
  {
    kind: "disclosures-disagree",
    left: say("disclosure", "yes"),
    right: say("disclosure", "no"),
    within: "system",
  },
  {
    kind: "disclosure-yes-role-hospital",
    left: say("disclosure", "yes"),
    right: say("role-sheet", "hospital"),
    within: "system",
  },
  {
    kind: "disclosure-no-role-vendor",
    left: say("disclosure", ...denied),
    right: say("role-sheet", ...vendorDoes),
    within: "system",
  },
  {
    kind: "checklist-yes-role-hospital",
    left: say("vendor-checklist", "yes"),
    right: say("role-sheet", "hospital"),
    within: "system",
  },
  {
    kind: "checklist-no-role-vendor",
    left: say("vendor-checklist", ...denied),
    right: say("role-sheet", ...vendorDoes),
    within: "system",
  },
  {
    kind: "disclosure-yes-annex-hospital",
    left: say("disclosure", "yes"),
    right: say("annex", "hospital"),
    within: "system",
  },
  {
    kind: "disclosure-no-annex-vendor",
    left: say("disclosure", ...denied),
    right: say("annex", ...vendorDoes),
    within: "system",
  },
  {
    kind: "disclosure-yes-annex-silent",
    left: say("disclosure", "yes"),
    right: say("annex", "silent"),
    within: "system",
  },
  ...(["hospital", "vendor", "both", "third-party"] as const).map(
    (party, _at, parties): ClashRule => ({
      kind: "role-annex-differ",
      left: say("role-sheet", party),
      right: say("annex", ...parties.filter((each) => each !== party)),
      within: "contract",
    }),
  ),
  {
    kind: "role-vendor-annex-silent",
    left: say("role-sheet", ...vendorDoes),
    right: say("annex", "silent"),
    within: "contract",
  },
];

type Said = { source: StatementSource; says: Saying };
const keyOf = (a: Said, b: Said) => `${a.source} ${a.says} ${b.source} ${b.says}`;
const ruleOf = new Map(
  clashRules.flatMap((rule) =>
    rule.left.says.flatMap((left) =>
      rule.right.says.map(
        (right) =>
          [
            keyOf({ source: rule.left.source, says: left }, { source: rule.right.source, says: right }),
            rule,
          ] as const,
      ),
    ),
  ),
);

/** The rule two statements on one matter meet, and which of them stands on its left; null when they go together. */
export function ruleFor(a: Said, b: Said): { rule: ClashRule; isTurned: boolean } | null {
  const straight = ruleOf.get(keyOf(a, b));
  if (straight) return { rule: straight, isTurned: false };
  const turned = ruleOf.get(keyOf(b, a));
  return turned ? { rule: turned, isTurned: true } : null;
}
