import { randomBytes } from "node:crypto";
import path from "node:path";
import { v7 } from "uuid";
import { type Db, openDb } from "#db/client.server";
import { loadCatalogues } from "~/catalogues.server";
import { binderWords } from "~/messages/binder-words";
import { inspectionWording } from "~/messages/inspection-wording";
import { mailPhrases, shippedMailWordings } from "~/messages/mail-wordings";
import type { PaperPrinter } from "~/pdf/draw-paper.server";
import { createLongPrinter } from "~/pdf/long-printer.server";
import { noImportRuns } from "~/use-cases/import-runs";
import type { Ports } from "~/use-cases/ports.server";
import type { Secrets } from "~/use-cases/secrets";
import { createPageDrawer } from "~/workbook/page-picture/page-drawer.server";
import { createWorkbookReader } from "~/workbook/reader.server";

/** Everything but the database, made once per process and shared by the hospital's own place and the demo. */
export type Tools = Omit<Ports, "db" | "binderRuns" | "importRuns"> & { close(): Promise<void> };

/**
 * @param root the repository's folder: templates/, db/migrations and build/ lie below it
 * @param readerEntry the bundled reader process
 * @param secrets sealed with this machine's key
 */
export async function makeTools(root: string, readerEntry: string, secrets: Secrets): Promise<Tools> {
  const catalogues = await loadCatalogues(path.join(root, "templates"));
  const reader = createWorkbookReader({ entry: readerEntry });
  const drawer = createPageDrawer(readerEntry.replace(/reader-process\.js$/, "picture-process.js"));
  let printer: Promise<PaperPrinter> | null = null;
  // why on first use: fonts and the PDF library are a third of the start, and most starts print nothing soon.
  const openPrinter = async () => {
    const { createPaperPrinter } = await import("~/pdf/draw-paper.server");
    return createPaperPrinter(path.join(root, "node_modules"));
  };
  return {
    catalogues,
    now: () => new Date().toISOString(),
    newId: () => v7(),
    newBytes: (count) => randomBytes(count),
    secrets,
    newToken: () => randomBytes(32).toString("base64url"),
    readWorkbook: (bytes, fileName, options) => reader.read(bytes, fileName, options),
    drawPage: (bytes, request) => drawer.draw(bytes, request),
    printPaper: async (document, options) => {
      printer ??= openPrinter();
      return (await printer).print(document, options);
    },
    sendMail: null,
    baseUrl: null,
    shippedMailWordings,
    mailPhrases,
    inspectionWording,
    binderWords,
    printLongPaper: createLongPrinter(
      readerEntry.replace(/reader-process\.js$/, "paper-process.js"),
      path.join(root, "node_modules"),
    ),
    close: () => reader.close(),
  };
}

export async function openPorts(
  tools: Tools,
  root: string,
  url: string,
  authToken: string | undefined,
): Promise<Ports> {
  const db: Db = await openDb(url, {
    migrationsFolder: path.join(root, "db/migrations"),
    ...(authToken ? { authToken } : {}),
  });
  const { close: _close, ...rest } = tools;
  return { ...rest, db, binderRuns: new Map(), importRuns: noImportRuns() };
}
