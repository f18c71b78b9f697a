import process from "node:process";
import type { PaperDocument } from "../domain/annex-document.ts";
import { problem } from "../domain/problem.ts";
import { createPaperPrinter } from "./draw-paper.server.ts";
import type { PaperReply, PaperRequest } from "./long-printer.server.ts";

/** Entry of the printing process: one paper in, its pages told one by one, the file out, then it is over. */
process.once("message", (message: PaperRequest) => {
  const answer = (reply: PaperReply) => process.send?.(reply);
  print(message.document, message, answer).then(
    (result) => answer({ result }),
    () => answer({ result: { ok: false, problems: [problem("paper-printer-failed")] } }),
  );
});

async function print(document: PaperDocument, message: PaperRequest, answer: (reply: PaperReply) => unknown) {
  const printer = await createPaperPrinter(message.fontDir);
  return printer.print(document, {
    createdAt: new Date(message.createdAt),
    hasGeta: true,
    onPage: (drawn, total) => {
      // why not each page: a message costs as much as a small page.
      if (drawn % 10 === 0 || drawn === total) answer({ drawn, total });
    },
  });
}

process.on("disconnect", () => process.exit(0));
