import type { matrix as japanese } from "../ja/matrix.ts";

export const matrix = {
  title: "Matrix",
  lead: "One requirement over all systems, or all requirements over the systems of one vendor.",
  help: "Verdicts are computed from the current disclosures. Where two forms were submitted for a product, the worse one is shown.",
  guideline: "Guideline",
  requirement: "Requirement",
  vendor: "Vendor",
  everySystem: "All systems",
  show: "Show",
  overridden: (by: string, computed: string, reason: string) =>
    `Overridden by ${by === "" ? "a person" : by} (the rules come to: ${computed}): ${reason}`,
  bySystem: "Verdict by system",
  byVendor: (vendor: string) => `Systems of ${vendor}`,
  system: "System",
  product: "Product",
  verdict: "Verdict",
  answers: "Answers it rests on",
  decision: "Decision",
  none: "No disclosure",
  undecided: "undecided",
  empty: "No system is in use. Register systems and receive disclosures to see them here.",
  toSystems: "Open systems",
  noVendorSystem: "No system of this vendor is in use.",
  counts: "Systems by verdict",
  exportName: (version: string) => `matrix_${version}`,
} satisfies typeof japanese;
