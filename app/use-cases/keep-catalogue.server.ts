import { createHash } from "node:crypto";
import { findPublished, insertPublished } from "#db/queries/catalogues.server";
import type { Catalogue } from "~/domain/any-catalogue";
import { done, failed, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/** The bytes a catalogue is frozen as, and exported as: the same JSON as the files under templates/. */
export function catalogueText(catalogue: Catalogue): string {
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Freezes a checked catalogue inside a transaction that `record` opened. Problems: catalogue-ref-taken (a
 * shipped one or one of the group has this `id@version`).
 * @param source the official file it was read from, or nulls
 */
export async function keepCatalogue(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  catalogue: Catalogue,
  source: { originalFileId: string | null; sha256: string | null },
): Promise<Result<{ id: string; ref: string }>> {
  const ref = catalogueRef(catalogue.head);
  const isShipped = ports.catalogues.all.some((each) => catalogueRef(each.head) === ref);
  if (isShipped || (await findPublished(tx, scope, ref)) !== null) {
    return failed(problem("catalogue-ref-taken", { ref }, "version"));
  }
  const body = catalogueText(catalogue);
  const id = ports.newId();
  await insertPublished(tx, scope, {
    id,
    kind: catalogue.kind,
    ref,
    title: catalogue.head.title,
    body,
    bodySha256: sha256Of(body),
    originalFileId: source.originalFileId,
    sourceSha256: source.sha256,
    recordedSeq: seq,
    publishedAt: at,
    publishedBy: scope.accountId,
  });
  return done({ id, ref });
}
