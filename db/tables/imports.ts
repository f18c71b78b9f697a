import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { importStates, rowOutcomes } from "../../app/domain/register-import.ts";
import { hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";

/** 一括取込: one table of the clerk's own Excel, from dry run to take-back. */
export const importBatch = sqliteTable(
  "import_batch",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    sheet: text("sheet").notNull(),
    headerRow: integer("header_row").notNull(),
    /** JSON: column number → `vendor.name`, or null for a column that is left aside. */
    columns: text("columns").notNull(),
    /** JSON: what a person decided beside the columns (`ImportSettings`). */
    settings: text("settings").notNull().default("{}"),
    state: text("state", { enum: importStates }).notNull(),
    rowCount: integer("row_count").notNull(),
    /** Rows written so far: the progress a person sees. */
    doneCount: integer("done_count").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    endedAt: moment("ended_at"),
    version: version(),
  },
  (t) => [
    index("import_batch_by_hospital").on(t.hospitalId, t.createdAt),
    oneOf("import_batch", "state", importStates),
  ],
);

/** One row of the clerk's table: what stood there, what a person chose, what became of it. */
export const importRow = sqliteTable(
  "import_row",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    batchId: text("batch_id")
      .notNull()
      .references(() => importBatch.id),
    /** Row number of the sheet. */
    row: integer("row").notNull(),
    /** JSON list of the row's texts, by column. */
    cells: text("cells").notNull(),
    outcome: text("outcome", { enum: rowOutcomes }).notNull(),
    /** JSON: noun → id of an existing record a person said is the same, or "new". */
    choices: text("choices").notNull().default("{}"),
    /** JSON list of Problems. */
    problems: text("problems").notNull().default("[]"),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.row] }), oneOf("import_row", "outcome", rowOutcomes)],
);

/** Every record a batch made, so that one button takes the whole batch back. */
export const importMade = sqliteTable(
  "import_made",
  {
    hospitalId: hospitalId().references(() => hospital.id),
    batchId: text("batch_id")
      .notNull()
      .references(() => importBatch.id),
    ordinal: integer("ordinal").notNull(),
    row: integer("row").notNull(),
    noun: text("noun").notNull(),
    recordId: text("record_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.ordinal] }), index("import_made_by_record").on(t.recordId)],
);
