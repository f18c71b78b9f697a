import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { day, hospitalId, id, moment, version } from "../columns.ts";
import { account, hospital } from "./people.ts";

/** 代理: somebody does another's work for some days; both days belong to it. */
export const standIn = sqliteTable(
  "stand_in",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id),
    substituteId: text("substitute_id")
      .notNull()
      .references(() => account.id),
    fromOn: day("from_on").notNull(),
    toOn: day("to_on").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    /** Taken back before its last day. */
    endedAt: moment("ended_at"),
    version: version(),
  },
  (t) => [index("stand_in_by_hospital").on(t.hospitalId, t.toOn)],
);

/** カレンダー連携: an address a calendar program reads; the database keeps only the token's SHA-256. */
export const calendarFeed = sqliteTable(
  "calendar_feed",
  {
    tokenHash: text("token_hash").primaryKey(),
    hospitalId: hospitalId().references(() => hospital.id),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id),
    createdAt: moment("created_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [index("calendar_feed_by_account").on(t.hospitalId, t.accountId)],
);
