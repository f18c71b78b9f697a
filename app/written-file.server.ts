import type { Result } from "~/domain/problem";
import type { Language } from "~/domain/scope";
import { fileReply } from "~/file-reply.server";
import { redirectTo, refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import type { WrittenFile } from "~/use-cases/write-into.server";

/** Rows that are listed; the file holds them all. */
const SHOWN_ROWS = 50;

/** What a page shows of a workbook before it is handed out: rows to write, and everything that cannot be. */
export function writtenPage(file: Result<WrittenFile>) {
  const [written, problems] = file.ok ? [file.value.written, file.value.problems] : [[], file.problems];
  return { rows: written.slice(0, SHOWN_ROWS), total: written.length, problems, isRefused: !file.ok };
}

/**
 * The workbook with the answers as a download; the original keeps its name. Whatever keeps it from being written
 * stands on the page at `place`, so an old link leads there.
 */
export function writtenReply(file: Result<WrittenFile>, language: Language, place: `/${string}`): Response {
  if (!file.ok) {
    if (file.problems.some((each) => each.code === "not-found")) throw refuse(file.problems);
    return redirectTo(place);
  }
  const { fileName, bytes } = file.value;
  const at = fileName.lastIndexOf(".");
  const name = wordsOf(language).writeBack.file(at > 0 ? fileName.slice(0, at) : fileName);
  return fileReply(bytes, `${name}${at > 0 ? fileName.slice(at) : ".xlsx"}`);
}
