import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  proposalStates,
  reviewOutcomes,
  reviewReasons,
  rowChangeKinds,
} from "../../app/domain/role-records.ts";
import { hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { system, vendorContact } from "./registers.ts";
import { request } from "./requests.ts";
import { roleSheet, roleSheetRevision, roleSheetRow } from "./roles-and-papers.ts";

/** 行の履歴: what one save changed in one row. Frozen. */
export const roleRowChange = sqliteTable(
  "role_row_change",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    roleSheetId: text("role_sheet_id")
      .notNull()
      .references(() => roleSheet.id),
    rowKey: text("row_key").notNull(),
    kind: text("kind", { enum: rowChangeKinds }).notNull(),
    /** JSON: field → [before, after]. */
    change: text("change").notNull(),
    /** The person's words where the change needs a reason. */
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    changedAt: moment("changed_at").notNull(),
    /** Null for a vendor behind a link and for the program itself. */
    changedBy: text("changed_by").references(() => account.id),
  },
  (t) => [
    index("role_row_change_by_row").on(t.hospitalId, t.roleSheetId, t.rowKey, t.recordedSeq),
    oneOf("role_row_change", "kind", rowChangeKinds),
  ],
);

/**
 * 再確認: an agreed sheet that has to be looked at again, because something beside it changed. A sheet has one open
 * question at a time; further new systems join it.
 */
export const roleSheetReview = sqliteTable(
  "role_sheet_review",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    roleSheetId: text("role_sheet_id")
      .notNull()
      .references(() => roleSheet.id),
    reason: text("reason", { enum: reviewReasons }).notNull(),
    askedSeq: integer("asked_seq").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** Null while the question is open. */
    outcome: text("outcome", { enum: reviewOutcomes }),
    /** The revision that settled it; null for 変更なし. */
    revisionId: text("revision_id").references(() => roleSheetRevision.id),
    doneAt: moment("done_at"),
    doneBy: text("done_by").references(() => account.id),
    note: text("note").notNull().default(""),
    version: version(),
  },
  (t) => [
    index("role_sheet_review_by_sheet").on(t.hospitalId, t.roleSheetId, t.doneAt),
    uniqueIndex("role_sheet_review_open").on(t.roleSheetId).where(sql`done_at IS NULL`),
    oneOf("role_sheet_review", "reason", reviewReasons),
    oneOf("role_sheet_review", "outcome", reviewOutcomes),
  ],
);

/** A new system that asks for a review. */
export const roleSheetReviewSystem = sqliteTable(
  "role_sheet_review_system",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    reviewId: text("review_id")
      .notNull()
      .references(() => roleSheetReview.id),
    systemId: text("system_id")
      .notNull()
      .references(() => system.id),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.systemId] }),
    index("role_sheet_review_by_system").on(t.systemId),
  ],
);

/** 提案: what a vendor behind a link would have in a row, and what the hospital said to it. */
export const roleRowProposal = sqliteTable(
  "role_row_proposal",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    roleSheetId: text("role_sheet_id")
      .notNull()
      .references(() => roleSheet.id),
    rowId: text("row_id")
      .notNull()
      .references(() => roleSheetRow.id),
    /** JSON: the fields the vendor would have otherwise. */
    proposed: text("proposed").notNull(),
    /** JSON: the same fields as the vendor saw them. */
    seen: text("seen").notNull(),
    comment: text("comment").notNull(),
    state: text("state", { enum: proposalStates }).notNull(),
    contactId: text("contact_id").references(() => vendorContact.id),
    proposedSeq: integer("proposed_seq").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: text("decided_by").references(() => account.id),
    /** The hospital's words when it accepts or declines. */
    answer: text("answer").notNull().default(""),
  },
  (t) => [
    index("role_row_proposal_by_sheet").on(t.hospitalId, t.roleSheetId, t.state),
    index("role_row_proposal_by_request").on(t.hospitalId, t.requestId),
    oneOf("role_row_proposal", "state", proposalStates),
  ],
);
