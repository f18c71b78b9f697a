import { and, asc, eq, gte, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Day, Moment } from "../../app/domain/day.ts";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, calendarFeed, hospital, membership, standIn } from "../schema.ts";
import { holdsAt } from "./people.server.ts";

const absent = alias(account, "absent");
const substitute = alias(account, "substitute");

/** Stand-ins that are not over on `today`, the first to begin first. */
export async function standInsFrom(db: DbOrTx, scope: Scope, today: Day) {
  return db
    .select({
      id: standIn.id,
      accountId: standIn.accountId,
      account: absent.name,
      substituteId: standIn.substituteId,
      substitute: substitute.name,
      fromOn: standIn.fromOn,
      toOn: standIn.toOn,
    })
    .from(standIn)
    .innerJoin(absent, eq(absent.id, standIn.accountId))
    .innerJoin(substitute, eq(substitute.id, standIn.substituteId))
    .where(and(eq(standIn.hospitalId, scope.hospitalId), isNull(standIn.endedAt), gte(standIn.toOn, today)))
    .orderBy(asc(standIn.fromOn), asc(standIn.id));
}

export async function insertStandIn(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof standIn.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(standIn).values({ ...row, hospitalId: scope.hospitalId });
}

/** @returns false when there is none of that id, or it was taken back already */
export async function endStandIn(db: DbOrTx, scope: Scope, id: string, at: Moment): Promise<boolean> {
  const rows = await db
    .update(standIn)
    .set({ endedAt: at, version: sql`${standIn.version} + 1` })
    .where(and(eq(standIn.hospitalId, scope.hospitalId), eq(standIn.id, id), isNull(standIn.endedAt)))
    .returning({ id: standIn.id });
  return rows.length === 1;
}

/** Since when this account has an address of its own; null when it has none. */
export async function feedOf(db: DbOrTx, scope: Scope) {
  const rows = await db
    .select({ createdAt: calendarFeed.createdAt })
    .from(calendarFeed)
    .where(
      and(
        eq(calendarFeed.hospitalId, scope.hospitalId),
        eq(calendarFeed.accountId, scope.accountId ?? ""),
        isNull(calendarFeed.revokedAt),
      ),
    );
  return rows[0] ?? null;
}

export async function insertFeed(
  db: DbOrTx,
  scope: Scope,
  row: Omit<typeof calendarFeed.$inferInsert, "hospitalId">,
): Promise<void> {
  await db.insert(calendarFeed).values({ ...row, hospitalId: scope.hospitalId });
}

/** Every address of this account ends. @returns how many */
export async function revokeFeeds(db: DbOrTx, scope: Scope, at: Moment): Promise<number> {
  const rows = await db
    .update(calendarFeed)
    .set({ revokedAt: at })
    .where(
      and(
        eq(calendarFeed.hospitalId, scope.hospitalId),
        eq(calendarFeed.accountId, scope.accountId ?? ""),
        isNull(calendarFeed.revokedAt),
      ),
    )
    .returning({ tokenHash: calendarFeed.tokenHash });
  return rows.length;
}

/** Whose calendar a token opens: as long as it was not revoked and the account still works in the hospital. */
export async function findFeed(db: DbOrTx, tokenHash: string, now: Moment) {
  const rows = await db
    .select({
      groupId: hospital.groupId,
      hospitalId: calendarFeed.hospitalId,
      hospital: hospital.name,
      accountId: calendarFeed.accountId,
      role: membership.role,
    })
    .from(calendarFeed)
    .innerJoin(hospital, eq(hospital.id, calendarFeed.hospitalId))
    .innerJoin(account, eq(account.id, calendarFeed.accountId))
    .innerJoin(
      membership,
      and(
        eq(membership.hospitalId, calendarFeed.hospitalId),
        eq(membership.accountId, calendarFeed.accountId),
        holdsAt(now),
      ),
    )
    .where(
      and(eq(calendarFeed.tokenHash, tokenHash), isNull(calendarFeed.revokedAt), isNull(account.disabledAt)),
    );
  return rows[0] ?? null;
}
