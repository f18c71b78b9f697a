import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const text = fs.readFileSync(path.join(root, "docs/asvs.md"), "utf8");
/** Every requirement of 5.0.0 by its number, with the level from which it is asked. */
const levels: Record<string, number> = JSON.parse(
  fs.readFileSync(path.join(root, "test/golden/asvs-5.0-levels.json"), "utf8"),
);
const states = ["している", "一部", "していない", "関わらない"];

const cellsOf = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((each) => each.trim());
const lines = text.split("\n").filter((line) => /^\| V\d/.test(line));
/** One row of the tables by requirement; what was looked at of level 3 stands in a table of its own, without a state. */
const rows = lines
  .map(cellsOf)
  .filter((cells) => cells.length === 6)
  .map(([numbers = "", level = "", what = "", state = "", how = "", tests = ""]) => ({
    numbers: numbers.split("・"),
    levels: level.split("・").map(Number),
    ...{ what, state, how, tests },
  }));

it("knows all 345 requirements: 70 of level 1, 183 of level 2, 92 of level 3", () => {
  const count = (level: number) => Object.values(levels).filter((each) => each === level).length;
  expect([1, 2, 3].map(count)).toEqual([70, 183, 92]);
  for (const number of Object.keys(levels)) expect(number).toMatch(/^V\d+\.\d+\.\d+$/);
});

it("has every requirement of levels 1 and 2 exactly once, in order of its section, with its own level", () => {
  const asked = Object.keys(levels).filter((number) => (levels[number] ?? 3) < 3);
  expect(rows.flatMap((each) => each.numbers).sort()).toEqual(asked.sort());
  for (const each of rows) {
    const [first = 0] = each.levels;
    const said = each.levels.length === 1 ? each.numbers.map(() => first) : each.levels;
    expect(
      each.numbers.map((number) => levels[number]),
      each.numbers.join(),
    ).toEqual(said);
  }
  const others = lines.map(cellsOf).filter((cells) => cells.length !== 6);
  const third = others.flatMap(([numbers = ""]) => numbers.split("・"));
  expect(third.filter((number) => levels[number] !== 3)).toEqual([]);
  expect(new Set(third).size).toBe(third.length);
});

it("stands under the chapter and section of its number", () => {
  let [chapter, section] = ["", ""];
  for (const line of text.split("\n")) {
    if (line.startsWith("## ")) chapter = /^## (V\d+) /.exec(line)?.[1] ?? "";
    if (line.startsWith("### ")) section = line;
    if (!/^\| V\d/.test(line) || cellsOf(line).length !== 6) continue;
    for (const number of cellsOf(line)[0]?.split("・") ?? []) {
      expect(number.split(".")[0], line).toBe(chapter);
      expect(section.split(/[ ・]/), line).toContain(number.split(".").slice(0, 2).join("."));
    }
  }
});

it("says of each row what is done, and names tests that exist, or that there is none", () => {
  for (const { numbers, state, what, how, tests } of rows) {
    const at = numbers.join();
    expect(states, at).toContain(state);
    expect(what.length, at).toBeGreaterThan(1);
    expect(how.length, at).toBeGreaterThan(1);
    const isTested = /^`test\/[\w/.-]+\.(?:test|drill)\.ts`(?:、`test\/[\w/.-]+\.(?:test|drill)\.ts`)*$/;
    if (state === "している" || state === "一部")
      expect(tests === "検査なし" || isTested.test(tests), `${at}: ${tests}`).toBe(true);
    else expect(tests, at).toBe("—");
  }
  const named = [...text.matchAll(/`(test\/[\w/.-]+)`/g)].map((each) => each[1] ?? "");
  expect([...new Set(named)].filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
});

it("counts its rows right in its head, and gives no verdict of its own", () => {
  const told = (name: string) => Number(new RegExp(`^\\| ${name} \\| (\\d+) \\|$`, "m").exec(text)?.[1]);
  const count = (isOne: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isOne).reduce((sum, each) => sum + each.numbers.length, 0);
  for (const state of states) expect(told(state), state).toBe(count((each) => each.state === state));
  expect(told("うち、検査なし")).toBe(
    count((each) => each.state === "している" && each.tests === "検査なし"),
  );
  expect(told("合計")).toBe(count(() => true));
  expect(text).not.toMatch(/準拠|適合/);
});
