import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { contractKinds } from "../../app/domain/contract.ts";
import {
  contactHours,
  contactRoles,
  criticalities,
  productKinds,
  renewals,
  serverKinds,
  systemCategories,
  systemForms,
} from "../../app/domain/register.ts";
import { day, groupId, hospitalId, id, moment, oneOf, version } from "../columns.ts";
import { hospital, hospitalGroup } from "./people.ts";

/** Columns of every register row that a person keeps. */
const kept = () => ({
  createdAt: moment("created_at").notNull(),
  archivedAt: moment("archived_at"),
  version: version(),
});
const ofGroup = () => groupId().references(() => hospitalGroup.id);
const ofHospital = () => hospitalId().references(() => hospital.id);
const plain = (name: string) => text(name).notNull().default("");

export const vendor = sqliteTable(
  "vendor",
  {
    id: id(),
    groupId: ofGroup(),
    name: text("name").notNull(),
    nameKana: plain("name_kana"),
    corporateNumber: plain("corporate_number"),
    address: plain("address"),
    website: plain("website"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [index("vendor_by_group").on(t.groupId, t.name)],
);

/** A person at a vendor; frozen records point here, so that erasing the row erases the person. */
export const vendorContact = sqliteTable(
  "vendor_contact",
  {
    id: id(),
    groupId: ofGroup(),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    name: text("name").notNull(),
    department: plain("department"),
    role: text("role", { enum: contactRoles }).notNull(),
    hours: text("hours", { enum: contactHours }).notNull(),
    phone: plain("phone"),
    mail: plain("mail"),
    deputyName: plain("deputy_name"),
    validFrom: day("valid_from"),
    validTo: day("valid_to"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [
    index("vendor_contact_by_vendor").on(t.groupId, t.vendorId),
    oneOf("vendor_contact", "role", contactRoles),
    oneOf("vendor_contact", "hours", contactHours),
  ],
);

export const product = sqliteTable(
  "product",
  {
    id: id(),
    groupId: ofGroup(),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    name: text("name").notNull(),
    kind: text("kind", { enum: productKinds }).notNull(),
    note: plain("note"),
    ...kept(),
  },
  (t) => [index("product_by_vendor").on(t.groupId, t.vendorId), oneOf("product", "kind", productKinds)],
);

export const productVersion = sqliteTable(
  "product_version",
  {
    id: id(),
    groupId: ofGroup(),
    productId: text("product_id")
      .notNull()
      .references(() => product.id),
    label: text("label").notNull(),
    releasedOn: day("released_on"),
    supportEndsOn: day("support_ends_on"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [uniqueIndex("product_version_once").on(t.groupId, t.productId, t.label)],
);

export const system = sqliteTable(
  "system",
  {
    id: id(),
    hospitalId: ofHospital(),
    name: text("name").notNull(),
    productVersionId: text("product_version_id")
      .notNull()
      .references(() => productVersion.id),
    category: text("category", { enum: systemCategories }).notNull(),
    form: text("form", { enum: systemForms }).notNull(),
    site: plain("site"),
    criticality: text("criticality", { enum: criticalities }).notNull(),
    /** JSON list of dataKinds. */
    dataKinds: text("data_kinds").notNull().default("[]"),
    dataPlace: plain("data_place"),
    inUseFrom: day("in_use_from"),
    inUseTo: day("in_use_to"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [
    index("system_by_hospital").on(t.hospitalId, t.name),
    index("system_by_product_version").on(t.hospitalId, t.productVersionId),
    oneOf("system", "category", systemCategories),
    oneOf("system", "form", systemForms),
    oneOf("system", "criticality", criticalities),
  ],
);

export const server = sqliteTable(
  "server",
  {
    id: id(),
    hospitalId: ofHospital(),
    systemId: text("system_id")
      .notNull()
      .references(() => system.id),
    name: text("name").notNull(),
    kind: text("kind", { enum: serverKinds }).notNull(),
    os: plain("os"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [index("server_by_system").on(t.hospitalId, t.systemId), oneOf("server", "kind", serverKinds)],
);

export const contract = sqliteTable(
  "contract",
  {
    id: id(),
    hospitalId: ofHospital(),
    vendorId: text("vendor_id")
      .notNull()
      .references(() => vendor.id),
    number: text("number").notNull(),
    title: text("title").notNull(),
    kind: text("kind", { enum: contractKinds }).notNull(),
    signedOn: day("signed_on"),
    inForceFrom: day("in_force_from"),
    inForceTo: day("in_force_to"),
    renewal: text("renewal", { enum: renewals }).notNull(),
    noticeDays: integer("notice_days"),
    hospitalLabel: text("hospital_label").notNull(),
    vendorLabel: text("vendor_label").notNull(),
    /** The revision (contract_revision) whose terms this row repeats: the one in effect when it was last looked at. */
    termsRevisionId: text("terms_revision_id"),
    note: plain("note"),
    ...kept(),
  },
  (t) => [
    uniqueIndex("contract_number_once").on(t.hospitalId, t.number),
    index("contract_by_vendor").on(t.hospitalId, t.vendorId),
    oneOf("contract", "kind", contractKinds),
    oneOf("contract", "renewal", renewals),
  ],
);

/** 対象システム of today: repeats the terms in force, for joins. */
export const contractSystem = sqliteTable(
  "contract_system",
  {
    id: id(),
    hospitalId: ofHospital(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contract.id),
    systemId: text("system_id")
      .notNull()
      .references(() => system.id),
  },
  (t) => [
    uniqueIndex("contract_system_once").on(t.contractId, t.systemId),
    index("contract_system_by_system").on(t.hospitalId, t.systemId),
  ],
);
