import type { comparing as japanese } from "../ja/comparing.ts";

export const comparing: typeof japanese = {
  oneSource: "one source, to be confirmed",
  officialLoaded: "official text loaded",
  sources: (count) => `${count} sources`,
  tabs: {
    assessments: "Comparison",
    applicability: "Volumes and items to read",
    route: "Use of the entrusted-maintenance volume",
    selection: "Selection points",
  },
  tabsLabel: "Pages of comparing",
  profile: {
    title: "About the hospital",
    lead: "Facts such as the beds and whether there are system operators decide which volumes and items are read. They are kept with their days, and earlier states stay.",
    now: "As it is now",
    never: "Nothing has been recorded yet. The beds are those given when the hospital was set up.",
    record: "Record a change or correct one",
    save: "Record",
    history: "Records",
    historyEmpty: "Nothing has been recorded yet.",
    corrected: "corrected",
    notACorrection: "No correction (the state changed)",
    viewerOnly: "An administrator records this.",
    beds: (count) => `${count} beds`,
    sites: (count) => `${count} sites`,
    ownerTypes: {
      "": "not chosen",
      national: "State, independent administrative agency",
      public: "Public (prefecture, municipality, Red Cross …)",
      "social-insurance": "Social insurance body",
      "public-interest": "Public interest corporation",
      "medical-corporation": "Medical corporation",
      school: "School corporation",
      "social-welfare": "Social welfare corporation",
      company: "Company",
      "other-corporation": "Other corporation",
      individual: "Individual",
    },
    staff: { yes: "yes", no: "no", unknown: "not looked into" },
    fields: {
      beds: "Beds",
      ownerType: "Owner",
      sites: "Sites",
      staff: "System operators on the staff",
      gmisClass: "Size class in G-MIS",
      effectiveFrom: "From",
      supersedes: "Earlier record",
      reason: "Reason of the correction",
    },
    hints: {
      beds: "Licensed beds. Leave empty when not known.",
      sites: "Places where systems stand: main house, branches.",
      staff: "Whether somebody of the hospital runs its systems. Decides the class of guideline 6.0.",
      gmisClass: "As G-MIS shows it. Leave empty when not known.",
      effectiveFrom: "The day from which this holds. The state before stays until the day before.",
      supersedes: "Choose only when the earlier record was wrong.",
    },
    columns: { from: "From", facts: "Facts", reason: "Reason of the correction", recorded: "Recorded" },
    uses: "Whether there are system operators decides the volumes and items to read. Beds, owner, sites and the G-MIS class are used by none of the rules held here (they serve the survey).",
  },
  applicability: {
    title: "Volumes and items to read",
    lead: "Which volumes and items of the guideline are read follows from the hospital and the form of the system. Every item that falls away is listed with its reason.",
    edition: "Edition of the guideline",
    editionName: (version) => version,
    whichSystem: "System",
    systems: "By system",
    systemColumns: {
      system: "System",
      form: "Form",
      classes: "Class",
      applies: "read",
      throughContract: "ask the vendor",
      otherVolume: "other volumes",
      total: "total",
    },
    sum: (total, applies, through, other) =>
      `${total} items held = ${applies} read + ${through} ask the vendor + ${other} of volumes not to be read`,
    noClass: "No classes are held for this edition",
    classes: (names) => `Class ${names}`,
    orClass: " or ",
    whyOpen:
      "The hospital's facts or the form of the system leave more than one class. Only items that every one of them may shorten fall away.",
    staffIs: (state) => `System operators on the staff: ${state}`,
    toProfile: "Record the facts",
    volumes: "Volumes",
    toRead: "read",
    notToRead: "need not be read",
    excluded: "Items that fall away, and why",
    excludedNone: "No item falls away for this system. Every item held is read.",
    rowColumns: { clause: "Clause", summary: "Requirement (our summary)" },
    rowStates: {
      applies: "read",
      "through-contract": "ask the vendor (may be shortened where the contract holds it)",
      "other-volume": "item of a volume that need not be read",
    },
    otherVolumeReason:
      "The contracts say of every server that the vendor bears its updates, so this volume need not be read.",
    rulesTitle: "Rules of this edition (our summary)",
    totalUnknown: "This is about the items held only. How many the edition has is not confirmed.",
    empty: "Register a system to see which volumes and items are read for it.",
    noRules: "What is read by whom is not held for this edition.",
    toRoute: "See the use of the entrusted-maintenance volume",
    range: (from, to, total) => `${from}–${to} of ${total}`,
  },
  route: {
    title: "Use of the entrusted-maintenance volume",
    lead: "Server by server: does the contract, its general terms or the SLA say that the vendor bears the security updates? It says which volumes to read and nothing else.",
    what: "“保守委託機関” is the hospital that entrusts maintenance, not the vendor.",
    day: "Clauses as of",
    dayWhat: "The list of servers is today's; clauses and contracts are those in force on this day.",
    look: "Look",
    today: "Back to today",
    results: {
      "entrusted-only": "Only the overview and the entrusted-maintenance volume are read",
      "other-volumes-too": "Other volumes apply, too",
    },
    resultWhat: {
      "entrusted-only": (count) =>
        `The list was declared complete, and for all ${count} servers a clause says that the vendor bears the updates.`,
      "other-volumes-too":
        "Beside the entrusted-maintenance volume, the volumes on governance, planning and operation are read.",
    },
    sum: (total, covered, open) =>
      `${total} servers = ${covered} with a clause + ${open} without one or unclear`,
    changesTitle: "What would have to change to read those two volumes only",
    listObstacles: {
      "never-declared": {
        word: "Nobody has declared the list of servers complete yet.",
        change: "Check on the page of the server list that every server is there, and declare it complete.",
      },
      "declaration-stale": {
        word: "The list of servers changed after it was declared complete.",
        change: "Look at the changes and declare it complete again.",
      },
      "no-server": {
        word: "No server is registered.",
        change:
          "Register the servers; a PC on which the record system runs complete, cloud servers and backup devices count. If there is really none, look into the official text.",
      },
    },
    serverObstacles: {
      "hospital-bears": {
        word: "The hospital bears the updates.",
        change:
          "Have the contract, general terms or SLA say that the vendor bears them, quote that clause and set the bearer.",
      },
      "bearer-unclear": {
        word: "It is not clear who bears the updates.",
        change:
          "Look into the contract, general terms and SLA. Where they are silent, the hospital bears them.",
      },
      "no-clause": {
        word: "The vendor is named, but no clause says so.",
        change: "Quote the clause as “security updates” and tie it to the server.",
      },
      "typed-clause-only": {
        word: "Only the number of a clause was typed; nothing is quoted.",
        change: "Quote the clause from the contract's document and tie it to the server.",
      },
      "clause-not-in-force": {
        word: "The clause tied to it is not in force on this day.",
        change: "Quote the clause in force on this day and tie it to the server.",
      },
      "clause-of-other-kind": {
        word: "The clause tied to it was not quoted as one about security updates.",
        change: "Quote the clause that says who bears the updates as “security updates”.",
      },
      "contract-not-in-force": {
        word: "The clause's contract is not in force on this day, or was put away.",
        change: "Record the renewal if it was renewed. If it ends, have the next contract hold the clause.",
      },
      "contract-undated": {
        word: "The clause's contract has no first day.",
        change: "Record the period of the contract.",
      },
      "system-not-covered": {
        word: "The clause's contract does not cover the system of this server.",
        change: "Add the system to the contract, or quote a clause of a contract that covers it.",
      },
      "server-not-covered": {
        word: "This server is not among those the clause's contract names.",
        change: "Add the server to the contract.",
      },
      "servers-unclear": {
        word: "The contract does not say which servers it covers.",
        change: "Agree on the servers (all, or a list) and record them with the contract.",
      },
    },
    serversTitle: "By server",
    columns: {
      server: "Server",
      system: "System",
      bearer: "Updates by",
      clause: "Clause",
      open: "To change",
    },
    covered: "clause found",
    quote: (text) => `“${text}”`,
    systemsWithout: (count) =>
      `${count} systems have no server registered. Whether servers in the cloud count is to be looked up in the official text.`,
    toServers: "Declare the list of servers complete",
    factsTitle: "What this rests on (our summary)",
    open: "Open",
  },
};
