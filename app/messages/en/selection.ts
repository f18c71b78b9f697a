import type { selection as japanese } from "../ja/selection.ts";

export const selection: typeof japanese = {
  title: "Selection points",
  lead: "What vendors stated about the items that the guideline names for choosing one. No conclusion is drawn.",
  factsTitle: "What this rests on (our summary)",
  noSet:
    "No list of the selection points is registered yet. Paste the item numbers of the official annex into a subset, and every disclosure can be looked at by them. We do not ship the numbers.",
  makeSet: "Make a subset",
  noForm: "A list of numbers needs the form (MDS, SDS) they belong to first.",
  loadForm: "Load the official form",
  noneReached:
    "There are subsets, but no current disclosure was made on their forms. Disclosures appear here once they are received.",
  withoutSet: (count) => `${count} more disclosures were made on forms without a subset.`,
  noSetForForm: "There is no subset for the form of this disclosure.",
  columns: {
    product: "Product or service",
    form: "Form (issued)",
    set: "Subset",
    result: "The vendor's own statement",
    yes: "yes",
    notApplicable: "not applicable",
    others: "others",
    total: "total",
  },
  allShort: "every item “yes” or “not applicable”",
  othersShort: (count) => `${count} others`,
  all: "Every item is “yes” or “not applicable” (the vendor's own statement)",
  others: (count) => `${count} items are neither “yes” nor “not applicable” (the vendor's own statement)`,
  sum: (total, yes, notApplicable, others) =>
    `${total} items = ${yes} yes + ${notApplicable} not applicable + ${others} others`,
  noConclusion:
    "This adds up what the vendor stated. Nothing was checked, and nothing says whether the vendor may be chosen. Whether the general terms say enough is to be looked into apart.",
  carried:
    "The subset is of a newer version of the form; answers to the older one are carried by a crosswalk.",
  withdrawn: "This disclosure was withdrawn.",
  toAssessment: "Open the comparison",
  othersTitle: "Items neither “yes” nor “not applicable”",
  recordWhat:
    "For each item, record a risk assessment and what is done, so that it can be explained at an inspection. Decisions taken in the comparison on these answers are such records.",
  pointColumns: { no: "No.", text: "Item", answer: "Answer and remark", records: "To be recorded" },
  records: { risk: "Risk assessment", response: "Response", explanation: "Text for inspections" },
  recorded: "recorded",
  notRecorded: "not yet",
  absent: "not in the disclosure",
};
