import { readdirSync } from "node:fs";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from "pdf-lib";
import { describe, expect, test } from "vitest";
import type { PaperBlock, PaperDocument } from "../../app/domain/annex-document.ts";
import { printedData } from "../../app/pdf/printed-data.ts";
import { goldenPaper, longPaper, paper, paragraph, printed, table } from "./paper-fixtures.ts";
import { pdfInfo, pdfStructure, pdfTextOfPages, qpdfCheck } from "./pdf-programs.ts";
import {
  everyElement,
  faultsOfContent,
  faultsOfFonts,
  openTagged,
  type TaggedElement,
  xmpOf,
} from "./tagged-pdf.ts";
import { veraReport, whyNoVera } from "./vera-pdf.ts";

const signature = (style: "seal" | "confirmation"): PaperBlock => ({
  kind: "signature",
  style,
  parties: [
    { label: "甲", name: "みずうみ市立病院" },
    { label: "乙", name: "ひばり医療システム株式会社" },
  ],
});
const clauses = paper(
  { kind: "heading", level: 1, number: "第１条", text: "（目的）" },
  paragraph("甲及び乙は、次のとおり定める。"),
  { kind: "paragraph", marker: "(1)", text: "一つ目", indent: 1 },
  { kind: "paragraph", marker: "ア", text: "その細目", indent: 2 },
  { kind: "paragraph", marker: "(2)", text: "二つ目", indent: 1 },
  { kind: "note", text: '※ <備考> & "引用"' },
  table([["一", ""]], "空の欄のある表"),
  signature("seal"),
);
const kinds = readdirSync(new URL("../golden/annexes/kinds/", import.meta.url)).map((each) =>
  each.replace(".json", ""),
);
const papers = new Map<string, PaperDocument>([
  ...kinds.map((kind) => [kind, goldenPaper(`kinds/${kind}`, "")] as const),
  ["draft", goldenPaper("role-sharing-draft")],
  ["internal", goldenPaper("internal-decisions")],
  ["long", longPaper()],
  ["clauses", clauses],
  ["confirmation", paper(paragraph("本書の内容を確認した。"), signature("confirmation"))],
  ["remote", goldenPaper("kinds/remote-maintenance", "")],
  ["nothing", { ...paper(), printedNo: null }],
]);
const bytesOf = new Map<string, Uint8Array>();
for (const [name, document] of papers) bytesOf.set(name, (await printed(document)).bytes);
const file = (name: string) => bytesOf.get(name) ?? new Uint8Array();

describe.each([...papers.keys()])("%s", (name) => {
  test("everything drawn is marked, and the tree and the pages name each other", async () => {
    const { pdf, root, parents } = await openTagged(file(name));
    const elements = everyElement(root);
    const owner = new Map(elements.flatMap((each) => each.marks.map((mark) => [mark, each] as const)));
    const marked: string[] = [];
    for (const [at, page] of pdf.getPages().entries()) {
      const { faults, tags } = faultsOfContent(pdf, at);
      expect(faults).toEqual([]);
      const row = parents.get(Number(page.node.get(PDFName.of("StructParents"))?.toString()));
      expect(row instanceof PDFArray ? row.size() : -1, `parents of page ${at + 1}`).toBe(tags.length);
      tags.forEach((tag, mcid) => {
        expect(owner.get(`${at}:${mcid}`)?.role).toBe(tag);
        marked.push(`${at}:${mcid}`);
      });
    }
    expect(elements.flatMap((each) => each.marks).sort()).toEqual(marked.sort());
  });

  test("headings begin with H1 and leave no level out; heads of tables say what they head", async () => {
    const elements = everyElement((await openTagged(file(name))).root);
    const levels = elements.filter((each) => /^H\d$/.test(each.role)).map((each) => Number(each.role[1]));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    for (const each of elements.filter((one) => one.role === "TH"))
      expect(each.scope).toMatch(/^(Column|Row)$/);
    for (const each of elements.filter((one) => one.role === "Table")) {
      const rows = everyElement(each).filter((one) => one.role === "TR");
      expect(new Set(rows.map((row) => row.kids.length)).size).toBe(1);
    }
  });

  test("fonts are embedded with ToUnicode and their own widths; qpdf and pdfinfo agree", async () => {
    const { pdf } = await openTagged(file(name));
    expect(faultsOfFonts(pdf)).toEqual([]);
    for (const page of pdf.getPages()) expect(page.node.has(PDFName.of("Group"))).toBe(false);
    expect(qpdfCheck(file(name))).toContain("No syntax or stream encoding errors found");
    expect(pdfInfo(file(name))).toMatch(/Tagged:\s+yes/);
  });

  test("the embedded data is the printed document: each of its strings stands on the pages", async () => {
    const pdf = await PDFDocument.load(file(name), { updateMetadata: false });
    const [attached, ...others] = pdf.getAttachments();
    expect(others).toEqual([]);
    const data = JSON.parse(Buffer.from(attached?.data ?? []).toString("utf8"));
    const document = papers.get(name);
    expect(data).toEqual(document && JSON.parse(JSON.stringify(printedData(document))));
    const squeeze = (text: string) => text.replace(/\s/g, "");
    const text = squeeze(pdfTextOfPages(file(name)).map(withoutRunning(data)).join(""));
    const running = squeeze(pdfTextOfPages(file(name)).join(""));
    for (const each of stringsOf(data)) {
      const found = text.includes(squeeze(each)) || running.includes(squeeze(each));
      expect(found, each).toBe(true);
    }
  });
});

