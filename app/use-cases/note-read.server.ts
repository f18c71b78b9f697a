import { done, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { isOfDatabase, record } from "./record.server";

/** What is a paper to whoever takes it away: issued ones and drafts, and the files that were filed or received. */
export type ReadNoun = "paper" | "paperDraft" | "binder" | "signedCopy" | "contractDocument" | "originalFile";

/**
 * 閲覧: hands out a paper and writes down who took it. What was not there is not written down. When the database
 * takes no entry (disk full, read-only), the paper is handed out all the same: who needs a paper in an emergency must
 * not be kept from it by the log; the program's own log says so.
 * @param open gives the paper, or the Problems why not
 */
export async function noteRead<T>(
  ports: Ports,
  scope: Scope,
  of: { noun: ReadNoun; recordId: string },
  open: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await open();
  if (!opened.ok) return opened;
  const head = { verb: "read", ...of, change: {} };
  const noted = await record(ports, scope, "viewer", head, async () => done(null));
  if (noted.ok) return opened;
  if (!noted.problems.every((each) => isOfDatabase(each.code))) return noted;
  console.error(`audit: a read of ${of.noun} ${of.recordId} could not be written down`);
  return opened;
}
