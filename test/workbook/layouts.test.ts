import { describe, expect, test } from "vitest";
import type { WorkbookReading } from "~/domain/reading";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook.ts";

const title = "製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0";
const heads = ["項番", "設問", "はい", "いいえ", "対象外", "備考"];
const ask = (name: string) => `${name}を実施していますか。`;
const [a, b, c] = [ask("甲"), ask("乙"), ask("丙")];
const struck = (text: string) => ({ text, isStruck: true });
const filled = { text: "", emphasis: "fill" as const };

/** 「1.1 yes 備考」 for every answer, then 「A1 reason」 for what is unread. */
function linesOf(reading: WorkbookReading): string[] {
  const answers = reading.forms.flatMap((form) =>
    form.answers.map((each) =>
      [each.no, each.answer, each.reason, each.remark].filter((text) => text).join(" "),
    ),
  );
  const unread = reading.forms.flatMap((form) => form.unread.map((each) => `${each.cell} ${each.reason}`));
  return [...answers, ...unread];
}

const readSheets = (sheets: MadeSheet[]) => readWorkbookBytes(makeWorkbook(sheets), "回答.xlsx");
const readRows = (rows: MadeCell[][], more: Partial<MadeSheet> = {}) =>
  readSheets([{ name: "MDS", rows: [[title], ...rows], ...more }]);

type Case = [name: string, rows: MadeCell[][], lines: string[], more?: Partial<MadeSheet>];

