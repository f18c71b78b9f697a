import process from "node:process";
import { packedReading } from "./packed-reading.ts";
import { readWorkbookBytes } from "./read-workbook.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";
import { warmReader } from "./warm-reader.ts";

/**
 * Entry of the reader process: one file in, one reading out. It holds no state between files, opens no
 * other file and no connection; the server kills it on time or memory.
 */
process.on("message", (message: ReaderRequest) => {
  const answer = (reply: ReaderReply) => process.send?.(reply);
  readWorkbookBytes(message.bytes, message.fileName, message.options)
    .then(
      (reading) => answer({ id: message.id, reading: packedReading(reading) }),
      () => answer({ id: message.id, isFailed: true }),
    )
    .finally(warmOnce);
});

let isWarm = false;
function warmOnce(): void {
  if (isWarm) return;
  isWarm = true;
  setTimeout(warmReader, 0);
}

/** A process that replaces another one may wait for its first file. */
const IDLE_MS = 500;
setTimeout(warmOnce, IDLE_MS);

const ready: ReaderReply = { isReady: true };
process.send?.(ready);

process.on("disconnect", () => process.exit(0));
