import { type AnySQLiteColumn, index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { entryOrigins } from "../../app/domain/dated-entry.ts";
import { updateBearers } from "../../app/domain/register.ts";
import { hospitalId, id, oneOf } from "../columns.ts";
import { entryTimes } from "./outside-parties.ts";
import { hospital } from "./people.ts";

/**
 * 更新の担当の記録: who bears the security updates of a server from a day on, and the clause that says so; frozen. A
 * server's own row says nothing of it.
 */
export const updateBearerEntry = sqliteTable(
  "update_bearer_entry",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** why no reference: an import that is taken back deletes its servers, and entries are never deleted. */
    serverId: text("server_id").notNull(),
    ...entryTimes(),
    supersedes: text("supersedes").references((): AnySQLiteColumn => updateBearerEntry.id),
    bearer: text("bearer", { enum: updateBearers }).notNull(),
    /** Key of the quoted clause that says so (contract_clause); null while only its text is known. */
    clauseKey: text("clause_key"),
    /** What was typed of the clause; "" when nothing was. */
    typedClause: text("typed_clause").notNull(),
  },
  (t) => [
    index("update_bearer_entry_as_of").on(t.serverId, t.effectiveFrom, t.recordedSeq),
    index("update_bearer_entry_by_hospital").on(t.hospitalId, t.recordedSeq),
    index("update_bearer_entry_superseded").on(t.supersedes),
    oneOf("update_bearer_entry", "origin", entryOrigins),
    oneOf("update_bearer_entry", "bearer", updateBearers),
  ],
);
