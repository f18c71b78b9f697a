import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { spoiltCells, spoiltLayout } from "../support/generated-fault.ts";
import { generatedFile } from "../support/generated-file.ts";
import { generatedLayout } from "../support/generated-layout.ts";
import { type MadeCell, makeWorkbook } from "../support/make-workbook.ts";
import { otherWriters, writtenBy } from "../support/other-writers.ts";

/** Clear layouts, and some with a row that is spoilt by a style, a formula or a mark. */
const anyFile = fc.oneof(
  generatedLayout.map((made) => generatedFile({ ...made, writer: "hand" })),
  spoiltLayout.map(({ made, fault }) =>
    generatedFile({ ...made, writer: "hand" }, (cells, at) =>
      at === fault.at ? spoiltCells(made.kind, cells, fault) : cells,
    ),
  ),
);

/** `npm run drill generated-layouts` asks for thousands. */
const asked = process.env.BUNTAN_LAYOUT_RUNS;
// why the same files in the gate: what it says of a commit does not change by chance; the drill looks for new ones
const runs = asked === undefined ? { numRuns: 15, seed: 20_261_126 } : { numRuns: Number(asked) };

describe("whatever program writes a layout, it is read the same", () => {
  for (const [name, rewrite] of Object.entries(otherWriters)) {
    test(name, async () => {
      await fc.assert(
        fc.asyncProperty(anyFile, async ({ bytes, fileName }) => {
          const [plain, other] = [
            await readWorkbookBytes(bytes, fileName),
            await readWorkbookBytes(writtenBy(bytes, rewrite), fileName),
          ];
          expect(other).toEqual(plain);
          expect(plain.recognised).toBe("disclosure");
        }),
        runs,
      );
    }, 3_600_000);
  }
});

test("a cell set apart without a mark stays unclear, whatever stands around the signs of its attributes", async () => {
  const rows: MadeCell[][] = [
    ["MDS Ver.5.0"],
    ["項番", "設問", "対象外", "はい", "いいえ", "備考"],
    ["1.1", "記録を残しますか", null, { text: "", emphasis: "bold" }],
    ["1.2", "識別を行いますか", null, "○"],
  ];
  const bytes = makeWorkbook([{ name: "MDS", rows }]);
  for (const rewrite of [undefined, ...Object.values(otherWriters)]) {
    const [form] = (await readWorkbookBytes(rewrite ? writtenBy(bytes, rewrite) : bytes, "a.xlsx")).forms;
    expect(form?.answers.map(({ answer, reason }) => [answer, reason])).toEqual([
      ["unclear", "emphasis-without-mark"],
      ["yes", null],
    ]);
  }
});

test("a formula that a library wrote with an empty value has no value", async () => {
  const rows: MadeCell[][] = [
    ["MDS Ver.5.0"],
    ["項番", "設問", "回答"],
    ["1.1", "記録を残しますか", { formula: "A1" }],
    ["1.2", "識別を行いますか", "はい"],
  ];
  const bytes = makeWorkbook([{ name: "MDS", rows }]);
  const rewrite = (files: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [name, xml.replace("</f></c>", "</f><v></v></c>")]),
    );
  for (const each of [bytes, writtenBy(bytes, rewrite)]) {
    const [form] = (await readWorkbookBytes(each, "a.xlsx")).forms;
    expect(form?.answers.map(({ answer, reason }) => [answer, reason])).toEqual([
      ["unclear", "formula-without-value"],
      ["yes", null],
    ]);
  }
});
