import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { retentionKinds } from "../../app/domain/retention.ts";
import { groupId, hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { hospital, hospitalGroup } from "./people.ts";

/**
 * Salt of the hashes that the audit log keeps of a record's personal values. Erasing the person deletes the row:
 * the hashes stay where they are, and nothing can be tried against them any more.
 */
export const personalSalt = sqliteTable(
  "personal_salt",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    recordId: text("record_id").notNull(),
    salt: text("salt").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("personal_salt_once").on(t.groupId, t.recordId)],
);

/** 保存期間: how long what names a person is kept, and on what basis. Without a row nothing is offered. */
export const retentionRule = sqliteTable(
  "retention_rule",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    kind: text("kind", { enum: retentionKinds }).notNull(),
    years: integer("years").notNull(),
    basis: text("basis").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("retention_rule_once").on(t.hospitalId, t.kind),
    oneOf("retention_rule", "kind", retentionKinds),
  ],
);
