import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakLines } from "../../app/pdf/line-break.ts";
import { piecesOfLine, stretchesOfLines } from "../../app/pdf/linked-text.ts";

const measure = (grapheme: string) => (/^[\x20-\x7e]/.test(grapheme) ? 0.5 : 1);
const linksOf = (text: string, lines: readonly string[], at: number, words: string) => {
  const stretches = stretchesOfLines(text, lines, [{ at, text: words, target: "x" }]);
  return lines.map((line, no) => (stretches[no] ?? []).map(({ from, to }) => line.slice(from, to)));
};

describe("where a reference stands in broken lines", () => {
  test("the second of two equal words, not the first: 「原契約第３条」 leads nowhere", () => {
    const text = "原契約第３条及び第３条の表";
    expect(linksOf(text, [text], 8, "第３条")).toEqual([["第３条"]]);
    const [stretch] = stretchesOfLines(text, [text], [{ at: 8, text: "第３条", target: "第３条" }])[0] ?? [];
    expect(stretch).toEqual({ from: 8, to: 11, target: "第３条" });
  });

  test("over two lines it is a stretch in each, and spaces that fell away move nothing", () => {
    expect(linksOf("ab cd 第３条第２項", ["ab cd", "第３条", "第２項"], 6, "第３条第２項")).toEqual([
      [],
      ["第３条"],
      ["第２項"],
    ]);
  });

  test("whatever the text and the width: the stretches together are the words of the reference", () => {
    const part = fc.string({ unit: fc.constantFrom(..."第３条の 表、。（）あ\nab"), maxLength: 20 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 2, max: 9 }), (before, after, width) => {
        const text = `${before}第１２条${after}`;
        const lines = breakLines(text, width, measure);
        expect(linksOf(text, lines, before.length, "第１２条").flat().join("")).toBe("第１２条");
      }),
    );
  });
});

test("pieces of a line are the line, and only the stretches lead somewhere", () => {
  const stretches = [
    { from: 0, to: 3, target: "第３条" },
    { from: 5, to: 8, target: "第９条" },
  ];
  expect(piecesOfLine("第３条及び第９条", stretches)).toEqual([
    { text: "第３条", target: "第３条" },
    { text: "及び", target: null },
    { text: "第９条", target: "第９条" },
  ]);
  expect(piecesOfLine("", [])).toEqual([]);
});
