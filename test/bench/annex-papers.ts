import { rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import PDFDocument from "pdfkit";
import { chromium } from "playwright-core";
import type { PaperBlock, PaperDocument } from "../../app/domain/annex-document.ts";
import { findChromium } from "../support/outside-programs.mjs";
import { root } from "./world.ts";

// The same paper for ours, pdfkit and Chromium: headings, paragraphs and tables with the same two fonts.
const sentence =
  "乙は、本システムに係る脆弱性の公表を知った日から３日以内に、その内容、影響の有無及び対応の予定を甲に書面で通知するものとする。甲は、通知を受けたときは、診療への影響を確かめ、乙と協議して適用の時期を定める。";

/** A paper of so many sections; fifteen fill about twenty pages. */
export function paperOf(sections: number, name: string): PaperDocument<"contract"> {
  return {
    audience: "contract",
    printedNo: "別紙２",
    title: "役割分担合意表",
    header: `契約番号 ${name}`,
    footer: "作成 2026年11月24日",
    isDraft: false,
    blocks: Array.from({ length: sections }, (_each, at): PaperBlock[] => [
      { kind: "heading", level: 1, number: `第${at + 1}条`, text: "（役割の分担）" },
      ...Array.from({ length: 6 }, (): PaperBlock => ({ kind: "paragraph", text: sentence, indent: 0 })),
      {
        kind: "table",
        caption: "分担の表",
        columns: [
          { title: "項番", width: 10, align: "center" },
          { title: "項目", width: 30, align: "left" },
          { title: "担当", width: 10, align: "center" },
          { title: "実施内容", width: 50, align: "left" },
        ],
        rows: Array.from({ length: 11 }, (_row, n) => ({
          cells: [`${at}-${n}`, "バックアップ環境の確保", "乙", sentence.slice(0, 60)],
        })),
      },
    ]).flat(),
    editions: ["測定用"],
  };
}

const font = (name: string, file: string) => path.join(root, "node_modules/@expo-google-fonts", name, file);
export const mincho = font("biz-udmincho", "400Regular/BIZUDMincho_400Regular.ttf");
export const gothic = font("biz-udgothic", "700Bold/BIZUDGothic_700Bold.ttf");

/** pdfkit breaks Japanese lines by its own rules (no kinsoku) and writes no tags: both are its advantage here. */
export function byPdfkit(document: PaperDocument): Promise<number> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", margins: { left: 85, right: 71, top: 71, bottom: 71 } });
    let size = 0;
    pdf.on("data", (chunk: Buffer) => {
      size += chunk.length;
    });
    pdf.on("end", () => resolve(size));
    for (const block of document.blocks) {
      if (block.kind === "heading") pdf.font(gothic).fontSize(11).text(`${block.number}${block.text}`);
      else if (block.kind === "paragraph") pdf.font(mincho).fontSize(10.5).text(block.text);
      else if (block.kind === "table") pdfkitTable(pdf, block);
    }
    pdf.end();
  });
}

function pdfkitTable(pdf: PDFKit.PDFDocument, block: Extract<PaperBlock, { kind: "table" }>): void {
  pdf.font(mincho).fontSize(9);
  pdf.table({
    columnStyles: block.columns.map((each) => (439 * each.width) / 100),
    data: [block.columns.map((each) => each.title), ...block.rows.map((each) => each.cells)],
  });
}

/** The paper as a page with the same margins and fonts. */
function pageOf(document: PaperDocument): string {
  const faces = `@font-face{font-family:M;src:url(${pathToFileURL(mincho)})}@font-face{font-family:G;src:url(${pathToFileURL(gothic)})}`;
  const style = `${faces}body{font:10.5pt/18pt M}h2{font:10.5pt/18pt G}table{border-collapse:collapse;width:100%;font-size:9pt}td,th{border:.5pt solid}thead{display:table-header-group}tr{break-inside:avoid}`;
  const body = document.blocks.map((block) => {
    if (block.kind === "heading") return `<h2>${block.number}${block.text}</h2>`;
    if (block.kind === "paragraph") return `<p>${block.text}</p>`;
    if (block.kind !== "table") return "";
    const head = block.columns
      .map((each) => `<th scope="col" style="width:${each.width}%">${each.title}</th>`)
      .join("");
    const rows = block.rows.map((row) => `<tr>${row.cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    return `<table><caption>${block.caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  });
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${document.title}</title><style>${style}</style></head><body>${body.join("")}</body></html>`;
}

/** A Chromium that is already running prints the page; its start is not counted. */
export async function chromiumPrinter() {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-bench-"));
  const file = path.join(folder, "paper.html");
  const page = await browser.newPage(); // one for all: a browser whose last page closes may end
  return {
    async print(document: PaperDocument): Promise<number> {
      writeFileSync(file, pageOf(document));
      await page.goto(pathToFileURL(file).href);
      const bytes = await page.pdf({
        format: "A4",
        tagged: true,
        margin: { left: "30mm", right: "25mm", top: "25mm", bottom: "25mm" },
      });
      return bytes.length;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
