import { and, asc, eq, isNull } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { readingRecipe, vendor } from "../schema.ts";

/** Recipes of the group that are in use, by name; at most 500. */
export async function listRecipes(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: readingRecipe.id,
      name: readingRecipe.name,
      body: readingRecipe.body,
      vendorId: readingRecipe.vendorId,
      vendor: vendor.name,
      createdAt: readingRecipe.createdAt,
      version: readingRecipe.version,
    })
    .from(readingRecipe)
    .leftJoin(vendor, and(eq(vendor.id, readingRecipe.vendorId), eq(vendor.groupId, scope.groupId)))
    .where(and(eq(readingRecipe.groupId, scope.groupId), isNull(readingRecipe.archivedAt)))
    .orderBy(asc(readingRecipe.name))
    .limit(500);
}

export async function insertRecipe(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof readingRecipe.$inferInsert, "groupId">,
): Promise<void> {
  await db.insert(readingRecipe).values({ ...row, groupId: scope.groupId });
}

/** Puts a recipe aside. @returns false when it is not there, not ours, or already put aside */
export async function archiveRecipe(db: DbOrTx, scope: Scope, id: string, at: string): Promise<boolean> {
  const rows = await db
    .update(readingRecipe)
    .set({ archivedAt: at })
    .where(
      and(
        eq(readingRecipe.groupId, scope.groupId),
        eq(readingRecipe.id, id),
        isNull(readingRecipe.archivedAt),
      ),
    )
    .returning({ id: readingRecipe.id });
  return rows.length === 1;
}
