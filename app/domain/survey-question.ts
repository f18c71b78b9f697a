/** How a house question is answered. `choices` = any number of the options. */
export const houseQuestionKinds = ["yes-no", "number", "choice", "choices"] as const;
export type HouseQuestionKind = (typeof houseQuestionKinds)[number];

/** Registers an answer can be proposed from. */
export const recordSources = [
  "device-ledger",
  "external-connections",
  "server-updates",
  "systems-with-disclosure",
  "role-sheets-known",
  "role-sheets-in-use",
  "two-factor",
  "two-factor-obstacles",
  "two-factor-cost",
  "record-system",
] as const;
export type RecordSource = (typeof recordSources)[number];
