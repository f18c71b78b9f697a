import type { Db } from "#db/client.server";
import type { Catalogues } from "~/catalogues.server";
import type { PaperDocument } from "~/domain/annex-document";
import type { BackupRun } from "~/domain/backup";
import type { BinderWords } from "~/domain/binder-facts";
import type { Moment } from "~/domain/day";
import type { InspectionFacts } from "~/domain/inspection-text";
import type { MailKind } from "~/domain/mail";
import type { MailPhrases, MailWording } from "~/domain/mail-wording";
import type { Result } from "~/domain/problem";
import type { ReadOptions, WorkbookReading } from "~/domain/reading";
import type { PageRequest } from "~/workbook/page-picture/draw-page";
import type { TellHead } from "./audit-head.server";
import type { BinderRuns } from "./binder-runs";
import type { ImportRuns } from "./import-runs";
import type { ScanFile } from "./scan-file.server";
import type { Secrets } from "./secrets";

/** Everything a use case may touch of the world. Handed in, so that tests, CLI and demo bring their own. */
export type Ports = {
  db: Db;
  catalogues: Catalogues;
  now: () => Moment;
  newId: () => string;
  /** Random text of 256 bits, for tokens and salts. */
  newToken: () => string;
  /** Random bytes, for codes a person types. */
  newBytes: (count: number) => Uint8Array;
  /** Seals what has to be read again; the key lies outside the database. */
  secrets: Secrets;
  readWorkbook: (bytes: Uint8Array, fileName: string, options?: ReadOptions) => Promise<WorkbookReading>;
  /** One page of a stored PDF or picture (from 1), drawn anew as PNG. */
  drawPage: (bytes: Uint8Array, request: PageRequest) => Promise<Result<Uint8Array>>;
  printPaper: (
    document: PaperDocument,
    options: { createdAt: Date },
  ) => Promise<Result<{ bytes: Uint8Array; pageCount: number }>>;
  /** Hands a mail to the mail server; null without one (the outbox is then handed over by a person). */
  sendMail: SendMail | null;
  /** Address under which vendors reach this program, without a slash at the end; null when not configured. */
  baseUrl: string | null;
  /** The wording that counts where a hospital has none of its own. */
  shippedMailWordings: Readonly<Record<MailKind, MailWording>>;
  mailPhrases: MailPhrases;
  /** Words the facts of a decision for whoever inspects the hospital; Japanese whatever the language of the screens. */
  inspectionWording: (facts: InspectionFacts) => string;
  /** A long paper, printed in a process of its own; `onPage` is told how far it is. 〓 stands for what no font has. */
  printLongPaper: (
    document: PaperDocument,
    options: { createdAt: Date; onPage: (drawn: number, total: number) => void },
  ) => Promise<Result<{ bytes: Uint8Array; pageCount: number }>>;
  binderWords: BinderWords;
  /** Binders this process is making for hospitals of this database. */
  binderRuns: BinderRuns;
  /** Backups of this database; left out where none are taken (the demo, a command). */
  backups?: BackupDesk;
  /** The virus scanner; left out where none is configured: files are then kept as not scanned. */
  scanFile?: ScanFile;
  /** A log on another machine that keeps the head of the audit log; left out where none is configured. */
  tellHead?: TellHead;
  /** Imports this process is writing to this database. */
  importRuns: ImportRuns;
};

/** Where backups lie, for whoever may know; never the key itself. */
export type BackupPlacesShown = {
  folder: string;
  copyFolder: string | null;
  keyFile: string;
  /** Short name of the key; null before there is one. */
  keyId: string | null;
  isEncrypted: boolean;
};
export type BackupDesk = {
  /** Every try that was written down, oldest first. */
  runs(): Promise<BackupRun[]>;
  places(): BackupPlacesShown;
  isRunning(): boolean;
  /** Begins one in a process of its own and does not wait. Problems: backup-remote, backup-running. */
  start(): Result<null>;
};

/** A plain-text mail, complete. \`messageId\` is ours, so that a proof can name it whatever the server answers. */
export type OutgoingMail = { to: string; subject: string; body: string; messageId: string };
/**
 * @returns the Message-ID the server accepted; \`mail-refused\` when it refused for good or for now,
 *   \`mail-unreachable\` when nothing was handed over, \`mail-result-unknown\` when the line broke after the text
 */
export type SendMail = (mail: OutgoingMail) => Promise<Result<{ messageId: string }>>;
