import type { Words } from "../words.ts";

type Options = Pick<
  Words["contractRecords"],
  | "origins"
  | "terms"
  | "feeKinds"
  | "serverScopes"
  | "subcontracting"
  | "documentKinds"
  | "clauseKinds"
  | "nameKinds"
  | "dataContacts"
  | "sameDuties"
  | "concerns"
  | "alarms"
  | "matters"
>;

/** Words of every closed list around contracts. */
export const contractOptions: Options = {
  origins: { first: "First terms", amendment: "Amended by a memorandum", renewal: "Renewal" },
  terms: {
    vendorId: "Vendor",
    title: "Title",
    kind: "Kind",
    signedOn: "Signed on",
    inForceFrom: "In force from",
    inForceTo: "In force to",
    renewal: "Renewal",
    renewalMonths: "Months of one renewal",
    noticeMonths: "Notice (months before)",
    noticeDays: "Notice (days before)",
    hospitalLabel: "The hospital is called",
    vendorLabel: "The vendor is called",
    thirdParties: "Further parties",
    feeLines: "Fees",
    systemIds: "Systems covered",
    serverScope: "Servers covered",
    serverIds: "Chosen servers",
    subcontracting: "Rule on subcontracting",
  },
  feeKinds: { included: "Included", separate: "Separate", open: "Not settled" },
  serverScopes: {
    all: "All servers of the systems",
    listed: "Only the chosen servers",
    unclear: "The contract does not say",
  },
  subcontracting: {
    forbidden: "Forbidden",
    "prior-consent": "With prior consent",
    listed: "Only those listed",
    "report-after": "Report afterwards",
    free: "Free",
    unclear: "The contract does not say",
  },
  documentKinds: {
    original: "Contract (original)",
    memorandum: "Memorandum",
    "terms-of-service": "Terms of service",
    sla: "SLA",
    "role-sheet": "Role sheet",
    quotation: "Quotation or specification",
    notice: "Notice",
    other: "Other",
  },
  clauseKinds: {
    "security-update": "Duty of security updates",
    "incident-notice": "Notice of incidents",
    "audit-right": "Audit and inspection",
    subcontracting: "Subcontracting",
    "return-erasure": "Return and erasure",
    "remote-maintenance": "Remote maintenance",
    backup: "Backup and recovery",
    fee: "Fees",
    "term-and-renewal": "Term and renewal",
    liability: "Liability",
    confidentiality: "Confidentiality and personal data",
    other: "Other",
  },
  nameKinds: { first: "First name", renamed: "Renamed", merger: "Merger", transfer: "Transfer of business" },
  dataContacts: { none: "No contact", possible: "Possible", handled: "Handles it", unclear: "Unclear" },
  sameDuties: { yes: "In writing", no: "No", unclear: "Unclear" },
  concerns: {
    forbidden: "The contract forbids subcontracting",
    "not-approved": "No day of consent",
    "not-listed": "Not recorded as listed",
    "no-same-duty": "Same duties not confirmed in writing",
    "certificate-expired": "Certificate expired",
    "certificate-ends-soon": "Certificate ends soon",
    abroad: "Abroad",
    "data-contact-unclear": "Contact with data unclear",
  },
  alarms: {
    ended: "Ended",
    "notice-over": "Notice day has passed",
    "notice-soon": "Notice day is near",
    "ends-soon": "Ends soon",
    calm: "Later",
  },
  matters: {
    "gaps-undecided": (count) => `${count} gaps without a decision`,
    "promises-overdue": (count) => `${count} promises overdue`,
    "two-factor": (count) => `two-factor sign-in not shown for ${count} systems`,
    "disclosure-missing": (count) => `${count} systems without a disclosure`,
    "disclosure-old": (count) => `${count} disclosures older than a year`,
    "role-sheet-missing": () => "no agreed role sheet",
    "role-sheet-old": (count) => `${count} role sheets older than a year`,
    "role-sheet-review": (count) => `${count} role sheets to be confirmed again`,
    "roles-undecided": (count) => `${count} rows nobody has`,
    "servers-unclear": (count) => `${count} servers with unclear updates`,
    "update-clause-missing": (count) => `${count} servers of the vendor without a quoted clause`,
    "subcontractor-unapproved": (count) => `${count} subcontractors without consent`,
    "connection-unconfirmed": (count) => `${count} connections not confirmed`,
  },
};
