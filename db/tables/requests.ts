import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { answerOptions } from "../../app/domain/questionnaire.ts";
import {
  answerConditions,
  carryStates,
  recurrences,
  requestChannels,
  requestEventKinds,
  requestKinds,
  requestStates,
  threadSides,
} from "../../app/domain/request.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { disclosure, originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { contract, productVersion, vendor, vendorContact } from "./registers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);
const byAccount = (name: string) => text(name).references(() => account.id);

/** 依頼のまとまり: the same question to one or many vendors, once or every year. */
export const requestRound = sqliteTable(
  "request_round",
  {
    id: id(),
    hospitalId: ofHospital(),
    kind: text("kind", { enum: requestKinds }).notNull(),
    title: text("title").notNull(),
    message: text("message").notNull(),
    recurrence: text("recurrence", { enum: recurrences }).notNull(),
    dueOn: day("due_on").notNull(),
    /** JSON list of day offsets to the due day. */
    reminderDays: text("reminder_days").notNull(),
    /** Next day on which a yearly round asks again; null when it does not. */
    nextOn: day("next_on"),
    createdAt: moment("created_at").notNull(),
    createdBy: byAccount("created_by"),
    endedAt: moment("ended_at"),
    version: version(),
  },
  (t) => [
    index("request_round_by_hospital").on(t.hospitalId, t.createdAt),
    oneOf("request_round", "kind", requestKinds),
    oneOf("request_round", "recurrence", recurrences),
  ],
);

/** 提出依頼: one vendor, one subject, one due day, pinned to the catalogue version it was sent with. */
export const request = sqliteTable(
  "request",
  {
    id: id(),
    hospitalId: ofHospital(),
    roundId: text("round_id")
      .notNull()
      .references(() => requestRound.id),
    kind: text("kind", { enum: requestKinds }).notNull(),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    /** The person the code is sent to. */
    contactId: text("contact_id")
      .notNull()
      .references(() => vendorContact.id),
    /** Subject of a disclosure request. */
    productVersionId: text("product_version_id").references(() => productVersion.id),
    /** Subject of a role-sheet request. */
    contractId: text("contract_id").references(() => contract.id),
    /** JSON list of system ids a checklist lists. */
    systemIds: text("system_ids").notNull().default("[]"),
    /** `id@version` of the form asked, pinned. */
    catalogueRef: text("catalogue_ref").notNull(),
    dueOn: day("due_on").notNull(),
    state: text("state", { enum: requestStates }).notNull(),
    /** The disclosure made of an accepted submission. */
    disclosureId: text("disclosure_id").references(() => disclosure.id),
    createdAt: moment("created_at").notNull(),
    createdBy: byAccount("created_by"),
    version: version(),
  },
  (t) => [
    index("request_by_hospital").on(t.hospitalId, t.state, t.dueOn),
    index("request_by_round").on(t.hospitalId, t.roundId),
    index("request_by_vendor").on(t.hospitalId, t.vendorId),
    oneOf("request", "kind", requestKinds),
    oneOf("request", "state", requestStates),
  ],
);

/** A link that was handed out; the database keeps only the token's SHA-256. */
export const requestLink = sqliteTable(
  "request_link",
  {
    tokenHash: text("token_hash").primaryKey(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    /** JSON list of sections a colleague may answer; null = all. */
    sections: text("sections"),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [index("request_link_by_request").on(t.hospitalId, t.requestId)],
);

/** The vendor's browser after 「開く」: it reaches this one request and nothing else. */
export const vendorSession = sqliteTable(
  "vendor_session",
  {
    tokenHash: text("token_hash").primaryKey(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    linkHash: text("link_hash")
      .notNull()
      .references(() => requestLink.tokenHash),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** SHA-256 of the mailed code with the session; null when none is pending. */
    codeHash: text("code_hash"),
    codeExpiresAt: moment("code_expires_at"),
    codeTries: integer("code_tries").notNull().default(0),
    verifiedAt: moment("verified_at"),
    /** Who the person behind the code said they are. */
    contactId: text("contact_id").references(() => vendorContact.id),
  },
  (t) => [index("vendor_session_by_request").on(t.hospitalId, t.requestId)],
);

/** The vendor's draft of one item; autosaved, replaced freely until submitted. */
export const requestAnswer = sqliteTable(
  "request_answer",
  {
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    /** Key of the item in the pinned catalogue. */
    itemKey: text("item_key").notNull(),
    answer: text("answer", { enum: answerOptions }),
    remark: text("remark").notNull().default(""),
    condition: text("condition", { enum: answerConditions }).notNull().default("none"),
    carry: text("carry", { enum: carryStates }).notNull().default("own"),
    /** The disclosure or submission it was taken over from. */
    carriedFrom: text("carried_from"),
    savedAt: moment("saved_at").notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.requestId, t.itemKey] }),
    oneOf("request_answer", "condition", answerConditions),
    oneOf("request_answer", "carry", carryStates),
  ],
);

/** A file with one answer, with the whole request (itemKey ""), or with an event entered by hand. */
export const requestFile = sqliteTable(
  "request_file",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    itemKey: text("item_key").notNull(),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    side: text("side", { enum: threadSides }).notNull(),
    addedAt: moment("added_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (t) => [
    index("request_file_by_request").on(t.hospitalId, t.requestId),
    oneOf("request_file", "side", threadSides),
  ],
);

/** 質問: the thread of one item (itemKey "" = about the whole request). Frozen. */
export const requestMessage = sqliteTable(
  "request_message",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    itemKey: text("item_key").notNull(),
    side: text("side", { enum: threadSides }).notNull(),
    accountId: byAccount("account_id"),
    text: text("text").notNull(),
    recordedSeq: recordedSeq(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    index("request_message_by_request").on(t.hospitalId, t.requestId),
    oneOf("request_message", "side", threadSides),
  ],
);

/** What was submitted, exactly; frozen with its hash. `originalFileId` holds the same bytes. */
export const requestSubmission = sqliteTable(
  "request_submission",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    sha256: text("sha256").notNull(),
    /** Person who submitted: the row a person can be erased from. */
    contactId: text("contact_id")
      .notNull()
      .references(() => vendorContact.id),
    recordedSeq: recordedSeq(),
    submittedAt: moment("submitted_at").notNull(),
  },
  (t) => [index("request_submission_by_request").on(t.hospitalId, t.requestId, t.recordedSeq)],
);

/** One thing that happened to a request; frozen. Words of people go to `note`. */
export const requestEvent = sqliteTable(
  "request_event",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    kind: text("kind", { enum: requestEventKinds }).notNull(),
    channel: text("channel", { enum: requestChannels }).notNull(),
    /** Day it happened, Asia/Tokyo; of an event entered by hand not the day of entry. */
    happenedOn: day("happened_on").notNull(),
    note: text("note").notNull().default(""),
    contactId: text("contact_id").references(() => vendorContact.id),
    originalFileId: text("original_file_id").references(() => originalFile.id),
    recordedSeq: recordedSeq(),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: byAccount("recorded_by"),
  },
  (t) => [
    index("request_event_by_request").on(t.hospitalId, t.requestId, t.recordedSeq),
    oneOf("request_event", "kind", requestEventKinds),
    oneOf("request_event", "channel", requestChannels),
  ],
);

/** Only one open request per vendor, subject and round. */
export const requestOnce = sqliteTable(
  "request_once",
  {
    hospitalId: ofHospital(),
    roundId: text("round_id").notNull(),
    subject: text("subject").notNull(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
  },
  (t) => [uniqueIndex("request_once_key").on(t.hospitalId, t.roundId, t.subject)],
);
