import type { ProblemWords } from "../problem-words.ts";

/** What is wrong with a database file. */
const faults: Readonly<Record<string, string>> = {
  "copy-damaged": "The database file is damaged.",
  "copy-dangling": "The database holds records that point to nothing.",
  "copy-chain-broken": "The chain of the audit log is broken.",
  "copy-newer": "The data was made by a newer version of Buntan.",
  "copy-no-database": "This is no database of Buntan.",
};

export const trustProblems = {
  "page-takes-nothing": () => ({
    what: "This page takes nothing that is sent to it.",
    next: "Go back, open the page again and try once more.",
  }),
  "backup-remote": () => ({
    what: "This database is on another server; it can be neither backed up nor restored from here.",
    next: "Arrange backups and restoring where the database server runs.",
  }),
  "backup-key-missing": () => ({
    what: "The file with the backup key is not there.",
    next: "Put the key you keep elsewhere into this place, or name it with --key-file.",
  }),
  "backup-key-unreadable": () => ({
    what: "The file with the backup key cannot be read.",
    next: "Compare it with the copy you keep; a character may be wrong.",
  }),
  "backup-key-wrong": (p) => ({
    what: `This backup was sealed with another key (${p.needed ?? ""}).`,
    next: "Fetch the key of that name and name it with --key-file.",
  }),
  "backup-too-large": () => ({
    what: "The database is too large for one encrypted file (limit 60 GiB).",
    next: "Prepare an encrypted disk and take backups there with BUNTAN_BACKUP_PLAIN=1.",
  }),
  "backup-copy-faulty": (p) => ({
    what: faults[String(p.fault)] ?? "The copy did not pass its checks.",
    next: "Leave the data as it is and compare it with the last backup that passed. To restore, use the one before.",
  }),
  "backup-place-unwritable": () => ({
    what: "The place for backups cannot be written to.",
    next: "Check that the folder exists, is connected and may be written to.",
  }),
  "backup-missing": () => ({
    what: "There is no such backup file.",
    next: "Check its name and place.",
  }),
  "backup-not-ours": () => ({
    what: "This is not a backup of Buntan.",
    next: "Choose a file whose name ends in .bbk.",
  }),
  "backup-damaged": () => ({
    what: "The backup file is damaged or cut off.",
    next: "Use the file of the same name in the second place, or the backup before it.",
  }),
  "backup-before-migration": () => ({
    what: "No backup could be taken before moving to the new version. The data was not changed.",
    next: "Check free space and the place for backups, then start again.",
  }),
  "backup-running": () => ({
    what: "A backup is being taken.",
    next: "Wait until it is done, then open the page again.",
  }),
  "backup-none-here": () => ({
    what: "No backup can be taken here.",
    next: "Open your own hospital's data. The demo can be made anew at any time.",
  }),
  "export-folder-not-empty": () => ({
    what: "The folder to export into is not empty.",
    next: "Name an empty folder, or one that does not exist yet.",
  }),
  "export-damaged": () => ({
    what: "The export is incomplete or was changed.",
    next: "Name the folder exactly as it was exported.",
  }),
  "import-not-empty": () => ({
    what: "There is data already where the export should go.",
    next: "Name an empty data folder with BUNTAN_DATA_DIR.",
  }),
  "file-infected": (p) => ({
    what: `The virus scanner found “${p.found ?? ""}” in “${p.fileName ?? ""}”. The file was kept nowhere.`,
    next: "Do not open it; tell the sender and the hospital's security staff, and ask for another file.",
  }),
  "person-still-in": () => ({
    what: "Data of a person who is still in use cannot be erased.",
    next: "Disable the account or archive the contact first.",
  }),
  "person-erased": () => ({
    what: "This person's data has been erased already.",
    next: "Choose somebody else.",
  }),
  "retention-not-over": () => ({
    what: "The retention period is not over.",
    next: "To erase earlier, for example at the person's request, write down the reason.",
  }),
} satisfies ProblemWords;
