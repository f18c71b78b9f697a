import type { RegisterNoun } from "../../app/domain/register.ts";

/**
 * What each register's list shows, as SQL over the row `r`. Keys are the columns' names on screen and in
 * exports; the first one is the row's own name. Closed lists, so that sorting and filtering never carry
 * text from a request into SQL.
 */
export type ListColumn = { sql: string; isSearched?: true; isNumber?: true };
export type RegisterList = {
  from: string;
  columns: Record<string, ListColumn>;
  /** Option fields offered as filter chips. */
  filters: readonly string[];
  sort: string;
};

/** A field of the entry that says today who bears a server's updates; as entryOn of domain/dated-entry.ts finds it. */
const updatesToday = (column: string) => `(SELECT e.${column} FROM update_bearer_entry e
  WHERE e.server_id = r.id AND +e.hospital_id = r.hospital_id AND e.effective_from <= :today
    AND NOT EXISTS (SELECT 1 FROM update_bearer_entry n WHERE n.supersedes = e.id)
  ORDER BY e.effective_from DESC, e.recorded_seq DESC LIMIT 1)`;

const versionName = "p.name || ' ' || pv.label";

export const registerLists: Record<RegisterNoun, RegisterList> = {
  vendor: {
    from: "vendor r",
    columns: {
      name: { sql: "r.name", isSearched: true },
      nameKana: { sql: "r.name_kana", isSearched: true },
      corporateNumber: { sql: "r.corporate_number", isSearched: true },
      products: {
        sql: "(SELECT count(*) FROM product x WHERE x.vendor_id = r.id AND x.archived_at IS NULL)",
        isNumber: true,
      },
      contacts: {
        sql: "(SELECT count(*) FROM vendor_contact x WHERE x.vendor_id = r.id AND x.archived_at IS NULL)",
        isNumber: true,
      },
      contracts: {
        sql: "(SELECT count(*) FROM contract x WHERE x.vendor_id = r.id AND x.archived_at IS NULL AND x.hospital_id = :hospital)",
        isNumber: true,
      },
    },
    filters: [],
    sort: "name",
  },
  vendorContact: {
    from: "vendor_contact r JOIN vendor v ON v.id = r.vendor_id",
    columns: {
      name: { sql: "r.name", isSearched: true },
      vendor: { sql: "v.name", isSearched: true },
      department: { sql: "r.department", isSearched: true },
      role: { sql: "r.role" },
      hours: { sql: "r.hours" },
      phone: { sql: "r.phone", isSearched: true },
      mail: { sql: "r.mail", isSearched: true },
      deputyName: { sql: "r.deputy_name" },
      validFrom: { sql: "r.valid_from" },
      validTo: { sql: "r.valid_to" },
    },
    filters: ["role", "hours"],
    sort: "vendor",
  },
  product: {
    from: "product r JOIN vendor v ON v.id = r.vendor_id",
    columns: {
      name: { sql: "r.name", isSearched: true },
      vendor: { sql: "v.name", isSearched: true },
      kind: { sql: "r.kind" },
      versions: {
        sql: "(SELECT count(*) FROM product_version x WHERE x.product_id = r.id AND x.archived_at IS NULL)",
        isNumber: true,
      },
    },
    filters: ["kind"],
    sort: "name",
  },
  productVersion: {
    from: "product_version r JOIN product p ON p.id = r.product_id JOIN vendor v ON v.id = p.vendor_id",
    columns: {
      label: { sql: "r.label", isSearched: true },
      product: { sql: "p.name", isSearched: true },
      vendor: { sql: "v.name", isSearched: true },
      releasedOn: { sql: "r.released_on" },
      supportEndsOn: { sql: "r.support_ends_on" },
    },
    filters: [],
    sort: "product",
  },
  system: {
    from: "system r JOIN product_version pv ON pv.id = r.product_version_id JOIN product p ON p.id = pv.product_id JOIN vendor v ON v.id = p.vendor_id",
    columns: {
      name: { sql: "r.name", isSearched: true },
      category: { sql: "r.category" },
      product: { sql: versionName, isSearched: true },
      vendor: { sql: "v.name", isSearched: true },
      form: { sql: "r.form" },
      criticality: { sql: "r.criticality" },
      site: { sql: "r.site", isSearched: true },
      servers: {
        sql: "(SELECT count(*) FROM server x WHERE x.system_id = r.id AND x.archived_at IS NULL)",
        isNumber: true,
      },
      disclosedOn: {
        sql: "(SELECT max(d.issued_on) FROM disclosure d WHERE d.hospital_id = r.hospital_id AND d.product_version_id = r.product_version_id AND NOT EXISTS (SELECT 1 FROM disclosure_withdrawal w WHERE w.disclosure_id = d.id))",
      },
    },
    filters: ["category", "form", "criticality"],
    sort: "name",
  },
  server: {
    from: "server r JOIN system s ON s.id = r.system_id",
    columns: {
      name: { sql: "r.name", isSearched: true },
      system: { sql: "s.name", isSearched: true },
      kind: { sql: "r.kind" },
      os: { sql: "r.os", isSearched: true },
      securityUpdateBearer: { sql: `coalesce(${updatesToday("bearer")}, 'unclear')` },
      securityUpdateClause: { sql: updatesToday("typed_clause"), isSearched: true },
    },
    filters: ["kind", "securityUpdateBearer"],
    sort: "system",
  },
  contract: {
    from: "contract r JOIN vendor v ON v.id = r.vendor_id",
    columns: {
      number: { sql: "r.number", isSearched: true },
      title: { sql: "r.title", isSearched: true },
      vendor: { sql: "v.name", isSearched: true },
      kind: { sql: "r.kind" },
      inForceFrom: { sql: "r.in_force_from" },
      inForceTo: { sql: "r.in_force_to" },
      renewal: { sql: "r.renewal" },
      systems: { sql: "(SELECT count(*) FROM contract_system x WHERE x.contract_id = r.id)", isNumber: true },
    },
    filters: ["kind", "renewal"],
    sort: "number",
  },
};

/** Columns that lead to the record a row belongs to, for lists inside another record's page. */
export const parentColumns: Record<RegisterNoun, string | null> = {
  vendor: null,
  vendorContact: "vendor_id",
  product: "vendor_id",
  productVersion: "product_id",
  system: "product_version_id",
  server: "system_id",
  contract: "vendor_id",
};

/** SQL of the name under which a record is offered in choices and breadcrumbs. */
export const recordNames: Record<RegisterNoun, { from: string; name: string }> = {
  vendor: { from: "vendor r", name: "r.name" },
  vendorContact: { from: "vendor_contact r", name: "r.name" },
  product: {
    from: "product r JOIN vendor v ON v.id = r.vendor_id",
    name: "r.name || '（' || v.name || '）'",
  },
  productVersion: {
    from: "product_version r JOIN product p ON p.id = r.product_id JOIN vendor v ON v.id = p.vendor_id",
    name: "p.name || ' ' || r.label || '（' || v.name || '）'",
  },
  system: { from: "system r", name: "r.name" },
  server: { from: "server r", name: "r.name" },
  contract: { from: "contract r", name: "r.number || ' ' || r.title" },
};
