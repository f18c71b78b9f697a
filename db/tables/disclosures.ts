import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { answerValues, formIds } from "../../app/domain/questionnaire.ts";
import { day, groupId, hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { account, hospital, hospitalGroup } from "./people.ts";
import { productVersion } from "./registers.ts";

/** Bytes of originals and papers in pieces of at most 1 MiB, keyed by owner and SHA-256 (ADR 3). */
export const blobChunk = sqliteTable(
  "blob_chunk",
  {
    groupId: groupId().references(() => hospitalGroup.id),
    sha256: text("sha256").notNull(),
    ordinal: integer("ordinal").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.sha256, t.ordinal] })],
);

/** 原本: a file exactly as it came; frozen. */
export const originalFile = sqliteTable(
  "original_file",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    sha256: text("sha256").notNull(),
    fileName: text("file_name").notNull(),
    size: integer("size").notNull(),
    receivedAt: moment("received_at").notNull(),
    receivedBy: text("received_by").references(() => account.id),
  },
  (t) => [index("original_file_by_hash").on(t.groupId, t.sha256)],
);

export const intakeStates = ["review", "saved", "discarded"] as const;

/** 受領: an uploaded file between reading and saving; the only place where answers can still be corrected. */
export const intake = sqliteTable(
  "intake",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    state: text("state", { enum: intakeStates }).notNull(),
    /** The file inside the original, when that is a ZIP of several. */
    member: text("member"),
    /** What was recognised, in short, for lists. */
    summary: text("summary").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    version: version(),
  },
  (t) => [index("intake_by_hospital").on(t.hospitalId, t.state), oneOf("intake", "state", intakeStates)],
);

/** The reading itself (JSON of WorkbookReading), apart from `intake` so that lists never touch it. */
export const intakeReading = sqliteTable("intake_reading", {
  intakeId: text("intake_id")
    .primaryKey()
    .references(() => intake.id),
  hospitalId: hospitalId().references(() => hospital.id),
  reading: text("reading").notNull(),
  /** Counts the readings of this file; corrections belong to the reading they were made on. */
  readingNo: integer("reading_no").notNull().default(1),
  /** JSON of the recipe that made this reading; null when the program found the columns by itself. */
  recipe: text("recipe"),
});

/** A person's correction of one row of a reading; the newest one per row counts, all are kept. */
export const intakeCorrection = sqliteTable(
  "intake_correction",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    intakeId: text("intake_id")
      .notNull()
      .references(() => intake.id),
    readingNo: integer("reading_no").notNull().default(1),
    formIndex: integer("form_index").notNull(),
    /** Position of the answer in the form's list. */
    ordinal: integer("ordinal").notNull(),
    answer: text("answer", { enum: answerValues }).notNull(),
    remark: text("remark").notNull(),
    /** The row as it stood in that reading: another reading may have other rows in its place. */
    no: text("no").notNull().default(""),
    question: text("question").notNull().default(""),
    cell: text("cell").notNull().default(""),
    /** Page a person read it from, where the answer was entered by hand beside a picture. */
    page: integer("page"),
    /** 目標日 of a checklist's row; "" = none; null = not spoken of. */
    targetOn: text("target_on"),
    reason: text("reason").notNull(),
    setBy: text("set_by").references(() => account.id),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    index("intake_correction_by_intake").on(t.hospitalId, t.intakeId),
    oneOf("intake_correction", "answer", answerValues),
  ],
);

/** 開示書: one vendor's product version and form, immutable. Withdrawn with a reason, never deleted. */
export const disclosure = sqliteTable(
  "disclosure",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    productVersionId: text("product_version_id")
      .notNull()
      .references(() => productVersion.id),
    form: text("form", { enum: formIds }).notNull(),
    formVersion: text("form_version").notNull(),
    issuedOn: day("issued_on").notNull(),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    intakeId: text("intake_id").references(() => intake.id),
    sheet: text("sheet").notNull(),
    /** JSON of what the sheet itself said (vendor, product, version, date, with cells). */
    readHeader: text("read_header").notNull(),
    yesCount: integer("yes_count").notNull(),
    noCount: integer("no_count").notNull(),
    notApplicableCount: integer("not_applicable_count").notNull(),
    blankCount: integer("blank_count").notNull(),
    unclearCount: integer("unclear_count").notNull(),
    unreadCount: integer("unread_count").notNull(),
    recordedSeq: recordedSeq(),
    receivedAt: moment("received_at").notNull(),
    receivedBy: text("received_by").references(() => account.id),
  },
  (t) => [
    index("disclosure_series").on(t.hospitalId, t.productVersionId, t.form, t.issuedOn),
    index("disclosure_newest").on(t.hospitalId, t.receivedAt),
    oneOf("disclosure", "form", formIds),
  ],
);

export const disclosureAnswer = sqliteTable(
  "disclosure_answer",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    disclosureId: text("disclosure_id")
      .notNull()
      .references(() => disclosure.id),
    ordinal: integer("ordinal").notNull(),
    no: text("no").notNull(),
    section: text("section").notNull(),
    question: text("question").notNull(),
    /** JSON list of clause references printed in the question. */
    clauses: text("clauses").notNull(),
    answer: text("answer", { enum: answerValues }).notNull(),
    remark: text("remark").notNull(),
    cell: text("cell").notNull(),
    /** What the program read, before a person corrected it. */
    readAnswer: text("read_answer", { enum: answerValues }).notNull(),
    readRemark: text("read_remark").notNull(),
    readReason: text("read_reason"),
    /** Who set another value, when and why; null = as read. */
    setBy: text("set_by").references(() => account.id),
    setAt: moment("set_at"),
    setReason: text("set_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.disclosureId, t.ordinal] }),
    oneOf("disclosure_answer", "answer", answerValues),
  ],
);

/** Cells of the answer area that nobody could read, kept with their reason. */
export const disclosureUnread = sqliteTable(
  "disclosure_unread",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    disclosureId: text("disclosure_id")
      .notNull()
      .references(() => disclosure.id),
    cell: text("cell").notNull(),
    text: text("text").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ columns: [t.disclosureId, t.cell] })],
);

/** 取下げ: a wrong receipt stays visible with the reason. */
export const disclosureWithdrawal = sqliteTable(
  "disclosure_withdrawal",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    disclosureId: text("disclosure_id")
      .notNull()
      .references(() => disclosure.id),
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    withdrawnAt: moment("withdrawn_at").notNull(),
    withdrawnBy: text("withdrawn_by").references(() => account.id),
  },
  (t) => [uniqueIndex("disclosure_withdrawal_once").on(t.disclosureId)],
);
