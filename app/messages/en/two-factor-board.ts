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
  costParts: (given, missing) => `${given} rows with an amount, ${missing} without`,
};
