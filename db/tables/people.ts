import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { languages, roles } from "../../app/domain/scope.ts";
import { groupId, hospitalId, id, moment, oneOf, version } from "../columns.ts";

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
  },
  (t) => [index("session_by_account").on(t.accountId)],
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