/** Takes header and foot away, so that a text that goes on over pages is one text. */
function withoutRunning(data: { printedNo: string; header: string; footer: string }) {
  return (page: string, at: number, pages: readonly string[]) => {
    const squeezed = page.replace(/\s/g, "");
    const foot = `${data.footer}${at + 1}/${pages.length}`.replace(/\s/g, "");
    return squeezed.slice(squeezed.indexOf(foot) + foot.length);
  };
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const outlineOf = (element: TaggedElement): unknown =>
  element.kids.length === 0 ? element.role : [element.role, ...element.kids.map(outlineOf)];

test("a paper is read as it is meant: clauses as lists, cells with their heads, 署名欄 with its fields", async () => {
  const { root } = await openTagged(file("clauses"));
  const party = ["P", "P", "P", ["P", "Form"]];
  expect(outlineOf(root)).toEqual([
    "Document",
    "P",
    "H1",
    "H2",
    "P",
    ["L", ["LI", "Lbl", ["LBody", ["L", ["LI", "Lbl", "LBody"]]]], ["LI", "Lbl", "LBody"]],
    "P",
    ["Table", "Caption", ["THead", ["TR", "TH", "TH"]], ["TBody", ["TR", "TH", "TD"]]],
    "P",
    ...party,
    ...party,
  ]);
});

test("a table over pages is one table: its head is read once, its rows in order", async () => {
  const { root } = await openTagged(file("long"));
  const tables = everyElement(root).filter((each) => each.role === "Table");
  const wanted = longPaper().blocks.flatMap((each) => (each.kind === "table" ? [each.rows.length] : []));
  expect(tables.map((each) => everyElement(each).filter((one) => one.role === "TR").length - 1)).toEqual(
    wanted,
  );
  const pagesOf = (each: TaggedElement) =>
    everyElement(each).flatMap((one) => one.marks.map((mark) => parseInt(mark, 10)));
  for (const each of tables) {
    const pages = pagesOf(each);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
  }
});

test("XMP says what Info says, PDF/A-3a and PDF/UA-1, and escapes what XML cannot hold", async () => {
  const { bytes } = await printed({ ...clauses, title: "甲 & 乙の<覚書>" });
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const xmp = xmpOf(pdf);
  expect(xmp).toContain("別紙１　甲 &#38; 乙の&#60;覚書&#62;");
  expect(pdf.getTitle()).toBe("別紙１　甲 & 乙の<覚書>");
  expect(xmp).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(xmp).toContain("<xmp:CreateDate>2026-11-24T01:02:03Z</xmp:CreateDate>");
  expect(pdf.getCreationDate()?.toISOString()).toBe("2026-11-24T01:02:03.000Z");
  expect([...xmp.matchAll(/>Buntan</g)]).toHaveLength(2);
});

test("nothing of what a paper was made from is in the file", async () => {
  const secret = { record: "decision" as const, place: "SECRET-PLACE" };
  const { bytes } = await printed(paper({ kind: "paragraph", text: "本文", indent: 0, source: secret }));
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const everything = Buffer.concat([bytes, ...pdf.getAttachments().map((each) => Buffer.from(each.data))]);
  expect(everything.includes("SECRET-PLACE")).toBe(false);
  expect(everything.includes("本文")).toBe(true);
});

describe("empty signature fields", () => {
  const fieldsOf = async (bytes: Uint8Array) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const form = pdf.catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict);
    const refs = form?.lookup(PDFName.of("Fields"), PDFArray).asArray() ?? [];
    return refs.map((each) => {
      const field = pdf.context.lookup(each, PDFDict);
      const text = (key: string) => {
        const value = field.lookup(PDFName.of(key));
        return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : "";
      };
      return { ref: each, name: text("T"), told: text("TU"), isEmpty: !field.has(PDFName.of("V")) };
    });
  };

  test.each(["clauses", "confirmation"])("one a party, named and tied to the tree (%s)", async (name) => {
    const fields = await fieldsOf(file(name));
    expect(fields.map(({ name: own, told, isEmpty }) => [own, told, isEmpty])).toEqual([
      ["Signature1", "甲の電子署名欄", true],
      ["Signature2", "乙の電子署名欄", true],
    ]);
    const { root } = await openTagged(file(name));
    const tied = everyElement(root).flatMap((each) => (each.role === "Form" ? each.objects : []));
    expect(tied.map(String)).toEqual(
      fields.map((each) => (each.ref instanceof PDFRef ? String(each.ref) : "")),
    );
  });

  test("none on a draft, and none without a 署名欄", async () => {
    expect(await fieldsOf((await printed({ ...clauses, isDraft: true })).bytes)).toEqual([]);
    expect(await fieldsOf(file("role-sharing"))).toEqual([]);
  });
});

