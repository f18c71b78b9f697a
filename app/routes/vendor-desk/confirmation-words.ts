import type { RequestKind } from "~/domain/request";
import type { Words } from "~/messages/words";

/** Words where a vendor confirms what stands there instead of answering a question. */
export type Confirmation = {
  answers: { yes: string; no: string };
  remark: string;
  keys: string;
  counts: (counts: { yes: number; no: number; blank: number }) => string;
};

/** Null for the kinds that ask questions. */
export function confirmationWords(words: Words["vendorDesk"], kind: RequestKind): Confirmation | null {
  const { row, promise, item, submit } = words;
  if (kind === "role-sheet")
    return {
      answers: { yes: row.yes, no: row.no },
      remark: row.remark,
      keys: item.keysConfirm,
      counts: submit.countsOfRows,
    };
  if (kind === "promise")
    return {
      answers: { yes: promise.yes, no: promise.no },
      remark: promise.remark,
      keys: promise.keys,
      counts: promise.counts,
    };
  return null;
}
