import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { languages, roles } from "../../app/domain/scope.ts";
import { sessionFactors } from "../../app/domain/sign-in.ts";
import { day, groupId, hospitalId, id, moment, oneOf, version } from "../columns.ts";

/** A group of hospitals that share vendors and originals. A hospital alone is a group of one. */
export const hospitalGroup = sqliteTable("hospital_group", {
  id: id(),
  name: text("name").notNull(),
  createdAt: moment("created_at").notNull(),
});

export const hospital = sqliteTable(
  "hospital",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    name: text("name").notNull(),
    beds: integer("beds"),
    address: text("address").notNull().default(""),
    representative: text("representative").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [index("hospital_by_group").on(t.groupId)],
);

/** Someone who signs in. Which hospitals, with which role, stands in membership. */
export const account = sqliteTable(
  "account",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    signInName: text("sign_in_name").notNull(),
    name: text("name").notNull(),
    department: text("department").notNull().default(""),
    passwordHash: text("password_hash").notNull(),
    language: text("language", { enum: languages }).notNull().default("ja"),
    /** Salt of the hashes that the audit log keeps of this person; erased with the person. */
    salt: text("salt").notNull(),
    disabledAt: moment("disabled_at"),
    createdAt: moment("created_at").notNull(),
    /** True when the password has at least 13 characters, so that it may stand alone. */
    isPasswordLong: integer("is_password_long", { mode: "boolean" }).notNull().default(true),
    /** True when somebody else chose the password: the next sign-in asks for an own one. */
    mustChangePassword: integer("must_change_password", { mode: "boolean" }).notNull().default(false),
    passwordChangedAt: moment("password_changed_at"),
    /** Set when an administrator excepted this person from the second factor. */
    factorWaivedAt: moment("factor_waived_at"),
    /** Wrong passwords and codes since the last sign-in, and until when none is looked at. */
    failedTries: integer("failed_tries").notNull().default(0),
    lockedUntil: moment("locked_until"),
    version: version(),
  },
  (t) => [uniqueIndex("account_sign_in_name").on(t.signInName), oneOf("account", "language", languages)],
);

export const membership = sqliteTable(
  "membership",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id),
    role: text("role", { enum: roles }).notNull(),
    createdAt: moment("created_at").notNull(),
    /** Last day in Asia/Tokyo, null = none. A viewer always has one, but those of before 2026-11. */
    untilDay: day("until_day"),
    endedAt: moment("ended_at"),
    version: version(),
  },
  (t) => [uniqueIndex("membership_once").on(t.hospitalId, t.accountId), oneOf("membership", "role", roles)],
);

/** A signed-in browser; the cookie holds the token, the database only its SHA-256. */
export const session = sqliteTable(
  "session",
  {
    tokenHash: text("token_hash").primaryKey(),
    hospitalId: hospitalId().references(() => hospital.id),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** Names the session on screens; it opens nothing. */
    handle: text("handle").notNull().default(""),
    lastSeenAt: moment("last_seen_at"),
    /** What the browser said it is, shortened. */
    browser: text("browser").notNull().default(""),
    address: text("address").notNull().default(""),
    factor: text("factor", { enum: sessionFactors }).notNull().default("none"),
  },
  (t) => [index("session_by_account").on(t.accountId), oneOf("session", "factor", sessionFactors)],
);

/**
 * Every change, in one order. `seq` is the transaction number that revisions carry as `recorded_seq`;
 * `recorded_at` never goes back, even when the clock does.
 */
export const audit = sqliteTable(
  "audit",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    hospitalId: hospitalId(),
    recordedAt: moment("recorded_at").notNull(),
    accountId: text("account_id"),
    via: text("via").notNull(),
    /** Network address the change came from; "" from the command line, the scheduler and before addresses were kept. */
    address: text("address").notNull().default(""),
    verb: text("verb").notNull(),
    noun: text("noun").notNull(),
    recordId: text("record_id").notNull(),
    /** JSON: field → [before, after]; values of people only as salted hashes. */
    change: text("change").notNull(),
    /** SHA-256 over the entry before and this one (`domain/audit-chain.ts`). */
    hash: text("hash").notNull().default(""),
  },
  (t) => [index("audit_by_record").on(t.hospitalId, t.noun, t.recordId)],
);
