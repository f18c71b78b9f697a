import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSimilarName } from "~/domain/similar-name";

describe("isSimilarName", () => {
  it.each([
    ["株式会社つむぎラボ", "(株)つむぎラボ"],
    ["株式会社つむぎラボ", "㈱ ツムギ・ラボ"],
    ["ツムギLIS", "ツムギ-LIS 4"],
    ["Hibari Karte", "ＨＩＢＡＲＩ　ｋａｒｔｅ"],
  ])("%s looks like %s", (one, other) => {
    expect(isSimilarName(one, other)).toBe(true);
  });

  it.each([
    ["ひばりカルテ", "つむぎカルテ"],
    ["PACS", "PA"],
    ["株式会社", "有限会社"],
    ["", ""],
  ])("%s does not look like %s", (one, other) => {
    expect(isSimilarName(one, other)).toBe(false);
  });

  it("asks the same both ways round", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => isSimilarName(a, b) === isSimilarName(b, a)));
  });
});
