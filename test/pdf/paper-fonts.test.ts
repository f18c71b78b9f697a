import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPaperFonts } from "../../app/pdf/paper-fonts.server.ts";
import { readVariationSequences } from "../../app/pdf/variation-sequences.ts";
import { nodeModules } from "./paper-fixtures.ts";

const fonts = await readPaperFonts(nodeModules);

describe("the fonts of papers", () => {
  test("full width is one em, half width half an em, in both faces", () => {
    for (const face of ["body", "heading"] as const) {
      expect(["甲", "１", "、", "ー", "葛\u{e0100}"].map(fonts.measures[face])).toEqual([1, 1, 1, 1, 1]);
      expect(fonts.measures.body("1")).toBe(0.5);
    }
  });

  test("names that JIS X 0208 does not have can be drawn", () => {
    expect(fonts.missingIn("髙橋 山﨑 渡邉 葛\u{e0100}城 辻\u{e0100} 德永 濵田", "body")).toEqual([]);
  });

  test("both faces know the same of the characters that names and forms use", () => {
    const text = "𠮷槗☐☑髙﨑①Ⅳ㈱～〜−–—✓";
    expect(fonts.missingIn(text, "body")).toEqual(fonts.missingIn(text, "heading"));
    expect(fonts.missingIn(text, "body")).toEqual(["𠮷", "槗", "☐", "☑"]);
  });

  test("line feeds are no characters, control characters are missing ones", () => {
    expect(fonts.missingIn("甲\n乙\r\n丙", "body")).toEqual([]);
    expect(fonts.missingIn("甲\u0000乙", "body")).toEqual(["\u0000"]);
  });
});

describe("variation sequences", () => {
  const bytes = new Uint8Array(
    readFileSync(
      new URL(
        "../../node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
        import.meta.url,
      ),
    ),
  );
  const sequences = readVariationSequences(bytes);
  const base = (character: string) => character.codePointAt(0) ?? 0;

  test("葛󠄀 and 辻󠄀 are known, a made-up one is not", () => {
    expect(sequences.knows(base("葛"), 0xe0100)).toBe(true);
    expect(sequences.knows(base("辻"), 0xe0100)).toBe(true);
    expect(sequences.knows(base("葛"), 0xe01ef)).toBe(false);
    expect(sequences.knows(base("あ"), 0xe0100)).toBe(false);
  });

  test("a font without the table knows none", () => {
    expect(readVariationSequences(new Uint8Array(12)).knows(base("葛"), 0xe0100)).toBe(false);
  });
});
