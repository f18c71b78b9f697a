import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import { type CellEdit, patchCells } from "~/workbook/patch-cells";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { makeWorkbook } from "../support/make-workbook";
import { expectDone } from "../support/ports";

const decoder = new TextDecoder();
const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
const SHEET = "xl/worksheets/sheet1.xml";

/** The cells of a sheet part, each as it is written. */
function cellsOf(xml: string): Map<string, string> {
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map((each) => [each[1] ?? "", each[0]]),
  );
}

async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const [first] = (await readWorkbookBytes(bytes, "a.xlsx")).sheets;
  const cells = (first?.rows ?? []).flatMap((row) => row.cells);
  return new Map(cells.map((cell) => [cell.address, cell.text] as const));
}

const book = (extra: Record<string, string> = {}) =>
  makeWorkbook(
    [
      {
        name: "記入欄",
        rows: [
          ["題", null, { text: "旧", emphasis: "red" }],
          ["一", 1, true],
          [null, null, { text: "結合", emphasis: "fill" }, null],
        ],
        merges: ["C3:D3"],
      },
      { name: "ほか", rows: [["そのまま", 0]] },
    ],
    extra,
  );

const patch = (edits: Omit<CellEdit, "sheet">[], bytes = book()) =>
  expectDone(
    patchCells(
      bytes,
      edits.map((each) => ({ sheet: "記入欄", ...each })),
    ),
  );

describe("patched cells", () => {
  it("differ, and nothing else does: every other part and every other cell is the same text", () => {
    const [before, after] = [
      partsOf(book()),
      partsOf(
        patch([
          { address: "C1", value: "新" },
          { address: "B2", value: 0 },
        ]).bytes,
      ),
    ];
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, text] of before) if (name !== SHEET) expect(after.get(name), name).toBe(text);
    const [old, now] = [cellsOf(before.get(SHEET) ?? ""), cellsOf(after.get(SHEET) ?? "")];
    const changed = [...now].filter(([address, xml]) => old.get(address) !== xml).map(([address]) => address);
    expect(changed).toEqual(["C1", "B2"]);
    expect([...old.keys()]).toEqual([...now.keys()]);
  });

  it("keep their style, and say what was written", async () => {
    const before = cellsOf(partsOf(book()).get(SHEET) ?? "").get("C1");
    const { bytes } = patch([{ address: "C1", value: "新" }]);
    const style = / s="\d+"/;
    expect(style.exec(cellsOf(partsOf(bytes).get(SHEET) ?? "").get("C1") ?? "")?.[0]).toBe(
      style.exec(before ?? "")?.[0],
    );
    expect((await textsOf(bytes)).get("C1")).toBe("新");
  });

  it("are made where the sheet has none, in their place; an emptied cell says nothing", async () => {
    const { bytes } = patch([
      { address: "B1", value: "間" },
      { address: "A9", value: "下" },
      { address: "A5", value: "あいだ" },
      { address: "A2", value: null },
    ]);
    const texts = await textsOf(bytes);
    expect([texts.get("B1"), texts.get("A9"), texts.get("A5"), texts.get("A2")]).toEqual([
      "間",
      "下",
      "あいだ",
      undefined,
    ]);
    const rows = [...(partsOf(bytes).get(SHEET) ?? "").matchAll(/<row r="(\d+)"/g)].map((each) =>
      Number(each[1]),
    );
    expect(rows).toEqual([1, 2, 3, 5, 9]);
  });

  it("of a merged range are written to the cell that is shown", async () => {
    const { bytes } = patch([{ address: "D3", value: "右" }]);
    expect((await textsOf(bytes)).get("C3")).toBe("右");
    expect([...cellsOf(partsOf(bytes).get(SHEET) ?? "").keys()]).not.toContain("D3");
  });

  it("never replace a formula, and the book counts again when it has one", () => {
    const bytes = makeWorkbook([
      { name: "記入欄", rows: [[{ formula: "B1", value: "はい" }, "はい", "いいえ"]] },
    ]);
    const patched = patch(
      [
        { address: "A1", value: "x" },
        { address: "C1", value: "対象外" },
      ],
      bytes,
    );
    expect(patched.refused).toEqual(["記入欄!A1"]);
    const parts = partsOf(patched.bytes);
    expect(cellsOf(parts.get(SHEET) ?? "").get("A1")).toBe(
      cellsOf(partsOf(bytes).get(SHEET) ?? "").get("A1"),
    );
    expect(parts.get("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1"/></workbook>');
  });

  it("of a sheet that is not there are refused by its name", () => {
    const missing = patchCells(book(), [{ sheet: "ない", address: "A1", value: "x" }]);
    expect(missing.ok ? [] : missing.problems.map((each) => [each.code, each.params.sheet])).toEqual([
      ["write-back-sheet-missing", "ない"],
    ]);
  });

  test("hold any text exactly as it was given", async () => {
    const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    const special = fc.constantFrom(
      "_x0041_",
      "a&b<c>\"d'",
      " 前後 ",
      "一\n二",
      "_x005F_x0041_",
      "𠮷野家",
      "=1+1",
      "\t\u0007",
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, special), async (text) => {
        fc.pre(text.trim() !== "");
        const { bytes } = patch([{ address: "A1", value: text }]);
        expect((await textsOf(bytes)).get("A1")).toBe(text.replace(/\r\n?/g, "\n"));
      }),
      { numRuns: 60 },
    );
  });
});
