import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const text = fs.readFileSync(path.join(root, "docs/asvs.md"), "utf8");
const rows = text.split("\n").filter((line) => /^\| V\d/.test(line));

it("names tests that exist, in every row that claims something", () => {
  const named = [...text.matchAll(/`(test\/[\w/.-]+)`/g)].map((each) => each[1] ?? "");
  expect([...new Set(named)].filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  const without = rows.filter((row) => !row.includes("`test/") && !/関わらない|\*\*していない\*\*/.test(row));
  expect(without).toEqual([]);
});

it("has every chapter of ASVS 5.0, and says of each section once what is done", () => {
  const chapters = [...text.matchAll(/^## V(\d+) /gm)].map((each) => Number(each[1]));
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
  const sections = rows.flatMap((row) => row.split("|")[1]?.trim().split("・") ?? []);
  expect(new Set(sections).size).toBe(sections.length);
  expect(text).not.toMatch(/準拠|適合/);
});
