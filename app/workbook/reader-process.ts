import process from "node:process";
import { readWorkbookBytes } from "./read-workbook.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";

/**
 * Entry of the reader process: one file in, one reading out. It holds no state between files, opens no
 * other file and no connection; the server kills it on time or memory.
 */
process.on("message", (message: ReaderRequest) => {
  const answer = (reply: ReaderReply) => process.send?.(reply);
  readWorkbookBytes(message.bytes, message.fileName, message.options).then(
    (reading) => answer({ id: message.id, reading }),
    () => answer({ id: message.id, isFailed: true }),
  );
});

const ready: ReaderReply = { isReady: true };
process.send?.(ready);

process.on("disconnect", () => process.exit(0));
