import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breakLines,
  endsHanging,
  forbiddenAtEnd,
  forbiddenAtStart,
  graphemesOf,
} from "../../app/pdf/line-break.ts";

/** Full width = 1, half width = 0.5, as in the fonts. */
const measure = (grapheme: string) => (/^[\x20-\x7e]/.test(grapheme) ? 0.5 : 1);
const widthOf = (text: string) => graphemesOf(text).reduce((sum, each) => sum + measure(each), 0);

describe("breakLines", () => {
  test.each<[string, string, number, string[]]>([
    ["plain", "あいうえお", 2, ["あい", "うえ", "お"]],
    ["empty text is one empty line", "", 5, [""]],
    ["line feed", "甲\n乙", 5, ["甲", "乙"]],
    ["、 hangs", "あいう、えお", 3, ["あいう、", "えお"]],
    ["。 hangs", "あいう。", 3, ["あいう。"]],
    ["」 takes its neighbour along", "あいう」え", 3, ["あい", "う」え"]],
    ["「 moves to the next line", "あい「うえ」", 3, ["あい", "「う", "え」"]],
    ["small kana are not first", "あきゃっきゃ", 3, ["あ", "きゃっ", "きゃ"]],
    ["no break before ～", "あ10℃～20℃", 3.5, ["あ", "10℃～", "20℃"]],
    ["none inside full-width digits", "甲乙１２３丙", 3, ["甲乙", "１２３", "丙"]],
    ["第１２３条 stays whole", "甲乙第１２３条", 5, ["甲乙", "第１２３条"]],
    ["days break after 年 and 月 only", "2026年11月24日", 4, ["2026年", "11月24日"]],
    ["Latin words stay whole", "SLA and MDS", 4, ["SLA and", "MDS"]],
    [
      "a long address is cut by grapheme",
      "https://example.jp/abcdef",
      4,
      ["https://", "example.", "jp/", "abcdef"],
    ],
    ["a long word is cut by grapheme", "abcdefghij", 2, ["abcd", "efgh", "ij"]],
    ["a variation selector stays with its base", "葛󠄀葛󠄀", 1, ["葛󠄀", "葛󠄀"]],
    ["a cell address stays whole", "回答 MDS!D31", 4, ["回答", "MDS!D31"]],
    ["a space after （ does not let it end a line", "あい（ うえ", 3.5, ["あい", "（ うえ"]],
    ["々 stays with its kanji", "山田佐々木", 3, ["山田", "佐々木"]],
  ])("%s", (_name, text, width, expected) => {
    expect(breakLines(text, width, measure)).toEqual(expected);
  });

  test("the first line may be narrower", () => {
    expect(breakLines("あいうえお", 3, measure, { firstWidthPt: 1 })).toEqual(["あ", "いうえ", "お"]);
  });
});

test("where nothing may hang, 、 takes its neighbour to the next line", () => {
  expect(breakLines("あいう、え", 3, measure, { canHang: false })).toEqual(["あい", "う、え"]);
});

test("graphemesOf counts as Intl.Segmenter does, whatever the text", () => {
  const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
  const bmp = fc.integer({ min: 0x20, max: 0xffff }).map((each) => String.fromCharCode(each));
  const tricky = fc.constantFrom(
    ..."あ葛が漢字Aé",
    "\u{e0100}",
    "\u3099",
    "\uff9e",
    "\u200d",
    "👩",
    "\u302a",
    "\r\n",
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(bmp, tricky), maxLength: 12 }), (given) => {
      expect(graphemesOf(given)).toEqual(Array.from(segmenter.segment(given), (each) => each.segment));
    }),
    { numRuns: 3000 },
  );
});

const ordinary = [..."甲乙医療情報安全管理責任者あいうえお報告書１２３４Aab 09"];
const marks = [...forbiddenAtStart, ...forbiddenAtEnd];
/** Texts with at most two marks in a row: longer runs cannot be kept on a short line by any rule. */
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom(...ordinary),
      fc.constantFrom(...ordinary),
      fc.option(fc.constantFrom(...marks), { nil: "" }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.map((each) => each.join("")).join(""));
const width = fc.integer({ min: 8, max: 40 });

describe("whatever the text", () => {
  test("nothing is lost but spaces at the end of a line", () => {
    fc.assert(
      fc.property(text, width, (given, room) => {
        const squeeze = (each: string) => each.replace(/\s/g, "");
        expect(squeeze(breakLines(given, room, measure).join(""))).toBe(squeeze(given));
      }),
    );
  });

  test("no line starts with a character that must not start one, none ends with one that must not end one", () => {
    fc.assert(
      fc.property(text, width, (given, room) => {
        for (const [at, line] of breakLines(given, room, measure).entries()) {
          const all = graphemesOf(line);
          if (at > 0) expect(forbiddenAtStart).not.toContain(all[0] ?? " ");
        }
        for (const line of breakLines(given, room, measure).slice(0, -1)) {
          expect(forbiddenAtEnd).not.toContain(graphemesOf(line).at(-1) ?? " ");
        }
      }),
    );
  });

  test("the width is kept, but for one hanging 、。", () => {
    fc.assert(
      fc.property(text, width, (given, room) => {
        for (const line of breakLines(given, room, measure)) {
          expect(widthOf(line) - (endsHanging(line) ? 1 : 0)).toBeLessThanOrEqual(room);
        }
      }),
    );
  });

  test("the width is kept even where marks only make it impossible to keep the rest", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...marks, "あ", "a"), maxLength: 40 }),
        fc.integer({ min: 2, max: 8 }),
        (given, room) => {
          const lines = breakLines(given, room, measure);
          expect(lines.join("")).toBe(given);
          for (const line of lines)
            expect(widthOf(line) - (endsHanging(line) ? 1 : 0)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});
