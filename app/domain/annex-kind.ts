/**
 * 書面の種類: the fifteen annexes, the short forms and the 覚書 of contract-annexes 2, and our internal papers. A kind
 * is not a printed number: each contract counts its own 別紙.
 */
export const annexKinds = [
  "system-boundary",
  "role-sharing",
  "disclosure-results",
  "security-updates",
  "service-levels",
  "remote-maintenance",
  "incident-response",
  "information-handling",
  "subcontractors",
  "return-and-erasure",
  "backup-and-recovery",
  "vulnerabilities",
  "two-factor-plan",
  "contact-chart",
  "revision-history",
] as const;
export const shortFormKinds = [
  "work-plan",
  "work-report",
  "incident-first-notice",
  "subcontract-request",
  "erasure-certificate",
  "disclosure-receipt",
  "checklist-cover",
] as const;
export const paperKinds = [...annexKinds, ...shortFormKinds, "memorandum", "internal"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The part of the list a kind is offered in. */
export function groupOfKind(kind: PaperKind): "annex" | "short-form" | "memorandum" | "internal" {
  if (kind === "memorandum" || kind === "internal") return kind;
  return annexKinds.some((each) => each === kind) ? "annex" : "short-form";
}
