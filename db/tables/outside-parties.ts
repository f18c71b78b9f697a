import { type AnySQLiteColumn, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import {
  accountUses,
  connectionMethods,
  connectionPurposes,
  openings,
  patchBearers,
  secondFactors,
  sourceLimits,
} from "../../app/domain/connection.ts";
import { entryOrigins } from "../../app/domain/dated-entry.ts";
import { dataContacts, sameDuties } from "../../app/domain/subcontractor.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { contract, system } from "./registers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);
const byAccount = (name: string) => text(name).references(() => account.id);
const plain = (name: string) => text(name).notNull().default("");
const list = (name: string) => text(name).notNull().default("[]");

/** When an entry holds, when it was written down, and what it puts right (architecture, Time). */
export const entryTimes = () => ({
  origin: text("origin", { enum: entryOrigins }).notNull(),
  effectiveFrom: day("effective_from").notNull(),
  recordedSeq: recordedSeq(),
  recordedAt: moment("recorded_at").notNull(),
  recordedBy: byAccount("recorded_by"),
  /** Why; required for a correction. */
  reason: plain("reason"),
});

const subcontractorFacts = () => ({
  /** The subcontractor that hands work on to this one; null = the contract's vendor. */
  parentId: text("parent_id").references((): AnySQLiteColumn => subcontractor.id),
  name: text("name").notNull(),
  address: plain("address"),
  work: text("work").notNull(),
  dataContact: text("data_contact", { enum: dataContacts }).notNull(),
  /** JSON list of dataKinds. */
  dataKinds: list("data_kinds"),
  country: plain("country"),
  /** JSON list of certificates with their day of expiry. */
  certificates: list("certificates"),
  approvedOn: day("approved_on"),
  sameDuty: text("same_duty", { enum: sameDuties }).notNull(),
  usedFrom: day("used_from"),
  usedTo: day("used_to"),
  note: plain("note"),
});

const subcontractorChecks = (table: string) => [
  oneOf(table, "data_contact", dataContacts),
  oneOf(table, "same_duty", sameDuties),
];

/**
 * 再委託先: who works for the vendor (or for another subcontractor) under a contract. The row repeats the entry of
 * today; what held on another day is in its entries.
 */
export const subcontractor = sqliteTable(
  "subcontractor",
  {
    id: id(),
    hospitalId: ofHospital(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    ...subcontractorFacts(),
    /** The entry this row repeats. why no reference: entries point here. */
    entryId: text("entry_id"),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [
    index("subcontractor_by_contract").on(t.hospitalId, t.contractId),
    ...subcontractorChecks("subcontractor"),
  ],
);

/** 再委託先の記録: what was true of a subcontractor from a day on; frozen. */
export const subcontractorEntry = sqliteTable(
  "subcontractor_entry",
  {
    id: id(),
    hospitalId: ofHospital(),
    subcontractorId: text("subcontractor_id")
      .notNull()
      .references(() => subcontractor.id),
    ...entryTimes(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => subcontractorEntry.id),
    ...subcontractorFacts(),
  },
  (t) => [
    index("subcontractor_entry_as_of").on(t.subcontractorId, t.effectiveFrom, t.recordedSeq),
    oneOf("subcontractor_entry", "origin", entryOrigins),
    ...subcontractorChecks("subcontractor_entry"),
  ],
);

const connectionFacts = () => ({
  systemId: text("system_id")
    .notNull()
    .references(() => system.id),
  name: text("name").notNull(),
  purpose: text("purpose", { enum: connectionPurposes }).notNull(),
  counterpart: plain("counterpart"),
  method: text("method", { enum: connectionMethods }).notNull(),
  opening: text("opening", { enum: openings }).notNull(),
  device: plain("device"),
  patchBearer: text("patch_bearer", { enum: patchBearers }).notNull(),
  accounts: text("accounts", { enum: accountUses }).notNull(),
  accountCount: integer("account_count"),
  secondFactor: text("second_factor", { enum: secondFactors }).notNull(),
  secondFactorBy: day("second_factor_by"),
  sourceLimit: text("source_limit", { enum: sourceLimits }).notNull(),
  sourceNote: plain("source_note"),
  logDays: integer("log_days"),
  note: plain("note"),
  /** JSON: the answers a proposal showed when a person confirmed it. */
  basis: list("basis"),
  confirmedOn: day("confirmed_on"),
  confirmedBy: byAccount("confirmed_by"),
});

const connectionChecks = (table: string) => [
  oneOf(table, "purpose", connectionPurposes),
  oneOf(table, "method", connectionMethods),
  oneOf(table, "opening", openings),
  oneOf(table, "patch_bearer", patchBearers),
  oneOf(table, "accounts", accountUses),
  oneOf(table, "second_factor", secondFactors),
  oneOf(table, "source_limit", sourceLimits),
];

/** 外部接続・遠隔保守: one way into or out of a system. The row repeats the entry of today. */
export const connection = sqliteTable(
  "connection",
  {
    id: id(),
    hospitalId: ofHospital(),
    ...connectionFacts(),
    /** The entry this row repeats. why no reference: entries point here. */
    entryId: text("entry_id"),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [index("connection_by_system").on(t.hospitalId, t.systemId), ...connectionChecks("connection")],
);

/** 外部接続の記録: what was true of a connection from a day on; frozen. */
export const connectionEntry = sqliteTable(
  "connection_entry",
  {
    id: id(),
    hospitalId: ofHospital(),
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id),
    ...entryTimes(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => connectionEntry.id),
    ...connectionFacts(),
  },
  (t) => [
    index("connection_entry_as_of").on(t.connectionId, t.effectiveFrom, t.recordedSeq),
    index("connection_entry_by_system").on(t.hospitalId, t.systemId),
    oneOf("connection_entry", "origin", entryOrigins),
    ...connectionChecks("connection_entry"),
  ],
);
