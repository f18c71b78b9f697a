import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { type PaperDocument, paperStrings } from "../../app/domain/annex-document.ts";
import {
  createdAt,
  goldenPaper,
  longPaper,
  paper,
  paragraph,
  printed,
  printer,
  table,
} from "./paper-fixtures.ts";
import { inkOfPages, pdfInfo, pdfTextOfPages, qpdfCheck } from "./pdf-programs.ts";
import { laidOut, withWholeFonts } from "./whole-fonts.ts";

const squeeze = (text: string) => text.replace(/\s/g, "");

/** Text of all pages as one string without spaces, without what is printed on every page. */
function bodyText(bytes: Uint8Array, document: PaperDocument): string {
  const running = squeeze(`${document.printedNo ?? ""}${document.header}`);
  const pages = pdfTextOfPages(bytes);
  return pages
    .map((page, at) => {
      const foot = squeeze(`${document.footer}${at + 1}/${pages.length}`);
      const text = squeeze(page);
      expect(text).toContain(running);
      expect(text).toContain(foot);
      return text.slice(text.indexOf(foot) + foot.length);
    })
    .join("");
}

const papers: [string, () => PaperDocument][] = [
  ["role-sharing", () => goldenPaper("role-sharing")],
  ["role-sharing-draft", () => goldenPaper("role-sharing-draft")],
  ["disclosure-results", () => goldenPaper("disclosure-results")],
  ["internal-decisions", () => goldenPaper("internal-decisions")],
  ["sixty rows, five times", longPaper],
  [
    "names and marks of many kinds",
    () =>
      paper(
        paragraph("髙橋・山﨑・渡邉・葛󠄀城・辻󠄀・か゚・ヷ・㈱・①⑳・Ⅳ・18℃～27℃・−・–・（SLA）"),
        {
          kind: "note",
          text: "※ https://example.jp/very/long/path?query=1&name=abcdefghijklmnopqrstuvwxyz0123456789",
        },
        {
          kind: "signature",
          style: "seal",
          parties: [
            { label: "甲", name: "みずうみ市立病院" },
            { label: "乙", name: "ひばり医療システム株式会社" },
          ],
        },
      ),
  ],
];

describe.each(papers)("%s", (_name, make) => {
  test("every string of the document is found in the text of the pages, whole and in order", async () => {
    const document = make();
    const { bytes } = await printed(document);
    const text = bodyText(bytes, document);
    const strings = paperStrings({ ...document, printedNo: null, header: "", footer: "" }).map(squeeze);
    let from = 0;
    for (const each of strings) {
      const at = text.indexOf(each, from);
      expect(at, each).toBeGreaterThanOrEqual(0);
      from = at + each.length;
    }
  });

  test("qpdf finds nothing wrong", async () => {
    expect(qpdfCheck((await printed(make())).bytes)).toContain("No syntax or stream encoding errors found");
  });

  test("the same document and moment give the same bytes", async () => {
    const [first, second] = [await printed(make()), await printed(make())];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });
});

test("no ink is lost by the subset: at least 0.98 of the whole fonts' on every page", async () => {
  const documents = papers.map(([, make]) => make());
  const whole = inkOfPages(await withWholeFonts(documents.flatMap((each) => laidOut(each).pages)));
  const inks: number[] = [];
  for (const each of documents) inks.push(...inkOfPages((await printed(each)).bytes));
  expect(inks).toHaveLength(whole.length);
  inks.forEach((ink, at) => {
    expect(ink / (whole[at] ?? 0), `page ${at + 1}`).toBeGreaterThanOrEqual(0.98);
  });
}, 120_000);

describe("what stands on every page", () => {
  test("案 on every page of a draft, 院内限 on every page of an internal paper, neither elsewhere", async () => {
    const draft = { ...longPaper(), isDraft: true };
    const pages = pdfTextOfPages((await printed(draft)).bytes);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page.trimStart()).toMatch(/^案\s/);

    const internal = { ...draft, audience: "internal" as const, printedNo: null };
    for (const page of pdfTextOfPages((await printed(internal)).bytes)) {
      expect(squeeze(page)).toMatch(/^案院内限/);
    }
    for (const page of pdfTextOfPages((await printed(longPaper())).bytes)) {
      expect(squeeze(page)).toMatch(/^別紙１/);
    }
  }, 120_000);

  test("title and moment are set", async () => {
    const { bytes } = await printed(goldenPaper("role-sharing"));
    const info = pdfInfo(bytes);
    expect(info).toContain("別紙２　役割分担合意表");
    expect(info).toMatch(/CreationDate:\s+.*2026/);
  });

  test("every heading is a bookmark, after the title", async () => {
    const document = goldenPaper("role-sharing");
    const { bytes } = await printed(document);
    const pdf = await PDFDocument.load(bytes);
    const outlines = pdf.context.lookup(pdf.catalog.get(PDFName.of("Outlines")), PDFDict);
    const count = outlines.lookup(PDFName.of("Count"), PDFNumber).asNumber();
    expect(count).toBe(1 + document.blocks.filter((each) => each.kind === "heading").length);
    expect(pdf.catalog.lookup(PDFName.of("Lang"), PDFString).asString()).toBe("ja-JP");
  });

  test("another moment gives other bytes", async () => {
    const document = goldenPaper("role-sharing");
    const other = await printer.print(document, { createdAt: new Date(0) });
    expect(other.ok && Buffer.compare(other.value.bytes, (await printed(document)).bytes)).not.toBe(0);
  });
});

describe("a character that no font of ours has stops the paper by name", () => {
  test.each([
    ["𠮷", "U+20BB7"],
    ["槗", "U+69D7"],
    ["☐", "U+2610"],
    ["👩‍⚕️", "U+1F469+200D+2695+FE0F"],
    ["水\u{e01ef}", "U+6C34+E01EF"],
    ["\u0007", "U+0007"],
  ])("%s", async (character, code) => {
    const result = await printer.print(paper(table([["A1", `担当は${character}田`]], "役割分担")), {
      createdAt,
    });
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: "paper-glyph-missing",
          params: { character, codes: code, count: 1 },
          at: "役割分担 1",
        },
      ],
    });
  });

  test("one problem a place, each naming all of its characters", async () => {
    const document = { ...paper(paragraph("𠮷と槗と𠮷")), title: "☐の表" };
    const result = await printer.print(document, { createdAt });
    expect(result.ok ? [] : result.problems.map((each) => [each.at, each.params.character])).toEqual([
      ["title", "☐"],
      ["paragraph", "𠮷 槗"],
    ]);
  });

  test("tabs, no-break and zero-width spaces of workbooks are no such character", async () => {
    const { bytes } = await printed(paper(paragraph("甲\u00a0及び\t乙\u200bは\ufeff、")));
    expect(pdfTextOfPages(bytes).join("")).toContain("甲 及び 乙は、");
  });
});
