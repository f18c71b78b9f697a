import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import { done } from "~/domain/problem";
import { type AnswerValue, answerOptions } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import type { Ports } from "~/use-cases/ports.server";
import { correctAnswer, receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { writeBackDisclosure, writeOfficialDisclosure } from "~/use-cases/write-back.server";
import { writeInto } from "~/use-cases/write-into.server";
import { writeIntoOfficial } from "~/use-cases/write-official.server";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { partOfForm } from "~/workbook/writable-part";
import { inventedBook, inventedMds, publishDraft } from "../support/catalogues";
import { openedByLibreOffice } from "../support/libreoffice";
import { type MadeCell, type MadeSheet, makeWorkbook } from "../support/make-workbook";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem } from "../support/records";

type Written = "yes" | "no" | "not-applicable" | "blank";
const written: readonly Written[] = [...answerOptions, "blank"];

/** Ways in which sheets say an answer: the cells between question and remark. */
const layouts: Record<string, { heads: string[]; cells: (answer: Written) => MadeCell[] }> = {
  circles: columns((is) => (is ? "○" : null)),
  ticks: columns((is) => (is ? "✓" : null)),
  boxes: columns((is) => (is ? "☑" : "□")),
  numbers: columns((is) => (is ? 1 : null)),
  truths: columns((is) => is),
  words: {
    heads: ["回答"],
    cells: (answer) => [{ yes: "はい。", no: "いいえ。", "not-applicable": "対象外", blank: null }[answer]],
  },
  lists: {
    heads: ["回答"],
    cells: (answer) => {
      const sign = (option: Written) => (option === answer ? "☑" : "□");
      return [`${sign("yes")}はい ${sign("no")}いいえ ${sign("not-applicable")}対象外`];
    },
  },
};

function columns(mark: (isChosen: boolean) => MadeCell) {
  return {
    heads: ["はい", "いいえ", "対象外"],
    cells: (answer: Written) => answerOptions.map((each) => mark(each === answer)),
  };
}

function sheetIn(layout: string, answers: readonly Written[]): Uint8Array {
  const { heads, cells } = layouts[layout] ?? { heads: [], cells: () => [] };
  const rows = answers.map((answer, at) => [
    `${at + 1}.1`,
    `架空の問いの${at + 1}番目ですか。`,
    ...cells(answer),
    at % 2 === 0 ? "はじめの備考" : null,
  ]);
  const sheet: MadeSheet = {
    name: "MDS",
    rows: [
      ["製造業者による医療情報セキュリティ開示書（MDS）　Ver.9.9"],
      ["作成日", "2026/4/15", "製品名", "試験カルテ"],
      ["項番", "設問", ...heads, "備考"],
      ...rows,
    ],
  };
  return makeWorkbook([sheet]);
}

let hospital: ReturnType<typeof testHospital> | undefined;

async function write(bytes: Uint8Array, wanted: readonly { answer: AnswerValue; remark: string }[]) {
  hospital ??= testHospital();
  const { ports } = await hospital;
  return writeInto(ports, { bytes, fileName: "a.xlsx", options: {} }, (reading) => {
    const part = partOfForm(reading, 0);
    if (part === null) throw new Error("the sheet holds no form");
    const rows = part.rows.map((read, at) => (wanted[at] ? { read, ...wanted[at] } : null));
    return done({ part, wanted: rows, problems: [] });
  });
}

