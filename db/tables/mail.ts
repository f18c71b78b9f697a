import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { mailKinds, mailStates } from "../../app/domain/mail.ts";
import { day, hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { vendorContact } from "./registers.ts";
import { request } from "./requests.ts";

/**
 * 送信箱: mails to go out. The link of a request is not stored: it is made when the mail leaves (or when a
 * person copies it), so that the database never holds a token. `once` is what keeps a mail from leaving twice.
 */
export const mail = sqliteTable(
  "mail",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    kind: text("kind", { enum: mailKinds }).notNull(),
    requestId: text("request_id").references(() => request.id),
    contactId: text("contact_id").references(() => vendorContact.id),
    accountId: text("account_id").references(() => account.id),
    subject: text("subject").notNull(),
    /** Text with `{link}` and `{code}` still in it. */
    body: text("body").notNull(),
    /** A pending one-time code; emptied when the mail left or the code ended. */
    code: text("code").notNull().default(""),
    once: text("once").notNull(),
    state: text("state", { enum: mailStates }).notNull(),
    tries: integer("tries").notNull().default(0),
    lastProblem: text("last_problem").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    /** Not before this moment. */
    notBefore: moment("not_before").notNull(),
    /** When a process took it to send; a mail still \`sending\` long after is \`unknown\`. */
    takenAt: moment("taken_at"),
    leftAt: moment("left_at"),
    /** Message-ID it left with, "" before. */
    messageId: text("message_id").notNull().default(""),
    version: version(),
  },
  (t) => [
    uniqueIndex("mail_once").on(t.hospitalId, t.once),
    index("mail_waiting").on(t.state, t.notBefore),
    index("mail_by_request").on(t.hospitalId, t.requestId),
    oneOf("mail", "kind", mailKinds),
    oneOf("mail", "state", mailStates),
  ],
);

/** The hospital's own wording of a mail; without a row the shipped wording counts. */
export const mailWording = sqliteTable(
  "mail_wording",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    kind: text("kind", { enum: mailKinds }).notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("mail_wording_once").on(t.hospitalId, t.kind),
    oneOf("mail_wording", "kind", mailKinds),
  ],
);

/** What a hospital set for its mails. Without a row nothing is set. */
export const hospitalSetting = sqliteTable(
  "hospital_setting",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** Address of the digest; "" = no digest. */
    digestTo: text("digest_to").notNull().default(""),
    /** Address outside this machine that gets the head of the audit log once a day; "" = nobody. */
    auditHeadTo: text("audit_head_to").notNull().default(""),
    /** JSON list of day offsets to the due day that a new request is offered. */
    reminderDays: text("reminder_days").notNull().default("[-14,-3,3,10]"),
    version: version(),
  },
  (t) => [uniqueIndex("hospital_setting_once").on(t.hospitalId)],
);

/** The day up to which the scheduler has done its daily work for a hospital. */
export const schedulerMark = sqliteTable(
  "scheduler_mark",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    name: text("name").notNull(),
    doneThrough: day("done_through").notNull(),
    /** Number of the last record that was told of; 0 = none. */
    doneSeq: integer("done_seq").notNull().default(0),
    version: version(),
  },
  (t) => [uniqueIndex("scheduler_mark_once").on(t.hospitalId, t.name)],
);
