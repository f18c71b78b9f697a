import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { decisionKinds, riskLevels } from "../../app/domain/decision.ts";
import { formIds } from "../../app/domain/questionnaire.ts";
import { day, groupId, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { disclosure, originalFile } from "./disclosures.ts";
import { account, hospital, hospitalGroup } from "./people.ts";
import { productVersion } from "./registers.ts";

/**
 * 対応方針: one decision on one requirement for a series (product version and form). Frozen; a new decision
 * supersedes the earlier one. `basis` keeps the finding it was taken on.
 */
export const decision = sqliteTable(
  "decision",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    productVersionId: text("product_version_id")
      .notNull()
      .references(() => productVersion.id),
    form: text("form", { enum: formIds }).notNull(),
    disclosureId: text("disclosure_id")
      .notNull()
      .references(() => disclosure.id),
    /** id@version of the guideline edition. */
    guideline: text("guideline").notNull(),
    requirement: text("requirement").notNull(),
    kind: text("kind", { enum: decisionKinds }).notNull(),
    /** Internal. */
    reason: text("reason").notNull(),
    /** Contract-safe. */
    measure: text("measure").notNull(),
    owner: text("owner").notNull(),
    /** The account the work is shown to, where the owner has one. */
    ownerAccountId: text("owner_account_id").references(() => account.id),
    /** Of accept-risk: the last day on which it is accepted. */
    dueOn: day("due_on"),
    /** Internal. */
    likelihood: text("likelihood", { enum: riskLevels }),
    /** Internal. */
    impact: text("impact", { enum: riskLevels }),
    /** Internal. */
    acceptedBy: text("accepted_by").notNull(),
    /** Internal. */
    inspectionText: text("inspection_text").notNull(),
    /** JSON of DecisionBasis. */
    basis: text("basis").notNull(),
    effectiveFrom: day("effective_from").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes"),
    decidedAt: moment("decided_at").notNull(),
    decidedBy: text("decided_by").references(() => account.id),
  },
  (t) => [
    index("decision_series").on(t.hospitalId, t.productVersionId, t.form, t.guideline, t.requirement),
    uniqueIndex("decision_supersedes_once").on(t.supersedes),
    oneOf("decision", "kind", decisionKinds),
    oneOf("decision", "form", formIds),
  ],
);

/** Evidence that closes a decision; frozen. */
export const decisionClosing = sqliteTable(
  "decision_closing",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    decisionId: text("decision_id")
      .notNull()
      .references(() => decision.id),
    /** What it was checked by; may be empty where a file says it. */
    reason: text("reason").notNull(),
    originalFileId: text("original_file_id").references(() => originalFile.id),
    closedOn: day("closed_on").notNull(),
    recordedSeq: recordedSeq(),
    closedBy: text("closed_by").references(() => account.id),
  },
  (t) => [uniqueIndex("decision_closing_once").on(t.decisionId)],
);

/** A person compared a clause number with the official text; only then may paper print it. Frozen. */
export const clauseConfirmation = sqliteTable(
  "clause_confirmation",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    guideline: text("guideline").notNull(),
    requirement: text("requirement").notNull(),
    /** What was compared: edition, page, place. */
    evidence: text("evidence").notNull(),
    confirmedAt: moment("confirmed_at").notNull(),
    confirmedBy: text("confirmed_by").references(() => account.id),
    recordedSeq: integer("recorded_seq").notNull(),
  },
  (t) => [uniqueIndex("clause_confirmation_once").on(t.groupId, t.guideline, t.requirement)],
);
