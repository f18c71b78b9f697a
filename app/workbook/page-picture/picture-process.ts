import process from "node:process";
import { problem, type Result } from "../../domain/problem.ts";
import { drawPage, type PageRequest } from "./draw-page.ts";

/** Entry of the picture process: one page in, one picture out, then it is over. */
process.once("message", (message: { bytes: Uint8Array; request: PageRequest }) => {
  const answer = (reply: Result<Uint8Array>) => process.send?.(reply);
  drawPage(message.bytes, message.request).then(answer, () =>
    answer({ ok: false, problems: [problem("file-reader-failed")] }),
  );
});

process.on("disconnect", () => process.exit(0));
