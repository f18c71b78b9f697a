import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook.ts";
import { linesOf } from "../support/reading-lines.ts";

// Layouts that vendors make of a form. Each is read as it was meant, or a person is asked: never otherwise.

const title = "製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0";
const other = "サービス事業者による医療情報セキュリティ開示書（SDS） Ver.4.1";
const heads = ["項番", "設問", "はい", "いいえ", "対象外", "備考"];
const ask = (name: string) => `${name}を実施していますか。`;
const [a, b, c, d] = [ask("甲"), ask("乙"), ask("丙"), ask("丁")];

const readSheets = (sheets: MadeSheet[]) => readWorkbookBytes(makeWorkbook(sheets), "回答.xlsx");
const readRows = (rows: MadeCell[][], more: Partial<MadeSheet> = {}) =>
  readSheets([{ name: "MDS", rows: [[title], ...rows], ...more }]);

type Case = [name: string, rows: MadeCell[][], lines: string[], more?: Partial<MadeSheet>];

describe("several sets of answer columns", () => {
  const cases: Case[] = [
    [
      "last time's marks stand beside today's and are no answers",
      [
        ["項番", "設問", "前回", null, null, "今回", null, null],
        [null, null, "はい", "いいえ", "対象外", "はい", "いいえ", "対象外"],
        ["1.1", a, "○", null, null, null, "○"],
        ["1.2", b, "○"],
      ],
      ["1.1 no", "1.2 blank"],
      { merges: ["C2:E2", "F2:H2", "A2:A3", "B2:B3"] },
    ],
    [
      "what the hospital ticked is shown and is nobody's answer",
      [
        ["項番", "設問", "事業者回答", null, null, "医療機関確認", null, null],
        [null, null, "はい", "いいえ", "対象外", "はい", "いいえ", "対象外"],
        ["1.1", a, "○", null, null, null, "○"],
      ],
      ["1.1 yes", "MDS!G4 outside-columns"],
      { merges: ["C2:E2", "F2:H2"] },
    ],
    [
      "two years under the same word: an answer in one of them only is not certain",
      [
        ["項番", "設問", "回答（2025年）", "回答（2026年）"],
        ["1.1", a, "はい", "はい"],
        ["1.2", b, "はい"],
        ["1.3", c, "はい", "いいえ"],
      ],
      ["1.1 yes", "1.2 unclear several-answer-columns", "1.3 conflict two-marks"],
    ],
    [
      "two parts of one product under one heading",
      [
        ["項番", "設問", "回答", null],
        [null, null, "サーバ", "端末"],
        ["1.1", a, "はい", "はい"],
        ["1.2", b, null, "はい"],
      ],
      ["1.1 yes", "1.2 unclear several-answer-columns"],
      { merges: ["C2:D2", "A2:A3", "B2:B3"] },
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("signs that the form explains", () => {
  const cases: Case[] = [
    [
      "in the heading",
      [
        ["項番", "設問", "回答（○：はい　×：いいえ　－：対象外）"],
        ["1.1", a, "○"],
        ["1.2", b, "✕"],
        ["1.3", c, "―"],
        ["1.4", d, "△"],
      ],
      ["1.1 yes", "1.2 no", "1.3 not-applicable", "1.4 unclear mark-unknown"],
    ],
    [
      "in a line above the table",
      [["凡例：○＝はい、×＝いいえ"], ["項番", "設問", "回答"], ["1.1", a, "○"], ["1.2", b, "×"]],
      ["1.1 yes", "1.2 no"],
    ],
    [
      "numbers of choices",
      [
        ["項番", "設問", "回答（1:はい 2:いいえ 3:対象外）"],
        ["1.1", a, 1],
        ["1.2", b, 3],
        ["1.3", c, 4],
      ],
      ["1.1 yes", "1.2 not-applicable", "1.3 unclear word-unknown"],
    ],
    [
      "a legend that gives one sign two meanings explains nothing",
      [["凡例：○＝はい、○＝いいえ"], ["項番", "設問", "回答"], ["1.1", a, "○"]],
      ["1.1 unclear mark-unknown"],
    ],
    [
      "other words than はい and いいえ are left to a person",
      [["○：対応　×：未対応"], ["項番", "設問", "回答"], ["1.1", a, "○"]],
      ["1.1 unclear mark-unknown"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("what a cell shows, and what a heading prints of it", () => {
  const shown = (number: number) => ({ number, format: '[=1]"はい";[=2]"いいえ";"対象外"' });
  const cases: Case[] = [
    [
      "a number shown as a word or as a sign is what a person reads",
      [
        ["項番", "設問", "回答"],
        ["1.1", a, shown(1)],
        ["1.2", b, shown(2)],
        ["1.3", c, shown(3)],
      ],
      ["1.1 yes", "1.2 no", "1.3 not-applicable"],
    ],
    [
      "a number shown as a circle, another not shown",
      [heads, ["1.1", a, { number: 2, format: '"○"' }, { number: 0, format: '"○";;""' }]],
      ["1.1 yes"],
    ],
    [
      "each heading prints the sign of its own column",
      [
        ["項番", "設問", "はい（○）", "いいえ（×）", "対象外（－）"],
        ["1.1", a, "○"],
        ["1.2", b, null, "×"],
        ["1.3", c, null, null, "－"],
        ["1.4", d, "×"],
      ],
      ["1.1 yes", "1.2 no", "1.3 not-applicable", "1.4 unclear mark-unknown"],
    ],
    [
      "headings in more words",
      [
        ["番号", "質問", "貴社回答", "ご回答に関する補足説明（任意）"],
        ["1", a, "はい", "註"],
        ["2", b, "いいえ"],
      ],
      ["1 yes 註", "2 no"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });
});

describe("numbers", () => {
  const cases: Case[] = [
    [
      "章 and 節 in columns of their own, the upper one printed once",
      [
        ["章", "節", "設問", "はい", "いいえ", "対象外"],
        [4, 1, a, "○"],
        [null, 2, b, null, "○"],
        [5, 1, c, "○"],
      ],
      ["4.1 yes", "4.2 no", "5.1 yes"],
    ],
    [
      "通番 beside 項番 is no chapter",
      [
        ["通番", "項番", "設問", "はい", "いいえ", "対象外"],
        [1, 4, a, "○"],
        [2, 5, b, null, "○"],
        [3, 6, c, "○"],
      ],
      ["4 yes", "5 no", "6 yes"],
    ],
    [
      "items without a number among numbered ones are named",
      [heads, ["1.1", a, "○"], [null, b, null, "○"], ["1.3", c, "○"]],
      ["1.1 yes", "no", "1.3 yes", "form-number-missing MDS!D4"],
    ],
    ["a form that numbers nothing lacks nothing", [heads.slice(1), [a, "○"], [b, null, "○"]], ["yes", "no"]],
    [
      "4.1 between 4.9 and 4.11 may be 4.10; it is read as printed, and said",
      [heads, [4.9, a, "○"], [4.1, b, "○"], [4.11, c, "○"]],
      ["4.9 yes", "4.1 yes", "4.11 yes", "form-number-shortened MDS!C4"],
    ],
    [
      "a question in two rows, its answer in the second",
      [
        heads,
        ["1.1", "利用者を識別する"],
        [null, "機能がありますか。", "○"],
        ["1.2", "次の記録を保存し、"],
        [null, "参照できますか。", null, "○"],
      ],
      ["1.1 yes", "1.2 no"],
    ],
    [
      "a translation below the question, everything else joined down",
      [heads, ["1.1", a, "○"], [null, "Do you do this?"], ["1.2", b, null, "○"], [null, "And this?"]],
      ["1.1 yes", "1.2 no"],
      { merges: ["A3:A4", "C3:C4", "D3:D4", "E3:E4", "A5:A6", "C5:C6", "D5:D6", "E5:E6"] },
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });

  test("a text file prints the days a spreadsheet made of numbers; only certain ones are restored", async () => {
    const rows = [
      title,
      "項番,設問,回答,備考",
      `4月8日,${a},はい,`,
      `4.9,${b},いいえ,`,
      `10-Apr,${c},はい,`,
      `Apr-11,${d},はい,#N/A`,
      `#REF!,${a},#N/A,`,
    ];
    const reading = await readWorkbookBytes(new TextEncoder().encode(rows.join("\r\n")), "回答.csv");
    expect(linesOf(reading)).toEqual([
      "4.8 yes",
      "4.9 no",
      "4.10 yes",
      "yes",
      "unclear formula-error",
      "CSV!A6 number-lost-as-date",
      "CSV!D6 formula-error",
      "CSV!A7 formula-error",
      "CSV!C7 formula-error",
      "form-number-missing CSV!C6",
    ]);
  });
});

describe("marks and remarks", () => {
  const cases: Case[] = [
    [
      "a zero or an empty box in one column alone is no printed choice",
      [heads, ["1.1", a, "0"], ["1.2", b, "□"], ["1.3", c, "□", "□", "□"], ["1.4", d, 0, 1, 0]],
      ["1.1 unclear mark-unknown", "1.2 unclear mark-unknown", "1.3 blank", "1.4 no"],
    ],
    [
      "the other words struck through, what parted them left",
      [
        ["項番", "設問", "回答"],
        ["1.1", a, { rich: "<r><t>はい・</t></r><r><rPr><strike/></rPr><t>いいえ・対象外</t></r>" }],
      ],
      ["1.1 yes"],
    ],
    [
      "a mark that points to a remark nobody wrote",
      [heads, ["1.1", a, "○※3"]],
      ["1.1 yes ※3", "MDS!C3 remark-number-without-text"],
    ],
    [
      "a row below each item holds its remark",
      [
        ["問1", a, "はい"],
        [null, "備考", "番号で識別"],
        ["問2", b, "いいえ"],
        [null, "備考"],
        ["問3", c, "はい"],
      ],
      ["問1 yes 番号で識別", "問2 no", "問3 yes"],
    ],
  ];
  test.each(cases)("%s", async (_name, rows, lines, more) => {
    expect(linesOf(await readRows(rows, more))).toEqual(lines);
  });

  test("one block for each question is no table: nothing is read from it, and that is said", async () => {
    const blocks = [a, b, c].flatMap((text, at) => [
      [`問${at + 1}`, text],
      ["回答", "はい"],
      ["備考", "註"],
    ]);
    expect(linesOf(await readRows(blocks))).toEqual(["form-columns-missing MDS"]);
  });
});

test.each([
  ["tabs under a title without one", "\t"],
  ["semicolons", ";"],
])("a text file with %s", async (_name, sign) => {
  const rows = [
    ["MDS Ver.5.0"],
    ["項番", "設問", "回答", "備考"],
    ["1.1", a, "はい", "甲, 乙"],
    ["1.2", b, "いいえ"],
  ];
  const text = rows
    .map((row) => row.join(sign))
    .join("\r\n")
    .replaceAll(", ", sign === ";" ? "と" : ", ");
  const remark = sign === ";" ? "甲と乙" : "甲, 乙";
  const reading = await readWorkbookBytes(new TextEncoder().encode(text), "回答.csv");
  expect(linesOf(reading)).toEqual([`1.1 yes ${remark}`, "1.2 no"]);
});

test("two forms side by side, each under its own title", async () => {
  const rows = [
    [title, null, null, null, null, null, null, other],
    [...heads, null, ...heads],
    ["1.1", a, "○", null, null, "註", null, "1", c, null, "○"],
    ["1.2", b, null, "○", null, null, null, "2", d, "○"],
  ];
  const { forms } = await readSheets([{ name: "回答", rows }]);
  const read = forms.map((form) => [
    form.form,
    form.formVersion,
    form.answers.map((each) => `${each.no} ${each.answer}`),
  ]);
  expect(read).toEqual([
    ["MDS", "5.0", ["1.1 yes", "1.2 no"]],
    ["SDS", "4.1", ["1 no", "2 yes"]],
  ]);
});
