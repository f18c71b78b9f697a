import path from "node:path";
import { createPaperPrinter } from "../../app/pdf/draw-paper.server.ts";
import { byPdfkit, chromiumPrinter, paperOf } from "./annex-papers.ts";
import { inTurns, printRow, round } from "./measure.ts";
import { root } from "./world.ts";

// One paper of about 200 pages: does time grow with the pages and no faster?
const document = paperOf(138, "2025-007");
const printer = await createPaperPrinter(path.join(root, "node_modules"));
const createdAt = new Date("2026-11-24T00:00:00Z");
const first = await printer.print(document, { createdAt });
if (!first.ok) throw new Error(JSON.stringify(first.problems));
const result = await inTurns(
  3,
  () => printer.print(document, { createdAt }),
  () => byPdfkit(document),
);
const chromium = await chromiumPrinter();
const beside = await inTurns(
  3,
  () => undefined,
  () => chromium.print(document),
);
await chromium.close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "pdfkit, same content and fonts (it writes no tags)",
  goal: "≤ 1; ofChromium ≤ 0.25",
  chromium: round(beside.peer),
  ofChromium: round(result.ours / beside.peer),
  pages: first.value.pageCount,
  kilobytes: Math.round(first.value.bytes.length / 1024),
});
