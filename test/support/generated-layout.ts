import fc from "fast-check";
import type { AnswerOption } from "~/domain/questionnaire";
import { days, heading, marks, titles, versions, words } from "./generated-words.ts";
import type { MadeCell, MadeSheet } from "./make-workbook.ts";

type Answer = AnswerOption | "blank";
export type WrittenRow = { no: string; answer: Answer; remark: string; clauses: string[] };
export type WrittenForm = {
  form: "MDS" | "SDS";
  version: string;
  header: { issuedOn: string; vendor: string; product: string; productVersion: string };
  rows: WrittenRow[];
};

const options: readonly AnswerOption[] = ["yes", "no", "not-applicable"];
const row = fc.record({
  answer: fc.constantFrom<Answer>("yes", "no", "not-applicable", "blank"),
  pick: fc.nat(1000),
  remark: fc.constantFrom("", "", "規程による。", "別紙 3 参照", "はい、と答えた理由", "二文目。\n改行あり"),
  clause: fc.constantFrom("", "", "システム運用編 14⑤", "企画管理編 3①"),
  isSectionBefore: fc.boolean(),
});

/** Everything a layout can differ in; each value is one a vendor may choose. */
export const generatedLayout = fc.record({
  form: fc.constantFrom<"MDS" | "SDS">("MDS", "SDS"),
  kind: fc.constantFrom<"options" | "word" | "printed">("options", "options", "word", "word", "printed"),
  order: fc.shuffledSubarray([...options], { minLength: 3, maxLength: 3 }),
  place: fc.constantFrom<"right" | "left" | "after-remark">("right", "right", "left", "after-remark"),
  head: fc.constantFrom<"one" | "two" | "merged">("one", "two", "merged"),
  numbers: fc.constantFrom<"text" | "wide" | "typed" | "in-question">(
    "text",
    "text",
    "wide",
    "typed",
    "in-question",
  ),
  remarks: fc.constantFrom<"column" | "block" | "lines" | "sheet">(
    "column",
    "column",
    "block",
    "lines",
    "sheet",
  ),
  sections: fc.constantFrom<"none" | "row" | "merged" | "column">("none", "row", "merged", "column"),
  meta: fc.constantFrom<"above" | "inline" | "cover">("above", "above", "inline", "cover"),
  writer: fc.constantFrom<"hand" | "xlsx" | "xls" | "csv" | "csv-bom" | "csv-cp932">(
    "hand",
    "hand",
    "hand",
    "xlsx",
    "xls",
    "csv",
    "csv-bom",
    "csv-cp932",
  ),
  title: fc.nat(2),
  version: fc.nat(3),
  day: fc.nat(days.length - 1),
  label: fc.nat(3),
  blankRows: fc.nat(4),
  blankColumns: fc.nat(3),
  hasGaps: fc.boolean(),
  hasNotes: fc.boolean(),
  hasExample: fc.boolean(),
  hasHiddenSheet: fc.boolean(),
  hasRepeatedHead: fc.boolean(),
  rows: fc.array(row, { minLength: 2, maxLength: 24 }),
});
export type GeneratedLayout = typeof generatedLayout extends fc.Arbitrary<infer T> ? T : never;

function pickFrom<T>(list: readonly T[], pick: number): T {
  const found = list[pick % list.length];
  if (found === undefined) throw new Error("empty list");
  return found;
}

export const isCsv = (made: GeneratedLayout) => made.writer.startsWith("csv");
const vendor = "青葉医療システム株式会社";
const product = "青葉ビュー";

/** The rows as they will be read: numbers half width, remarks where the layout puts them. */
export function writtenForm(made: GeneratedLayout): WrittenForm {
  const rows = made.rows.map(
    (each, at): WrittenRow => ({
      no: `${1 + Math.floor(at / 12)}.${(at % 12) + 1}`,
      answer: each.answer,
      remark: each.remark,
      clauses: each.clause === "" ? [] : [each.clause],
    }),
  );
  const header = { issuedOn: "2026-04-15", vendor, product, productVersion: "3.2.1" };
  return { form: made.form, version: pickFrom(versions, made.version)[1], header, rows };
}

type Line = { cells: MadeCell[]; isMerged?: boolean };
type Texts = { section: MadeCell; no: MadeCell; question: MadeCell; answers: MadeCell[]; remark: MadeCell };

