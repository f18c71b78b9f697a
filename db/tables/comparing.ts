import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { staffStates } from "../../app/domain/applicability.ts";
import { ownerTypes } from "../../app/domain/hospital-profile.ts";
import { formIds } from "../../app/domain/questionnaire.ts";
import { verdicts } from "../../app/domain/verdict.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { disclosure } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { productVersion } from "./registers.ts";

/** 医療機関の概要 from a day on. Frozen; a correction supersedes with a reason. */
export const hospitalProfile = sqliteTable(
  "hospital_profile",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    beds: integer("beds"),
    ownerType: text("owner_type", { enum: ownerTypes }).notNull(),
    sites: integer("sites"),
    staff: text("staff", { enum: staffStates }).notNull(),
    gmisClass: text("gmis_class").notNull(),
    reason: text("reason").notNull(),
    effectiveFrom: day("effective_from").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => hospitalProfile.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => account.id),
  },
  (t) => [
    index("hospital_profile_by_hospital").on(t.hospitalId),
    uniqueIndex("hospital_profile_supersedes_once").on(t.supersedes),
    oneOf("hospital_profile", "owner_type", ownerTypes),
    oneOf("hospital_profile", "staff", staffStates),
  ],
);

/** 判定の上書き of one requirement for a series (product version and form). Frozen; a further one supersedes. */
export const verdictOverride = sqliteTable(
  "verdict_override",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    productVersionId: text("product_version_id")
      .notNull()
      .references(() => productVersion.id),
    form: text("form", { enum: formIds }).notNull(),
    /** The disclosure that was looked at. */
    disclosureId: text("disclosure_id")
      .notNull()
      .references(() => disclosure.id),
    /** id@version of the guideline edition. */
    guideline: text("guideline").notNull(),
    requirement: text("requirement").notNull(),
    /** Null: taken back. */
    verdict: text("verdict", { enum: verdicts }),
    /** Internal. */
    reason: text("reason").notNull(),
    /** JSON of DecisionBasis. */
    basis: text("basis").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => verdictOverride.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => account.id),
  },
  (t) => [
    index("verdict_override_series").on(t.hospitalId, t.productVersionId, t.form, t.guideline, t.requirement),
    uniqueIndex("verdict_override_supersedes_once").on(t.supersedes),
    oneOf("verdict_override", "form", formIds),
    oneOf("verdict_override", "verdict", verdicts),
  ],
);