describe("answer columns", () => {
  const cases: Case[] = [
    [
      "× in every other column passes them over; alone, or beside an empty one, it is nobody's yes",
      [heads, ["1.1", a, "○", "×", "×"], ["1.2", b, "×"], ["1.3", c, "×", "○"], ["1.4", a, "×", "×", "×"]],
      ["1.1 yes", "1.2 unclear mark-unknown", "1.3 unclear mark-unknown", "1.4 unclear mark-unknown"],
    ],
    [
      "left of the question",
      [
        ["はい", "いいえ", "対象外", "項番", "設問", "備考"],
        ["○", null, null, "1.1", a, "註"],
        [null, null, "レ", "1.2", b],
      ],
      ["1.1 yes 註", "1.2 not-applicable"],
    ],
    [
      "in another order, with line breaks and hints in the headings",
      [
        ["項\n番", "設問", "対象外\n(該当なし)", "いいえ\n(していない)", "は\nい", "備\n考"],
        ["1", a, null, null, "✔"],
        ["2", b, 1],
      ],
      ["1 yes", "2 not-applicable"],
    ],
    [
      "words printed in every row and one marked; the first row is an item too",
      [
        ["項番", "設問", "回答", null, null, "備考"],
        ["1.1", a, "○はい", "いいえ", "対象外", "備考"],
        ["1.2", b, "はい", "○いいえ", "対象外", "備考＿"],
        ["1.3", c, "はい", "いいえ", "対象外", "備考1"],
        [],
        ["備考"],
        ["1", "規程による"],
      ],
      ["1.1 yes", "1.2 no", "1.3 unclear all-words-printed 規程による"],
      { merges: ["C2:E2"] },
    ],
    [
      "words printed in every row, no heading and no number",
      [
        [a, "はい", "いいえ", "対象外", "備考"],
        [b, "○はい", "いいえ", "対象外", "備考"],
      ],
      ["unclear all-words-printed", "yes"],
    ],
    [
      "a fill instead of a mark is for a person to look at",
      [heads, ["1.1", a, filled], ["1.2", b, null, filled], ["1.3", c, "○"], ["1.4", a]],
      ["1.1 unclear emphasis-without-mark", "1.2 unclear emphasis-without-mark", "1.3 yes", "1.4 blank"],
    ],
    [
      "a shaded 対象外 belongs to the form, and so does a colour of the whole row",
      [
        heads,
        ["1.1", a, null, null, filled],
        ["1.2", b, "○", null, filled],
        ["1.3", c, filled, filled, filled],
        ["1.4", a],
      ],
      ["1.1 blank", "1.2 yes", "1.3 blank", "1.4 blank"],
    ],
    [
      "side by side",
      [
        [...heads, null, ...heads],
        ["1", a, "○", null, null, "一", null, "3", c, null, "○", null, "三"],
        ["2", b, null, null, "○"],
      ],
      ["1 yes 一", "2 not-applicable", "3 no 三"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("numbers", () => {
  const cases: Case[] = [
    [
      "one column for each level",
      [
        ["大項目", "中項目", "小項目", "設問", "はい", "いいえ", "対象外"],
        ["1", null, null, "認証"],
        [null, "1.1", null, a, "○"],
        [null, null, "1.1.1", b, null, "○"],
      ],
      ["1.1 yes", "1.1.1 no"],
    ],
    [
      "typed, full width, turned into a date between its neighbours",
      [
        heads,
        [{ number: 4.1, format: "0.00" }, a, "○"],
        ["４．１１", b, "○"],
        [{ number: 46124, format: 'm"月"d"日"' }, c, "○"],
        ["4.13", a, "○"],
      ],
      ["4.10 yes", "4.11 yes", "4.12 yes", "4.13 yes"],
    ],
    [
      "a formula without its value is no number, no question and no remark",
      [
        heads,
        [{ formula: "A1" }, a, "○"],
        ["1.2", { formula: "A1" }, "○"],
        ["1.3", c, "○", null, null, { error: "#REF!" }],
      ],
      [
        "yes",
        "1.2 yes",
        "1.3 yes",
        "MDS!A3 formula-without-value",
        "MDS!B4 formula-without-value",
        "MDS!F5 formula-error",
      ],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("remarks that are pointed to", () => {
  const items: MadeCell[][] = [heads, ["1.1", a, "○", null, null, "備考1"], ["1.2", b, null, "○", null, 2]];
  const read = ["1.1 yes 一つ目", "1.2 no 二つ目"];
  const cases: Case[] = [
    ["a row each", [...items, [], ["（備考）"], ["※1", "一つ目"], ["※2", "二つ目"]], read],
    ["one cell with lines", [...items, [], ["備考記載欄"], ["備考1：一つ目\n備考2：二つ目"]], read],
    ["beside the heading", [...items, [], ["備考欄", "1. 一つ目\n2. 二つ目"]], read],
    ["the heading in the first row", [...items, [], ["備考", 1, "一つ目"], [null, 2, "二つ目"]], read],
    [
      "a list inside a remark goes on with it",
      [...items, [], ["備考"], ["※1 次の二つ\n1) 甲\n2) 乙"], ["※2 二つ目"]],
      ["1.1 yes 次の二つ\n1) 甲\n2) 乙", "1.2 no 二つ目"],
    ],
    [
      "a number with two texts points to neither",
      [...items, [], ["備考"], ["1", "一つ目"], ["1", "別の文"], ["2", "二つ目"]],
      ["1.1 yes 備考1", "1.2 no 二つ目", "MDS!F3 remark-number-without-text"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });

  const other = "サービス事業者による医療情報セキュリティ開示書（SDS） Ver.5.0";
  test("each form has its own sheet of remarks", async () => {
    const one: MadeCell[][] = [heads, ["1.1", a, "○", null, null, "※1"]];
    const reading = await readSheets([
      { name: "MDS", rows: [[title], ...one] },
      { name: "SDS", rows: [[other], ...one] },
      { name: "備考（MDS）", rows: [["備考"], [1, "機器の文"]] },
      { name: "備考（SDS）", rows: [["備考"], [1, "サービスの文"]] },
    ]);
    expect(linesOf(reading)).toEqual(["1.1 yes 機器の文", "1.1 yes サービスの文"]);
  });

  test("a sheet of remarks may name the items they belong to", async () => {
    const reading = await readSheets([
      { name: "MDS", rows: [[title], heads, ["1.1", a, "○", null, null, "備考1"], ["1.2", b, "○"]] },
      {
        name: "備考一覧",
        rows: [
          ["番号", "対応項番", "内容"],
          [1, "1.1", "一つ目"],
          [2, "1.2", "二つ目"],
        ],
      },
    ]);
    expect(linesOf(reading)).toEqual(["1.1 yes 一つ目", "1.2 yes 二つ目"]);
  });
});

describe("headings printed again", () => {
  test("one block of remarks ends all pages, and a section at a page's foot is no item", async () => {
    const reading = await readRows([
      heads,
      ["1", "認証"],
      ["1.1", a, "○", null, null, "※1"],
      ["2", "記録"],
      heads,
      ["2.1", b, null, "○"],
      [],
      ["備考"],
      ["※1", "規程による"],
    ]);
    expect(linesOf(reading)).toEqual(["1.1 yes 規程による", "2.1 no"]);
  });
});

test("the last item above headings printed again is no heading", async () => {
  const words = ["設問", "回答"];
  const reading = await readRows([
    words,
    [`1.1 ${a}`, "☑はい □いいえ"],
    words,
    [`2.1 ${b}`, "□はい ☑いいえ"],
  ]);
  expect(linesOf(reading)).toEqual(["1.1 yes", "2.1 no"]);
});

describe("what could be taken for a heading, or for an answer", () => {
  const cases: Case[] = [
    [
      "the first row of words under the heading",
      [
        ["設問", "回答"],
        [`1.1 ${a}`, "(○)はい ( )いいえ"],
        [`1.2 ${b}`, "いいえ"],
      ],
      ["1.1 yes", "1.2 no"],
    ],
    [
      "a row of boxes left of its number",
      [
        ["回答", "項番", "設問"],
        ["☑はい □いいえ", "1.1", a],
        ["□はい ☑いいえ", "1.2", b],
      ],
      ["1.1 yes", "1.2 no"],
    ],
    [
      "notes and remarks in the column of the answers",
      [
        ["はい", "いいえ", "項番", "設問", "備考"],
        ["○", null, "1.1", a, "備考1"],
        [],
        ["【備考】"],
        ["※1", "規程による"],
        [],
        ["以上"],
      ],
      ["1.1 yes 規程による"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("struck through", () => {
  const cases: Case[] = [
    [
      "a mark, and one set anew beside it",
      [heads, ["1.1", a, struck("○")], ["1.2", b, struck("○"), "○"]],
      ["1.1 blank", "1.2 no", "MDS!C3 struck-through", "MDS!C4 struck-through"],
    ],
    [
      "the other words in one cell",
      [
        ["項番", "設問", "回答"],
        ["1.1", a, { rich: "<r><t>はい　</t></r><r><rPr><strike/></rPr><t>いいえ　対象外</t></r>" }],
      ],
      ["1.1 yes"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("title block", () => {
  const headerOf = async (top: MadeCell[][]) => {
    const rows = [...top, heads, ["1.1", a, "○"]];
    const [form] = (await readSheets([{ name: "回答", rows }])).forms;
    const { cells: _cells, ...header } = form?.header ?? {};
    return { form: form?.form, version: form?.formVersion, ...header };
  };
  const full = { issuedOn: "2026-04-15", vendor: "青葉", product: "View", productVersion: "3.2" };

  test("an English title is no manufacturer", async () => {
    const top = [
      ["Manufacturer Disclosure Statement for Medical Information Security (MDS) Version 4.1"],
      ["Manufacturer", "青葉"],
      ["Product Name", "View"],
      ["Product Version", "3.2"],
      ["Date", "Apr 15, 2026"],
    ];
    expect(await headerOf(top)).toEqual({ form: "MDS", version: "4.1", ...full });
  });

  test.each([
    ["製造業者名", "製品名", "バージョン", "作成日", "令和8年4月15日"],
    ["開示者", "対象製品・サービス", "バージョンNo.", "開示書作成日", "R8.4.15"],
    ["販売会社名", "品名", "ソフトウェアバージョン", "作成・更新日", "2026年４月１５日"],
    ["社名", "医療情報システム名", "Ver.", "記入年月日", "20260415"],
  ])("labels %s, %s, %s, %s", async (vendor, product, version, day, date) => {
    const top = [[title], [vendor, "青葉"], [product, "View"], [version, "3.2"], [day, date]];
    expect(await headerOf(top)).toEqual({ form: "MDS", version: "5.0", ...full });
  });

  test("the guide that holds both forms, for the providers of services", async () => {
    const both =
      "「製造業者／サービス事業者による医療情報セキュリティ開示書」ガイド Ver.5.0 サービス事業者用";
    expect(await headerOf([[both]])).toMatchObject({ form: "SDS", version: "5.0" });
  });
});
