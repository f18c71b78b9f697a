import type { Words } from "../words.ts";

export const receivedRoles = {
  title: "Role sheet received",
  lead: "The rows of the file as they are. Only fields of the chosen rows in which nothing stands yet are taken over.",
  crumb: "Check the role sheet",
  sheetOf: (sheet, rows) => `Sheet “${sheet}” (${rows} rows)`,
  openTitle: "Begin a role sheet with it",
  openWhat:
    "Choose the contract and the form. Rows of the form with the same number and item take yes or no, days, party and remark. Rows the form does not have follow as the hospital's own.",
  ownRows: "No form (all rows are our own)",
  open: "Begin the sheet",
  beside: "Sheet beside it",
  besideHint: "Rows with the same number and item then stand beside each other.",
  none: "None",
  show: "Show beside",
  rows: "Rows read",
  take: "Take the chosen rows over",
  taken: (taken, kept) =>
    kept === 0
      ? `Taken into ${taken} rows.`
      : `Taken into ${taken} rows. ${kept} fields were filled already and stay as they are.`,
  columns: {
    row: "Row",
    check: "First check",
    days: "Checked, completed",
    party: "Party",
    remark: "Remark, other columns",
    beside: "Row of the sheet beside it",
  },
  choose: (name) => `Take over “${name}”`,
  noTarget: "No row with the same number and item.",
  same: "Says the same.",
  free: (field, mine) => `${field}: empty → ${mine}`,
  stays: (field, mine, theirs) => `${field}: recorded “${theirs}”, in the file “${mine}”. The record stays.`,
  asWritten: (text) => `As written: ${text}`,
  checkedOn: (day) => `checked ${day}`,
  completedOn: (day) => `completed ${day}`,
  unread: (count) => `Cells not read (${count})`,
  noContract: "There is no contract yet. Register the contract first.",
  discarded: "This file was put aside.",
} satisfies Words["receivedRoles"];
