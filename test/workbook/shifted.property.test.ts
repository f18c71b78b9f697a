import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { writtenForm } from "../support/generated-layout.ts";
import { shiftedFile } from "../support/generated-shift.ts";
import { makeWorkbook } from "../support/make-workbook.ts";

/** `npm run drill generated-layouts` asks for thousands. */
const numRuns = Number(process.env.BUNTAN_LAYOUT_RUNS ?? 200);

test("rows that were swapped, joined or lost their number, and marks beside their column, never give another answer", async () => {
  await fc.assert(
    fc.asyncProperty(shiftedFile, async ({ sheets, touched, made }) => {
      const reading = await readWorkbookBytes(makeWorkbook(sheets), "回答.xlsx");
      const answers = reading.forms.flatMap((form) => form.answers);
      const unread = reading.forms.flatMap((form) => form.unread);
      for (const { no, answer } of writtenForm(made).rows) {
        const isOwn = (each: (typeof answers)[number]) => each.question.includes(`項目${no}の機能`);
        const found = answers.find(isOwn) ?? answers.find((each) => each.no === no);
        if (!touched.includes(no)) expect(found).toMatchObject({ no, answer });
        else if (found) expect([answer, "unclear", "conflict"]).toContain(found.answer);
        else expect(unread).not.toEqual([]);
      }
    }),
    { numRuns },
  );
}, 3_600_000);
