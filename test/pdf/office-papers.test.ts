import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { type PaperDocument, paperStrings } from "../../app/domain/annex-document.ts";
import { printableText } from "../../app/pdf/printable-text.ts";
import { paperAsWord } from "../../app/pdf/word-paper.server.ts";
import { paperAsWorkbook } from "../../app/workbook/paper-workbook.server.ts";
import { createdAt, goldenPaper, longPaper, paper, paragraph, table } from "./paper-fixtures.ts";

const papers = new Map<string, PaperDocument>([
  ["role-sharing", goldenPaper("role-sharing")],
  ["draft", goldenPaper("role-sharing-draft")],
  ["internal", goldenPaper("internal-decisions")],
  ["subcontractors", goldenPaper("kinds/subcontractors", "")],
  ["long", longPaper()],
  [
    "hard",
    paper(
      { kind: "heading", level: 2, number: "(1)", text: '　<見出し> & "引用"' },
      paragraph("𠮷田・葛󠄀城・髙﨑\n二行目\u0007"),
      table(
        [
          ["=1+1", "00123"],
          ["_x0041_", " 前後の空白 "],
        ],
        "表の題",
      ),
      {
        kind: "signature",
        style: "seal",
        parties: [
          { label: "甲", name: "病院" },
          { label: "乙", name: "会社" },
        ],
      },
      { kind: "signature", style: "confirmation", parties: [{ label: "甲", name: "病院" }] },
    ),
  ],
]);
const squeeze = (text: string) => text.replace(/[\s\p{Cc}]/gu, "");

/** In order, each string after the one before. */
function expectAllInOrder(text: string, strings: readonly string[]): void {
  let from = 0;
  for (const each of strings.map((one) => squeeze(printableText(one)))) {
    const at = text.indexOf(each, from);
    expect(at, each).toBeGreaterThanOrEqual(0);
    from = at + each.length;
  }
}

const bodyStrings = (document: PaperDocument) =>
  paperStrings({ ...document, printedNo: null, header: "", footer: "" });

describe.each([...papers])("%s as Word", (_name, document) => {
  test("says every string of the paper in order, with its running lines and marks", async () => {
    const parts = unzipSync(await paperAsWord(document, createdAt));
    const textOf = (name: string) => squeeze(textOfXml(strFromU8(parts[name] ?? new Uint8Array())));
    expectAllInOrder(textOf("word/document.xml"), bodyStrings(document));
    const head = textOf("word/header1.xml");
    expect(head).toContain(squeeze(document.header));
    expect(head.includes("【案】")).toBe(document.isDraft);
    expect(head.includes("【院内限】")).toBe(document.audience === "internal");
    expect(textOf("word/footer1.xml")).toContain(squeeze(document.footer));
  });
});

describe.each([...papers])("%s as Excel", (_name, document) => {
  test("says every string, tables on sheets of their own, all as text", async () => {
    const book = XLSX.read(await paperAsWorkbook(document), { type: "array" });
    const tables = document.blocks.filter((each) => each.kind === "table");
    expect(book.SheetNames).toEqual(["本文", ...tables.map((_each, at) => `表${at + 1}`)]);
    tables.forEach((each, at) => {
      const sheet = book.Sheets[`表${at + 1}`] ?? {};
      const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" });
      expect(rows).toEqual([
        each.columns.map((column) => column.title),
        ...each.rows.map((row) => row.cells),
      ]);
    });
    const lines = XLSX.utils
      .sheet_to_json<string[]>(book.Sheets["本文"] ?? {}, { header: 1, defval: "" })
      .flat();
    const rest = document.blocks.map((each) =>
      each.kind === "table" ? { ...each, columns: [], rows: [] } : each,
    );
    expectAllInOrder(squeeze(lines.join("")), bodyStrings({ ...document, blocks: rest }));
  });
});

/** Runs of a part of a .docx one after the other. */
function textOfXml(xml: string): string {
  const runs = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((each) => each[1] ?? "");
  const entities: Record<string, string> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
  };
  return runs.join("").replace(/&(amp|lt|gt|quot|apos);/g, (each) => entities[each] ?? each);
}

const folder = mkdtempSync(path.join(tmpdir(), "buntan-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(name: string, bytes: Uint8Array, to: string, ending: string): string {
  writeFileSync(path.join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(
    "soffice",
    [profile, "--headless", "--convert-to", to, "--outdir", folder, path.join(folder, name)],
    {
      stdio: "pipe",
      timeout: 120_000,
    },
  );
  return readFileSync(path.join(folder, name.replace(/\.\w+$/, ending)), "utf8");
}

const hasWriter = existsSync("/usr/lib/libreoffice/program/libswlo.so");
test.skipIf(!hasWriter)(
  `LibreOffice opens the Word file and reads the same text${hasWriter ? "" : " — NOT CHECKED HERE: no LibreOffice Writer"}`,
  async () => {
    const document = goldenPaper("kinds/subcontractors", "");
    const bytes = await paperAsWord(document, createdAt);
    const text = convert("paper.docx", bytes, "txt:Text (encoded):UTF8", ".txt");
    expectAllInOrder(squeeze(text), bodyStrings(document));
  },
  150_000,
);

test("LibreOffice opens the Excel file and reads the same text", async () => {
  const document = papers.get("hard") ?? paper();
  const text = convert(
    "paper.xlsx",
    await paperAsWorkbook(document),
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
    "-表1.csv",
  );
  expect(text.replace(/^\ufeff/, "")).toContain("=1+1,00123");
  expect(text).toContain("_x0041_");
}, 150_000);
