import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, hospitalId, id, moment, recordedSeq } from "../columns.ts";
import { contractClause } from "./contracts.ts";
import { decision } from "./decisions.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { vendorContact } from "./registers.ts";
import { request, requestSubmission } from "./requests.ts";
import { paperDraft, roleSheetRow } from "./roles-and-papers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);
const ofDecision = () =>
  text("decision_id")
    .notNull()
    .references(() => decision.id);
const byAccount = (name: string) => text(name).references(() => account.id);

/** 結び付け: where a decision is carried out — a row of a role sheet, a clause, an annex. Frozen; the newest counts. */
export const decisionLink = sqliteTable(
  "decision_link",
  {
    id: id(),
    hospitalId: ofHospital(),
    decisionId: ofDecision(),
    roleSheetRowId: text("role_sheet_row_id").references(() => roleSheetRow.id),
    contractClauseId: text("contract_clause_id").references(() => contractClause.id),
    paperDraftId: text("paper_draft_id").references(() => paperDraft.id),
    recordedSeq: recordedSeq(),
    linkedAt: moment("linked_at").notNull(),
    linkedBy: byAccount("linked_by"),
  },
  (t) => [index("decision_link_by_decision").on(t.hospitalId, t.decisionId, t.recordedSeq)],
);

/** 承認: who of the management accepted a risk, with the office they hold. Frozen, once a decision. Internal. */
export const decisionApproval = sqliteTable(
  "decision_approval",
  {
    id: id(),
    hospitalId: ofHospital(),
    decisionId: ofDecision(),
    approver: text("approver").notNull(),
    title: text("title").notNull(),
    approvedOn: day("approved_on").notNull(),
    /** The signed sheet of an approval given on paper; null when the approver pressed the button. */
    originalFileId: text("original_file_id").references(() => originalFile.id),
    recordedSeq: recordedSeq(),
    recordedAt: moment("recorded_at").notNull(),
    /** The approver where there is no signed sheet, else whoever entered it. */
    recordedBy: byAccount("recorded_by"),
  },
  (t) => [uniqueIndex("decision_approval_once").on(t.decisionId)],
);

/** やり取り: what people of the hospital say about a decision; only added to. Frozen. Internal. */
export const decisionComment = sqliteTable(
  "decision_comment",
  {
    id: id(),
    hospitalId: ofHospital(),
    decisionId: ofDecision(),
    text: text("text").notNull(),
    recordedSeq: recordedSeq(),
    writtenAt: moment("written_at").notNull(),
    writtenBy: byAccount("written_by"),
  },
  (t) => [index("decision_comment_by_decision").on(t.hospitalId, t.decisionId, t.recordedSeq)],
);

/** 立入検査説明文 as a person kept it; the newest counts. Frozen. Internal. */
export const inspectionText = sqliteTable(
  "inspection_text",
  {
    id: id(),
    hospitalId: ofHospital(),
    decisionId: ofDecision(),
    versionNo: integer("version_no").notNull(),
    text: text("text").notNull(),
    recordedSeq: recordedSeq(),
    writtenAt: moment("written_at").notNull(),
    writtenBy: byAccount("written_by"),
  },
  (t) => [uniqueIndex("inspection_text_version").on(t.decisionId, t.versionNo)],
);

/** 約束の確認: a promise of the vendor was put before it in a request. Frozen. */
export const promiseItem = sqliteTable(
  "promise_item",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    decisionId: ofDecision(),
    ordinal: integer("ordinal").notNull(),
    recordedSeq: recordedSeq(),
  },
  (t) => [
    uniqueIndex("promise_item_once").on(t.requestId, t.decisionId),
    index("promise_item_by_decision").on(t.hospitalId, t.decisionId),
  ],
);

/** What the vendor submitted about one promise. Frozen; the newest counts. */
export const promiseAnswer = sqliteTable(
  "promise_answer",
  {
    id: id(),
    hospitalId: ofHospital(),
    requestId: text("request_id")
      .notNull()
      .references(() => request.id),
    decisionId: ofDecision(),
    submissionId: text("submission_id")
      .notNull()
      .references(() => requestSubmission.id),
    isPromised: integer("is_promised", { mode: "boolean" }).notNull(),
    remark: text("remark").notNull(),
    contactId: text("contact_id")
      .notNull()
      .references(() => vendorContact.id),
    recordedSeq: recordedSeq(),
    answeredAt: moment("answered_at").notNull(),
  },
  (t) => [index("promise_answer_by_decision").on(t.hospitalId, t.decisionId, t.recordedSeq)],
);

/** 立入検査の綴り that was made: its PDF lies in blob_chunk under its SHA-256. Frozen. Internal. */
export const binder = sqliteTable(
  "binder",
  {
    id: id(),
    hospitalId: ofHospital(),
    sha256: text("sha256").notNull(),
    size: integer("size").notNull(),
    pageCount: integer("page_count").notNull(),
    madeOn: day("made_on").notNull(),
    recordedSeq: recordedSeq(),
    madeAt: moment("made_at").notNull(),
    madeBy: byAccount("made_by"),
  },
  (t) => [index("binder_by_hospital").on(t.hospitalId, t.recordedSeq)],
);
