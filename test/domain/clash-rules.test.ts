import { describe, expect, it } from "vitest";
import {
  answerSayings,
  type ClashKind,
  clashKinds,
  clashRules,
  partySayings,
  ruleFor,
  type Saying,
  type StatementSource,
  statementSources,
} from "~/domain/clash-rules";

const saysOf: Record<StatementSource, readonly Saying[]> = {
  disclosure: answerSayings,
  "vendor-checklist": answerSayings,
  "hospital-checklist": answerSayings,
  "role-sheet": partySayings.filter((each) => each !== "silent"),
  annex: partySayings,
};
const all = statementSources.flatMap((source) => saysOf[source].map((says) => ({ source, says })));

/** Every pair that does not go together, written out; every pair that is not here goes together. */
const table: Record<string, ClashKind> = {
  "disclosure yes · vendor-checklist no": "disclosure-yes-checklist-no",
  "disclosure no · vendor-checklist yes": "disclosure-no-checklist-yes",
  "disclosure yes · hospital-checklist no": "disclosure-yes-checklist-no",
  "disclosure no · hospital-checklist yes": "disclosure-no-checklist-yes",
  "disclosure yes · disclosure no": "disclosures-disagree",
  "vendor-checklist yes · vendor-checklist no": "checklists-disagree",
  "vendor-checklist yes · hospital-checklist no": "checklists-disagree",
  "vendor-checklist no · hospital-checklist yes": "checklists-disagree",
  "disclosure yes · role-sheet hospital": "disclosure-yes-role-hospital",
  "disclosure no · role-sheet vendor": "disclosure-no-role-vendor",
  "disclosure no · role-sheet both": "disclosure-no-role-vendor",
  "disclosure not-applicable · role-sheet vendor": "disclosure-no-role-vendor",
  "disclosure not-applicable · role-sheet both": "disclosure-no-role-vendor",
  "vendor-checklist yes · role-sheet hospital": "checklist-yes-role-hospital",
  "vendor-checklist no · role-sheet vendor": "checklist-no-role-vendor",
  "vendor-checklist no · role-sheet both": "checklist-no-role-vendor",
  "vendor-checklist not-applicable · role-sheet vendor": "checklist-no-role-vendor",
  "vendor-checklist not-applicable · role-sheet both": "checklist-no-role-vendor",
  "disclosure yes · annex hospital": "disclosure-yes-annex-hospital",
  "disclosure no · annex vendor": "disclosure-no-annex-vendor",
  "disclosure no · annex both": "disclosure-no-annex-vendor",
  "disclosure not-applicable · annex vendor": "disclosure-no-annex-vendor",
  "disclosure not-applicable · annex both": "disclosure-no-annex-vendor",
  "disclosure yes · annex silent": "disclosure-yes-annex-silent",
  "role-sheet hospital · annex vendor": "role-annex-differ",
  "role-sheet hospital · annex both": "role-annex-differ",
  "role-sheet hospital · annex third-party": "role-annex-differ",
  "role-sheet vendor · annex hospital": "role-annex-differ",
  "role-sheet vendor · annex both": "role-annex-differ",
  "role-sheet vendor · annex third-party": "role-annex-differ",
  "role-sheet both · annex hospital": "role-annex-differ",
  "role-sheet both · annex vendor": "role-annex-differ",
  "role-sheet both · annex third-party": "role-annex-differ",
  "role-sheet third-party · annex hospital": "role-annex-differ",
  "role-sheet third-party · annex vendor": "role-annex-differ",
  "role-sheet third-party · annex both": "role-annex-differ",
  "role-sheet vendor · annex silent": "role-vendor-annex-silent",
  "role-sheet both · annex silent": "role-vendor-annex-silent",
};
const nameOf = (each: { source: string; says: string }) => `${each.source} ${each.says}`;

describe("which statements go together", () => {
  it("every pair of every source and saying is in the table or goes together", () => {
    const found: Record<string, ClashKind> = {};
    for (const a of all) {
      for (const b of all) {
        const met = ruleFor(a, b);
        expect(ruleFor(b, a)?.rule.kind, `${nameOf(a)} turned`).toBe(met?.rule.kind);
        if (met && !met.isTurned) found[`${nameOf(a)} · ${nameOf(b)}`] = met.rule.kind;
      }
    }
    expect(found).toEqual(table);
  });

  it("uses every kind, and no pair meets two rules", () => {
    expect(new Set(clashRules.map((each) => each.kind))).toEqual(new Set(clashKinds));
    const pairs = clashRules.flatMap(({ left, right }) =>
      left.says.flatMap((a) => right.says.map((b) => `${left.source} ${a} ${right.source} ${b}`)),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("what is unknown, undecided or equal clashes with nothing", () => {
    for (const a of all) {
      for (const b of all) {
        if (["unknown", "undecided"].includes(a.says)) expect(ruleFor(a, b)).toBeNull();
        if (a.says === b.says) expect(ruleFor(a, b)).toBeNull();
      }
    }
  });
});
