import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import v8 from "node:v8";
import { expect, test } from "vitest";
import type { WorkbookReading } from "~/domain/reading";
import { packedReading, unpackedReading } from "~/workbook/packed-reading";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { makeWorkbook } from "../support/make-workbook.ts";

// What the reader process hands over is the reading itself, whatever way it is packed for the journey.

const arrived = (reading: WorkbookReading): WorkbookReading =>
  unpackedReading(v8.deserialize(v8.serialize(packedReading(reading))));

test("files of other programs arrive as they were read", async () => {
  const folder = path.resolve(import.meta.dirname, "../golden/workbooks");
  const files = readdirSync(folder).flatMap((name) =>
    readdirSync(path.join(folder, name))
      .filter((file) => /^input\.(?:xlsx|xls)$/.test(file))
      .map((file) => path.join(folder, name, file)),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const reading = await readWorkbookBytes(new Uint8Array(readFileSync(file)), path.basename(file));
    expect(arrived(reading)).toEqual(reading);
  }
});

test("hidden and joined rows, far columns, turned tables, refused files", async () => {
  const far = Array(700).fill(null);
  const sheets = [
    {
      name: "MDS",
      rows: [
        ["MDS Ver.5.0"],
        ["項番", "設問", "回答"],
        ["1", "何ですか。", "はい", ...far, "遠く"],
        ["2", "何ですか。"],
      ],
      merges: ["C3:C4"],
      hiddenRows: [4],
    },
    {
      name: "SDS",
      rows: [
        ["SDS Ver.4.1"],
        ["項番", "1", "2"],
        ["設問", "何ですか。", "何でしょうか。"],
        ["回答", "はい", "いいえ"],
      ],
    },
  ];
  const reading = await readWorkbookBytes(makeWorkbook(sheets), "回答.xlsx");
  expect(reading.forms.map((form) => form.form)).toEqual(["MDS", "SDS"]);
  expect(arrived(reading)).toEqual(reading);
  const refused = await readWorkbookBytes(new Uint8Array([1, 2, 3]), "回答.xlsx");
  expect(arrived(refused)).toEqual(refused);
});
