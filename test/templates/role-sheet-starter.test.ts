import { expect, test } from "vitest";
import { expectWholeHead, present, shipped } from "./shipped";

const form = async () =>
  present((await shipped()).roleSheetForms.get("role-sheet-starter@1.0"), "role sheet");

test("its title says that it was not compared with the official form", async () => {
  const { head, isTotalUnknown, gaps } = await form();
  expectWholeHead(head);
  expect(head.title).toBe("役割分担確認表 院内スターター（公式様式との照合が未了）");
  expect(isTotalUnknown).toBe(true);
  expect(gaps.length).toBeGreaterThan(0);
});

test("a number stands only on the seven rows whose number and label were both read", async () => {
  const numbered = (await form()).items.filter((each) => each.no !== null);
  expect(numbered.map((each) => `Part${each.part} ${each.no}`)).toEqual([
    "Part1 A1",
    "Part1 B3①",
    "Part1 B3②",
    "Part1 参考3①",
    "Part2 A1",
    "Part2 A8",
    "Part2 A11",
  ]);
  for (const each of numbered) expect(each.provenance).toBe("official-number");
});

test("rows of ours have keys of their own, a risk and a recommendation", async () => {
  const { items } = await form();
  const ours = items.filter((each) => each.source.startsWith("当方の提案"));
  expect(items).toHaveLength(31);
  expect(ours).toHaveLength(18);
  for (const each of ours) {
    expect(each.key).toMatch(/^starter:(?!seen-)/);
    expect(each.risk).not.toBeNull();
    expect(each.recommended).not.toBeNull();
  }
  for (const each of items.filter((item) => !ours.includes(item))) expect(each.source).toContain("読取状態");
});
