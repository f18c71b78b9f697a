import { sql } from "drizzle-orm";
import { z } from "zod";
import { registerNouns, registerOwners } from "../../app/domain/register.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (each) => `_${each.toLowerCase()}`);

/** A figure of each register that changes with every insert, edit, archive or deletion. */
export type RegisterMark = Record<string, { count: number; versions: number; last: string }>;

/** The registers' state in one query, to tell whether a plan still holds. */
export async function markRegisters(db: DbOrTx, scope: Scope): Promise<RegisterMark> {
  const parts = registerNouns.map((noun) => {
    const owner =
      registerOwners[noun] === "group"
        ? sql`group_id = ${scope.groupId}`
        : sql`hospital_id = ${scope.hospitalId}`;
    return sql`SELECT ${noun} AS noun, count(*) AS count, coalesce(sum(version), 0) AS versions,
      coalesce(max(id), '') AS last FROM ${sql.identifier(snake(noun))} WHERE ${owner}`;
  });
  const links = sql`SELECT 'contractSystem', count(*), count(*), coalesce(max(id), '') FROM contract_system
    WHERE hospital_id = ${scope.hospitalId}`;
  const rows = await db.all(sql.join([...parts, links], sql` UNION ALL `));
  const schema = z.object({ noun: z.string(), count: z.number(), versions: z.number(), last: z.string() });
  return Object.fromEntries(
    rows.map((row) => {
      const { noun, ...mark } = schema.parse(row);
      return [noun, mark];
    }),
  );
}
