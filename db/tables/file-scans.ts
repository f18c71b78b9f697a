import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { scanResults } from "../../app/domain/file-scan.ts";
import { groupId, moment, oneOf } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { hospitalGroup } from "./people.ts";

/** ウイルス検査: what the scanner said of an original when it was kept; frozen. Files received before have no row. */
export const fileScan = sqliteTable(
  "file_scan",
  {
    originalFileId: text("original_file_id")
      .primaryKey()
      .references(() => originalFile.id),
    groupId: groupId().references(() => hospitalGroup.id),
    result: text("result", { enum: scanResults }).notNull(),
    detail: text("detail").notNull(),
    scannedAt: moment("scanned_at").notNull(),
  },
  () => [oneOf("file_scan", "result", scanResults)],
);
