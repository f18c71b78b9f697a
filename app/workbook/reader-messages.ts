import type { ReadOptions } from "../domain/reading.ts";
import type { PackedReading } from "./packed-reading.ts";

/** What the server and its reader process say to each other (structured clone over IPC). */
export type ReaderRequest = { id: number; fileName: string; bytes: Uint8Array; options: ReadOptions };
export type ReaderReply =
  | { isReady: true }
  | { id: number; reading: PackedReading }
  | { id: number; isFailed: true };
