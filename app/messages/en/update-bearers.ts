import type { updateBearers as ja } from "../ja/update-bearers.ts";

/** Who bears the security updates of one server, over time. */
export const updateBearers = {
  title: "Who updates it",
  pageTitle: (server: string) => `Who updates ${server}`,
  lead: "Records who bears the security updates, from which day and under which clause. Earlier entries stay: they held until the day before.",
  correctLead: (day: string) =>
    `Puts right what was written wrongly in the entry from ${day}. It stays, and the corrected one counts in its place. If it really changed, record a change instead.`,
  fields: {
    bearer: "Updates borne by",
    clauseKey: "Quoted clause",
    typedClause: "Clause (while not quoted)",
    effectiveFrom: "From",
  },
  clauseHint:
    "One of the clauses quoted under a contract's documents. It has to stand on the chosen day, in a contract that covers this server's system then.",
  typedHint: "A clause that is not quoted yet, in words (such as “maintenance contract, article 7”).",
  since: "Borne so since",
  change: "Record a change",
  correctTitle: "Correct the entry",
  nowFrom: (day: string) => `from ${day}`,
  coming: (day: string, bearer: string) => `from ${day}: ${bearer}`,
  archived: "This server is put away. No change can be recorded; mistakes can be corrected.",
  record: "Record a change",
  changeAndHistory: "Changes and history",
  toHistory: "See who bore it before",
  fromFor: (server: string) => `From when, for ${server}`,
  typedFor: (server: string) => `Clause of ${server} (while not quoted)`,
  notRecorded: "not recorded",
  clauseNotThen: "(the quoted clause did not stand on this day)",
  thenTitle: "Security updates of servers",
  thenNone: "No server is registered for this day.",
  editHint: "Who bears the updates, and the clause, are recorded with their day on the server's own page.",
} satisfies typeof ja;
