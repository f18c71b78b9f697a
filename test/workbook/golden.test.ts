import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { WorkbookReading } from "~/domain/reading";
import { formAsReadJson } from "~/workbook/form-as-read-json";
import { readWorkbookBytes } from "~/workbook/read-workbook";

const folder = path.resolve(import.meta.dirname, "../golden/workbooks");

/** What the pair fixes: the printed object, with the place of each problem, and what is left on the sheet. */
function recordOf(reading: WorkbookReading) {
  const leftOver = reading.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells
        .filter((cell) => ["needs-look", "unread", "unused"].includes(cell.use))
        .map((cell) => `${sheet.name}!${cell.address} ${cell.use}`),
    ),
  );
  const reasons = reading.forms.flatMap((form) =>
    form.answers.flatMap((answer) => (answer.reason ? [`${answer.no} ${answer.reason}`] : [])),
  );
  const sections = [
    ...new Set(reading.forms.flatMap((form) => form.answers.map((answer) => answer.section))),
  ];
  return { ...formAsReadJson(reading, (each) => each.at ?? ""), sections, reasons, leftOver };
}

/** A file saved by another program (`input.*`), or one that `make.ts` builds. */
async function inputOf(name: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  const saved = readdirSync(path.join(folder, name)).find((file) => file.startsWith("input."));
  if (saved) {
    return { bytes: new Uint8Array(readFileSync(path.join(folder, name, saved))), fileName: saved };
  }
  const { make, fileName } = await import(path.join(folder, name, "make.ts"));
  return { bytes: await make(), fileName };
}

describe("golden workbooks: what a file is read as", () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const { bytes, fileName } = await inputOf(name);
      const record = recordOf(await readWorkbookBytes(bytes, fileName));
      const expected = path.join(folder, name, "expected.json");
      // why: UPDATE_GOLDEN writes what was read; the difference is then looked at by a person in the diff.
      if (process.env.UPDATE_GOLDEN) writeFileSync(expected, `${JSON.stringify(record, null, 2)}\n`);
      expect(record).toEqual(JSON.parse(readFileSync(expected, "utf8")));
    });
  }
});
