import type { roleProposals as japanese } from "../ja/role-proposals.ts";

export const roleProposals = {
  deskTitle: "Propose changes",
  deskLead:
    "Row by row you can send what you would have otherwise, and why. A row the hospital accepts is settled by both sides. Sending alone changes no contract.",
  noRows: "This request has no rows to propose for.",
  toDesk: "Propose changes",
  howToOpen: (rows: number, waiting: number) =>
    `${rows} rows. Press a row's name to see what stands and to propose something else. Waiting for the hospital's answer: ${waiting}.`,
  field: "Field",
  stands: "As it stands",
  yours: "Your proposal",
  theirs: "Vendor's proposal",
  same: "as it stands",
  propose: "Propose for this row",
  comment: "Reason, or what to talk about",
  commentHint: "Words alone are welcome, too.",
  send: "Send proposal",
  withdraw: "Withdraw proposal",
  states: {
    open: "Waiting for an answer",
    accepted: "Accepted and settled",
    declined: "Declined",
    replaced: "Replaced by a newer one",
    withdrawn: "Withdrawn",
  },
  commentOf: (text: string) => `Vendor: ${text}`,
  answerOf: (text: string) => `Hospital: ${text}`,
  waiting: (count: number) => `The vendor proposes changes to ${count} rows. Open each row and answer.`,
  fromVendor: "Vendor's proposal",
  onlyComment: "Words only, no field changes. Accepting settles the row as it stands.",
  moved:
    "This row was written anew since the vendor saw it. Compare, edit if needed, and answer by declining.",
  answer: "Answer to the vendor",
  answerHint: "Needed when you decline. The vendor reads it.",
  accept: "Accept and settle",
  decline: "Decline",
  confirmation: "The confirmation of contents it rests on",
  confirmationNone: "None (agreed in person or by phone)",
  confirmationOf: (person: string, moment: string) => `${person} (${moment})`,
  notContract:
    "A confirmation of contents records that somebody of the vendor checked the sheet (name, department, mailed code). It is not the contract: that is made by stamping or signing the paper.",
} satisfies typeof japanese;
