import type { ProblemWords } from "../problem-words.ts";
import { fileKinds } from "./file-kinds.ts";

const quoted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` “${value}”`;
const noted = (value: string | number | undefined) =>
  value === undefined || value === "" ? "" : ` (${value})`;
const megabytes = (value: string | number | undefined) =>
  value === undefined ? "" : ` (limit ${Math.floor(Number(value) / 1_048_576)} MB)`;

/** What happened, and what to do next. */
export const firstProblems = {
  "sign-in-required": () => ({ what: "You need to sign in.", next: "Sign in, then open the page again." }),
  "sign-in-failed": () => ({
    what: "Sign-in name and password do not match.",
    next: "Check capital letters and the keyboard layout, then try again.",
  }),
  "too-many-attempts": () => ({
    what: "There were too many tries in a row.",
    next: "Please wait 15 minutes, then try again.",
  }),
  "setup-code-wrong": () => ({
    what: "The setup code does not match.",
    next: "Enter the 8 digits that the server showed when it started.",
  }),
  "setup-already-done": () => ({
    what: "The hospital has already been made.",
    next: "Please sign in. An administrator can add people in the settings.",
  }),
  forbidden: () => ({
    what: "Your role does not allow this.",
    next: "If you need it, ask an administrator of your hospital to change your role.",
  }),
  "not-found": () => ({ what: "There is no such record.", next: "Please look for it in the lists." }),
  "cross-site-request": () => ({
    what: "This looked like a request from another site and was not accepted.",
    next: "Open the page anew and send it again.",
  }),
  "demo-only": () => ({
    what: "This is possible in the demo hospital only.",
    next: "Open the demo hospital first.",
  }),

  "field-required": () => ({ what: "This is empty.", next: "Please enter or choose a value." }),
  "field-too-long": (p) => ({
    what: `This is too long${p.max === undefined ? "" : ` (at most ${p.max} characters)`}.`,
    next: "Please shorten it.",
  }),
  "field-too-short": (p) => ({
    what: `This is too short${p.min === undefined ? "" : ` (at least ${p.min} characters)`}.`,
    next: "Please make it longer.",
  }),
  "field-not-a-day": (p) => ({
    what: `This${quoted(p.value)} cannot be read as a date.`,
    next: "Enter an existing day like 2026-04-15.",
  }),
  "field-not-a-number": (p) => ({
    what: "This cannot be read as a number.",
    next:
      p.min === undefined || p.max === undefined
        ? "Enter a whole number."
        : `Enter a whole number from ${p.min} to ${p.max}.`,
  }),
  "field-not-an-option": (p) => ({
    what: `This${quoted(p.value)} is not on the list.`,
    next: "Please choose from the list.",
  }),
  "field-not-a-mail": () => ({
    what: "This cannot be read as a mail address.",
    next: "Enter it like name@example.jp.",
  }),
  "field-unknown-reference": () => ({
    what: "The chosen record cannot be found.",
    next: "Somebody may have moved it. Please choose again.",
  }),
  "field-invalid": () => ({
    what: "This has characters or a form that cannot be used.",
    next: "Please follow the hint.",
  }),
  "day-order": (p) => ({
    what: `The end${noted(p.to)} is before the beginning${noted(p.from)}.`,
    next: "Please correct one of the two dates.",
  }),
  "already-exists": () => ({
    what: "The same one is registered already.",
    next: "Use the existing record, or change the value.",
  }),
  "changed-meanwhile": () => ({
    what: "Somebody saved this record while you had it open.",
    next: "What you typed is still below. Compare it with the record, then save again.",
  }),
  "record-archived": () => ({
    what: "This record is archived.",
    next: "Put it back on the list before changing it.",
  }),
  "record-in-use": () => ({ what: "Other records use this one.", next: "Change those records first." }),
  "body-too-large": (p) => ({
    what: `What was sent is too large${megabytes(p.limit)}.`,
    next: "Please send it in parts.",
  }),
  "file-missing": () => ({ what: "No file was chosen.", next: "Choose an Excel file." }),
  "file-empty": () => ({
    what: "The file is empty.",
    next: "Open the original, check it and choose it again.",
  }),
  "file-too-large": (p) => ({
    what: `The file is too large${megabytes(p.limit)}.`,
    next: "Save it again without pictures and sheets that are not needed.",
  }),
  "file-not-a-workbook": () => ({
    what: "This could not be read as an Excel file.",
    next: "Save it as .xlsx in Excel, or ask the vendor for the original.",
  }),
  "file-kind-unsupported": (p) => ({
    what: `This kind of file${noted(fileKinds[String(p.kind)])} cannot be used.`,
    next: "Save it as Excel (.xlsx, .xls), CSV, PDF, PNG or JPEG.",
  }),
  "file-password-protected": () => ({
    what: "The file is protected by a password.",
    next: "Enter the password on the receiving page, or save the file without one.",
  }),
  "file-damaged": () => ({ what: "The file seems to be damaged.", next: "Ask the vendor to send it again." }),
  "file-zip-bomb": () => ({
    what: "The file grows extremely when opened, so reading was stopped for safety.",
    next: "Ask the vendor for a newly made file.",
  }),
  "file-too-many-cells": () => ({
    what: "The file has too many cells.",
    next: "Save it again with the answer sheet only.",
  }),
  "file-reader-timeout": () => ({
    what: "Reading took too long and was stopped.",
    next: "Remove sheets and drawings that are not needed, then try again.",
  }),
  "file-reader-memory": () => ({
    what: "Reading needed more memory than allowed.",
    next: "Remove sheets and drawings that are not needed, then try again.",
  }),
  "file-reader-failed": () => ({
    what: "Reading stopped half way. Nothing was stored.",
    next: "Open the file in Excel, save it again and retry.",
  }),
  "file-encoding-unknown": () => ({
    what: "The character encoding is not known.",
    next: "Save the CSV as UTF-8 or Shift_JIS.",
  }),

  "intake-closed": () => ({
    what: "This receipt has been saved or given up already.",
    next: "Open it from the list of disclosures.",
  }),
  "intake-nothing-to-save": () => ({
    what: "There is no answer to save.",
    next: "Check the sheet and the columns.",
  }),
  "disclosure-date-required": () => ({
    what: "Without its date the disclosure cannot be saved.",
    next: "Enter the date written on it.",
  }),
  "disclosure-withdrawn": () => ({ what: "This disclosure was withdrawn.", next: "Choose one that stands." }),
  "disclosure-same-file": () => ({
    what: "The same file was received before.",
    next: "Open the disclosure that is there.",
  }),

  "requirement-unknown": () => ({
    what: "The chosen edition of the guideline has no such requirement.",
    next: "Check the edition.",
  }),
  "finding-needs-no-decision": () => ({
    what: "There is no gap to decide here.",
    next: "Go on to another open one.",
  }),
  "decision-reason-empty": () => ({
    what: "A decision needs a reason.",
    next: "Write one sentence on why it was taken.",
  }),
  "decision-reason-unfinished": () => ({
    what: "The reason breaks off in the middle of its sentence.",
    next: "Finish the sentence after the comma.",
  }),
  "decision-superseded": () => ({
    what: "A newer decision has replaced this one.",
    next: "Open the newest one.",
  }),
  "decision-closed": () => ({ what: "This decision is closed.", next: "To change it, decide anew." }),

  "completed-without-no": (p) => ({
    what: `A completion date${quoted(p.label)} goes only with a first check of “no”.`,
    next: "Set the first check to “no”, or remove the date.",
  }),
  "completed-before-first-check": (p) => ({
    what: `The completion date${quoted(p.label)} is before the first check${noted(p.day)}.`,
    next: "Please correct one of the two dates.",
  }),
  "third-party-unnamed": (p) => ({
    what: `The third party${quoted(p.label)} has no name.`,
    next: "Enter the name of the third party.",
  }),
  "role-sheet-undecided-rows": (p) => ({
    what: `${p.count ?? "Some"} rows have nobody in charge.`,
    next: "Decide who is, or confirm that they stay undecided.",
  }),
  "role-sheet-nothing-agreed": () => ({
    what: "No roles have been agreed yet.",
    next: "Record the agreement on the page of roles first.",
  }),
  "contract-period-order": () => ({
    what: "The contract ends before it begins.",
    next: "Please correct the dates.",
  }),

  "paper-value-missing": (p) => ({
    what: `A value the annex needs is empty${quoted(p.heading)}.`,
    next: "Fill it before issuing. A draft can be printed.",
  }),
  "paper-glyph-missing": (p) => ({
    what: `No typeface can print the character${quoted(p.character)}.`,
    next: `Replace it with another form of the character before issuing${noted(p.codes)}.`,
  }),
  "paper-internal-field": (p) => ({
    what: `An internal field${quoted(p.field)} was about to enter a contract paper.`,
    next: "The definition of the paper must be corrected. Please tell an administrator.",
  }),
  "paper-not-issued": () => ({
    what: "This paper has not been issued yet.",
    next: "Issue it, then open it again.",
  }),
  "paper-already-issued": () => ({
    what: "This paper has been issued and is frozen.",
    next: "Issue a new version to change it.",
  }),

  "catalogue-invalid": (p) => ({
    what: `The definition of a form${quoted(p.value)} is wrong${noted(p.reason)}.`,
    next: "Correct the file at the place shown.",
  }),
  "catalogue-reference-dangling": (p) => ({
    what: `The definition of a form refers to something that is not there${quoted(p.value)}.`,
    next: "Correct the number and version it refers to.",
  }),
  "catalogue-unknown": (p) => ({
    what: `There is no such edition of a form or guideline${noted(p.ref)}.`,
    next: "See the page of forms for those that can be used.",
  }),

  "database-newer": () => ({
    what: "The data was made by a newer version of Buntan.",
    next: "Open it with that version.",
  }),
  "database-busy": () => ({
    what: "Other writing went on, and this could not be saved.",
    next: "Wait a moment and save again.",
  }),
  "database-read-only": () => ({
    what: "The data cannot be written.",
    next: "Ask the server's administrator to check the rights.",
  }),
  "database-token-refused": () => ({
    what: "The database server refuses the token.",
    next: "Ask the server's administrator to check DATABASE_AUTH_TOKEN.",
  }),
  "database-unreachable": () => ({
    what: "The database server does not answer.",
    next: "Ask the server's administrator to check DATABASE_URL and whether the server runs.",
  }),
  "disk-full": () => ({
    what: "The server's disk is full, and this could not be saved.",
    next: "Ask the server's administrator for space.",
  }),
  "disk-failing": () => ({
    what: "The server's disk did not take the data; nothing was saved.",
    next: "Ask the server's administrator to check free space, quotas and the device. Earlier records are kept.",
  }),
  "server-running": () => ({ what: "Buntan is already running.", next: "Use it, or stop it first." }),
  "server-not-running": () => ({
    what: "There is no database of Buntan in this data folder yet.",
    next: "Check that BUNTAN_DATA_DIR is the server's own. On a new machine, start it once with npm start.",
  }),
  unexpected: () => ({
    what: "It stopped for an unexpected reason.",
    next: "If it happens again, tell an administrator the request number below.",
  }),
} satisfies ProblemWords;
