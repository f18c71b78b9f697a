import { type AnySQLiteColumn, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryOrigins } from "../../app/domain/dated-entry.ts";
import { jointParties } from "../../app/domain/role-records.ts";
import { hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { entryTimes } from "./outside-parties.ts";
import { hospital } from "./people.ts";
import { system } from "./registers.ts";

/** 接合部: a place where two systems meet. What was true of it is in its entries. */
export const systemJoint = sqliteTable(
  "system_joint",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [index("system_joint_by_hospital").on(t.hospitalId)],
);

/** 接合部の記録: which systems met there from a day on, what passed and who looked after it; frozen. */
export const systemJointEntry = sqliteTable(
  "system_joint_entry",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    jointId: text("joint_id")
      .notNull()
      .references(() => systemJoint.id),
    ...entryTimes(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => systemJointEntry.id),
    firstSystemId: text("first_system_id")
      .notNull()
      .references(() => system.id),
    secondSystemId: text("second_system_id")
      .notNull()
      .references(() => system.id),
    /** What passes there, e.g. 患者基本情報の連携. */
    what: text("what").notNull(),
    party: text("party", { enum: jointParties }).notNull(),
    thirdPartyName: text("third_party_name").notNull(),
    emergencyParty: text("emergency_party", { enum: jointParties }).notNull(),
    note: text("note").notNull(),
  },
  (t) => [
    index("system_joint_entry_as_of").on(t.jointId, t.effectiveFrom, t.recordedSeq),
    index("system_joint_entry_by_hospital").on(t.hospitalId, t.recordedSeq),
    oneOf("system_joint_entry", "origin", entryOrigins),
    oneOf("system_joint_entry", "party", jointParties),
    oneOf("system_joint_entry", "emergency_party", jointParties),
  ],
);
