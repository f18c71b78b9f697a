import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { marginWords } from "~/workbook/margin-text";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { savedByLibreOffice } from "../support/libreoffice.ts";
import { makeWorkbook } from "../support/make-workbook.ts";

test.each([
  ['&L&"Meiryo,太字"&14社外秘&C第&P頁 / 全&N頁&RVer. 5.0', "社外秘 第頁 / 全頁 Ver. 5.0"],
  ["&C&P / &N", ""],
  ["&CPage &P of &N", ""],
  ["&C&K000000- &P -", ""],
  ["&L&F&C&A&R&D &T", ""],
  ["&LA&&B 株式会社&K04-022", "A&B 株式会社"],
  ["", ""],
])("%s says %j", (coded, words) => {
  expect(marginWords(coded)).toBe(words);
});

test("words in a header or footer are said, as .xlsx and as .xls; page numbers are not", async () => {
  const rows = [
    ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
    ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
    ["1.1", "甲を実施していますか。", "○"],
    ["1.2", "乙を実施していますか。", null, "○"],
  ];
  const parts = unzipSync(
    makeWorkbook([
      { name: "回答", rows },
      { name: "添付", rows: [["ご参考"]] },
    ]),
  );
  for (const [name, margin] of [
    [
      "xl/worksheets/sheet1.xml",
      "<oddHeader>&amp;L社外秘</oddHeader><oddFooter>&amp;C有償の場合&amp;R&amp;P</oddFooter>",
    ],
    ["xl/worksheets/sheet2.xml", "<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"],
  ] as const) {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const withMargin = xml.replace("</worksheet>", `<headerFooter>${margin}</headerFooter></worksheet>`);
    parts[name] = strToU8(withMargin);
  }
  const book = zipSync(parts);
  for (const [bytes, name] of [
    [book, "回答.xlsx"],
    [savedByLibreOffice(book, "xls"), "回答.xls"],
  ] as const) {
    const { problems } = await readWorkbookBytes(bytes, name);
    const said = problems.filter(({ code }) => code === "form-margin-not-read");
    expect(said.map(({ at, params }) => [at, params.text])).toEqual([["回答", "社外秘 / 有償の場合"]]);
  }
});
