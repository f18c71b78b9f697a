import type { twoFactorBoard as japanese } from "../ja/two-factor-board.ts";

export const twoFactorBoard: typeof japanese = {
  countsTitle: "Against the dates",
  columns: { against: "Against", total: "total" },
  standings: {
    ready: "in place",
    "not-applicable": "not applicable",
    "planned-within": "planned by then",
    "planned-after": "planned later",
    "date-unknown": "planned, date unknown",
    "not-possible": "not possible",
    unrecorded: "not recorded",
  },
  places: { client: "client", server: "server" },
  renewal: "Next renewal",
  until: (day) => `by ${day}`,
  year: (from, to) => `${from} – ${to}`,
  yearShort: (year) => `by the end of fiscal ${Number(year) - 1}`,
  narrowed: (against, standing) => `Only rows “${standing}” against “${against}” are shown.`,
  noRenewal: "no day of renewal registered",
  renewalOn: {
    system: (day) => `${day} (last day of use)`,
    contract: (day, name) => `${day} (end of ${name})`,
  },
  preconditions: (met, all) => `preconditions of the jump host ${met} / ${all}`,
  plan: {
    open: "Enter several plans",
    title: "Enter plans",
    what: "Only rows with a planned day, or a reason why it is not possible, are recorded, as from today. Rows that are ready or not applicable are recorded one by one, from the name of the system.",
    kinds: {
      "": "as it is (a day makes it a plan)",
      planned: "planned",
      system: "not possible (the system)",
      budget: "not possible (budget)",
    },
    column: "Plan, or why not",
    field: (name: string, system: string, place: string) => `${name} of ${system} (${place})`,
    sourceHint: "Kept with every row entered here, e.g. a meeting with the vendor on 20 November.",
    save: "Record the rows entered",
    saved: (count: number) => `${count} rows were recorded.`,
  },
  costParts: (given, missing) => `${given} rows with an amount, ${missing} without`,
};
