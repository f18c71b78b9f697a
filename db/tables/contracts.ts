import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { contractKinds } from "../../app/domain/contract.ts";
import { clauseKinds } from "../../app/domain/contract-clause.ts";
import { contractDocumentKinds } from "../../app/domain/contract-document.ts";
import { serverScopes, subcontractModels, termsOrigins } from "../../app/domain/contract-terms.ts";
import { nameChangeKinds } from "../../app/domain/party-name.ts";
import { renewals } from "../../app/domain/register.ts";
import { day, groupId, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospital, hospitalGroup } from "./people.ts";
import { contract, vendor } from "./registers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);
const ofContract = () =>
  text("contract_id")
    .notNull()
    .references(() => contract.id);
const byAccount = (name: string) => text(name).references(() => account.id);
const plain = (name: string) => text(name).notNull().default("");
const list = (name: string) => text(name).notNull().default("[]");

/** 契約の書類: a file that belongs to a contract; frozen with the file's hash. */
export const contractDocument = sqliteTable(
  "contract_document",
  {
    id: id(),
    hospitalId: ofHospital(),
    contractId: ofContract(),
    kind: text("kind", { enum: contractDocumentKinds }).notNull(),
    title: text("title").notNull(),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    /** Pages of a PDF; null for other files and for a PDF that does not open. */
    pageCount: integer("page_count"),
    /** Day on the document. */
    datedOn: day("dated_on"),
    note: plain("note"),
    recordedSeq: recordedSeq(),
    filedAt: moment("filed_at").notNull(),
    filedBy: byAccount("filed_by"),
  },
  (t) => [
    index("contract_document_by_contract").on(t.hospitalId, t.contractId),
    oneOf("contract_document", "kind", contractDocumentKinds),
  ],
);

/** A document that was filed by mistake; it stays readable and no longer counts. */
export const contractDocumentWithdrawal = sqliteTable(
  "contract_document_withdrawal",
  {
    id: id(),
    hospitalId: ofHospital(),
    documentId: text("document_id")
      .notNull()
      .references(() => contractDocument.id),
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    withdrawnAt: moment("withdrawn_at").notNull(),
    withdrawnBy: byAccount("withdrawn_by"),
  },
  (t) => [uniqueIndex("contract_document_withdrawal_once").on(t.documentId)],
);

/**
 * 契約の改定: what a contract says from a day on; frozen. The contract's own row repeats the terms of today, so
 * that lists and names need no history.
 */
export const contractRevision = sqliteTable(
  "contract_revision",
  {
    id: id(),
    hospitalId: ofHospital(),
    contractId: ofContract(),
    origin: text("origin", { enum: termsOrigins }).notNull(),
    effectiveFrom: day("effective_from").notNull(),
    recordedSeq: recordedSeq(),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: byAccount("recorded_by"),
    supersedes: text("supersedes").references((): AnySQLiteColumn => contractRevision.id),
    reason: plain("reason"),
    sourceNumber: plain("source_number"),
    sourceTitle: plain("source_title"),
    sourceSignedOn: day("source_signed_on"),
    documentId: text("document_id").references(() => contractDocument.id),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    title: text("title").notNull(),
    kind: text("kind", { enum: contractKinds }).notNull(),
    signedOn: day("signed_on"),
    inForceFrom: day("in_force_from"),
    inForceTo: day("in_force_to"),
    renewal: text("renewal", { enum: renewals }).notNull(),
    renewalMonths: integer("renewal_months"),
    noticeMonths: integer("notice_months"),
    noticeDays: integer("notice_days"),
    hospitalLabel: text("hospital_label").notNull(),
    vendorLabel: text("vendor_label").notNull(),
    /** JSON lists. why no table: a frozen revision is read and compared as a whole. */
    thirdParties: list("third_parties"),
    feeLines: list("fee_lines"),
    systemIds: list("system_ids"),
    serverScope: text("server_scope", { enum: serverScopes }).notNull(),
    serverIds: list("server_ids"),
    subcontracting: text("subcontracting", { enum: subcontractModels }).notNull(),
  },
  (t) => [
    index("contract_revision_by_contract").on(t.hospitalId, t.contractId),
    oneOf("contract_revision", "origin", termsOrigins),
    oneOf("contract_revision", "kind", contractKinds),
    oneOf("contract_revision", "renewal", renewals),
    oneOf("contract_revision", "server_scope", serverScopes),
    oneOf("contract_revision", "subcontracting", subcontractModels),
  ],
);

/** 条項の引用: one wording of a clause, in force with the revision it came with; frozen. */
export const contractClause = sqliteTable(
  "contract_clause",
  {
    id: id(),
    hospitalId: ofHospital(),
    contractId: ofContract(),
    /** The same for all wordings of one clause. */
    key: text("key").notNull(),
    revisionId: text("revision_id")
      .notNull()
      .references(() => contractRevision.id),
    kind: text("kind", { enum: clauseKinds }).notNull(),
    number: text("number").notNull(),
    quote: text("quote").notNull(),
    documentId: text("document_id").references(() => contractDocument.id),
    page: integer("page"),
    isRepealed: integer("is_repealed", { mode: "boolean" }).notNull().default(false),
    reason: plain("reason"),
    recordedSeq: recordedSeq(),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: byAccount("recorded_by"),
    supersedes: text("supersedes").references((): AnySQLiteColumn => contractClause.id),
  },
  (t) => [
    index("contract_clause_by_contract").on(t.hospitalId, t.contractId),
    oneOf("contract_clause", "kind", clauseKinds),
  ],
);

const nameColumns = () => ({
  name: text("name").notNull(),
  kind: text("kind", { enum: nameChangeKinds }).notNull(),
  effectiveFrom: day("effective_from").notNull(),
  successorVendorId: text("successor_vendor_id").references(() => vendor.id),
  note: plain("note"),
  recordedSeq: recordedSeq(),
  recordedAt: moment("recorded_at").notNull(),
  recordedBy: byAccount("recorded_by"),
});

/** 事業者の名称 over time; frozen. Kept from the first change on. */
export const vendorName = sqliteTable(
  "vendor_name",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    ...nameColumns(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => vendorName.id),
  },
  (t) => [
    index("vendor_name_by_vendor").on(t.groupId, t.vendorId),
    oneOf("vendor_name", "kind", nameChangeKinds),
  ],
);

/** 医療機関の名称 over time; frozen. Kept from the first change on. */
export const hospitalName = sqliteTable(
  "hospital_name",
  {
    id: id(),
    hospitalId: ofHospital(),
    ...nameColumns(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => hospitalName.id),
  },
  (t) => [
    index("hospital_name_by_hospital").on(t.hospitalId),
    oneOf("hospital_name", "kind", nameChangeKinds),
  ],
);

/** サーバ一覧の全数の確認: a person said on a day that the list is complete; frozen with the list of that moment. */
export const serverDeclaration = sqliteTable(
  "server_declaration",
  {
    id: id(),
    hospitalId: ofHospital(),
    declaredOn: day("declared_on").notNull(),
    serverCount: integer("server_count").notNull(),
    systemCount: integer("system_count").notNull(),
    /** JSON of ServerSnapshot. */
    snapshot: text("snapshot").notNull(),
    sha256: text("sha256").notNull(),
    note: plain("note"),
    recordedSeq: recordedSeq(),
    declaredAt: moment("declared_at").notNull(),
    declaredBy: byAccount("declared_by"),
  },
  (t) => [index("server_declaration_by_hospital").on(t.hospitalId, t.recordedSeq)],
);
