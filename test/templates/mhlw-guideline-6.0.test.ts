import { expect, test } from "vitest";
import { expectWholeHead, present, shipped } from "./shipped";

const guideline = async () => present((await shipped()).guideline("mhlw-guideline@6.0"), "6.0");

test("holds the 153 known items with provenance, confidence and source, and says that the total is unknown", async () => {
  const { head, requirements, isTotalUnknown, gaps } = await guideline();
  expectWholeHead(head);
  expect(isTotalUnknown).toBe(true);
  expect(gaps.length).toBeGreaterThan(0);
  expect(requirements).toHaveLength(153);
  for (const each of requirements) {
    expect(each.provenance).toBe("official-number");
    expect(each.key).toMatch(/^GL6\.0-(EM|PM|SO)-/);
    expect(each.no).not.toBeNull();
    expect(each.verification).not.toBe("");
    expect(each.source).not.toBe("");
  }
});

test("keeps volumes, confidences and vendor relevance of the source list", async () => {
  const { requirements } = await guideline();
  const count = (test: (each: (typeof requirements)[number]) => boolean) => requirements.filter(test).length;
  expect(count((each) => each.volume === "経営管理編")).toBe(26);
  expect(count((each) => each.volume === "企画管理編")).toBe(66);
  expect(count((each) => each.volume === "システム運用編")).toBe(61);
  expect(count((each) => each.isVendorRelevant)).toBe(106);
  expect(count((each) => each.confidence === "low")).toBe(10);
  expect(count((each) => each.verification === "final-text")).toBe(59);
});

test("was replaced by 7.0 on 2026-06-29", async () => {
  expect((await guideline()).head.replacedBy).toEqual({ version: "7.0", on: "2026-06-29" });
});

test("a row of which only a part was read says so in its note", async () => {
  const row = (await guideline()).requirements.find((each) => each.key === "GL6.0-SO-3-4");
  expect(row?.note).toContain("原文の一部だけを確認");
});
