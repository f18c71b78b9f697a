import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorkbookReader, type WorkbookReader } from "~/workbook/reader.server";
import { bundleReader } from "../support/bundle-reader.ts";
import { hostileFiles, ordinaryFile } from "../support/hostile-files.ts";
import { peakOfChildren } from "../support/process-memory.ts";

// Every file goes through the real reader process. Time is printed, not asserted: the machine may be busy;
// `npm run drill -- hostile-files` holds 2 s and 300 MB on a quiet one.
// why: packages stay outside the bundle, so it must lie where node_modules is found.
const folder = path.resolve(import.meta.dirname, `../../.cache/hostile-test-${process.pid}`);
const entry = path.join(folder, "reader-process.js");
const good = ordinaryFile();
const LIMIT_MB = 300;

let reader: WorkbookReader;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await bundleReader(entry);
  reader = createWorkbookReader({ entry });
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

/** What came of a file, and the highest memory of the reader up to then. */
async function send(bytes: Uint8Array, fileName: string): Promise<{ came: string; peakMb: number }> {
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOfChildren());
  }, 5);
  const reading = await reader.read(bytes, fileName);
  clearInterval(watch);
  const came = reading.recognised === "refused" ? (reading.problems[0]?.code ?? "") : reading.recognised;
  return { came, peakMb };
}

describe("hostile files: refused or read within the bounds, and the next file is read", () => {
  for (const { name, fileName, bytes, outcome } of hostileFiles) {
    test(name, async () => {
      const { came, peakMb } = await send(bytes(), fileName);
      if (outcome === "any") expect(came).not.toBe("file-reader-failed");
      else expect(outcome).toContain(came);
      expect(peakMb).toBeLessThan(LIMIT_MB);
      const next = await reader.read(good, "good.xlsx");
      expect(next.forms[0]?.answers[0]?.answer).toBe("yes");
    }, 60_000);
  }
});