describe("links inside", () => {
  const heading = (no: string): PaperBlock => ({
    kind: "heading",
    level: 1,
    number: `第${no}条`,
    text: "（定め）",
  });
  const fill = Array.from({ length: 40 }, (_each, at) => paragraph(`甲及び乙が定めた事項のその${at + 1}。`));
  const linked = paper(
    heading("１"),
    {
      kind: "paragraph",
      text: "原契約第２条にかかわらず、第２条の表及び第１条による。",
      indent: 0,
      references: [
        { at: 13, text: "第２条", to: "第２条" },
        { at: 20, text: "第１条", to: "第１条" },
      ],
    },
    ...fill,
    heading("２"),
    { ...table([["第２条（定め）", "0"]], "目次"), isContents: true } as PaperBlock,
  );

  test("each leads to the page and height of its heading; the same words of another contract lead nowhere", async () => {
    const { bytes } = await printed(linked);
    const { pdf, root } = await openTagged(bytes);
    const links = everyElement(root).flatMap((each) => (each.role === "Link" ? each.objects : []));
    const places = links.map((ref) => {
      const link = pdf.context.lookup(ref, PDFDict);
      const [page, , , y] = link.lookup(PDFName.of("Dest"), PDFArray).asArray();
      const at = pdf.getPages().findIndex((each) => each.ref === page);
      const told = link.lookup(PDFName.of("Contents"), PDFHexString).decodeText();
      return { told, at, y: Number(String(y)) };
    });
    const outline = pdf.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    expect(outline.lookup(PDFName.of("Count"))?.toString()).toBe("3");
    expect(places.map(({ told, at }) => [told, at])).toEqual([
      ["第２条へ", 1],
      ["第１条へ", 0],
      ["第２条（定め）へ", 1],
    ]);
    expect(new Set(places.filter((each) => each.at === 1).map((each) => each.y)).size).toBe(1);
    expect(qpdfCheck(bytes)).toContain("No syntax or stream encoding errors found");
  });

  test("the sentence is read in its order, links within it, and drawn as if there were none", async () => {
    const { bytes } = await printed(linked);
    const read = pdfStructure(bytes).replace(/\s+/g, " ");
    expect(read).toMatch(/原契約第２条にかかわらず、.*Link.*第２条.*の表及び.*Link.*第１条.*による。/);
    expect(pdfTextOfPages(bytes)[0]).toContain("原契約第２条にかかわらず、第２条の表及び第１条による。");
  });
});

/** One of every sort: a file costs veraPDF a second, and the checks above read every paper. */
const sorts = ["clauses", "confirmation", "draft", "internal", "long", "nothing", "remote", "subcontractors"];
const reason = whyNoVera();
test.skipIf(reason !== null)(
  `veraPDF finds nothing against PDF/A-3a and PDF/UA-1${reason === null ? "" : ` — NOT CHECKED HERE: ${reason}`}`,
  () => {
    const chosen = new Map(sorts.map((name) => [name, file(name)]));
    const wanted = ["3a", "ua1"].flatMap((flavour) => sorts.map((name) => `PASS ${flavour} ${name}.pdf`));
    expect(veraReport(chosen, ["3a", "ua1"])).toEqual(wanted);
  },
  300_000,
);

test.skipIf(reason !== null)(
  "veraPDF does find what is wrong: a paper without its tree and without its XMP",
  async () => {
    const pdf = await PDFDocument.load(file("clauses"), { updateMetadata: false });
    pdf.catalog.delete(PDFName.of("StructTreeRoot"));
    pdf.catalog.delete(PDFName.of("Metadata"));
    const broken = await pdf.save({ updateFieldAppearances: false });
    const report = veraReport(new Map([["broken", broken]]), ["3a", "ua1"]);
    for (const line of report) expect(line).toMatch(/^FAIL \[/);
  },
  120_000,
);
