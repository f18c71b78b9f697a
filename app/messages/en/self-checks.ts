import type { selfChecks as japanese } from "../ja/self-checks.ts";

export const selfChecks: typeof japanese = {
  title: "Checks and survey",
  tabs: {
    checklists: "Own checklist",
    measures: "Measures",
    fee: "Fee conditions",
    surveys: "Survey",
  },
  tabsLabel: "Pages of checks and survey",
  exportJson: "JSON",
  evidence: {
    "systems-and-servers": (count, total) =>
      `The register holds ${count} systems in use and ${total} servers. Terminals and network devices are not in it.`,
    "house-yes": () => "The hospital's own record says Yes.",
    "house-no": () => "The hospital's own record says No or in part.",
    "house-missing": () => "The hospital has no record of it yet.",
    "remote-confirmed": (count, total) =>
      `Of ${total} vendors under contract, the remote maintenance of ${count} was confirmed by a person.`,
    "systems-disclosed": (count, total) => `Of ${total} systems in use, ${count} have a disclosure.`,
    "measure-done": (count, total) =>
      `Of ${total} systems in use, it was done for ${count} this fiscal year.`,
    "servers-with-bearer": (count, total) =>
      `Of ${total} servers, it is settled for ${count} who bears the updates.`,
    "two-factor-in-time": (count, total) =>
      `Of ${total} places that ask for a second factor (terminal and server of each system), ${count} are ready, not concerned, or planned in time.`,
    "connections-limited": (count, total) =>
      `Of ${total} outside connections, ${count} are recorded as limited to known sources.`,
    "vendors-reachable": (count, total) =>
      `Of ${total} vendors under contract, ${count} have a contact for security or emergencies.`,
    "vendors-yes": (count, total) =>
      `Of ${total} vendors that answered this fiscal year, ${count} answered Yes to this row.`,
    "contracts-with-sheet": (count, total) =>
      `Of ${total} contracts in force, ${count} have an agreed role sheet.`,
    "connections-confirmed": (count, total) =>
      `Of ${total} outside connections listed, ${count} were confirmed by a person. Whether there are others a person says.`,
    "two-factor-ready": (count, total) =>
      `Of ${total} places that ask for a second factor, ${count} are ready.`,
    "two-factor-planned": (count, total) =>
      `Of ${total} places that ask for a second factor, ${count} have a plan with a day.`,
    "obstacle-system": (count, total) =>
      `Of ${total} places where it is not possible, ${count} name the system itself as the reason.`,
    "obstacle-budget": (count, total) =>
      `Of ${total} places where it is not possible, ${count} name the budget.`,
    "obstacle-other": (count, total) =>
      `Of ${total} places where it is not possible, ${count} name another reason.`,
    "two-factor-yen": (count, total) =>
      `The amounts of ${total} records add up to ${count.toLocaleString("en-US")} yen (actual, else estimated).`,
    "record-systems": (count, total) =>
      `Of ${total} systems in use, ${count} are filed as medical record systems.`,
  },
  leans: {
    yes: "The records suggest: Yes",
    no: "The records suggest: No",
    open: "The records do not settle it",
  },
  evidenceTitle: "What the records say",
  evidenceNone: "No kind of record is known for this row. A person finds out and answers.",
  missing: (names) => `Without a record: ${names}`,
  cited: "See the records",
  more: (count) => `and ${count} more`,
  list: {
    lead: "Answer the cybersecurity checklist of the hospital itself on the ground of its records. A person answers.",
    empty:
      "There is no own checklist yet. Choose a fiscal year and an edition, and each row shows what the records suggest.",
    begin: "Begin a checklist",
    fiscalYear: "Fiscal year",
    edition: "Edition",
    editionHint: "Official forms can be chosen here once they are loaded under Forms.",
    columns: {
      title: "Checklist",
      year: "Fiscal year",
      answered: "Answered",
      rounds: "Rounds frozen",
      created: "Begun",
    },
    answeredOf: (answered, items) => `${answered} / ${items}`,
    roundsOf: (rounds, most) => `${rounds} of ${most}`,
    noSystem: "No system",
    toResponses: "Answers received (vendors' too)",
  },
  sheet: {
    lead: (day) => `Answer each row from the records of ${day}. A suggestion is not an answer.`,
    yearName: (year) => `fiscal year ${year}`,
    differs:
      "The answer differs from what the records suggest. A reason in the remark helps to explain it later.",
    yearNote: "What this year defines",
    yearOf: (name) => `Checked as ${name} defines it.`,
    yearAssumed: "What this year defines is not known yet; the newest known year is used.",
    yearDoubt: "Part of it is assumed. Compare it with the official form.",
    source: "Source",
    gate: "Question at the gate",
    gateNo: "With No, nothing else has to be answered. The round can be frozen as it is.",
    answer: "Answer",
    answerOptions: { "": "Not yet", yes: "Yes", no: "No" },
    targetOn: "Target day",
    targetHint: (from, to) => `Only after No, from ${from} to ${to}.`,
    remark: "Remark",
    cites: "Keep what the records say as the ground of this answer",
    citedThen: (day) => `Ground kept on ${day}`,
    outdated: "The records changed after the ground was kept. See whether the answer still holds.",
    savedBy: (name, day) => `${name} ${day}`,
    lastYear: "Last year",
    lastYearNone: "No answer of last year.",
    lastYearSaid: (answer, round, day) => `${answer} (round ${round}, ${day})`,
    lastYearItem: (text) => `Last year's question: ${text}`,
    vendors: "Vendors' answers",
    vendorsNone: "No answer this fiscal year yet.",
    vendorsNotYes: (names) => `Answered other than Yes: ${names}`,
    vendorsNotAsked: "Vendors do not answer this row.",
    save: "Save so far",
    saved: "Saved.",
    progress: (answered, rows, no) => `${answered} of ${rows} answered, ${no} No`,
    open: "Rows not answered yet",
    help: "What this row means",
    provenance: "Number and wording have not been compared with the official form.",
  },
  rounds: {
    title: "Rounds",
    columns: { round: "Round", day: "Checked on", yes: "Yes", no: "No", state: "State" },
    frozen: "Frozen",
    withdrawn: "Withdrawn",
    none: "None is frozen yet. Answer and save every row, then freeze them with a day of checking.",
    freeze: (round) => `Freeze round ${round}`,
    freezeWhat:
      "The saved answers, target days, remarks and grounds are frozen with the day of checking. A frozen round does not change; a mistaken one is withdrawn with a reason on its own page.",
    answeredOn: "Checked on",
    over: "All rounds of this fiscal year are frozen.",
    assumed: "assumed",
    frozenNow: "The round is frozen.",
  },
  vendorSheets: {
    title: "Vendors' sheets",
    what: "Of each vendor under contract, whether its sheet of this fiscal year has come.",
    columns: { vendor: "Vendor", state: "This year", lastYear: "Last year" },
    received: (day, yes, no) => `${day} (Yes ${yes}, No ${no})`,
    asked: (day) => `Asked, due ${day}`,
    missing: "Not asked yet",
    none: "No vendor is under contract. Without contracts no vendors' sheet is needed.",
    ask: "Ask vendors",
    receive: "Receive a sheet",
    nothing: "—",
  },
  print: "Print as PDF",
  table: {
    no: "No.",
    item: "Row",
    answer: "Answer now",
    roundOf: (name, day) => `${name} (${day})`,
    targetOn: "Target day",
    remark: "Remark",
    evidence: "Ground",
    lastYear: "Last year",
    vendors: "Vendors' answers",
  },
  fileName: (year) => `own-checklist_${year}`,
  paper: {
    title: (edition) => `Own checklist: ${edition}`,
    header: (hospital, year) => `${hospital}  ${year}`,
    footer: (day) => `Made on ${day}`,
    rows: "Answers row by row",
    vendors: "State of the vendors' sheets",
    draft: "This paper is not the official form. Use it to fill the official form or as a copy.",
    gateNo: "There is no medical information system, so no other row was answered.",
  },
};
