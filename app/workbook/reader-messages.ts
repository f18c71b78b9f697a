import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";

/** What the server and its reader process say to each other (structured clone over IPC). */
export type ReaderRequest = { id: number; fileName: string; bytes: Uint8Array; options: ReadOptions };
export type ReaderReply =
  | { isReady: true }
  | { id: number; reading: WorkbookReading }
  | { id: number; isFailed: true };
