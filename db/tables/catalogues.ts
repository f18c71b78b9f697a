import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { catalogueDraftStates, catalogueKinds } from "../../app/domain/catalogue-draft.ts";
import { groupId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { originalFile } from "./disclosures.ts";
import { account, hospitalGroup } from "./people.ts";
import { vendor } from "./registers.ts";

/** A catalogue being reviewed by a person before it is published; shared by the hospitals of a group. */
export const catalogueDraft = sqliteTable(
  "catalogue_draft",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    kind: text("kind", { enum: catalogueKinds }).notNull(),
    title: text("title").notNull(),
    /** The official file it was read from; null for a pasted subset, a crosswalk or a mapping. */
    originalFileId: text("original_file_id").references(() => originalFile.id),
    /** JSON of the catalogue as it stands; each kind has its own draft shape in app/domain. */
    body: text("body").notNull(),
    state: text("state", { enum: catalogueDraftStates }).notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    version: version(),
  },
  (t) => [
    index("catalogue_draft_by_group").on(t.groupId, t.state),
    oneOf("catalogue_draft", "kind", catalogueKinds),
    oneOf("catalogue_draft", "state", catalogueDraftStates),
  ],
);

/** A published catalogue of the group: frozen, with the SHA-256 of its source file. */
export const catalogue = sqliteTable(
  "catalogue",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    kind: text("kind", { enum: catalogueKinds }).notNull(),
    /** `id@version`, the way records and papers name it. */
    ref: text("ref").notNull(),
    title: text("title").notNull(),
    /** The catalogue as JSON, of the same shape as the files under templates/. */
    body: text("body").notNull(),
    bodySha256: text("body_sha256").notNull(),
    originalFileId: text("original_file_id").references(() => originalFile.id),
    sourceSha256: text("source_sha256"),
    recordedSeq: recordedSeq(),
    publishedAt: moment("published_at").notNull(),
    publishedBy: text("published_by").references(() => account.id),
  },
  (t) => [uniqueIndex("catalogue_once").on(t.groupId, t.ref), oneOf("catalogue", "kind", catalogueKinds)],
);

/** 読み方: columns a person pointed at for one vendor's layout; data only, never a pattern. */
export const readingRecipe = sqliteTable(
  "reading_recipe",
  {
    id: id(),
    groupId: groupId().references(() => hospitalGroup.id),
    vendorId: text("vendor_id").references(() => vendor.id),
    name: text("name").notNull(),
    /** JSON of ReadingRecipe. */
    body: text("body").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    archivedAt: moment("archived_at"),
    version: version(),
  },
  (t) => [index("reading_recipe_by_group").on(t.groupId, t.name)],
);
