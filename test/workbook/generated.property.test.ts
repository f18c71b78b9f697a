import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { generatedFile } from "../support/generated-file.ts";
import { generatedLayout } from "../support/generated-layout.ts";

/** `npm run drill generated-layouts` asks for thousands. */
const numRuns = Number(process.env.BUNTAN_LAYOUT_RUNS ?? 200);

test("whatever the layout: what was written is what is read, with nothing left over", async () => {
  await fc.assert(
    fc.asyncProperty(generatedLayout, async (made) => {
      const { bytes, fileName, written } = generatedFile(made);
      const reading = await readWorkbookBytes(bytes, fileName);
      const [form] = reading.forms;
      const { cells: _cells, ...header } = form?.header ?? {};
      const isPrinted = made.kind === "printed";
      expect({
        forms: reading.forms.map((each) => [each.form, each.formVersion]),
        header,
        rows: form?.answers.map(({ no, answer, remark, clauses }) => ({ no, answer, remark, clauses })),
        unread: form?.unread,
      }).toEqual({
        forms: [[written.form, written.version]],
        header: written.header,
        // why: with every word printed and none marked nobody can tell a blank from a lost emphasis.
        rows: written.rows.map((each) => ({
          ...each,
          answer: isPrinted && each.answer === "blank" ? "unclear" : each.answer,
        })),
        unread: [],
      });
    }),
    { numRuns },
  );
}, 3_600_000);
