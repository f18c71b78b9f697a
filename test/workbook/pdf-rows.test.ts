import { describe, expect, test } from "vitest";
import type { PageContent, Run } from "~/workbook/pdf-text/page-content";
import { sheetsOfPages } from "~/workbook/pdf-text/pdf-sheets";
import { cellText } from "~/workbook/pdf-text/text-lines";
import { recogniseWorkbook } from "~/workbook/recognise/recognise-workbook";

// Pages without drawn lines, as a program leaves them: words with their places and nothing else.

const SIZE = 10;
const columns = { no: 50, question: 100, yes: 340, no2: 380, na: 430, remark: 480 };
type Column = keyof typeof columns;

const run = (text: string, left: number, baseline: number, size = SIZE): Run => ({
  text,
  left,
  right: left + [...text].reduce((width, sign) => width + (/[ -~]/.test(sign) ? 0.5 : 1), 0) * size,
  baseline,
  size,
});

const line = (baseline: number, cells: Partial<Record<Column, string>>): Run[] =>
  Object.entries(cells).map(([column, text]) => run(text, columns[column as Column], baseline));

const head = (baseline: number) =>
  line(baseline, {
    no: "項番",
    question: "設問",
    yes: "はい",
    no2: "いいえ",
    na: "対象外",
    remark: "備考",
  });

const page = (number: number, runs: Run[]): PageContent => ({
  page: number,
  width: 842,
  height: 595,
  runs,
  across: [],
  down: [],
  drawn: [],
  hasUnknownSign: false,
  cutTexts: [],
  hiddenTexts: [],
});

const title = run("MDS Ver.5.0", 50, 80);

function read(...pages: Run[][]) {
  const { sheets, problems } = sheetsOfPages(pages.map((runs, at) => page(at + 1, runs)));
  const { forms } = recogniseWorkbook(sheets, "MDS.pdf");
  return {
    uncertain: problems.map((each) => `${each.code} ${each.at}`),
    answers: forms.flatMap((form) =>
      form.answers.map(({ no, answer, question, remark }) => [no, answer, question, remark]),
    ),
  };
}

const certain = [
  title,
  ...head(120),
  ...line(140, {
    no: "1.1",
    question: "利用者の識別と認証を行う方法を定めて",
    yes: "○",
    remark: "規程第三条により",
  }),
  ...line(155, { question: "いますか。", remark: "毎月点検する。" }),
  ...line(175, { no: "1.2", question: "遠隔保守を行いますか。", no2: "○" }),
  ...line(195, { no: "1.3", question: "記録を残しますか。", na: "○" }),
];

describe("rows of a page without drawn lines", () => {
  test("begin at their numbers, and further lines belong to the cell above them", () => {
    expect(read(certain)).toEqual({
      uncertain: [],
      answers: [
        ["1.1", "yes", "利用者の識別と認証を行う方法を定めていますか。", "規程第三条により毎月点検する。"],
        ["1.2", "no", "遠隔保守を行いますか。", ""],
        ["1.3", "not-applicable", "記録を残しますか。", ""],
      ],
    });
  });

  test("an item without its number is not taken for more of the item above", () => {
    const lost = [
      title,
      ...head(120),
      ...line(140, { no: "1.1", question: "識別を行いますか。", yes: "○" }),
      ...line(155, { question: "遠隔保守を行いますか。" }),
      ...line(170, { no: "1.3", question: "記録を残しますか。", na: "○" }),
    ];
    expect(read(lost)).toEqual({ uncertain: ["pdf-rows-uncertain p.1"], answers: [] });
  });

  test("a mark on a line without a number is nobody's", () => {
    const lost = [
      title,
      ...head(120),
      ...line(140, { no: "1.1", question: "利用者の識別と認証を行う方法を" }),
      ...line(155, { question: "定めていますか。", yes: "○" }),
      ...line(170, { no: "1.2", question: "記録を残しますか。", na: "○" }),
    ];
    expect(read(lost)).toEqual({ uncertain: ["pdf-rows-uncertain p.1"], answers: [] });
  });

  test("numbers at the foot of their cells leave the rows uncertain where the lines stand alike", () => {
    const foot = [
      title,
      ...head(120),
      ...line(140, { no: "1.1", question: "識別を行いますか。", yes: "○" }),
      ...line(155, { question: "遠隔保守を行う者の名前と時刻を" }),
      ...line(170, { no: "1.2", question: "残しますか。", no2: "○" }),
      ...line(185, { no: "1.3", question: "記録を残しますか。", na: "○" }),
    ];
    expect(read(foot)).toEqual({ uncertain: ["pdf-rows-uncertain p.1"], answers: [] });
  });

  test("numbers in the middle of their cells are read where the space between rows tells them apart", () => {
    const middle = (space: number) => [
      title,
      ...head(120),
      ...line(140, { question: "遠隔保守を行う者の名前と時刻を" }),
      ...line(147, { no: "1.1", yes: "○" }),
      ...line(155, { question: "残しますか。" }),
      ...line(155 + space, { no: "1.2", question: "記録を残しますか。", na: "○" }),
    ];
    expect(read(middle(20)).answers.map(([no, answer]) => [no, answer])).toEqual([
      ["1.1", "yes"],
      ["1.2", "not-applicable"],
    ]);
    expect(read(middle(8))).toEqual({ uncertain: ["pdf-rows-uncertain p.1"], answers: [] });
  });

  test("a page that goes on without headings is read under those of the page before", () => {
    const second = [
      ...line(90, { no: "1.4", question: "点検の結果を長い期間にわたって", yes: "○" }),
      ...line(105, { question: "残しますか。" }),
      ...line(125, { no: "1.5", question: "複製を作りますか。", no2: "○" }),
    ];
    expect(read(certain, second).answers.map(([no, answer]) => [no, answer])).toEqual([
      ["1.1", "yes"],
      ["1.2", "no"],
      ["1.3", "not-applicable"],
      ["1.4", "yes"],
      ["1.5", "no"],
    ]);
  });

  test("a column that was printed on a page of its own is named, not lost", () => {
    const without = certain.filter((each) => each.left < columns.remark);
    const remarks = [
      run("備考", 50, 120),
      run("規程第三条により", 50, 140),
      run("毎月点検する。", 50, 155),
      run("なし", 50, 175),
    ];
    expect(read(without, remarks).uncertain).toEqual(["pdf-rows-uncertain p.2"]);
  });

  test("remarks below the table on the last page are no column of it", () => {
    const pointed = [
      ...line(90, { no: "1.4", question: "複製を作りますか。", no2: "○", remark: "※1" }),
      run("備考", 50, 120),
      run("※1", 50, 140),
      run("年に一度作る。", 100, 140),
    ];
    expect(read(certain, pointed)).toMatchObject({ uncertain: [] });
    expect(read(certain, pointed).answers.at(-1)).toEqual([
      "1.4",
      "no",
      "複製を作りますか。",
      "年に一度作る。",
    ]);
  });
});

test("a small raised sign is read in the line it stands at", () => {
  expect(cellText([run("遠隔保守を行う", 50, 100), run("※1", 120, 95, 6), run("ことがある", 130, 100)])).toBe(
    "遠隔保守を行う※1ことがある",
  );
});