function lineOf(made: GeneratedLayout, { section, no, question, answers, remark }: Texts): MadeCell[] {
  const pad: MadeCell[] = Array.from({ length: made.blankColumns }, () => null);
  const own = [
    ...(made.sections === "column" ? [section] : []),
    ...(made.numbers === "in-question" ? [] : [no]),
    question,
  ];
  if (made.place === "left") return [...pad, ...answers, ...own, remark];
  return made.place === "right" ? [...pad, ...own, ...answers, remark] : [...pad, ...own, remark, ...answers];
}

/** Where the answer cells of a row begin, counted from 0. */
export function firstAnswerColumn(made: GeneratedLayout): number {
  const own = (made.sections === "column" ? 1 : 0) + (made.numbers === "in-question" ? 0 : 1) + 1;
  if (made.place === "left") return made.blankColumns;
  return made.blankColumns + own + (made.place === "right" ? 0 : 1);
}

function numberCell(made: GeneratedLayout, no: string): MadeCell {
  if (made.numbers === "wide")
    return no.replace(/[\d.]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  if (made.numbers !== "typed" || isCsv(made)) return no;
  return { number: Number(no), format: no.length > 3 ? "0.00" : "0.0" };
}

function answerCells(made: GeneratedLayout, answer: Answer, pick: number): MadeCell[] {
  if (made.kind === "word") return [answer === "blank" ? null : pickFrom(words[answer], pick)];
  if (made.kind === "options") {
    const known = isCsv(made)
      ? marks.filter((mark) => typeof mark === "string" && mark !== "✓" && mark !== "✔" && mark !== "☑")
      : marks;
    return made.order.map((option) => (option === answer ? pickFrom(known, pick) : null));
  }
  return made.order.map((option) =>
    option === answer ? `○${heading[option][0]}` : (heading[option][0] ?? null),
  );
}

function heads(made: GeneratedLayout): { lines: MadeCell[][]; isMerged: boolean } {
  const label = made.label;
  const no = pickFrom(["項番", "No.", "番号", "Ｎｏ．"], label);
  const question = pickFrom(["設問", "質問事項", "項　目", "確認項目"], label);
  const remark = pickFrom(["備考", "補足", "備　考", "備考欄"], label);
  const empty = { section: null, no: null, question: null, remark: null };
  const named =
    made.kind === "word" ? ["回答"] : made.order.map((option) => pickFrom(heading[option], label));
  // why: a "No" left of every "Yes" also heads numbers; the reader may take neither for the other.
  const answers =
    label === 3 && made.kind !== "word" ? made.order.map((option) => heading[option][0] ?? null) : named;
  const all = { section: "区分", no, question, remark };
  if (made.head === "one" || made.kind === "word")
    return { lines: [lineOf(made, { ...all, answers })], isMerged: false };
  const group = answers.map((_, at) => (at === 0 ? "回答" : null));
  const lines = [lineOf(made, { ...all, answers: group }), lineOf(made, { ...empty, answers })];
  return { lines, isMerged: made.head === "merged" };
}

function metaLines(made: GeneratedLayout): MadeCell[][] {
  const day = pickFrom(days, made.day);
  const text = typeof day === "string" ? day : "2026/4/15";
  if (made.meta === "inline") {
    return [[`作成日：${text}`], [`製造業者名：${vendor}　製品名：${product}`], ["バージョン：3.2.1"]];
  }
  const own: MadeCell = isCsv(made) ? text : day;
  return [
    ["作成日", own],
    ["事業者名", vendor],
    ["製品名", product],
    ["製品バージョン", "3.2.1"],
  ];
}

/** Spoils the answer cells of a row; `at` is the row's place among the items. */
export type Spoil = (cells: MadeCell[], at: number) => MadeCell[];
const asWritten: Spoil = (cells) => cells;

function body(made: GeneratedLayout, spoil: Spoil): { lines: Line[]; notes: string[] } {
  const { rows } = writtenForm(made);
  const lines: Line[] = [];
  const notes: string[] = [];
  const nothing = answerCells(made, "blank", 0).map(() => null);
  let section = "";
  rows.forEach((each, at) => {
    const drawn = made.rows[at];
    if (!drawn) return;
    if (at % 12 === 0 || (drawn.isSectionBefore && made.sections === "column")) section = `区分その${at + 1}`;
    const isNewSection = at % 12 === 0 && (made.sections === "row" || made.sections === "merged");
    if (isNewSection) {
      const chapter = String(1 + at / 12);
      const cells = lineOf(made, {
        section: null,
        no: chapter,
        question: section,
        answers: nothing,
        remark: null,
      });
      lines.push({ cells, isMerged: made.sections === "merged" });
    }
    if (made.hasRepeatedHead && at === 12 && made.kind !== "printed")
      for (const cells of heads(made).lines) lines.push({ cells });
    if (made.hasGaps && at % 5 === 4) lines.push({ cells: [] });
    const clause = each.clauses[0] ? `（${each.clauses[0]}）` : "";
    const text = `項目${each.no}の機能を備え、運用していますか。${clause}`;
    const question = made.numbers === "in-question" ? `${each.no} ${text}` : text;
    let remark: MadeCell = each.remark === "" ? null : each.remark;
    if (made.remarks !== "column" && remark !== null) {
      notes.push(each.remark);
      remark = pickFrom<MadeCell>(
        [`※${notes.length}`, `備考${notes.length}`, notes.length, `注${notes.length}`],
        drawn.pick,
      );
      if (isCsv(made)) remark = String(remark);
    }
    const no = numberCell(made, each.no);
    lines.push({
      cells: lineOf(made, {
        section,
        no,
        question,
        answers: spoil(answerCells(made, each.answer, drawn.pick), at),
        remark,
      }),
    });
  });
  return { lines, notes };
}

const oneLineNotes = (notes: readonly string[]) => notes.map((note, at) => `※${at + 1} ${note}`);

/** The sheets of the book in this layout. */
export function sheetsOf(made: GeneratedLayout, spoil: Spoil = asWritten): MadeSheet[] {
  const title = `${pickFrom(titles[made.form], made.title)}　${pickFrom(versions, made.version)[0]}`;
  const { lines, notes } = body(made, spoil);
  const isAlone = isCsv(made);
  const isCover = made.meta === "cover" && !isAlone;
  const above: MadeCell[][] = [
    ...Array.from({ length: made.blankRows }, () => []),
    [title],
    ...(isCover ? [] : metaLines(made)),
  ];
  const { lines: headLines, isMerged } = heads(made);
  const merges: string[] = [];
  const rows: MadeCell[][] = [...above, ...headLines];
  if (isMerged) mergeHeads(made, above.length + 1, headLines, merges);
  for (const line of lines) {
    rows.push(line.cells);
    if (line.isMerged) mergeSection(made, rows.length, line.cells, merges);
  }
  const remarkSheet: MadeSheet[] = [];
  if (notes.length > 0 && made.remarks === "sheet" && !isAlone) {
    remarkSheet.push({
      name: "備考一覧",
      rows: [["備考"], ...notes.map((note, at): MadeCell[] => [at + 1, note])],
    });
  } else if (notes.length > 0 && made.remarks === "lines")
    rows.push([], ["備考"], [oneLineNotes(notes).join("\n")]);
  else if (notes.length > 0)
    rows.push([], ["【備考】"], ...notes.map((note, at): MadeCell[] => [`※${at + 1}`, note]));
  if (made.hasNotes) rows.push([], ["以上"]);
  const own: MadeSheet = { name: "回答", rows, merges };
  if (isAlone) return [own];
  const cover: MadeSheet = { name: "表紙", rows: [[title], ...metaLines({ ...made, meta: "above" })] };
  const example: MadeSheet = {
    name: "記入例",
    rows: [["記入例"], ["項番", "設問", "はい", "いいえ", "対象外"], ["9.9", "例示していますか。", "○"]],
  };
  const hidden: MadeSheet = { name: "選択肢", isHidden: true, rows: [["はい"], ["いいえ"], ["対象外"]] };
  return [
    ...(isCover ? [cover] : []),
    ...(made.hasExample ? [example] : []),
    own,
    ...remarkSheet,
    ...(made.hasHiddenSheet && made.writer !== "xls" ? [hidden] : []),
  ];
}

const letter = (column: number) => String.fromCharCode(64 + column);

function mergeHeads(made: GeneratedLayout, top: number, [first = []]: MadeCell[][], merges: string[]): void {
  const start = first.indexOf("回答") + 1;
  first.forEach((cell, at) => {
    if (cell !== null && cell !== "回答") merges.push(`${letter(at + 1)}${top}:${letter(at + 1)}${top + 1}`);
  });
  merges.push(`${letter(start)}${top}:${letter(start + made.order.length - 1)}${top}`);
}

/** A section row merged from its question to the table's end, where nothing else stands in it. */
function mergeSection(
  made: GeneratedLayout,
  row: number,
  cells: readonly MadeCell[],
  merges: string[],
): void {
  const from = cells.findIndex((cell) => typeof cell === "string" && cell.startsWith("区分その")) + 1;
  if (from > 0 && made.place === "right") merges.push(`${letter(from)}${row}:${letter(cells.length)}${row}`);
}
