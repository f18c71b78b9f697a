import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaperBlock, PaperDocument } from "../../app/domain/annex-document.ts";
import type { Ink, PageInk } from "../../app/pdf/ink.ts";
import { layOutPaper } from "../../app/pdf/lay-out-paper.ts";
import { endsHanging } from "../../app/pdf/line-break.ts";
import { contentWidth, page, sizes } from "../../app/pdf/paper-format.ts";
import { printableText } from "../../app/pdf/printable-text.ts";
import { paper, paragraph, table } from "./paper-fixtures.ts";

/** Full width = 1 em, half width = 0.5 em, as in the fonts. */
const widthOf = (grapheme: string) => (/^[\x20-\x7e]/.test(grapheme) ? 0.5 : 1);
const layOut = (document: PaperDocument) => layOutPaper(document, { body: widthOf, heading: widthOf }).pages;

type Text = Extract<Ink, { kind: "text" }>;
const textsOf = (ink: PageInk): Text[] => ink.filter((each) => each.kind === "text");
const inside = (ink: PageInk) =>
  textsOf(ink).filter((each) => each.y > page.bottom - 1 && each.y < page.height - page.top);
const wordsOf = (ink: PageInk) => textsOf(ink).map((each) => each.text);
const body = (count: number) => Array.from({ length: count }, (_each, at) => paragraph(`本文${at}`));

describe("tables", () => {
  const rows = Array.from({ length: 60 }, (_each, at) => [
    `行${at}の一`,
    `行${at}の二。`.repeat(1 + (at % 6)),
  ]);

  test("the head is repeated on every page the table reaches", () => {
    const pages = layOut(paper(table(rows)));
    expect(pages.length).toBeGreaterThan(2);
    for (const ink of pages) expect(wordsOf(ink)).toEqual(expect.arrayContaining(["欄1", "欄2"]));
  });

  test("a row stays whole: all of its text is on one page", () => {
    const pages = layOut(paper(table(rows)));
    for (const [at, cells] of rows.entries()) {
      const holding = pages.filter((ink) => wordsOf(ink).some((each) => each.includes(`行${at}の`)));
      expect(holding, cells[0]).toHaveLength(1);
    }
  });

  test("a row that no page can hold goes on over pages and loses nothing", () => {
    const long = "あいうえお。".repeat(600);
    const pages = layOut(
      paper(
        table([
          ["甲", long],
          ["乙", "短い"],
        ]),
      ),
    );
    const drawn = pages.flatMap((ink) =>
      wordsOf(ink).filter((each) => each.includes("あいうえお") || each.includes("え")),
    );
    expect(drawn.join("").replace(/[^あいうえお。]/g, "")).toHaveLength(long.length);
    expect(pages.length).toBeGreaterThan(2);
  });

  test("the caption never stands alone at the foot of a page", () => {
    for (let lines = 28; lines < 40; lines += 1) {
      const pages = layOut(paper(...body(lines), table(rows.slice(0, 3), "表の題")));
      const holding = pages.filter((ink) => wordsOf(ink).includes("表の題"));
      expect(wordsOf(holding[0] ?? [])).toEqual(expect.arrayContaining(["欄1", "行0の一"]));
    }
  });
});

describe("headings and paragraphs", () => {
  const heading: PaperBlock = { kind: "heading", level: 1, number: "第１条", text: "（見出し）" };

  test("a heading stays with the text after it", () => {
    for (let lines = 28; lines < 40; lines += 1) {
      const pages = layOut(paper(...body(lines), heading, paragraph("次の段落")));
      const holding = pages.filter((ink) => wordsOf(ink).includes("第１条（見出し）"));
      expect(wordsOf(holding[0] ?? [])).toContain("次の段落");
    }
  });

  test("no line of a paragraph stands alone at the foot or the head of a page", () => {
    const long = "あいうえおかきくけこ".repeat(20);
    for (let lines = 25; lines < 40; lines += 1) {
      const counts = layOut(paper(...body(lines), paragraph(long)))
        .map(
          (ink) =>
            inside(ink).filter((each) => each.text.startsWith("あ") || /[い-こ]/.test(each.text[0] ?? ""))
              .length,
        )
        .filter((each) => each > 0);
      for (const count of counts) expect(count).toBeGreaterThan(1);
    }
  });

  test("full lines end at the right edge, the last line of a paragraph does not", () => {
    const lines = inside(layOut(paper(paragraph("開示書SDSの回答は、".repeat(30))))[0] ?? []).filter(
      (each) => each.size === sizes.body.size && each.face === "body",
    );
    const rightOf = (each: Text) => {
      const shown = [...each.text].slice(0, endsHanging(each.text) ? -1 : undefined);
      const natural = shown.reduce((sum, one) => sum + widthOf(one) * each.size, 0);
      return each.x + natural + each.spacing * (shown.length - 1);
    };
    for (const each of lines.slice(0, -1)) expect(rightOf(each)).toBeCloseTo(page.left + contentWidth, 3);
    expect(lines.at(-1)?.spacing).toBe(0);
  });

  test("項, 号 and ア are set with their numbers before the text", () => {
    const [ink] = layOut(
      paper(
        paragraph("第一項。"),
        { kind: "paragraph", marker: "２", text: "第二項。", indent: 0 },
        { kind: "paragraph", marker: "(1)", text: "号。", indent: 1 },
        { kind: "paragraph", marker: "ア", text: "細目。", indent: 2 },
      ),
    );
    const em = sizes.body.size;
    const places = textsOf(ink ?? [])
      .filter((each) => each.face === "body" && each.size === em)
      .map((each) => [each.text, Math.round(((each.x - page.left) / em) * 10) / 10]);
    expect(places).toEqual([
      ["第一項。", 1],
      ["２", 0],
      ["第二項。", 2],
      ["(1)", 1],
      ["号。", 3],
      ["ア", 2],
      ["細目。", 4],
    ]);
  });
});

