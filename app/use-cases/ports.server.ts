import type { Db } from "#db/client.server";
import type { Catalogues } from "~/catalogues.server";
import type { PaperDocument } from "~/domain/annex-document";
import type { Moment } from "~/domain/day";
import type { Result } from "~/domain/problem";
import type { ReadOptions, WorkbookReading } from "~/domain/reading";

/** Everything a use case may touch of the world. Handed in, so that tests, CLI and demo bring their own. */
export type Ports = {
  db: Db;
  catalogues: Catalogues;
  now: () => Moment;
  newId: () => string;
  /** Random text of 256 bits, for tokens and salts. */
  newToken: () => string;
  readWorkbook: (bytes: Uint8Array, fileName: string, options?: ReadOptions) => Promise<WorkbookReading>;
  printPaper: (
    document: PaperDocument,
    options: { createdAt: Date },
  ) => Promise<Result<{ bytes: Uint8Array; pageCount: number }>>;
};
