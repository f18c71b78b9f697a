import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { linkPurposes, signInSteps } from "../../app/domain/sign-in.ts";
import { groupId, hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { account, hospital } from "./people.ts";

const accountId = () =>
  text("account_id")
    .notNull()
    .references(() => account.id);

/** 認証アプリ: one a person. The seed is sealed with the key that lies outside the database. */
export const totpSeed = sqliteTable(
  "totp_seed",
  {
    id: id(),
    groupId: groupId(),
    accountId: accountId(),
    sealedSeed: text("sealed_seed").notNull(),
    /** Null until the first right code: before that it is no second factor. */
    confirmedAt: moment("confirmed_at"),
    /** Time step of the last code that was taken: no code is taken twice. */
    lastStep: integer("last_step").notNull().default(0),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("totp_seed_once").on(t.accountId)],
);

/** 回復コード: each opens once; only hashes are kept. */
export const recoveryCode = sqliteTable(
  "recovery_code",
  {
    id: id(),
    groupId: groupId(),
    accountId: accountId(),
    codeHash: text("code_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [uniqueIndex("recovery_code_once").on(t.accountId, t.codeHash)],
);

/** パスキー: public keys only; there is nothing secret here. */
export const passkey = sqliteTable(
  "passkey",
  {
    id: id(),
    groupId: groupId(),
    accountId: accountId(),
    /** base64url, as the browser names it. */
    credentialId: text("credential_id").notNull(),
    /** base64url of the COSE key. */
    publicKey: text("public_key").notNull(),
    counter: integer("counter").notNull().default(0),
    /** JSON list of transports. */
    transports: text("transports").notNull().default("[]"),
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
  },
  (t) => [uniqueIndex("passkey_credential").on(t.credentialId), index("passkey_by_account").on(t.accountId)],
);

/** A browser between password and session: it may do the named step and nothing else. */
export const signInStep = sqliteTable(
  "sign_in_step",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** Null while nobody is known yet: the passkey's challenge, the way to the identity provider. */
    accountId: text("account_id").references(() => account.id),
    hospitalId: text("hospital_id").references(() => hospital.id),
    step: text("step", { enum: signInSteps }).notNull(),
    /** Challenge of a passkey, or the sealed state of the identity provider; "" for the others. */
    memo: text("memo").notNull().default(""),
    tries: integer("tries").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("sign_in_step_by_account").on(t.accountId), oneOf("sign_in_step", "step", signInSteps)],
);

/** 招待・再設定のリンク: opens once, for whom it names; only the hash of the token is kept. */
export const accountLink = sqliteTable(
  "account_link",
  {
    id: id(),
    groupId: groupId(),
    accountId: accountId(),
    tokenHash: text("token_hash").notNull(),
    purpose: text("purpose", { enum: linkPurposes }).notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [uniqueIndex("account_link_token").on(t.tokenHash), oneOf("account_link", "purpose", linkPurposes)],
);

/** Who a person is at the hospital's own identity provider: issuer and subject, never a mail address. */
export const outsideIdentity = sqliteTable(
  "outside_identity",
  {
    id: id(),
    groupId: groupId(),
    accountId: accountId(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    linkedAt: moment("linked_at").notNull(),
  },
  (t) => [
    uniqueIndex("outside_identity_once").on(t.issuer, t.subject),
    index("outside_identity_by_account").on(t.accountId),
  ],
);

/** サインインできるネットワーク of a hospital's staff; without a row, or with an empty list, every network. */
export const accessSetting = sqliteTable(
  "access_setting",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** JSON list of CIDR ranges. */
    networks: text("networks").notNull().default("[]"),
    version: version(),
  },
  (t) => [uniqueIndex("access_setting_once").on(t.hospitalId)],
);
