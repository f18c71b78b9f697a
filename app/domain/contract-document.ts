/** 契約の書類: what a file of a contract is. */
export const contractDocumentKinds = [
  "original",
  "memorandum",
  "terms-of-service",
  "sla",
  "role-sheet",
  "quotation",
  "notice",
  "other",
] as const;
export type ContractDocumentKind = (typeof contractDocumentKinds)[number];
