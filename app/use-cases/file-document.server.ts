import { endIntake, findIntake } from "#db/queries/intakes.server";
import { insertProductDocument } from "#db/queries/product-documents.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { documentKinds } from "~/domain/product-document";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/**
 * 資料として残す: files what was received with a product, unread: an MDS2 sheet, a サービス仕様適合開示書, anything
 * else a vendor sent. The receipt is over then. Problems: not-found, intake-closed, field-required and
 * field-unknown-reference (productId), field-not-an-option (kind), field-too-long (note).
 */
export async function fileDocument(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; productId: string; kind: string; note: string },
): Promise<Result<{ documentId: string }>> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return failed(problem("not-found"));
  const kind = documentKinds.find((each) => each === input.kind);
  if (!kind) return failed(problem("field-not-an-option", { value: input.kind }, "kind"));
  if (input.productId === "") return failed(problem("field-required", {}, "productId"));
  if (input.note.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "note"));
  if (!(await nameOfRecord(ports.db, scope, "product", input.productId))) {
    return failed(problem("field-unknown-reference", {}, "productId"));
  }
  const documentId = ports.newId();
  const change: Record<string, [unknown, unknown]> = {
    document: [null, documentId],
    product: [null, input.productId],
    kind: [null, kind],
  };
  const head = { verb: "file-document", noun: "intake", recordId: found.id, change };
  return record(ports, scope, "disclosure:write", head, async ({ tx, seq, at }) => {
    if (!(await endIntake(tx, scope, found.id, "saved"))) return failed(problem("intake-closed"));
    await insertProductDocument(tx, scope, {
      id: documentId,
      productId: input.productId,
      kind,
      originalFileId: found.originalFileId,
      note: input.note.trim(),
      recordedSeq: seq,
      filedAt: at,
      filedBy: scope.accountId,
    });
    return done({ documentId });
  });
}
