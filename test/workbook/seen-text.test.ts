import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { signsSeen, symbolFamilies, symbolFamily } from "~/workbook/symbol-fonts";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook.ts";
import { writtenBy } from "../support/other-writers.ts";
import { linesOf } from "../support/reading-lines.ts";

// What a cell holds and what a person sees of it are not always the same: fonts of pictures, white letters,
// formats that show nothing. What is seen counts; what is not seen is named and never passed over.

const heads = ["項番", "設問", "はい", "いいえ", "対象外", "備考"];
const wordHeads = ["項番", "設問", "回答", "備考"];
const ask = "記録を残していますか。";
const read = async (rows: MadeCell[][], more: Partial<MadeSheet> = {}, parts: Record<string, string> = {}) =>
  linesOf(
    await readWorkbookBytes(
      makeWorkbook([{ name: "MDS", rows: [["MDS Ver.5.0"], ...rows], ...more }], parts),
      "回答.xlsx",
    ),
  );
const inFont = (text: string, emphasis: "wingdings" | "wingdings 2" | "unknown pictures") => ({
  text,
  emphasis,
});

describe("fonts of pictures", () => {
  test("ticks, boxes and circles of Wingdings are those signs", async () => {
    const box = inFont("¨", "wingdings");
    expect(
      await read([
        heads,
        ["1", ask, inFont("ü", "wingdings")],
        ["2", ask, box, inFont("þ", "wingdings"), box],
        ["3", ask, null, null, inFont("l", "wingdings")],
        ["4", ask, inFont("\uf0fc", "wingdings")],
        ["5", ask, inFont("P", "wingdings 2")],
        ["6", ask, inFont("£", "wingdings 2"), inFont("R", "wingdings 2")],
      ]),
    ).toEqual(["1 yes", "2 no", "3 not-applicable", "4 yes", "5 yes", "6 no"]);
  });

  test("an empty box alone, a cross, a sign nobody knows: a person looks", async () => {
    expect(
      await read([
        heads,
        ["1", ask, inFont("¨", "wingdings")],
        ["2", ask, inFont("û", "wingdings")],
        ["3", ask, inFont("J", "wingdings")],
        ["4", ask, { number: 1, emphasis: "wingdings" }],
        ["5", ask, inFont("n", "unknown pictures")],
        ["6", ask, "○", null, null, inFont("J", "wingdings")],
      ]),
    ).toEqual([
      "1 unclear mark-unknown",
      "2 unclear mark-unknown",
      "3 unclear symbol-font",
      "4 unclear symbol-font",
      "5 unclear symbol-font",
      "6 yes \ufffd",
      "MDS!F8 symbol-font",
    ]);
  });

  test("a letter that is an option's word elsewhere is none in such a font", async () => {
    expect(
      await read([wordHeads, ["1", ask, inFont("Yes", "wingdings")], ["2", ask, inFont("n", "wingdings 2")]]),
    ).toEqual(["1 unclear symbol-font", "2 unclear symbol-font"]);
  });

  test("Japanese words stay words, and runs have fonts of their own", async () => {
    const run = (font: string, text: string) =>
      `<r><rPr><rFont val="${font}"/></rPr><t xml:space="preserve">${text}</t></r>`;
    const boxes = (first: string, second: string) =>
      [
        run("Wingdings", first),
        run("MS Gothic", "はい "),
        run("Wingdings", second),
        run("MS Gothic", "いいえ"),
      ].join("");
    expect(
      await read([
        wordHeads,
        ["1", ask, inFont("はい", "wingdings")],
        ["2", ask, inFont("¨はい　þいいえ　¨対象外", "wingdings")],
        ["3", ask, { rich: boxes("þ", "¨") }],
        ["4", ask, { rich: boxes("¨", "þ") }],
        ["5", ask, { rich: boxes("¨", "¨") }],
        ["6", ask, { rich: boxes("J", "¨") }],
      ]),
    ).toEqual(["1 yes", "2 no", "3 yes", "4 no", "5 blank", "6 unclear symbol-font"]);
  });

  test("no letter of any font of pictures is read as itself", () => {
    expect(symbolFamily("ＭＳ ゴシック", 128)).toBeNull();
    expect(symbolFamily("Segoe UI Symbol", 0)).toBeNull();
    expect(symbolFamily("Wingdings-Regular", null)).toBe("wingdings");
    for (const family of symbolFamilies) {
      for (let code = 0x21; code <= 0xff; code += 1) {
        if (code >= 0x7f && code <= 0xa0) continue;
        const { text, isKnown } = signsSeen(String.fromCharCode(code), family);
        expect(isKnown ? text : "\ufffd").toBe(text);
        expect(text).not.toBe(String.fromCharCode(code));
      }
    }
  });
});

