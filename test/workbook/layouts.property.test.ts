import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnswerOption, AnswerValue } from "~/domain/questionnaire";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { recogniseWorkbook } from "~/workbook/recognise/recognise-workbook";
import type { Cell, Sheet } from "~/workbook/sheet";
import { addressOf } from "~/workbook/sheet";
import { type MadeCell, makeWorkbook } from "../support/make-workbook.ts";

const marks = ["○", "●", "◯", "〇", "✓", "✔", "レ", "ﾚ", "☑", "■", 1, true, "１", " ○ ", "TRUE"];
const words: Record<AnswerOption, string[]> = {
  yes: ["はい", "はい。", "Yes", "ＹＥＳ", "y", " は い", "☑はい □いいえ □対象外", "●はい ○いいえ ○対象外"],
  no: ["いいえ", "いいえ、", "No", "ｎｏ", "□はい☑いいえ□対象外", "はい□ いいえ■ 対象外□"],
  "not-applicable": ["対象外", "対象 外", "N/A", "Ｎ／Ａ", "n.a.", "□はい・□いいえ・☑対象外"],
};
const options: AnswerOption[] = ["yes", "no", "not-applicable"];
type Row = { no: string; answer: AnswerOption | "blank"; pick: number; remark: string };

const row = fc.record({
  answer: fc.constantFrom<AnswerOption | "blank">("yes", "no", "not-applicable", "blank"),
  pick: fc.nat(1000),
  remark: fc.constantFrom("", "", "規程による。", "別紙 3 参照", "はい、と答えた理由"),
});
const layout = fc.record({
  kind: fc.constantFrom<"options" | "word">("options", "word"),
  order: fc.shuffledSubarray(options, { minLength: 3, maxLength: 3 }),
  blankRows: fc.nat(4),
  blankColumns: fc.nat(3),
  isRemarkFirst: fc.boolean(),
  isTwoLines: fc.boolean(),
  noLabel: fc.constantFrom("項番", "No", "No.", "番号", "Ｎｏ．", "#"),
  questionLabel: fc.constantFrom("設問", "質問事項", "項　目", "確認項目"),
  rows: fc.array(row, { minLength: 1, maxLength: 25 }),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

const heading: Record<AnswerOption, string> = { yes: "はい", no: "いいえ", "not-applicable": "対象外" };

function numbered(made: Layout): Row[] {
  return made.rows.map((each, at) => ({ ...each, no: `${1 + Math.floor(at / 12)}.${(at % 12) + 1}` }));
}

function pickFrom<T>(list: readonly T[], pick: number): T {
  const found = list[pick % list.length];
  if (found === undefined) throw new Error("empty list");
  return found;
}

function answerCells(made: Layout, each: Row): MadeCell[] {
  if (made.kind === "word") return [each.answer === "blank" ? null : pickFrom(words[each.answer], each.pick)];
  return made.order.map((option) => (option === each.answer ? pickFrom(marks, each.pick) : null));
}

/** The same rows as a sheet of cells, in the layout drawn. */
function sheetRows(made: Layout): MadeCell[][] {
  const pad: MadeCell[] = Array.from({ length: made.blankColumns }, () => null);
  const arrange = (no: MadeCell, question: MadeCell, answers: MadeCell[], remark: MadeCell) =>
    made.isRemarkFirst
      ? [...pad, no, question, remark, ...answers]
      : [...pad, no, question, ...answers, remark];
  const answerHead: MadeCell[] =
    made.kind === "word" ? ["回答"] : made.order.map((option) => heading[option]);
  const empty: MadeCell[] = answerHead.map(() => null);
  const group: MadeCell[] = answerHead.map((_, at) => (at === 0 ? "回答" : null));
  const heads =
    made.isTwoLines && made.kind === "options"
      ? [arrange(made.noLabel, made.questionLabel, group, "備考"), arrange(null, null, answerHead, null)]
      : [arrange(made.noLabel, made.questionLabel, answerHead, "備考")];
  return [
    ...Array.from({ length: made.blankRows }, () => []),
    ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
    ...heads,
    arrange("1", "一つ目の区分", empty, null),
    ...numbered(made).map((each) =>
      arrange(
        each.no,
        `項目${each.no}を実施していますか`,
        answerCells(made, each),
        each.remark === "" ? null : each.remark,
      ),
    ),
  ];
}

test("what was written in a clear layout is what is read, cell by cell", async () => {
  await fc.assert(
    fc.asyncProperty(layout, async (made) => {
      const reading = await readWorkbookBytes(
        makeWorkbook([{ name: "回答", rows: sheetRows(made) }]),
        "a.xlsx",
      );
      const read = reading.forms.flatMap((form) =>
        form.answers.map(({ no, answer, remark }) => ({ no, answer, remark })),
      );
      const written = numbered(made).map(({ no, answer, remark }) => ({ no, answer, remark }));
      expect(read).toEqual(written);
      expect(reading.forms.flatMap((form) => form.unread)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const anything = fc.oneof(
  fc.constantFrom(
    "×",
    "△",
    "-",
    "－",
    "可",
    "済",
    "○×",
    "はい？",
    "いいえではない",
    "要確認",
    "はい/いいえ",
    "☑",
    "2",
    "別紙",
    "?",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const known =
  /^(?:○|●|◯|〇|✓|✔|レ|ﾚ|☑|■|1|１|true|v|√|は\s*い|yes|y|いいえ|no|n|対象外|n\.?a\.?|n\/a)[。．.、,!]*$/i;

function textSheet(texts: (string | null)[][]): Sheet {
  const cells = texts.flatMap((line, at) =>
    line.flatMap((text, index): Cell[] => {
      if (text === null || text.trim() === "") return [];
      const place = { row: at + 1, column: index + 1, address: addressOf(at + 1, index + 1) };
      return [{ ...place, kind: "text", text, standing: text, value: null, format: "General", comment: "" }];
    }),
  );
  return {
    name: "MDS",
    isHidden: false,
    cells,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    overlays: [],
  };
}

test("a text that is no known mark or word never becomes an answer, and no cell is silent", () => {
  fc.assert(
    fc.property(anything, fc.constantFrom("options", "word"), (text, kind) => {
      const isKnown = known.test(text.normalize("NFKC").trim());
      const isEmpty = text.trim() === "";
      fc.pre(!isKnown && !isEmpty);
      const head = kind === "word" ? ["項番", "設問", "回答"] : ["項番", "設問", "はい", "いいえ", "対象外"];
      const sheet = textSheet([
        ["MDS Ver.5.0"],
        head,
        ["1.1", "実施していますか", text],
        ["1.2", "記録していますか", null],
      ]);
      const reading = recogniseWorkbook([sheet], "a.xlsx");
      const answer = reading.forms[0]?.answers.find((each) => each.no === "1.1");
      const doubtful: (AnswerValue | undefined)[] = ["unclear", "conflict", "blank"];
      expect(doubtful).toContain(answer?.answer);
      const uses = reading.sheets.flatMap((each) => each.rows.flatMap((line) => line.cells));
      expect(uses.filter((cell) => cell.use === "unused")).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("reading the same sheets twice gives the same reading", () => {
  const sheet = textSheet([["MDS"], ["No", "設問", "はい", "いいえ"], ["1", "記録しますか", "○"]]);
  expect(recogniseWorkbook([sheet], "a")).toEqual(recogniseWorkbook([sheet], "a"));
});
