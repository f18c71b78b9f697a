import type { Words } from "./words.ts";

/** Words of a stored reason; the code itself when a newer program wrote it. */
export function unreadReasonLabel(words: Words, code: string): string {
  const labels: Readonly<Record<string, string>> = words.unreadReasons;
  return labels[code] ?? code;
}
