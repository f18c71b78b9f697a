import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { signatures } from "../../app/domain/annex-input.ts";
import { costBearings, firstChecks, rowParties, situationParties } from "../../app/domain/role-sheet.ts";
import { copyRelations } from "../../app/domain/signed-copy.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { contract } from "./registers.ts";
import { requestSubmission } from "./requests.ts";

/** 役割分担確認表: the sheet that is being worked on. Agreeing freezes a revision of it. */
export const roleSheet = sqliteTable(
  "role_sheet",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    title: text("title").notNull(),
    /** id@version of the form. */
    form: text("form").notNull(),
    /** 初回確認日 of the round; a row may have its own. */
    roundOn: day("round_on"),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [index("role_sheet_by_contract").on(t.hospitalId, t.contractId)],
);

/** What draft rows and frozen rows have in common. */
const rowColumns = () => ({
  ordinal: integer("ordinal").notNull(),
  rowKey: text("row_key").notNull(),
  itemKey: text("item_key"),
  part: integer("part").notNull(),
  group: text("group_name").notNull(),
  no: text("no").notNull(),
  label: text("label").notNull(),
  content: text("content").notNull(),
  firstCheck: text("first_check", { enum: firstChecks }).notNull(),
  firstCheckOn: day("first_check_on"),
  completedOn: day("completed_on"),
  party: text("party", { enum: rowParties }).notNull(),
  thirdPartyName: text("third_party_name").notNull(),
  what: text("what").notNull(),
  cost: text("cost", { enum: costBearings }).notNull(),
  deadline: text("deadline").notNull(),
  clause: text("clause").notNull(),
  remark: text("remark").notNull(),
  emergencyParty: text("emergency_party", { enum: situationParties }).notNull().default(""),
  endParty: text("end_party", { enum: situationParties }).notNull().default(""),
  evidence: text("evidence").notNull().default(""),
  leftOutReason: text("left_out_reason").notNull().default(""),
});

export const roleSheetRow = sqliteTable(
  "role_sheet_row",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    roleSheetId: text("role_sheet_id")
      .notNull()
      .references(() => roleSheet.id),
    ...rowColumns(),
    /** Both sides agreed on this row; it is edited again only after 「解除」 with a reason. */
    lockedAt: moment("locked_at"),
    version: version(),
  },
  (t) => [
    uniqueIndex("role_sheet_row_key").on(t.roleSheetId, t.rowKey),
    index("role_sheet_row_by_sheet").on(t.hospitalId, t.roleSheetId, t.ordinal),
    oneOf("role_sheet_row", "party", rowParties),
    oneOf("role_sheet_row", "first_check", firstChecks),
    oneOf("role_sheet_row", "cost", costBearings),
    oneOf("role_sheet_row", "emergency_party", situationParties),
    oneOf("role_sheet_row", "end_party", situationParties),
  ],
);

/** An agreed revision: holds from a day, recorded at a number, may correct an earlier one. Frozen. */
export const roleSheetRevision = sqliteTable(
  "role_sheet_revision",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    roleSheetId: text("role_sheet_id")
      .notNull()
      .references(() => roleSheet.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    revisionNo: integer("revision_no").notNull(),
    title: text("title").notNull(),
    form: text("form").notNull(),
    roundOn: day("round_on"),
    effectiveFrom: day("effective_from").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => roleSheetRevision.id),
    note: text("note").notNull(),
    agreedAt: moment("agreed_at").notNull(),
    agreedBy: text("agreed_by").references(() => account.id),
    /** The vendor's 記載内容の確認 (a submission behind a link) that the agreement rests on, if there is one. */
    submissionId: text("submission_id").references((): AnySQLiteColumn => requestSubmission.id),
  },
  (t) => [
    uniqueIndex("role_sheet_revision_no").on(t.roleSheetId, t.revisionNo),
    index("role_sheet_revision_by_contract").on(t.hospitalId, t.contractId, t.effectiveFrom),
    index("role_sheet_revision_as_of").on(t.roleSheetId, t.effectiveFrom, t.recordedSeq),
    index("role_sheet_revision_by_superseded").on(t.supersedes),
  ],
);

