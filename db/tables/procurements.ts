import { type AnySQLiteColumn, index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, hospitalId, id, moment, recordedSeq, version } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { contract, productVersion } from "./registers.ts";

const ofHospital = () => hospitalId().references(() => hospital.id);

/** 案件: what the hospital means to buy, before a contract exists. */
export const procurement = sqliteTable(
  "procurement",
  {
    id: id(),
    hospitalId: ofHospital(),
    title: text("title").notNull(),
    purpose: text("purpose").notNull(),
    /** Day by which it is wanted. */
    wantedBy: day("wanted_by"),
    /** JSON by `id@version` of a form: weights of its items by key; what is not named is `normal`. */
    weights: text("weights").notNull().default("{}"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [index("procurement_by_hospital").on(t.hospitalId, t.createdAt)],
);

/** 候補: a product version under consideration. One that was dropped stays with its reason. */
export const procurementCandidate = sqliteTable(
  "procurement_candidate",
  {
    id: id(),
    hospitalId: ofHospital(),
    procurementId: text("procurement_id")
      .notNull()
      .references(() => procurement.id),
    productVersionId: text("product_version_id")
      .notNull()
      .references(() => productVersion.id),
    /** Why it is no candidate any more; "" = it is one. */
    droppedReason: text("dropped_reason").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("procurement_candidate_once").on(t.procurementId, t.productVersionId),
    index("procurement_candidate_by_procurement").on(t.hospitalId, t.procurementId),
  ],
);

/** 選定: which candidate, why, and what the comparison said that day. Frozen; another choice supersedes it. */
export const procurementChoice = sqliteTable(
  "procurement_choice",
  {
    id: id(),
    hospitalId: ofHospital(),
    procurementId: text("procurement_id")
      .notNull()
      .references(() => procurement.id),
    candidateId: text("candidate_id")
      .notNull()
      .references(() => procurementCandidate.id),
    reason: text("reason").notNull(),
    /** JSON of ChoiceBasis. */
    basis: text("basis").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => procurementChoice.id),
    chosenAt: moment("chosen_at").notNull(),
    chosenBy: text("chosen_by").references(() => account.id),
  },
  (t) => [
    index("procurement_choice_by_procurement").on(t.hospitalId, t.procurementId),
    uniqueIndex("procurement_choice_supersedes_once").on(t.supersedes),
  ],
);

/** 契約のもとになった選定: written when a contract is registered from a choice, and never changed. */
export const procurementContract = sqliteTable(
  "procurement_contract",
  {
    id: id(),
    hospitalId: ofHospital(),
    choiceId: text("choice_id")
      .notNull()
      .references(() => procurementChoice.id),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    recordedSeq: recordedSeq(),
  },
  (t) => [
    uniqueIndex("procurement_contract_once").on(t.contractId),
    index("procurement_contract_by_choice").on(t.hospitalId, t.choiceId),
  ],
);
