import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import PDFDocument from "pdfkit";
import type { PaperBlock, PaperDocument } from "../../app/domain/annex-document.ts";
import { createPaperPrinter } from "../../app/pdf/draw-paper.server.ts";
import { inTurns, printRow, round } from "./measure.ts";
import { root } from "./world.ts";

// One paper of about 20 pages, warm, against pdfkit drawing the same headings, paragraphs and rows with the
// same two fonts. pdfkit breaks Japanese lines by its own rules (no kinsoku); that is its advantage here.
const sentence =
  "乙は、本システムに係る脆弱性の公表を知った日から３日以内に、その内容、影響の有無及び対応の予定を甲に書面で通知するものとする。甲は、通知を受けたときは、診療への影響を確かめ、乙と協議して適用の時期を定める。";
const blocks: PaperBlock[] = Array.from({ length: 15 }, (_each, at): PaperBlock[] => [
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
]).flat();
const document: PaperDocument<"contract"> = {
  audience: "contract",
  printedNo: "別紙２",
  title: "役割分担合意表",
  header: "契約番号 2025-007",
  footer: "作成 2026年11月24日",
  isDraft: false,
  blocks,
  editions: ["測定用"],
};

const fonts = (name: string, file: string) => path.join(root, "node_modules/@expo-google-fonts", name, file);
const mincho = fonts("biz-udmincho", "400Regular/BIZUDMincho_400Regular.ttf");
const gothic = fonts("biz-udgothic", "700Bold/BIZUDGothic_700Bold.ttf");

function byPdfkit(): Promise<number> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", margins: { left: 85, right: 71, top: 71, bottom: 71 } });
    let size = 0;
    pdf.on("data", (chunk: Buffer) => {
      size += chunk.length;
    });
    pdf.on("end", () => resolve(size));
    for (const block of blocks) {
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

/** The same content as typst markup; a comment line that changes each time keeps it from answering out of its memory. */
function byTypst(compiler: NodeCompiler, run: number): number {
  const cell = (text: string) => `[${text}]`;
  const body = blocks.map((block) => {
    if (block.kind === "heading")
      return `#strong(text(font: "BIZ UDGothic")[${block.number}${block.text}])\n`;
    if (block.kind === "paragraph") return `${block.text}\n`;
    if (block.kind !== "table") return "";
    const widths = block.columns.map((each) => `${each.width}fr`).join(", ");
    const head = block.columns.map((each) => cell(each.title)).join(", ");
    const rows = block.rows.map((row) => row.cells.map(cell).join(", ")).join(",\n");
    return `#table(columns: (${widths}), table.header(${head}),\n${rows})\n`;
  });
  const page = `#set page(paper: "a4", margin: (left: 30mm, rest: 25mm))\n#set text(font: "BIZ UDMincho", size: 10.5pt, lang: "ja")\n`;
  compiler.evictCache(0); // what it remembers of the run before is not drawing
  return compiler.pdf({ mainFileContent: `${page}// ${run}\n第${run}回\n\n${body.join("\n")}` }).length;
}

const printer = await createPaperPrinter(path.join(root, "node_modules"));
const createdAt = new Date("2026-11-24T00:00:00Z");
const first = await printer.print(document, { createdAt });
if (!first.ok) throw new Error(JSON.stringify(first.problems));
const result = await inTurns(10, () => printer.print(document, { createdAt }), byPdfkit);
const compiler = NodeCompiler.create({
  fontArgs: [{ fontPaths: [path.dirname(mincho), path.dirname(gothic)] }],
});
let run = 0;
const typst = await inTurns(
  10,
  () => {
    run += 1;
    return byTypst(compiler, run);
  },
  () => undefined,
);
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "pdfkit, same content and fonts",
  goal: "≤ 1",
  typst: round(typst.ours),
  pages: first.value.pageCount,
  kilobytes: Math.round(first.value.bytes.length / 1024),
  peerKilobytes: Math.round((await byPdfkit()) / 1024),
});
