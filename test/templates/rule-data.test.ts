import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogues } from "~/catalogues.server";
import { applicabilityOf } from "~/domain/applicability";
import { readRuleData } from "~/rule-data.server";
import { present, shipped, templatesFolder } from "./shipped";

let catalogues: Catalogues;
beforeAll(async () => {
  catalogues = await shipped();
});

const rulesOf = (ref: string) =>
  present(
    catalogues.rules.applicability.find((each) => each.guideline === ref),
    ref,
  );

it("the folders hold nothing but files of their kind", async () => {
  expect((await readRuleData(templatesFolder)).ok).toBe(true);
});

it("every edition of the guideline has its rules, once", () => {
  const refs = catalogues.rules.applicability.map((each) => each.guideline);
  expect([...refs].sort()).toEqual([...catalogues.guidelines.keys()].sort());
});

it("rules name classes, chapters and facts that their edition has", () => {
  for (const rules of catalogues.rules.applicability) {
    const guideline = present(catalogues.guideline(rules.guideline), rules.guideline);
    const names = rules.classes.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
    for (const relief of rules.reliefs) {
      expect(relief.classes.filter((each) => !names.includes(each))).toEqual([]);
      for (const { chapter } of relief.chapters) {
        const held = guideline.requirements.some(
          (each) => each.volume === relief.volume && each.chapter === chapter,
        );
        expect(held, `${relief.key} ${chapter}`).toBe(true);
      }
    }
    const facts = guideline.facts.map((each) => each.key);
    const named = [...(rules.entrusted?.facts ?? []), ...rules.selectionFacts];
    expect(named.filter((each) => !facts.includes(each))).toEqual([]);
    expect(guideline.requirements.filter((each) => !rules.volumes.includes(each.volume))).toEqual([]);
  }
});

describe("edition 6.0", () => {
  it("never shortens a row that its chapter's own heading gives to the class", () => {
    const rules = rulesOf("mhlw-guideline@6.0");
    const guideline = present(catalogues.guideline(rules.guideline), rules.guideline);
    for (const { name, hasStaff, form } of rules.classes) {
      const { rows } = applicabilityOf(rules, guideline, {
        staff: hasStaff ? "yes" : "no",
        form,
        route: null,
      });
      const wrong = rows.filter(
        ({ state, requirement }) => state === "through-contract" && isGivenTo(requirement.appliesTo, name),
      );
      expect(wrong.map((each) => each.requirement.key)).toEqual([]);
    }
  });

  it("on-premises reads everything; in the cloud what falls away is listed", () => {
    const rules = rulesOf("mhlw-guideline@6.0");
    const guideline = present(catalogues.guideline(rules.guideline), rules.guideline);
    const counts = (staff: "yes" | "no", form: "cloud" | "on-premise") =>
      applicabilityOf(rules, guideline, { staff, form, route: null }).counts["through-contract"];
    expect([counts("yes", "on-premise"), counts("no", "on-premise")]).toEqual([0, 0]);
    expect(counts("yes", "cloud")).toBeGreaterThan(counts("no", "cloud"));
    expect(counts("no", "cloud")).toBeGreaterThan(20);
  });
});

/** 「Ⅰ~Ⅳ」 and 「Ⅰ、Ⅲ(…)」 as the rows carry them. */
function isGivenTo(appliesTo: string, name: string): boolean {
  const plain = appliesTo.replace(/\(.*\)/, "");
  return plain === "Ⅰ~Ⅳ" || plain.split("、").includes(name);
}

it("dates of second factors are days with their sources", () => {
  for (const each of catalogues.rules.twoFactorDates) {
    expect(each.source.length).toBeGreaterThan(5);
    if (each.from !== null) expect(each.from < each.by).toBe(true);
  }
  expect(catalogues.rules.twoFactorDates.map((each) => each.by)).toContain("2027-04-01");
});
