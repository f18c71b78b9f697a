import { expect, test } from "vitest";
import { coverageOf, expectMapping, present, shipped } from "./shipped";

const from = "in-house-product@1.0";
const to = "mhlw-guideline@6.0";
const mapping = async () => present((await shipped()).mappingsBetween(from, to)[0], `${from} to ${to}`);

test("ties questions that exist to requirements of vendors that exist, each with a reason", async () => {
  await expectMapping(await mapping(), from, to);
});

test("reaches most of what システム運用編 asks of vendors, and leaves the rest visibly unmapped", async () => {
  const { all, reached } = await coverageOf(await mapping(), "システム運用編");
  expect(all).toHaveLength(58);
  expect(reached).toHaveLength(50);
});

test("a plan for two-factor never counts as two-factor", async () => {
  const lines = (await mapping()).lines.filter((each) => each.requirement === "GL6.0-SO-14-5");
  const used = lines.flatMap((each) => each.questions);
  expect(used).toEqual(["starter:product-14-3", "starter:product-14-5"]);
});
