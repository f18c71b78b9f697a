import { sql } from "drizzle-orm";
import { check, integer, text } from "drizzle-orm/sqlite-core";

/** UUIDv7 primary key. */
export const id = () => text("id").primaryKey();
/** Optimistic lock: every edit names the version it saw. */
export const version = () => integer("version").notNull().default(1);
/** UTC moment in ISO form. */
export const moment = (name: string) => text(name);
/** Calendar day in Asia/Tokyo, ISO form. */
export const day = (name: string) => text(name);
export const groupId = () => text("group_id").notNull();
export const hospitalId = () => text("hospital_id").notNull();
/** Number of the audit entry written in the same transaction: monotone, whatever the clock does. */
export const recordedSeq = () => integer("recorded_seq").notNull();

/**
 * Database-side twin of a closed list: drizzle's text enum is not checked by SQLite.
 * @param column SQL name of the column
 */
export function oneOf(table: string, column: string, options: readonly string[]) {
  const list = options.map((each) => `'${each.replaceAll("'", "''")}'`).join(", ");
  return check(`${table}_${column}_known`, sql.raw(`${column} in (${list})`));
}
