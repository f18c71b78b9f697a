import { createHash } from "node:crypto";
import {
  documentsUsed,
  findContractDocument,
  insertContractDocument,
  insertDocumentWithdrawal,
} from "#db/queries/contract-documents.server";
import { findContract } from "#db/queries/contracts.server";
import { keepOriginalFile, readBlob } from "#db/queries/files.server";
import { contractDocumentKinds } from "~/domain/contract-document";
import { parseReason } from "~/domain/contract-form";
import { isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { MAX_WORKBOOK_BYTES } from "./receive.server";
import { record } from "./record.server";
import { scanGiven } from "./scan-file.server";

export type RawDocument = { kind: string; title: string; datedOn: string; note: string };

const MAX_TITLE = 200;
const MAX_NOTE = 4000;

/**
 * 書類を加える: a file of a contract, kept with its SHA-256 and, for a PDF that opens, its number of pages. Any kind of
 * file is kept as it is; nothing of it is shown in a page.
 * Problems: not-found, record-archived, file-missing, file-empty, file-too-large, those of the fields.
 */
export async function fileContractDocument(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; raw: RawDocument; file: { fileName: string; bytes: Uint8Array } | null },
): Promise<Result<{ documentId: string }>> {
  if (!may(scope, "contract:write")) return failed(problem("forbidden", { needed: "contract:write" }));
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  if (contract.archivedAt !== null) return failed(problem("record-archived"));
  const { raw, file } = input;
  const kind = contractDocumentKinds.find((each) => each === raw.kind);
  const problems = [...faultsOf(raw), ...(kind ? [] : [problem("field-required", {}, "kind")])];
  if (file === null) problems.push(problem("file-missing", {}, "file"));
  else if (file.bytes.length === 0) problems.push(problem("file-empty", { fileName: file.fileName }, "file"));
  else if (file.bytes.length > MAX_WORKBOOK_BYTES)
    problems.push(problem("file-too-large", { fileName: file.fileName, limit: MAX_WORKBOOK_BYTES }, "file"));
  if (kind === undefined || file === null || problems.length > 0) return failed(...problems);
  const { fileName, bytes } = file;
  const scanned = await scanGiven(ports, file);
  if (!scanned.ok) return scanned;
  // why before the transaction: the reader takes its time, and nothing slow happens inside one.
  const pageCount = (await ports.readWorkbook(bytes, fileName)).pages ?? null;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [documentId, fileId] = [ports.newId(), ports.newId()];
  const title = raw.title.trim() || fileName;
  const head = {
    verb: "file-document",
    noun: "contract",
    recordId: input.contractId,
    change: { document: [null, title], sha256: [null, sha256] } as Record<string, [unknown, unknown]>,
  };
  return record(ports, scope, "contract:write", head, async ({ tx, seq, at }) => {
    const file = { id: fileId, sha256, fileName, bytes };
    await keepOriginalFile(tx, scope, {
      ...file,
      receivedAt: at,
      receivedBy: scope.accountId,
      scan: scanned.value,
    });
    await insertContractDocument(tx, scope, {
      id: documentId,
      contractId: input.contractId,
      kind,
      title,
      originalFileId: fileId,
      pageCount,
      datedOn: raw.datedOn.trim() || null,
      note: raw.note.trim(),
      recordedSeq: seq,
      filedAt: at,
      filedBy: scope.accountId,
    });
    return done({ documentId });
  });
}

function faultsOf(raw: RawDocument): Problem[] {
  const problems: Problem[] = [];
  if (raw.title.length > MAX_TITLE) problems.push(problem("field-too-long", { max: MAX_TITLE }, "title"));
  if (raw.note.length > MAX_NOTE) problems.push(problem("field-too-long", { max: MAX_NOTE }, "note"));
  const day = raw.datedOn.trim();
  if (day !== "" && !isRealDay(day)) problems.push(problem("field-not-a-day", { value: day }, "datedOn"));
  return problems;
}

/**
 * 取り下げる: a document that was filed by mistake no longer counts; it stays and says why. One that clauses or
 * amendments in effect rest on cannot be withdrawn. Problems: not-found, document-withdrawn, document-in-use.
 */
export async function withdrawContractDocument(
  ports: Ports,
  scope: Scope,
  input: { documentId: string; reason: string },
): Promise<Result<{ contractId: string }>> {
  const reason = parseReason({ reason: input.reason });
  const found = await findContractDocument(ports.db, scope, input.documentId);
  if (!found) return failed(problem("not-found"));
  if (found.withdrawnSeq !== null) return failed(problem("document-withdrawn"));
  if (!reason.ok) return reason;
  const { contractId, title } = found;
  const head = {
    verb: "withdraw-document",
    noun: "contract",
    recordId: contractId,
    change: { document: [title, null], reason: [null, reason.value] } as Record<string, [unknown, unknown]>,
  };
  return record(ports, scope, "contract:write", head, async ({ tx, seq, at }) => {
    const now = await findContractDocument(tx, scope, input.documentId);
    if (now?.withdrawnSeq !== null) return failed(problem("document-withdrawn"));
    const count = await documentsUsed(tx, scope, input.documentId);
    if (count > 0) return failed(problem("document-in-use", { count }));
    await insertDocumentWithdrawal(tx, scope, {
      id: ports.newId(),
      documentId: input.documentId,
      reason: reason.value,
      recordedSeq: seq,
      withdrawnAt: at,
      withdrawnBy: scope.accountId,
    });
    return done({ contractId });
  });
}

/** 原本を開く: exactly the bytes that were filed, withdrawn ones too. */
export async function openContractDocument(
  ports: Ports,
  scope: Scope,
  input: { documentId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const found = await findContractDocument(ports.db, scope, input.documentId);
  const bytes = found && (await readBlob(ports.db, scope, found.sha256));
  return found && bytes ? done({ fileName: found.fileName, bytes }) : failed(problem("not-found"));
}
