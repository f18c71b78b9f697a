import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { spoiltCells, spoiltLayout } from "../support/generated-fault.ts";
import { generatedFile } from "../support/generated-file.ts";

/** `npm run drill generated-layouts` asks for thousands. */
const numRuns = Number(process.env.BUNTAN_LAYOUT_RUNS ?? 150);

test("a row that is spoilt is never read as an answer, and every other row stays as written", async () => {
  await fc.assert(
    fc.asyncProperty(spoiltLayout, async ({ made, fault }) => {
      const { bytes, fileName, written } = generatedFile(made, (cells, at) =>
        at === fault.at ? spoiltCells(made.kind, cells, fault) : cells,
      );
      const reading = await readWorkbookBytes(bytes, fileName);
      const answers = reading.forms.flatMap((form) => form.answers);
      const others = answers.filter((_, at) => at !== fault.at);
      expect(answers).toHaveLength(written.rows.length);
      expect(["blank", "unclear", "conflict"]).toContain(answers[fault.at]?.answer);
      expect(others.map(({ no, answer, remark }) => ({ no, answer, remark }))).toEqual(
        written.rows
          .filter((_, at) => at !== fault.at)
          .map(({ no, answer, remark }) => ({
            no,
            // why: with every word printed and none marked nobody can tell a blank from a lost emphasis.
            answer: made.kind === "printed" && answer === "blank" ? "unclear" : answer,
            remark,
          })),
      );
    }),
    { numRuns },
  );
}, 3_600_000);
