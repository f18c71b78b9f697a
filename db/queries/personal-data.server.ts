import { and, eq } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { personalSalt } from "../schema.ts";

/** The salt of a record's personal values; null before the first hash and after the person was erased. */
export async function findSalt(db: DbOrTx, scope: Scope, recordId: string): Promise<string | null> {
  const rows = await db
    .select({ salt: personalSalt.salt })
    .from(personalSalt)
    .where(and(eq(personalSalt.groupId, scope.groupId), eq(personalSalt.recordId, recordId)));
  return rows[0]?.salt ?? null;
}

/** Keeps a salt. @returns false when the record had one already */
export async function insertSalt(
  db: DbOrTx,
  scope: Scope,
  row: { id: string; recordId: string; salt: string; createdAt: string },
): Promise<boolean> {
  const rows = await db
    .insert(personalSalt)
    .values({ ...row, groupId: scope.groupId })
    .onConflictDoNothing()
    .returning({ id: personalSalt.id });
  return rows.length > 0;
}
