import type { RawClause } from "~/use-cases/contract-clauses.server";

/** A file of a contract as a clerk would add it. */
export const rawDocument = (text = "契約書") => ({
  raw: { kind: "original", title: "", datedOn: "", note: "" },
  file: { fileName: "契約書.txt", bytes: new TextEncoder().encode(text) },
});

export const rawClause = (revisionId: string, change: Partial<RawClause> = {}): RawClause => ({
  kind: "security-update",
  number: "第7条",
  quote: "乙が更新を行う。",
  documentId: "",
  page: "",
  revisionId,
  ...change,
});

export const rawSubcontractor = (change: Record<string, string | string[]> = {}) => ({
  name: "再委託先",
  work: "保守",
  dataContact: "none",
  sameDuty: "yes",
  parentId: "",
  ...change,
});

export const rawConnection = (systemId: string, change: Record<string, string> = {}) => ({
  systemId,
  name: "保守用VPN",
  purpose: "remote-maintenance",
  method: "ipsec-ike",
  opening: "on-demand",
  patchBearer: "hospital",
  accounts: "individual",
  secondFactor: "in-use",
  sourceLimit: "limited",
  logDays: "365",
  ...change,
});

export const rawNameChange = (name: string, effectiveFrom = "2026-10-01") => ({
  name,
  kind: "renamed",
  effectiveFrom,
  successorVendorId: "",
  note: "",
  corrects: "",
});
