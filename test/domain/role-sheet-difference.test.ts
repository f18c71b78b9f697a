import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedWords } from "~/domain/changed-words";
import { emptyRow, type RoleRow } from "~/domain/role-sheet";
import { differencesOfRevisions } from "~/domain/role-sheet-difference";

const row = (rowKey: string, fields: Partial<RoleRow> = {}): RoleRow => ({
  ...emptyRow({ rowKey, itemKey: rowKey, part: 2, group: "", no: "", label: rowKey, content: "" }),
  ...fields,
});
const kinds = (old: RoleRow[], next: RoleRow[]) =>
  differencesOfRevisions(old, next).map((each) => `${each.rowKey} ${each.kind}`);

describe("old and new", () => {
  it("names what became of each row, and keeps one that is gone where it stood", () => {
    const old = [
      row("a"),
      row("b"),
      row("c", { party: "vendor" }),
      row("d"),
      row("e", { leftOutReason: "x" }),
    ];
    const next = [
      row("a"),
      row("c", { party: "hospital" }),
      row("d", { leftOutReason: "対象なし" }),
      row("e"),
      row("f"),
    ];
    expect(kinds(old, next)).toEqual([
      "a same",
      "b gone",
      "c changed",
      "d left-out",
      "e taken-back",
      "f added",
    ]);
    expect(differencesOfRevisions(old, next)[2]?.fields).toEqual([
      { field: "party", old: "vendor", next: "hospital" },
    ]);
  });

  it("has every row of both sides exactly once, and turns round when the sides are turned", () => {
    const rows = fc
      .uniqueArray(
        fc.tuple(
          fc.constantFrom("a", "b", "c", "d", "e"),
          fc.constantFrom("", "甲が行う"),
          fc.constantFrom("", "なし"),
        ),
        {
          selector: ([key]) => key,
        },
      )
      .map((all) => all.map(([key, what, leftOutReason]) => row(key, { what, leftOutReason })));
    const turned = {
      added: "gone",
      gone: "added",
      "left-out": "taken-back",
      "taken-back": "left-out",
      same: "same",
      changed: "changed",
    };
    fc.assert(
      fc.property(rows, rows, (old, next) => {
        const found = differencesOfRevisions(old, next);
        expect(found.flatMap((each) => (each.old ? [each.rowKey] : [])).sort()).toEqual(
          old.map((each) => each.rowKey).sort(),
        );
        expect(found.flatMap((each) => (each.next ? [each.rowKey] : []))).toEqual(
          next.map((each) => each.rowKey),
        );
        const back = new Map(differencesOfRevisions(next, old).map((each) => [each.rowKey, each.kind]));
        for (const each of found) expect(back.get(each.rowKey)).toBe(turned[each.kind]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("changed words", () => {
  const marked = (old: string, next: string) => {
    const show = (pieces: { text: string; isChanged: boolean }[]) =>
      pieces.map((each) => (each.isChanged ? `[${each.text}]` : each.text)).join("");
    const found = changedWords(old, next);
    return [show(found.old), show(found.next)];
  };
  it.each([
    ["記録を1年間保つ", "記録を2年間保つ", "記録を[1]年間保つ", "記録を[2]年間保つ"],
    ["同じ", "同じ", "同じ", "同じ"],
    ["", "新しい", "", "[新しい]"],
    ["TLS 1.2 で守る", "TLS 1.3 で守る", "TLS [1.2] で守る", "TLS [1.3] で守る"],
    ["病院が行う", "事業者が行い、病院が確かめる", "病院が行う", null],
  ])("%s → %s", (old, next, was, is) => {
    const [foundOld, foundNext] = marked(old, next);
    if (is !== null) expect([foundOld, foundNext]).toEqual([was, is]);
    else expect(foundNext).toContain("[");
  });
  it("loses nothing: the pieces of a side are its text, and what is unmarked is common to both", () => {
    const text = fc
      .array(fc.constantFrom("病", "院", "が", "1", "2024-06", " ", "\n", "𠮷", "a"), { maxLength: 30 })
      .map((each) => each.join(""));
    fc.assert(
      fc.property(text, text, (old, next) => {
        const found = changedWords(old, next);
        const all = (pieces: { text: string }[]) => pieces.map((each) => each.text).join("");
        const same = (pieces: { text: string; isChanged: boolean }[]) =>
          all(pieces.filter((each) => !each.isChanged));
        expect(all(found.old)).toBe(old);
        expect(all(found.next)).toBe(next);
        expect(same(found.old)).toBe(same(found.next));
        if (old === next) expect(found.old.every((each) => !each.isChanged)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
