import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { respondents } from "../../app/domain/checklist.ts";
import { answerValues } from "../../app/domain/questionnaire.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { intake, originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { vendor } from "./registers.ts";
import { request } from "./requests.ts";

/** 点検回答: one answered checklist, of a vendor or of the hospital itself, one round. Frozen. */
export const checklistResponse = sqliteTable(
  "checklist_response",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    respondent: text("respondent", { enum: respondents }).notNull(),
    vendorId: text("vendor_id").references(() => vendor.id),
    /** `id@version` of the edition; null when no catalogue of it was known. */
    checklistRef: text("checklist_ref"),
    title: text("title").notNull(),
    round: integer("round").notNull(),
    answeredOn: day("answered_on").notNull(),
    /** JSON list of the systems it is about. */
    systemIds: text("system_ids").notNull(),
    originalFileId: text("original_file_id").references(() => originalFile.id),
    intakeId: text("intake_id").references(() => intake.id),
    requestId: text("request_id").references(() => request.id),
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
    index("checklist_response_newest").on(t.hospitalId, t.answeredOn),
    index("checklist_response_by_vendor").on(t.hospitalId, t.vendorId),
    oneOf("checklist_response", "respondent", respondents),
  ],
);

export const checklistResponseAnswer = sqliteTable(
  "checklist_response_answer",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    responseId: text("response_id")
      .notNull()
      .references(() => checklistResponse.id),
    ordinal: integer("ordinal").notNull(),
    /** Key in the edition; null where the row was not found there. */
    itemKey: text("item_key"),
    no: text("no").notNull(),
    section: text("section").notNull(),
    item: text("item").notNull(),
    answer: text("answer", { enum: answerValues }).notNull(),
    remark: text("remark").notNull(),
    /** 目標日, and how it is written. */
    targetOn: day("target_on"),
    targetText: text("target_text").notNull(),
    /** 確認日 of the row as it is written. */
    checkedText: text("checked_text").notNull(),
    cell: text("cell").notNull(),
    readAnswer: text("read_answer", { enum: answerValues }).notNull(),
    readRemark: text("read_remark").notNull(),
    readReason: text("read_reason"),
    setBy: text("set_by").references(() => account.id),
    setAt: moment("set_at"),
    setReason: text("set_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.ordinal] }),
    oneOf("checklist_response_answer", "answer", answerValues),
  ],
);

/** Cells of the answer area that nobody could read, kept with their reason. */
export const checklistResponseUnread = sqliteTable(
  "checklist_response_unread",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    responseId: text("response_id")
      .notNull()
      .references(() => checklistResponse.id),
    ordinal: integer("ordinal").notNull(),
    cell: text("cell").notNull(),
    text: text("text").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.ordinal] })],
);

/** 取下げ: a wrong response stays readable with the reason. */
export const checklistResponseWithdrawal = sqliteTable(
  "checklist_response_withdrawal",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    responseId: text("response_id")
      .notNull()
      .references(() => checklistResponse.id),
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    withdrawnAt: moment("withdrawn_at").notNull(),
    withdrawnBy: text("withdrawn_by").references(() => account.id),
  },
  (t) => [uniqueIndex("checklist_response_withdrawal_once").on(t.responseId)],
);
