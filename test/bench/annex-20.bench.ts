import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { createPaperPrinter } from "../../app/pdf/draw-paper.server.ts";
import { byPdfkit, chromiumPrinter, gothic, mincho, paperOf } from "./annex-papers.ts";
import { inTurns, median, printRow, round } from "./measure.ts";
import { root } from "./world.ts";

// One tagged PDF/A-3a paper of about 20 pages, warm, against pdfkit, Chromium and typst printing the same headings,
// paragraphs and rows with the same two fonts.
const document = paperOf(15, "2025-007");

/** The same content as typst markup; a comment line that changes each time keeps it from answering out of its memory. */
function byTypst(compiler: NodeCompiler, run: number): number {
  const cell = (text: string) => `[${text}]`;
  const body = document.blocks.map((block) => {
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
const result = await inTurns(
  10,
  () => printer.print(document, { createdAt }),
  () => byPdfkit(document),
);
const chromium = await chromiumPrinter();
const chromiumKilobytes = Math.round((await chromium.print(document)) / 1024);
const beside = await inTurns(
  10,
  () => printer.print(document, { createdAt }),
  () => chromium.print(document),
);
await chromium.close();
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
  peerName: "pdfkit, same content and fonts (it writes no tags)",
  goal: "≤ 1; ofChromium ≤ 0.25; kilobytes ≤ 250",
  chromium: round(beside.peer),
  ofChromium: round(median(beside.oursAll) / beside.peer),
  typst: round(typst.ours),
  pages: first.value.pageCount,
  kilobytes: Math.round(first.value.bytes.length / 1024),
  peerKilobytes: Math.round((await byPdfkit(document)) / 1024),
  chromiumKilobytes,
});
