import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClipboard, writeClipboard } from "~/domain/clipboard-table";

describe("what a spreadsheet puts on the clipboard", () => {
  it.each([
    ["one cell", "乙", [["乙"]]],
    ["a row", "乙\tはい\t含む", [["乙", "はい", "含む"]]],
    [
      "rows with the line end of Windows",
      "乙\tはい\r\n甲\tいいえ\r\n",
      [
        ["乙", "はい"],
        ["甲", "いいえ"],
      ],
    ],
    [
      "empty cells",
      "\t\n\t",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    ["a cell of two lines", '"一行目\n二行目"\t乙', [["一行目\n二行目", "乙"]]],
    ["quotation marks inside", '"彼は""乙""と書いた"\t甲', [['彼は"乙"と書いた', "甲"]]],
    ["a quotation mark within a cell is plain", '幅 5"\t甲', [['幅 5"', "甲"]]],
    ["one that is never closed is plain", '"乙\t甲', [['"乙', "甲"]]],
    ["text after the closing mark makes it plain", '"乙"が\t甲', [['"乙"が', "甲"]]],
    ["nothing", "", [[""]]],
  ])("%s", (_name, text, cells) => {
    expect(parseClipboard(text)).toEqual(cells);
  });
});

it("reads back whatever it writes", () => {
  const piece = fc.constantFrom("乙", "はい", '"', '""', "\t", "\n", " ", "a", "令和8年", "");
  const cell = fc.array(piece, { maxLength: 5 }).map((each) => each.join(""));
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, (rows) => {
      expect(parseClipboard(writeClipboard(rows))).toEqual(rows);
    }),
    { numRuns: 2000 },
  );
});

it("makes rows of any text, and loses no character but line ends and marks of quotation", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const flat = (given: string) => given.replace(/[\t\r\n"]/g, "");
      expect(flat(parseClipboard(text).flat().join(""))).toBe(flat(text));
    }),
    { numRuns: 1000 },
  );
});
