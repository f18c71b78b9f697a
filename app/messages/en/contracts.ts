import type { ContractState } from "../../domain/contract.ts";
import type { HistoryLane } from "../../domain/contract-history.ts";
import type { Silence } from "../../domain/responsibility.ts";

const states: Record<ContractState, string> = {
  undated: "Period not recorded",
  before: "Not started",
  "in-force": "In its period",
  expired: "Period over",
};
const lanes: Record<HistoryLane, string> = {
  period: "Period",
  "role-sheet": "Role sheet",
  disclosure: "Disclosures",
  paper: "Annexes",
};
const silences: Record<Silence, string> = {
  "no-contract-then":
    "That day lies outside the contract's period, or no contract was recorded yet. Nobody can be named.",
  "no-revision-then": "No agreed roles were in force on that day.",
  "row-not-in-revision": "The revision in force on that day has no such row.",
};

export const contracts = {
  period: "Period",
  periodText: (from: string, to: string) => `${from} – ${to}`,
  noEnd: "no end",
  noStart: "start not recorded",
  states,
  renewal: "Renewal",
  notice: (day: string) => `notice until ${day}`,
  noNotice: "no notice day",
  labels: "Labels",
  labelsText: (hospital: string, vendor: string) => `hospital = ${hospital}, vendor = ${vendor}`,
  bearers: "Security updates",
  bearersHelp:
    "Servers of the covered systems by who installs updates. “Unclear” means that the contract does not say.",
  bearersText: (vendor: number, hospital: number, unclear: number) =>
    `vendor ${vendor}, hospital ${hospital}, unclear ${unclear}`,
  noServers: "no servers registered",
  systems: "Systems covered",
  noSystems: "none chosen",
  signedOn: "Signed on",
  kind: "Kind",
  cover: "Choose systems",
  history: "Timeline",
  historyLabel: (from: string, to: string, day: string) =>
    `Timeline of the contract from ${from} to ${to}, as of ${day}. The table below says the same.`,
  lanes,
  today: "today",
  laterFrom: "pale: not recorded yet at that time",
  laterTag: "recorded later",
  inTable: "The timeline as a table",
  columns: { lane: "Kind", name: "What", from: "From", to: "To", known: "Record" },
  open: "open",
  known: "recorded",
  later: "not recorded yet",
  slider: "Move the line of the day (arrow keys: one day)",
  noHistory: "Nothing to show on the timeline yet.",
  mark: {
    period: "Period",
    revision: (title: string, no: number) => `${title}, revision ${no}`,
    revisionShort: (no: number) => `revision ${no}`,
    paper: (title: string, no: number) => `${title}, issue ${no}`,
  },
  who: "Who was in charge on this day",
  whoRow: "About",
  whoDay: "On",
  whoKnown: "As known on",
  ask: "Look it up",
  whoEverywhere: "Search the whole hospital",
  whoEverywhereWhat: "Search every contract of the hospital by row, day and vendor.",
  whoEmpty: "No agreed roles, so there is nothing to look up yet.",
  noAnswer: "No role sheet has that row.",
  silences,
  proof: (no: number) => `Proof: revision ${no}`,
  proofFrom: (day: string) => `in force from ${day}`,
  proofRecorded: (moment: string) => `recorded ${moment}`,
  proofWhat: "What is done",
  laterNote: "Note: another agreement was recorded later.",
  state: "State on this day",
  stateColumns: { kind: "Kind", what: "In force", from: "From / made on", recorded: "Recorded on" },
  heldRevision: (no: number, rows: number, undecided: number) =>
    `revision ${no}, ${rows} rows, ${undecided} undecided`,
  heldNone: "no revision in force",
  noneDisclosed: "no disclosure",
  counts: (no: number) => `No ${no}`,
  roleSheets: "Role sheets",
  noRoleSheets: "This contract has no role sheet yet.",
  papersTitle: "Annexes",
  noPapers: "No annex of this contract has been issued yet.",
  archived: "This contract is archived.",
};
