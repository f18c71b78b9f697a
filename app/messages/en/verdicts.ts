/** What the disclosure says; never a judgement of ours. */
export const verdicts = {
  met: { word: "disclosed “yes”", help: "The vendor says yes. Nobody has checked the actual state." },
  partial: { word: "partly", help: "Only some of the questions behind it are answered yes." },
  unmet: {
    word: "has a “no”",
    help: "At least one question behind it is answered no. Please decide what to do.",
  },
  unanswered: { word: "unanswered", help: "Blank, or not readable as one answer. Please ask the vendor." },
  "not-applicable": {
    word: "not applicable",
    help: "The vendor says that it does not apply. See the remark for the reason.",
  },
  "not-mapped": { word: "no mapping", help: "No question of this form belongs to this requirement." },
};

/** Said in the place of "has a no" where nobody answered no. */
export const unmetWords = {
  "not-applicable": {
    word: "“n/a” is not enough",
    help: "The vendor says that it does not apply, which does not settle this requirement. Ask why, and decide what to do.",
  },
  yes: {
    word: "“yes” is not enough",
    help: "A question to which “no” is expected is answered yes. Please decide what to do.",
  },
};

export const answers = {
  yes: "yes",
  no: "no",
  "not-applicable": "n/a",
  blank: "blank",
  conflict: "conflict",
  unclear: "unclear",
};

export const formNames = {
  MDS: "MDS",
  SDS: "SDS",
  "in-house-product": "In-house questionnaire (devices and products)",
  "in-house-service": "In-house questionnaire (services)",
};

export const parties = {
  hospital: "hospital",
  vendor: "vendor",
  both: "both",
  "third-party": "third party",
  undecided: "undecided",
};

export const roleNames = {
  admin: { word: "administrator", help: "Keeps people and settings, and may do what every other role may." },
  lead: {
    word: "security lead",
    help: "Registers, receives, decides, agrees role sheets and publishes forms; no people, no settings.",
  },
  procurement: {
    word: "procurement",
    help: "Registers, contracts, cases, requests, receipts and papers; no decisions, no agreement of role sheets.",
  },
  approver: {
    word: "reviewer and approver",
    help: "Sees everything, reviews submissions, approves decisions and writes comments.",
  },
  viewer: { word: "viewer", help: "Looks and exports until the last day." },
};
