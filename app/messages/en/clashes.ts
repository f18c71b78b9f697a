import type { ClashKind } from "../../domain/clash-rules.ts";
import type { clashes as japanese } from "../ja/clashes.ts";

const kinds: Record<ClashKind, { title: string; next: string }> = {
  "disclosure-yes-checklist-no": {
    title: "Disclosure “yes”, checklist “no”",
    next: "Ask the vendor which one is true today and have the older one submitted again.",
  },
  "disclosure-no-checklist-yes": {
    title: "Disclosure “no”, checklist “yes”",
    next: "Ask whether it was mended after the disclosure; if so, ask for a new disclosure.",
  },
  "disclosures-disagree": {
    title: "Two disclosures answer differently",
    next: "Two forms of one product disagree. Ask the vendor which is right.",
  },
  "checklists-disagree": {
    title: "Two checklists answer differently",
    next: "Compare the vendor's answer with the hospital's and find out why they differ.",
  },
  "disclosure-yes-role-hospital": {
    title: "Disclosure “yes”, role sheet gives it to the hospital",
    next: "Write in the row whether the hospital uses the function or the vendor does the work.",
  },
  "disclosure-no-role-vendor": {
    title: "Disclosure “no” or not applicable, role sheet gives it to the vendor",
    next: "Ask how the vendor does it, and have the sheet or the disclosure mended.",
  },
  "checklist-yes-role-hospital": {
    title: "Vendor's checklist “yes”, role sheet gives it to the hospital",
    next: "Find out who does it and decide the party of the row again.",
  },
  "checklist-no-role-vendor": {
    title: "Vendor's checklist “no” or not applicable, role sheet gives it to the vendor",
    next: "What was agreed is not done. Ask the vendor by when it will be.",
  },
  "disclosure-yes-annex-hospital": {
    title: "Disclosure “yes”, annex gives it to the hospital",
    next: "Decide whether the annex is issued again or the next memorandum changes the party.",
  },
  "disclosure-no-annex-vendor": {
    title: "Disclosure “no” or not applicable, annex gives it to the vendor",
    next: "Ask the vendor how it keeps what the annex promises.",
  },
  "disclosure-yes-annex-silent": {
    title: "Disclosure “yes”, annex is silent",
    next: "To have it in the contract too, add a row to the role sheet, agree, and issue the annex again.",
  },
  "role-annex-differ": {
    title: "Role sheet and annex name different parties",
    next: "The agreement changed after the annex was issued. Issue it again.",
  },
  "role-vendor-annex-silent": {
    title: "Role sheet gives it to the vendor, annex is silent",
    next: "Issue the annex again; it then prints the agreement of today.",
  },
};

export const clashes = {
  title: "Clashes between records",
  lead: "Disclosures, checklists, role sheets and issued annexes are joined by mappings; pairs that say different things on one matter are listed.",
  help: "Only mappings that a person confirmed and published join two items; likeness of wording joins nothing. Which side is right is not decided here.",
  on: (day: string) => `as of ${day}`,
  kinds,
  sources: {
    disclosure: "Disclosure",
    "vendor-checklist": "Checklist (vendor)",
    "hospital-checklist": "Checklist (hospital)",
    "role-sheet": "Role sheet",
    annex: "Annex",
  },
  silent: "not written",
  columns: { kind: "Clash", left: "One side", right: "Other side", way: "Joined by" },
  filters: { kind: "Kind", how: "How joined", system: "System" },
  how: { whole: "Items on the same matter", part: "Items that overlap in part" },
  howHelp: {
    whole: "The lines of the mapping say that both items cover the matter.",
    part: "A line of the mapping only touches the matter; the two may speak of different parts.",
  },
  noSystem: "Product no system uses",
  revisionOf: {
    disclosure: (text: string) => `version ${text}`,
    "vendor-checklist": (text: string) => `round ${text}`,
    "hospital-checklist": (text: string) => `round ${text}`,
    "role-sheet": (text: string) => `revision ${text}`,
    annex: (text: string) => `issue ${text}`,
  },
  carriedFrom: (version: string) => `carried from the answer to version ${version}`,
  sameItem: "the same item of the same form",
  line: (id: string) => `line ${id}`,
  confirmed: (by: string, on: string) => `confirmed ${by} ${on}`.trim(),
  moreWays: (count: number) => `${count} more ways`,
  unnumbered: "no number",
  next: "What to do next",
  none: "No clash was found.",
  noneOfThese: "No clash fits these filters.",
  noMapping:
    "No published mapping leads to a checklist or a role sheet yet. Once you publish one, records are compared here.",
  toRelations: "Make a mapping",
  export: { system: "System", item: "Item", said: "Says", place: "Place", record: "Record" },
  exportName: (day: string) => `clashes_${day}`,
} satisfies typeof japanese;
