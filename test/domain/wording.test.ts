import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceByWord, heldIn, letterPairs, likeness, wordingEssence } from "~/domain/wording";

const text = fc.string({ unit: fc.constantFrom(..."利用者を識別しますか。、 ＡAa１1ログ"), maxLength: 30 });
const whole = (pieces: { text: string }[]) => pieces.map((each) => each.text).join("");

describe("differenceByWord", () => {
  it("loses no letter of either side, and marks nothing where both are equal", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = differenceByWord(before, after);
        expect([whole(difference.before), whole(difference.after)]).toEqual([before, after]);
        const unmarked = (side: "before" | "after") =>
          whole(difference[side].filter((each) => !each.isOnlyHere)).normalize("NFKC");
        expect(unmarked("before")).toBe(unmarked("after"));
      }),
    );
    expect(differenceByWord("同じ文です", "同じ文です").before.every((each) => !each.isOnlyHere)).toBe(true);
  });

  it("marks the words that were put in", () => {
    const { after } = differenceByWord("操作の記録を残していますか", "操作の詳細な記録を残していますか");
    expect(whole(after.filter((each) => each.isOnlyHere))).toBe("詳細な");
  });

  it("compares very long wordings as a whole", () => {
    const long = "記録を残す。".repeat(400);
    expect(whole(differenceByWord(long, `${long}追加`).after)).toBe(`${long}追加`);
  });
});

describe("likeness", () => {
  it("is symmetric, between 0 and 1, and 1 for what differs in spelling only", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [letterPairs(a), letterPairs(b)];
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, other)).toBeGreaterThanOrEqual(0);
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        if (wordingEssence(a) !== "" && wordingEssence(a) === wordingEssence(b))
          expect(likeness(one, other)).toBe(1);
      }),
    );
  });

  it("says how much of a part stands in a whole", () => {
    expect(heldIn(letterPairs("記録を残す"), letterPairs("操作の記録を残す"))).toBe(1);
    expect(heldIn(letterPairs(""), letterPairs("操作"))).toBe(0);
  });
});
