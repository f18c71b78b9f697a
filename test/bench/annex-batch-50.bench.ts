import path from "node:path";
import process from "node:process";
import { createPaperPrinter } from "../../app/pdf/draw-paper.server.ts";
import { byPdfkit, chromiumPrinter, paperOf } from "./annex-papers.ts";
import { inTurns, printRow, round } from "./measure.ts";
import { root } from "./world.ts";

// Fifty papers of three pages one after the other, three times over: does memory stay where it is over 150 of them?
const papers = Array.from({ length: 50 }, (_each, at) => paperOf(2, `2025-${at}`));
const printer = await createPaperPrinter(path.join(root, "node_modules"));
const createdAt = new Date("2026-11-24T00:00:00Z");
const residentMegabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
};
const afterEach50: number[] = [];
async function printAll(): Promise<void> {
  for (const document of papers) {
    const printed = await printer.print(document, { createdAt });
    if (!printed.ok) throw new Error(JSON.stringify(printed.problems));
  }
}
for (let round150 = 0; round150 < 3; round150 += 1) {
  await printAll();
  afterEach50.push(residentMegabytes());
}
const result = await inTurns(2, printAll, async () => {
  for (const document of papers) await byPdfkit(document);
});
const chromium = await chromiumPrinter();
const beside = await inTurns(
  1,
  () => undefined,
  async () => {
    for (const document of papers) await chromium.print(document);
  },
);
await chromium.close();
const [after50 = 0, , after150 = 0] = afterEach50;
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "pdfkit, same content and fonts (it writes no tags)",
  goal: "≤ 1; ofChromium ≤ 0.25; memory of 150 documents ≤ 1.1 × that of 50",
  chromium: round(beside.peer),
  ofChromium: round(result.ours / beside.peer),
  megabytesAfter50: after50,
  megabytesAfter150: after150,
});