test("n / N counts every page", () => {
  const pages = layOut(paper(...body(120)));
  pages.forEach((ink, at) => {
    expect(wordsOf(ink)).toContain(`${at + 1} / ${pages.length}`);
  });
});

/** Lines of text that stand on one another: less than a letter apart in height, and side by side in no place. */
function overlapsOf(ink: PageInk): [string, string][] {
  const boxes = textsOf(ink).map((each) => {
    const shown = [...each.text.trimEnd()];
    const width = shown.reduce((sum, one) => sum + widthOf(one) * each.size, 0) + each.spacing * shown.length;
    return { ...each, right: each.x + width };
  });
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) < Math.min(one.size, other.size) * 0.95 &&
          one.x < other.right - 0.6 * other.size &&
          other.x < one.right - 0.6 * one.size,
      )
      .map((other): [string, string] => [one.text, other.text]),
  );
}

test("whatever the document, no ink leaves the paper but hanging 、。, none stands on another, and nothing is lost", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."甲乙は、実施する。「表」（1）abc ～ー１２"),
    minLength: 1,
    maxLength: 300,
  });
  const short = words.map((each) => each.slice(0, 30).trim() || "甲");
  const block: fc.Arbitrary<PaperBlock> = fc.oneof(
    fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(1 as const, 2 as const),
      number: fc.constant("第１条"),
      text: words,
    }),
    fc.record({
      kind: fc.constant("paragraph" as const),
      text: words,
      indent: fc.constantFrom(0 as const, 1 as const, 2 as const),
    }),
    fc.record({ kind: fc.constant("note" as const), text: words }),
    fc
      .tuple(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 8 }), words)
      .map(([rows, caption]) => table(rows, caption)),
    fc.record({
      kind: fc.constant("signature" as const),
      style: fc.constantFrom("seal" as const, "confirmation" as const),
      parties: fc.array(fc.record({ label: short, name: words }), { minLength: 1, maxLength: 2 }),
    }),
  );
  const running = fc.record({ printedNo: fc.option(short), title: words, header: words, footer: words });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), running, (blocks, given) => {
      const document = { ...paper(...blocks), ...given };
      const drawn = layOut(document);
      const count = (text: string) => text.replace(/\s/g, "").length;
      for (const each of drawn.flatMap(textsOf)) {
        const shown = endsHanging(each.text) ? each.text.slice(0, -1) : each.text;
        const width = [...shown].reduce((sum, one) => sum + widthOf(one) * each.size, 0);
        expect(each.x).toBeGreaterThanOrEqual(page.left - 0.01);
        expect(each.x + width).toBeLessThanOrEqual(page.left + contentWidth + 0.01);
        expect(each.y).toBeGreaterThan(20);
        expect(each.y).toBeLessThan(page.height - 20);
      }
      for (const ink of drawn) expect(overlapsOf(ink)).toEqual([]);
      const want = blocks.flatMap((each) =>
        each.kind === "table"
          ? [each.caption, ...each.rows.flatMap((row) => row.cells)]
          : each.kind === "heading"
            ? [each.number, each.text]
            : each.kind === "signature"
              ? each.parties.flatMap((party) => [party.label, party.name])
              : [each.text],
      );
      const got = drawn.flatMap((ink) => textsOf(ink).map((each) => each.text)).join("");
      expect(count(got)).toBeGreaterThanOrEqual(count(want.join("")));
    }),
    { numRuns: 60 },
  );
});

describe("printableText", () => {
  test.each([
    ["甲\t乙\u00a0丙", "甲 乙 丙"],
    ["甲\u200b\ufeff\u00ad乙", "甲乙"],
    ["甲\r\n乙\u2028丙", "甲\n乙\n丙"],
    ["か\u3099は\u309aカ\u3099", "がぱガ"],
    ["\ufa19社", "\ufa19社"],
    ["葛\u{e0100}", "葛\u{e0100}"],
  ])("%j → %j", (given, expected) => {
    expect(printableText(given)).toBe(expected);
  });
});