export const roleSheetRevisionRow = sqliteTable(
  "role_sheet_revision_row",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    revisionId: text("revision_id")
      .notNull()
      .references(() => roleSheetRevision.id),
    ...rowColumns(),
  },
  (t) => [
    uniqueIndex("role_sheet_revision_row_key").on(t.revisionId, t.rowKey),
    oneOf("role_sheet_revision_row", "party", rowParties),
    oneOf("role_sheet_revision_row", "first_check", firstChecks),
    oneOf("role_sheet_revision_row", "cost", costBearings),
    oneOf("role_sheet_revision_row", "emergency_party", situationParties),
    oneOf("role_sheet_revision_row", "end_party", situationParties),
  ],
);

/** 書面 being prepared: which template for which contract, with the values a person typed. */
export const paperDraft = sqliteTable(
  "paper_draft",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    template: text("template").notNull(),
    printedNo: text("printed_no").notNull(),
    dateStyle: text("date_style").notNull(),
    /** JSON list of the role sheets it prints; empty = every sheet of the contract. */
    roleSheets: text("role_sheets").notNull().default("[]"),
    /** JSON: what a person wrote in the template's 記入欄 (annex-field). */
    entered: text("entered").notNull().default("{}"),
    /** 署名欄; null = as the template proposes. */
    signature: text("signature", { enum: signatures }),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [index("paper_draft_by_contract").on(t.hospitalId, t.contractId)],
);

export const audiences = ["contract", "internal"] as const;

/** 発行した書面: bytes, input snapshot and SHA-256, frozen. */
export const paper = sqliteTable(
  "paper",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    draftId: text("draft_id")
      .notNull()
      .references(() => paperDraft.id),
    template: text("template").notNull(),
    audience: text("audience", { enum: audiences }).notNull(),
    printedNo: text("printed_no").notNull(),
    title: text("title").notNull(),
    issueNo: integer("issue_no").notNull(),
    /** SHA-256 of the PDF; its bytes lie in blob_chunk. */
    sha256: text("sha256").notNull(),
    size: integer("size").notNull(),
    pageCount: integer("page_count").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => paper.id),
    issuedOn: day("issued_on").notNull(),
    issuedAt: moment("issued_at").notNull(),
    issuedBy: text("issued_by").references(() => account.id),
  },
  (t) => [
    index("paper_by_contract").on(t.hospitalId, t.contractId),
    index("paper_by_hash").on(t.sha256),
    index("paper_newest").on(t.hospitalId, t.issuedAt),
    uniqueIndex("paper_issue_no").on(t.draftId, t.issueNo),
    oneOf("paper", "audience", audiences),
  ],
);

/** 署名・押印した写し: the file that came back for an issued paper. Frozen; another one stands beside it. */
export const paperSignedCopy = sqliteTable(
  "paper_signed_copy",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    paperId: text("paper_id")
      .notNull()
      .references(() => paper.id),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    /** Of the file; looked up when somebody checks a copy. */
    sha256: text("sha256").notNull(),
    relation: text("relation", { enum: copyRelations }).notNull(),
    signedOn: day("signed_on").notNull(),
    note: text("note").notNull(),
    recordedSeq: recordedSeq(),
    attachedAt: moment("attached_at").notNull(),
    attachedBy: text("attached_by").references(() => account.id),
  },
  (t) => [
    index("paper_signed_copy_by_paper").on(t.hospitalId, t.paperId),
    index("paper_signed_copy_by_hash").on(t.sha256),
    oneOf("paper_signed_copy", "relation", copyRelations),
  ],
);

/** The frozen input of an issued paper (JSON), apart from `paper` so that lists never touch it. */
export const paperSnapshot = sqliteTable("paper_snapshot", {
  paperId: text("paper_id")
    .primaryKey()
    .references(() => paper.id),
  hospitalId: hospitalId().references(() => hospital.id),
  snapshot: text("snapshot").notNull(),
  /** The printed document as data; null for papers issued before it was kept (it is built anew from the snapshot). */
  document: text("document"),
});