describe("letters nobody sees", () => {
  test("white on white, almost no height, formats that show nothing", async () => {
    expect(
      await read([
        heads,
        ["1", ask, { text: "○", emphasis: "white" }],
        ["2", ask, "○", { text: "○", emphasis: "theme's white" }],
        ["3", ask, { text: "○", emphasis: "tiny" }],
        ["4", ask, { number: 1, format: ";;;" }],
        ["5", ask, { text: "○", format: ";;;" }],
        ["6", ask, { text: "○", format: "[White]General" }],
        ["7", ask, "○", null, null, { text: "一部のみ", emphasis: "white" }],
      ]),
    ).toEqual([
      "1 unclear not-visible",
      "2 unclear not-visible",
      "3 unclear not-visible",
      "4 unclear not-visible",
      "5 unclear not-visible",
      "6 unclear not-visible",
      "7 yes",
      "MDS!C3 not-visible",
      "MDS!D4 not-visible",
      "MDS!C5 not-visible",
      "MDS!C6 not-visible",
      "MDS!C7 not-visible",
      "MDS!C8 not-visible",
      "MDS!F9 not-visible",
    ]);
  });

  test("a zero that is not shown says nothing, and a format's own words are what is read", async () => {
    expect(
      await read([
        wordHeads,
        ["1", ask, { number: 0, format: ";;;" }],
        ["2", ask, { text: "はい", format: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ' }],
        ["3", ask, { text: "はい", format: '@"ではない"' }],
        ["4", ask, { text: "はい", format: "@" }],
      ]),
    ).toEqual(["1 blank", "2 yes", "3 unclear word-unknown", "4 yes"]);
  });

  test("white letters in a head of the form say nothing certain", async () => {
    const white = (text: string) => ({ text, emphasis: "white" as const });
    expect(
      await read([
        ["作成日", white("2026/4/1")],
        ["製品名", white("見本システム")],
        wordHeads,
        ["1", ask, "はい"],
      ]),
    ).toEqual(["1 yes", "form-header-unclear MDS!A2", "form-header-unclear MDS!A3"]);
  });

  test("a conditional format that whitens, or shows nothing, may hide an answer", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for (const rule of [
      '<font><color rgb="FFFFFFFF"/></font>',
      '<numFmt numFmtId="200" formatCode=";;;"/>',
    ]) {
      const styles = `<styleSheet xmlns="${main}"><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs><dxfs><dxf>${rule}</dxf></dxfs></styleSheet>`;
      const tail =
        '<conditionalFormatting sqref="C3:E3"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
      const rows = [heads, ["1", ask, "○"], ["2", ask, "○"]];
      expect(await read(rows, { tail }, { "xl/styles.xml": styles })).toEqual([
        "1 unclear not-visible",
        "2 yes",
      ]);
    }
  });

  test("rows and columns of no size are hidden", async () => {
    const rows = [["MDS Ver.5.0"], heads, ["1", ask, "○"], ["2", ask, "○", null, null, "註"]];
    const bytes = makeWorkbook([{ name: "MDS", rows, hiddenRows: [3], hiddenColumns: [6] }]);
    const flat = writtenBy(bytes, (files) =>
      Object.fromEntries(
        Object.entries(files).map(([name, xml]) => [
          name,
          xml
            .replace('<row r="3" hidden="1">', '<row r="3" ht="0" customHeight="1">')
            .replace('width="8" hidden="1"', 'width="0" customWidth="1"'),
        ]),
      ),
    );
    expect(linesOf(await readWorkbookBytes(flat, "回答.xlsx"))).toEqual([
      "1 unclear hidden-row-or-column",
      "2 yes",
      "MDS!F4 hidden-row-or-column",
    ]);
  });
});

test("a binary workbook says the same of its formats", async () => {
  const sheet = XLSX.utils.aoa_to_sheet([["MDS Ver.5.0"], heads, ["1", ask, 1], ["2", ask, "○"]]);
  const shown = (address: string, format: string) => {
    const cell: XLSX.CellObject | undefined = sheet[address];
    if (cell) cell.z = format;
  };
  shown("C3", ";;;");
  const book = XLSX.utils.book_new(sheet, "MDS");
  const bytes = new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "biff8" }));
  expect(linesOf(await readWorkbookBytes(bytes, "回答.xls"))).toEqual([
    "1 unclear not-visible",
    "2 yes",
    "MDS!C3 not-visible",
  ]);
});
