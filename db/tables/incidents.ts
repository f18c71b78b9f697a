import { type AnySQLiteColumn, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { incidentKinds } from "../../app/domain/incident.ts";
import { day, hospitalId, id, moment, oneOf, recordedSeq } from "../columns.ts";
import { account, hospital } from "./people.ts";
import { contract, system } from "./registers.ts";

/**
 * できごと: what happened on a day, entered by a person. Frozen; a correction is a further entry of the same
 * incident that supersedes the one before and says why. `isWithdrawn` 1 = it turned out not to have happened.
 */
export const incidentEntry = sqliteTable(
  "incident_entry",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** The same for an entry and all its corrections. */
    incidentId: text("incident_id").notNull(),
    kind: text("kind", { enum: incidentKinds }).notNull(),
    title: text("title").notNull(),
    happenedOn: day("happened_on").notNull(),
    endedOn: day("ended_on"),
    systemId: text("system_id").references(() => system.id),
    contractId: text("contract_id").references(() => contract.id),
    note: text("note").notNull(),
    isWithdrawn: integer("is_withdrawn").notNull().default(0),
    /** Why the entry before it was corrected; "" for a first entry. */
    reason: text("reason").notNull(),
    recordedSeq: recordedSeq(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => incidentEntry.id),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => account.id),
  },
  (t) => [
    index("incident_entry_by_hospital").on(t.hospitalId, t.happenedOn),
    index("incident_entry_by_incident").on(t.hospitalId, t.incidentId, t.recordedSeq),
    oneOf("incident_entry", "kind", incidentKinds),
  ],
);
