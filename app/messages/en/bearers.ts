import type { NobodyReason } from "../../domain/bearer.ts";
import type { bearers as japanese } from "../ja/bearers.ts";

const nobodyWhy: Record<NobodyReason, string> = {
  "no-contract": "No contract in force on the day covers this system.",
  "no-sheet": "No role sheet of a contract in force was agreed by then.",
  "left-out": "Every row that corresponds was left out.",
  undecided: "The rows that correspond were agreed with nobody in charge.",
};

export const bearers = {
  label: "In charge",
  column: "In charge (role sheet)",
  nobody: "Nobody",
  notMapped: "Not mapped",
  notMappedWhy:
    "No published mapping joins this item with a row of a role sheet. It does not mean that nobody is in charge: the sheets cannot tell.",
  toMap: "Make a mapping",
  nobodyWhy,
  hospital: "Hospital",
  withVendor: (vendor: string) => `Hospital together with ${vendor}`,
  unnamed: "third party (unnamed)",
  separator: ", ",
  others: (count: number) => `and ${count} more`,
  moreRows: (count: number) => `${count} further rows are on the overview.`,
  open: (count: number) => `${count} further rows undecided`,
  onDay: (day: string) => `In charge on ${day}`,
  proof: "Proof",
  sheet: (contract: string, title: string, no: number, day: string) =>
    `Contract ${contract} “${title}”, revision ${no} (from ${day})`,
  row: (no: string, label: string) => `Row ${no === "" ? "without number" : no} “${label}”`,
  says: (party: string) => `In charge: ${party}`,
  emergency: (party: string) => `In an emergency: ${party}`,
  undecided: "undecided",
  leftOut: (reason: string) => `left out (${reason})`,
  mapping: (reason: string) => `Mapping: ${reason}`,
  mappingLink: "See the line of the mapping",
  everySheet: "By the role sheets of every contract in force in the hospital.",
} satisfies typeof japanese;
