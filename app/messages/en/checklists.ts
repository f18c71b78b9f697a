import type { Respondent } from "../../domain/checklist.ts";

const respondents: Record<Respondent, string> = {
  vendor: "Vendor (vendor's sheet)",
  hospital: "Own hospital (hospital's sheet)",
};

export const checklists = {
  title: "Answered checklists",
  purpose:
    "Cybersecurity checklists answered by vendors or by the hospital. The Excel file is received as it came.",
  receive: "Receive a checklist",
  respondents,
  columns: {
    title: "Checklist",
    vendor: "Answered by",
    round: "Round",
    answeredOn: "Checked on",
    yesCount: "Yes",
    noCount: "No",
    blankCount: "Blank",
    unclearCount: "Unclear",
  },
  roundOf: (round: number) => `round ${round}`,
  fields: {
    respondent: "Whose answers",
    vendorId: "Vendor",
    title: "Name of the checklist",
    answeredOn: "Checked on",
    round: "Round",
    checklistRef: "Edition",
    systemIds: "Systems concerned (optional)",
  },
  reviewTitle: "Check an answered checklist",
  reviewCrumb: "Checklist",
  reviewLead:
    "This is what was read. Compare it with the sheet on the left and correct it before keeping it.",
  counts: (total: number, yes: number, no: number, na: number, blank: number, unclear: number) =>
    `${total} items (yes ${yes}, no ${no}, not applicable ${na}, blank ${blank}, unclear ${unclear})`,
  keep: "Keep the answers of this round",
  vendorNotFound: "The sheet names no vendor.",
  vendorNear: (names: string) => `Similar names: ${names}. Choose it if it is the same vendor.`,
  newVendor: "Register a vendor",
  answeredOnHint: "For example: 2026-06-01",
  editionHint: "With an edition chosen, the answers are joined to its items.",
  editionUnknown: "unknown or not loaded",
  systemsWhat: "Systems these answers are about",
  target: "Target day",
  targetOf: (no: string) => `Target day of ${no}`,
  targetAs: (text: string) => `The sheet says “${text}”. Enter the whole day.`,
  checkedAs: (text: string) => `Checked on, as written: ${text}`,
  apply: "Save so far",
  saveTitle: "Keep and freeze",
  saveWhat:
    "Keeping freezes answers, target days, remarks, unread cells and the original's hash. A wrong one is withdrawn with a reason later.",
  saved: "Kept as an answered checklist. The answers will not change any more.",
  facts: "These answers",
  kept: "Kept",
  withoutTarget: (count: number) => `${count} items answered no have no target day.`,
  answers: "Answers by item",
  answerColumns: {
    no: "No.",
    item: "Item",
    answer: "Answer",
    target: "Target day",
    remark: "Remark",
    cell: "Cell",
  },
  withdrawn: "Withdrawn. It is not listed.",
  withdrawWhat: "Takes wrongly received answers off the list. Record and original stay. It cannot be undone.",
};
