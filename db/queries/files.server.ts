import { and, asc, eq, sql } from "drizzle-orm";
import type { KeptScan } from "../../app/domain/file-scan.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  blobChunk,
  checklistResponse,
  contractDocument,
  decisionApproval,
  decisionClosing,
  fileScan,
  importBatch,
  originalFile,
  paperSignedCopy,
  requestEvent,
  requestFile,
  requestSubmission,
} from "../schema.ts";

type OfGroup = Pick<Scope, "groupId">;

const CHUNK_BYTES = 1024 * 1024;

/** Keeps bytes in chunks; the same bytes of one group are kept once. */
export async function storeBlob(db: DbOrTx, scope: Scope, sha256: string, bytes: Uint8Array): Promise<void> {
  const there = await db
    .select({ ordinal: blobChunk.ordinal })
    .from(blobChunk)
    .where(and(eq(blobChunk.groupId, scope.groupId), eq(blobChunk.sha256, sha256)))
    .limit(1);
  if (there.length > 0) return;
  for (let ordinal = 0; ordinal * CHUNK_BYTES < Math.max(1, bytes.length); ordinal += 1) {
    const chunk = Buffer.from(bytes.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES));
    await db.insert(blobChunk).values({ groupId: scope.groupId, sha256, ordinal, bytes: chunk });
  }
}

/** The bytes of a hash of this group, or null. */
export async function readBlob(db: DbOrTx, scope: OfGroup, sha256: string): Promise<Buffer | null> {
  const chunks = await db
    .select({ bytes: blobChunk.bytes })
    .from(blobChunk)
    .where(and(eq(blobChunk.groupId, scope.groupId), eq(blobChunk.sha256, sha256)))
    .orderBy(asc(blobChunk.ordinal));
  return chunks.length === 0 ? null : Buffer.concat(chunks.map((each) => each.bytes));
}

/**
 * Keeps a file as it came: its bytes once a group, and the row that says which name, when and by whom.
 * @param row.scan what the virus scanner said of it; null for a file that this program made itself
 */
export async function keepOriginalFile(
  db: DbOrTx,
  scope: Scope,
  {
    bytes,
    scan,
    ...row
  }: Omit<typeof originalFile.$inferInsert, "groupId" | "size"> & {
    bytes: Uint8Array;
    scan: KeptScan | null;
  },
): Promise<void> {
  await storeBlob(db, scope, row.sha256, bytes);
  await db.insert(originalFile).values({ ...row, size: bytes.length, groupId: scope.groupId });
  if (scan) await db.insert(fileScan).values({ ...scan, originalFileId: row.id, groupId: scope.groupId });
}

/** What belongs to one hospital alone, though originals are shared in its group: contracts, requests, imports, decisions. */
const ofOneHospital = [
  contractDocument,
  paperSignedCopy,
  requestFile,
  requestSubmission,
  requestEvent,
  importBatch,
  checklistResponse,
  decisionApproval,
  decisionClosing,
] as const;

/** A file of the group, or null; one that another hospital of the group keeps for itself is none. */
export async function findOriginalFile(db: DbOrTx, scope: Pick<Scope, "groupId" | "hospitalId">, id: string) {
  const others = ofOneHospital.map(
    (table) =>
      sql`NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table.originalFileId} = ${originalFile.id} AND ${table.hospitalId} <> ${scope.hospitalId})`,
  );
  const rows = await db
    .select()
    .from(originalFile)
    .where(and(eq(originalFile.groupId, scope.groupId), eq(originalFile.id, id), ...others));
  return rows[0] ?? null;
}
