import { expect, test } from "vitest";
import { clauseText } from "~/domain/guideline";
import { expectWholeHead, present, shipped } from "./shipped";

const guideline = async () => present((await shipped()).guideline("mhlw-guideline@7.0"), "7.0");

test("is the current edition, named as a part of it", async () => {
  const { head, isTotalUnknown } = await guideline();
  expectWholeHead(head);
  expect(head.title).toContain("部分");
  expect(head.replacedBy).toBeNull();
  expect(isTotalUnknown).toBe(true);
  expect((await shipped()).currentGuideline("mhlw-guideline")?.head.version).toBe("7.0");
});

test("a row has an official number, or is ours and says which single source it rests on", async () => {
  for (const each of (await guideline()).requirements) {
    if (each.no !== null) {
      expect(each.provenance).toBe("official-number");
      continue;
    }
    expect(each.key).toMatch(/^starter:gl70-\d{2}$/);
    expect(each.provenance).toBe("own-wording");
    expect(each.confidence).not.toBe("high");
    expect(each.note).toContain("単一の二次資料");
  }
});

test("no text of 7.0 was read, so no row claims high confidence", async () => {
  const { requirements, facts } = await guideline();
  expect([...requirements, ...facts].filter((each) => each.confidence === "high")).toEqual([]);
  for (const fact of facts) expect(fact.confidence === "medium", fact.key).toBe(fact.sourceCount >= 2);
});

test("the 18 subjects of the annex and the two-factor item stand in it", async () => {
  const { requirements } = await guideline();
  expect(requirements.filter((each) => each.no === null)).toHaveLength(18);
  const clauses = requirements.map((each) => clauseText(each));
  expect(clauses).toContain("システム運用編 14⑤");
  expect(new Set(requirements.filter((each) => each.no !== null).map(clauseText)).size).toBe(7);
});
