import type { Db } from "#db/client.server";
import type { Catalogues } from "~/catalogues.server";
import type { PaperDocument } from "~/domain/annex-document";
import type { Moment } from "~/domain/day";
import type { MailKind } from "~/domain/mail";
import type { MailPhrases, MailWording } from "~/domain/mail-wording";
import type { Result } from "~/domain/problem";
import type { ReadOptions, WorkbookReading } from "~/domain/reading";
import type { PageRequest } from "~/workbook/page-picture/draw-page";
import type { ImportRuns } from "./import-runs";

/** Everything a use case may touch of the world. Handed in, so that tests, CLI and demo bring their own. */
export type Ports = {
  db: Db;
  catalogues: Catalogues;
  now: () => Moment;
  newId: () => string;
  /** Random text of 256 bits, for tokens and salts. */
  newToken: () => string;
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
  /** Imports this process is writing to this database. */
  importRuns: ImportRuns;
};

/** A plain-text mail, complete. \`messageId\` is ours, so that a proof can name it whatever the server answers. */
export type OutgoingMail = { to: string; subject: string; body: string; messageId: string };
/**
 * @returns the Message-ID the server accepted; \`mail-refused\` when it refused for good or for now,
 *   \`mail-unreachable\` when nothing was handed over, \`mail-result-unknown\` when the line broke after the text
 */
export type SendMail = (mail: OutgoingMail) => Promise<Result<{ messageId: string }>>;
