import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { hospitalId, id, moment, oneOf, recordedSeq, version } from "../columns.ts";
import { account, hospital } from "./people.ts";

export const templateDraftStates = ["open", "published", "discarded"] as const;

/** 雛形の文言 being changed by a hospital; becomes a version of its own when it is put to use. */
export const annexTemplateDraft = sqliteTable(
  "annex_template_draft",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** `id@version` of the template it was begun from. */
    basis: text("basis").notNull(),
    /** JSON of the template as it stands; sentences may still be empty. */
    body: text("body").notNull(),
    state: text("state", { enum: templateDraftStates }).notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").references(() => account.id),
    version: version(),
  },
  (t) => [
    index("annex_template_draft_by_hospital").on(t.hospitalId, t.state),
    oneOf("annex_template_draft", "state", templateDraftStates),
  ],
);

/** 雛形の版 of a hospital: wording frozen as it was put to use. Papers name it by its ref. */
export const annexTemplateVersion = sqliteTable(
  "annex_template_version",
  {
    id: id(),
    hospitalId: hospitalId().references(() => hospital.id),
    /** Stable id of the template (`role-sharing`), shared with the shipped one. */
    templateId: text("template_id").notNull(),
    /** `role-sharing@1-2`: the shipped version it goes back to, and the hospital's own count. */
    ref: text("ref").notNull(),
    basis: text("basis").notNull(),
    body: text("body").notNull(),
    bodySha256: text("body_sha256").notNull(),
    /** Why the wording was changed. */
    note: text("note").notNull(),
    recordedSeq: recordedSeq(),
    publishedAt: moment("published_at").notNull(),
    publishedBy: text("published_by").references(() => account.id),
  },
  (t) => [uniqueIndex("annex_template_version_once").on(t.hospitalId, t.ref)],
);
