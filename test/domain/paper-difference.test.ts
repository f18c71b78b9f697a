import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { PaperDocument } from "~/domain/annex-document";
import { differencesOfLines, linesOfPaper, type PaperLine } from "~/domain/paper-difference";

const line = (text: string, rowKey = ""): PaperLine => ({ place: "第１条", text, rowKey });
const columns = [
  { title: "項番", width: 20, align: "left" as const },
  { title: "担当", width: 80, align: "left" as const },
];
const paper = (blocks: PaperDocument["blocks"]): PaperDocument => ({
  audience: "contract",
  printedNo: "別紙１",
  title: "役割分担",
  header: "",
  footer: "",
  isDraft: false,
  blocks,
  editions: [],
});
const heading = (number: string, text: string) => ({
  kind: "heading" as const,
  level: 1 as const,
  number,
  text,
});

describe("what changed between two papers", () => {
  it("says nothing of clauses that only moved down one number", () => {
    const kept = [
      { kind: "paragraph" as const, text: "甲は乙に通知する。", indent: 0 as const },
      { kind: "note" as const, text: "注" },
    ];
    const old = paper([heading("第１条", "（通知）"), ...kept]);
    const next = paper([
      heading("第１条", "（目的）"),
      { kind: "paragraph", text: "この別紙は役割を定める。", indent: 0 },
      heading("第２条", "（通知）"),
      ...kept,
    ]);
    expect(differencesOfLines(linesOfPaper(old), linesOfPaper(next))).toEqual([
      { kind: "added", place: "第１条（目的）", old: "", next: "（目的）" },
      { kind: "added", place: "第１条（目的）", old: "", next: "この別紙は役割を定める。" },
    ]);
  });

  it("knows a row again by its first cell, wherever it stands", () => {
    const table = (rows: string[][]) =>
      paper([
        heading("第１条", "（役割）"),
        { kind: "table", caption: "役割", columns, rows: rows.map((cells) => ({ cells })) },
      ]);
    const old = table([
      ["1", "甲"],
      ["2", "乙"],
      ["3", "甲"],
    ]);
    const next = table([
      ["1", "甲"],
      ["2", "甲及び乙"],
      ["4", "乙"],
    ]);
    const found = differencesOfLines(linesOfPaper(old), linesOfPaper(next));
    expect(found.map((each) => [each.kind, each.old, each.next])).toEqual([
      ["gone", "3｜甲", ""],
      ["changed", "2｜乙", "2｜甲及び乙"],
      ["added", "", "4｜乙"],
    ]);
  });

  it("takes two sentences without likeness for one gone and one added", () => {
    const found = differencesOfLines(
      [line("甲は鍵を保管する。")],
      [line("第三者による監査を毎年受けさせる。")],
    );
    expect(found.map((each) => each.kind)).toEqual(["gone", "added"]);
  });

  const lines = fc.array(
    fc.record({
      place: fc.constant("第１条"),
      text: fc.string({ unit: fc.constantFrom("甲", "乙", "は", "を", "。"), maxLength: 6 }),
      rowKey: fc.constantFrom("", "a", "b"),
    }),
    { maxLength: 14 },
  );
  test("nothing changed is never told, and what is told leads from one to the other", () => {
    fc.assert(
      fc.property(lines, lines, (old, next) => {
        expect(differencesOfLines(old, old)).toEqual([]);
        const found = differencesOfLines(old, next);
        const bag = (texts: readonly string[]) => [...texts].sort();
        const gone = found.filter((each) => each.kind !== "added").map((each) => each.old);
        const come = found.filter((each) => each.kind !== "gone").map((each) => each.next);
        const left = old.map((each) => each.text);
        for (const each of gone) left.splice(left.indexOf(each), 1);
        expect(bag([...left, ...come])).toEqual(bag(next.map((each) => each.text)));
      }),
      { numRuns: 300 },
    );
  });
});
