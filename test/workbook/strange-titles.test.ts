import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook.ts";

// Title blocks that vendors make: a field is read where it is certain, and where it is not, a person is told.

const title = "製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0";
const heads = ["項番", "設問", "はい", "いいえ", "対象外", "備考"];
const [a, b] = ["甲を実施していますか。", "乙を実施していますか。"];
const struck = (text: string) => ({ text, isStruck: true });

const readSheets = (sheets: MadeSheet[]) => readWorkbookBytes(makeWorkbook(sheets), "回答.xlsx");

describe("title block", () => {
  const items: MadeCell[][] = [heads, ["1.1", a, "○"], ["1.2", b, null, "○"]];
  const headerOf = async (top: MadeCell[][], below: MadeCell[][] = [], more: MadeSheet[] = []) => {
    const reading = await readSheets([
      { name: "回答", rows: [[title], ...top, ...items, ...below] },
      ...more,
    ]);
    const { issuedOn, vendor, product, productVersion } = reading.forms[0]?.header ?? {};
    const problems = reading.problems.map((each) => `${each.code} ${each.at}`);
    return [issuedOn, vendor, product, productVersion, ...problems];
  };
  const unclear = "form-header-unclear";

  test("a day and a version that touch their labels are read; a name is never parted by guess", async () => {
    const top = [
      ["作成日2026年4月15日"],
      ["製造業者名株式会社あおば"],
      ["製品名青葉View"],
      ["バージョン3.2.1"],
    ];
    expect(await headerOf(top)).toEqual([
      "2026-04-15",
      null,
      null,
      "3.2.1",
      `${unclear} 回答!A3`,
      `${unclear} 回答!A4`,
    ]);
  });

  test("labels and names with spaces in one line", async () => {
    const line = "製造業者：株式会社 あおば　製　品：青葉 View 2　担　当：山田　作成日（2026/4/15）";
    expect(await headerOf([[line], ["作成日（2026年4月15日）"]])).toEqual([
      "2026-04-15",
      "株式会社 あおば",
      "青葉 View 2",
      null,
    ]);
  });

  test("a struck name, a lost formula and a day of another kind are said", async () => {
    const top = [
      ["製品名", struck("旧製品")],
      ["製造業者", { formula: "表紙!B2" }],
      ["改訂日", "2026/4/15"],
    ];
    const problems = [`${unclear} 回答!A2`, `${unclear} 回答!A3`, `${unclear} 回答!A4`];
    expect(await headerOf(top)).toEqual([null, null, null, null, ...problems]);
  });

  const changes = [
    ["版", "改訂日", "内容"],
    ["1.0", "2025/4/1", "初版"],
    ["1.1", "2026/4/1", "改訂"],
  ];

  test("a list of changes holds no version of the product, no day of the form and no item", async () => {
    const none = [null, null, "青葉", null];
    const product = [["製品名", "青葉"]];
    const sheet = { name: "改訂履歴", rows: [["改訂履歴"], ...changes] };
    expect(await headerOf(product, [], [sheet])).toEqual(none);
    expect(await headerOf(product, [[], ["改訂履歴"], ...changes])).toEqual(none);
    const dated = [
      ["版数", "日付", "備考"],
      ["1.0", "2025/4/1"],
      ["1.1", "2026/4/1"],
    ];
    expect(await headerOf(product, [], [{ name: "履歴", rows: dated }])).toEqual(none);
  });

  test("words that begin like a label are no values", async () => {
    const top = [["製品名および型番を記載のこと"], ["事業者の責任範囲"], ["対象", "製品", "サービス"]];
    expect(await headerOf(top)).toEqual([null, null, null, null]);
  });
});

describe("chapters on sheets that name no form", () => {
  const chapter = (name: string, from: number, heading: MadeCell[][] = []): MadeSheet => ({
    name,
    rows: [...heading, heads, [`${from}.1`, a, "○"], [`${from}.2`, b, null, "○"]],
  });
  const named = chapter("1章", 1, [[title]]);
  const said = ({ forms, problems }: Awaited<ReturnType<typeof readSheets>>) => [
    ...forms.map((each) => `${each.sheet} ${each.form}: ${each.answers.map(({ no }) => no).join(" ")}`),
    ...problems.map((each) => `${each.code} ${each.at}`),
  ];

  test("are read like the sheet that names one, and that is said", async () => {
    expect(said(await readSheets([named, chapter("2章", 2), chapter("3章", 3)]))).toEqual([
      "1章 MDS: 1.1 1.2 2.1 2.2 3.1 3.2",
      "form-of-neighbours 2章",
      "form-of-neighbours 3章",
    ]);
  });

  test("with the same numbers again stay a form of their own", async () => {
    expect(said(await readSheets([named, chapter("2号機", 1)]))).toEqual([
      "1章 MDS: 1.1 1.2",
      "2号機 MDS: 1.1 1.2",
      "form-version-unknown undefined",
      "form-of-neighbours 2号機",
    ]);
  });

  test("beside both forms are read by nobody, and that is said", async () => {
    const other = chapter("SDS", 2, [["サービス事業者による医療情報セキュリティ開示書（SDS） Ver.5.0"]]);
    expect(said(await readSheets([named, other, chapter("別表", 3)]))).toEqual([
      "1章 MDS: 1.1 1.2",
      "SDS SDS: 2.1 2.2",
      "form-kind-unknown 別表",
    ]);
  });
});
