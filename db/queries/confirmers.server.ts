import { and, eq, inArray } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account } from "../schema.ts";

/** Names of the group's accounts by id; an id that is none (a name in a file from elsewhere) is left out. */
export async function accountNames(
  db: DbOrTx,
  scope: Pick<Scope, "groupId">,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(and(eq(account.groupId, scope.groupId), inArray(account.id, wanted)));
  return new Map(rows.map((each) => [each.id, each.name]));
}
