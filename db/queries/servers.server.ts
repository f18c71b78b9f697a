import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { server } from "../schema.ts";

/** Servers by id, whatever became of them. Unknown ids give no row. */
export async function serversNamed(db: DbOrTx, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: server.id, name: server.name, systemId: server.systemId })
    .from(server)
    .where(
      and(
        eq(server.hospitalId, scope.hospitalId),
        sql`${server.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      ),
    );
}
