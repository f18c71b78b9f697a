import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { documentKinds } from "../../app/domain/product-document.ts";
import { hospitalId, id, moment, oneOf } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospital } from "./people.ts";
import { product } from "./registers.ts";

/** 資料: a file of a vendor that is no disclosure, kept with its product. */
export const productDocument = sqliteTable(
  "product_document",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    productId: text("product_id")
      .notNull()
      .references(() => product.id),
    kind: text("kind", { enum: documentKinds }).notNull(),
    originalFileId: text("original_file_id")
      .notNull()
      .references(() => originalFile.id),
    note: text("note").notNull(),
    recordedSeq: integer("recorded_seq").notNull(),
    filedAt: moment("filed_at").notNull(),
    filedBy: text("filed_by").references(() => account.id),
  },
  (t) => [
    index("product_document_by_product").on(t.hospitalId, t.productId),
    oneOf("product_document", "kind", documentKinds),
  ],
);
