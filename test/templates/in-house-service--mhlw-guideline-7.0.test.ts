import { expect, test } from "vitest";
import { coverageOf, expectMapping, present, shipped } from "./shipped";

const from = "in-house-service@1.0";
const to = "mhlw-guideline@7.0";
const mapping = async () => present((await shipped()).mappingsBetween(from, to)[0], `${from} to ${to}`);

test("ties questions that exist to requirements of vendors that exist, each with a reason", async () => {
  await expectMapping(await mapping(), from, to);
});

test("reaches every subject of the annex", async () => {
  const reached = new Set((await mapping()).lines.map((each) => each.requirement));
  for (let at = 1; at <= 18; at += 1)
    expect(reached).toContain(`starter:gl70-${String(at).padStart(2, "0")}`);
  expect((await coverageOf(await mapping(), "システム運用編")).reached.length).toBeGreaterThan(4);
});

test("the annex accepts a dated plan for two-factor, 14⑤ only what works today", async () => {
  const { lines } = await mapping();
  const questionsOf = (key: string) =>
    lines
      .filter((each) => each.requirement === key)
      .flatMap((each) => each.questions.map((q) => q.slice(-4)));
  expect(questionsOf("starter:gl70-16")).toEqual(["14-3", "14-4", "14-5", "14-6"]);
  expect(questionsOf("GL7.0-SO-14-5")).toEqual(["14-3", "14-5"]);
});