describe.each(Object.keys(layouts))("%s", (layout) => {
  test("what was wanted is what is read, or the row is named; never another answer", async () => {
    const row = fc.record({
      before: fc.constantFrom(...written),
      after: fc.constantFrom(...written),
      remark: fc.constantFrom("", "はじめの備考", "規程 第3条\n（別紙）", "_x0041_ & <b>"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 12 }), async (rows) => {
        // why: a form of nothing but blanks says of no mark how it is written; one answer of each is there.
        const before = [...written, ...rows.map((each) => each.before)];
        const bytes = sheetIn(layout, before);
        const read = (await readWorkbookBytes(bytes, "a.xlsx")).forms[0]?.answers ?? [];
        expect(read.map((each) => each.answer)).toEqual(before);
        const kept = written.map((answer, at) => ({ answer, remark: read[at]?.remark ?? "" }));
        const wanted = [...kept, ...rows.map(({ after, remark }) => ({ answer: after, remark }))];
        const file = expectDone(await write(bytes, wanted));
        const again = (await readWorkbookBytes(file.bytes, "a.xlsx")).forms[0]?.answers ?? [];
        const named = new Set(file.problems.map((each) => each.params.no));
        again.forEach(({ no, answer, remark }, at) => {
          const is = named.has(no) ? read[at] : wanted[at];
          expect([no, answer, remark]).toEqual([no, is?.answer, is?.remark]);
        });
        expect(named.size).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});

it("names the rows it cannot write: a formula, a word no rule knows, an answer nobody decided", async () => {
  const book = makeWorkbook([
    {
      name: "MDS",
      rows: [
        ["製造業者による医療情報セキュリティ開示書（MDS）　Ver.9.9"],
        ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
        ["1.1", "架空の問いの一ですか。", { formula: 'IF(1,"○","")', value: "○" }, null, null, null],
        ["1.2", "架空の問いの二ですか。", "○※1", null, null, null],
        ["1.3", "架空の問いの三ですか。", "○", null, null, null],
        ["1.4", "架空の問いの四ですか。", "○", null, null, null],
      ],
    },
  ]);
  const no = { answer: "no", remark: "" } as const;
  const file = expectDone(await write(book, [no, no, { answer: "conflict", remark: "" }, no]));
  expect(file.problems.map((each) => [each.code, each.params.no]).sort()).toEqual([
    ["write-back-mark-unknown", "1.1"],
    ["write-back-mark-unknown", "1.2"],
    ["write-back-undecided", "1.3"],
  ]);
  expect(file.written.map((each) => each.no)).toEqual(["1.4"]);
});

/** Receives a vendor's book, corrects one row and saves. */
async function corrected(ports: Ports, scope: Scope, fileName: string, bytes: Uint8Array): Promise<string> {
  const { productVersionId } = await contractWithSystem(ports, scope);
  const { intakeId } = expectDone(await receiveWorkbook(ports, scope, { fileName, bytes }));
  const correction = {
    intakeId,
    formIndex: 0,
    ordinal: 1,
    answer: "no",
    remark: "2027年3月に対応",
    reason: "電話",
  };
  expectDone(await correctAnswer(ports, scope, correction));
  const form = { formIndex: 0, formVersion: "9.9", issuedOn: "2026-04-15", place: { productVersionId } };
  return expectDone(await saveIntake(ports, scope, { intakeId, forms: [form] })).disclosureIds[0] ?? "";
}

const CELL = /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs;
const decoder = new TextDecoder();

it("writes corrections into the vendor's workbook: only their cells differ, and LibreOffice shows them", async () => {
  const { ports, editor } = await testHospital();
  const original = inventedMds({ mark: "○", issuedOn: "2026/4/15" });
  const disclosureId = await corrected(ports, editor, "回答.xlsx", original);
  const file = expectDone(await writeBackDisclosure(ports, editor, { disclosureId }));
  expect(file.problems).toEqual([]);
  expect(file.written.map((each) => each.cells)).toEqual([["MDS!C5", "MDS!D5", "MDS!F5"]]);
  const [before, after] = [unzipSync(original), unzipSync(file.bytes)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const [name, part] of Object.entries(before)) {
    if (name !== "xl/worksheets/sheet1.xml") expect(after[name], name).toEqual(part);
  }
  const outside = (bytes: Uint8Array | undefined) =>
    decoder
      .decode(bytes)
      .replace(CELL, (all, address) => (["C5", "D5", "F5"].includes(String(address)) ? "" : all));
  const sheet = "xl/worksheets/sheet1.xml";
  expect(outside(after[sheet])).toBe(outside(before[sheet]));
  const rows = openedByLibreOffice(file.bytes);
  expect(rows[4]?.slice(0, 6)).toEqual([
    "1.2",
    "架空の問いの二ですか。（システム運用編 14⑥）",
    "",
    "○",
    "",
    "2027年3月に対応",
  ]);
  expect(rows[3]?.slice(2, 6)).toEqual(["○", "", "", "記入済みの備考"]);
});

it("writes answers into the official workbook its catalogue was made from, by number and question", async () => {
  const { ports, editor } = await testHospital();
  const ref = await publishDraft(ports, editor, await inventedBook(ports, editor));
  const disclosureId = await corrected(
    ports,
    editor,
    "回答.xlsx",
    inventedMds({ mark: "○", issuedOn: "2026/4/15" }),
  );
  const file = expectDone(await writeOfficialDisclosure(ports, editor, { disclosureId }));
  expect(file.fileName).toBe("架空の様式.xlsx");
  const [form] = (await readWorkbookBytes(file.bytes, "a.xlsx")).forms;
  expect(form?.answers.map((each) => [each.no, each.answer])).toEqual([
    ["1.1", "yes"],
    ["1.2", "no"],
    ["1.2", "yes"],
    ["2.1", "yes"],
  ]);
  const answers = [
    { no: "1.1", question: "ほかの問い", answer: "yes", remark: "" },
    { no: "2.1", question: "架空の問いの四ですか。", answer: "not-applicable", remark: "" },
  ] as const;
  const other = expectDone(await writeIntoOfficial(ports, editor, { ref, answers }));
  expect(other.problems.map((each) => [each.code, each.params.no])).toEqual([
    ["write-back-row-unmatched", "1.1"],
  ]);
  expect(other.written.map((each) => [each.no, each.after.answer])).toEqual([["2.1", "not-applicable"]]);
});

it("says plainly why a CSV cannot be written to, and that no official file is registered", async () => {
  const { ports, editor } = await testHospital();
  const csv = [
    "製造業者による医療情報セキュリティ開示書（MDS）　Ver.9.9",
    "項番,設問,はい,いいえ,対象外,備考",
    "1.1,架空の問いの一ですか。,○,,,",
    "1.2,架空の問いの二ですか。,○,,,",
  ].join("\r\n");
  const disclosureId = await corrected(ports, editor, "回答.csv", new TextEncoder().encode(csv));
  expect(codesOf(await writeBackDisclosure(ports, editor, { disclosureId }))).toEqual(["write-back-kind"]);
  expect(codesOf(await writeOfficialDisclosure(ports, editor, { disclosureId }))).toEqual([
    "catalogue-without-file",
  ]);
});
