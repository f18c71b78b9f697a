import type { TermsRevision } from "~/domain/contract-terms";

/** A revision of a contract's terms in which nothing but what a test is about matters. */
export function termsRevision(change: Partial<TermsRevision> = {}): TermsRevision {
  return {
    id: "revision",
    contractId: "contract",
    origin: "first",
    effectiveFrom: "2025-04-01",
    recordedSeq: 1,
    supersedes: null,
    reason: "",
    source: { number: "", title: "", signedOn: null, documentId: null },
    vendorId: "vendor",
    title: "保守契約",
    kind: "maintenance",
    signedOn: "2025-03-20",
    inForceFrom: "2025-04-01",
    inForceTo: null,
    renewal: "automatic",
    renewalMonths: 12,
    noticeMonths: null,
    noticeDays: null,
    hospitalLabel: "甲",
    vendorLabel: "乙",
    thirdParties: [],
    feeLines: [],
    systemIds: [],
    serverScope: "unclear",
    serverIds: [],
    subcontracting: "unclear",
    ...change,
  };
}
