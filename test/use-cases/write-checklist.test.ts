import { expect, it } from "vitest";
import type { Scope } from "~/domain/scope";
import { beginOwnChecklist, freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { keepChecklistResponse } from "~/use-cases/keep-checklist.server";
import { showOwnChecklist } from "~/use-cases/own-checklists.server";
import type { Ports } from "~/use-cases/ports.server";
import { correctAnswer } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { saveChecklists } from "~/use-cases/save-checklist.server";
import {
  writeBackChecklist,
  writeOfficialChecklist,
  writeOwnChecklist,
} from "~/use-cases/write-checklist.server";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { inventedChecklist, publishChecklist } from "../support/catalogues";
import { changedCells } from "../support/changed-cells";
import { checklistAnswer, listToSave, rawChecklistResponse } from "../support/checklists";
import { openedByLibreOffice } from "../support/libreoffice";
import { makeWorkbook } from "../support/make-workbook";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem } from "../support/records";
import { beginSheet, typedSheet } from "../support/self-checks";

/** A spreadsheet program opens what was written; on a busy machine it takes its time. */
const PATIENCE_MS = 180_000;

async function hospital() {
  const { ports, editor } = await testHospital();
  return { ports, editor, ...(await contractWithSystem(ports, editor)) };
}

const item = (which: string) => `架空の項目の${which}を行っているか。`;
/** The same checklist with two rounds answered. */
const answered = () =>
  inventedChecklist([
    ["1-1", item("一"), "○", "", "", "○", "", "", ""],
    ["1-2", item("二"), "", "○", "2026年12月1日", "○", "", "", "更新中"],
    ["1-3", item("三"), "", "○", "2027年1月31日", "", "○", "2027年1月31日", ""],
  ]);

/** Receives a checklist, corrects rows of its second round and keeps that round. */
async function secondRound(
  ports: Ports,
  scope: Scope,
  vendorId: string,
  given: { bytes: Uint8Array; fileName?: string; checklistRef?: string },
): Promise<string> {
  const file = { fileName: given.fileName ?? "点検.xlsx", bytes: given.bytes };
  const intakeId = expectDone(await receiveFile(ports, scope, file)).received[0]?.intakeId ?? "";
  const set = { intakeId, formIndex: 1, reason: "電話で確認" };
  const second = { ...set, ordinal: 1, answer: "no", remark: "年度末に対応", targetOn: "2027-03-31" };
  expectDone(await correctAnswer(ports, scope, second));
  const third = { ...set, ordinal: 2, answer: "yes", remark: "", targetOn: "" };
  expectDone(await correctAnswer(ports, scope, third));
  const checklistRef = given.checklistRef ?? null;
  const list = listToSave(vendorId, { index: 1, round: 2, checklistRef });
  return expectDone(await saveChecklists(ports, scope, { intakeId, lists: [list] })).responseIds[0] ?? "";
}

it(
  "writes a corrected round into the vendor's checklist: its marks, days and remarks, no other cell",
  async () => {
    const { ports, editor, vendorId } = await hospital();
    const bytes = answered();
    const responseId = await secondRound(ports, editor, vendorId, { bytes });
    const file = expectDone(await writeBackChecklist(ports, editor, { responseId }));
    expect(file.problems).toEqual([]);
    expect(file.written.map((each) => [each.no, each.cells.length])).toEqual([
      ["1-2", 4],
      ["1-3", 3],
    ]);
    expect(changedCells(bytes, file.bytes)).toEqual(["F5", "G5", "H5", "I5", "F6", "G6", "H6"]);
    const rows = openedByLibreOffice(file.bytes);
    expect(rows[4]?.slice(2, 9)).toEqual([
      "",
      "○",
      "2026年12月1日",
      "",
      "○",
      "2027年3月31日",
      "年度末に対応",
    ]);
    expect(rows[5]?.slice(2, 9)).toEqual(["", "○", "2027年1月31日", "○", "", "", ""]);
  },
  PATIENCE_MS,
);

it("writes the hospital's own sheet into the official one: the draft, then every frozen round in its own columns", async () => {
  const { ports, editor } = await hospital();
  const blank = inventedChecklist([], "医療機関確認用");
  const checklistRef = await publishChecklist(ports, editor, blank, "hospital");
  const { checklistId } = expectDone(
    await beginOwnChecklist(ports, editor, { fiscalYear: 2026, checklistRef }),
  );
  const answer = async (given: Parameters<typeof typedSheet>[3]) =>
    expectDone(await saveOwnChecklist(ports, editor, await typedSheet(ports, editor, checklistId, given)));
  const write = async () => expectDone(await writeOwnChecklist(ports, editor, { checklistId }));
  await answer({ "1-2": { answer: "no", targetOn: "2026-12-01", remark: "更新中" } });
  const draft = await write();
  expect(draft.isDraft).toBe(true);
  expect(draft.problems).toEqual([]);
  expect(changedCells(blank, draft.bytes)).toEqual(["C4", "D5", "E5", "I5", "C6"]);
  const version = async () =>
    expectDone(await showOwnChecklist(ports, editor, { checklistId })).sheet.version;
  const freeze = async (answeredOn: string) =>
    expectDone(await freezeOwnRound(ports, editor, { checklistId, version: await version(), answeredOn }));
  await freeze("2026-06-01");
  await answer({ "1-3": { answer: "no", targetOn: "2027-03-31" } });
  await freeze("2026-10-01");
  const both = await write();
  expect(both.isDraft).toBe(false);
  expect(changedCells(blank, both.bytes)).toEqual(["C4", "F4", "D5", "E5", "F5", "I5", "C6", "G6", "H6"]);
  const lists = (await readWorkbookBytes(both.bytes, "a.xlsx")).checklists ?? [];
  expect(lists.map((each) => each.rows.map((row) => row.answer))).toEqual([
    ["yes", "no", "yes"],
    ["yes", "yes", "no"],
  ]);
});

it("an own sheet of an edition without a file says so", async () => {
  const { ports, editor } = await hospital();
  const checklistId = await beginSheet(ports, editor);
  expect(codesOf(await writeOwnChecklist(ports, editor, { checklistId }))).toEqual([
    "catalogue-without-file",
  ]);
});

it("writes a response into the same round of the blank official checklist, and names what has no row", async () => {
  const { ports, editor, vendorId } = await hospital();
  const blank = inventedChecklist();
  const checklistRef = await publishChecklist(ports, editor, blank);
  const responseId = await secondRound(ports, editor, vendorId, { bytes: answered(), checklistRef });
  const file = expectDone(await writeOfficialChecklist(ports, editor, { responseId }));
  expect(file.fileName).toBe("架空のチェックリスト.xlsx");
  expect(file.problems).toEqual([]);
  expect(changedCells(blank, file.bytes)).toEqual(["F4", "G5", "H5", "I5", "F6"]);
  const lists = (await readWorkbookBytes(file.bytes, "a.xlsx")).checklists ?? [];
  expect(lists.map((each) => [each.round, each.rows.map((row) => [row.answer, row.targetOn])])).toEqual([
    [
      1,
      [
        ["blank", null],
        ["blank", null],
        ["blank", null],
      ],
    ],
    [
      2,
      [
        ["yes", null],
        ["no", "2027-03-31"],
        ["yes", null],
      ],
    ],
  ]);
  const answers = [
    checklistAnswer({ itemKey: "item:1", no: "1-1", item: item("一") }),
    checklistAnswer({ no: "9-9", item: "この版にない項目か。", answer: "no" }),
  ];
  const raw = rawChecklistResponse({ vendorId, checklistRef, answers });
  const kept = expectDone(await keepChecklistResponse(ports, editor, raw));
  const part = expectDone(await writeOfficialChecklist(ports, editor, kept));
  expect(part.written.map((each) => [each.no, each.cells])).toEqual([["1-1", ["事業者確認用!C4"]]]);
  expect(part.problems.map((each) => [each.code, each.params.no])).toEqual([
    ["write-back-row-unmatched", "9-9"],
  ]);
  expect(codesOf(await writeBackChecklist(ports, editor, kept))).toEqual(["write-back-not-from-file"]);
});

it(
  "ticks a form that prints はい・いいえ for a circle by hand, and leaves both words standing",
  async () => {
    const { ports, editor, vendorId } = await hospital();
    const bytes = makeWorkbook([
      {
        name: "事業者確認用",
        rows: [
          ["医療機関におけるサイバーセキュリティ対策チェックリスト 事業者確認用"],
          ["項番", "チェック項目", "回答", "目標日"],
          ["1-1", item("一"), "はい・いいえ", "（　／　）"],
          ["1-2", item("二"), "はい・いいえ", "（　／　）"],
          ["1-3", item("三"), "はい・いいえ", "（　／　）"],
        ],
      },
    ]);
    const checklistRef = await publishChecklist(ports, editor, bytes);
    const answers = [
      checklistAnswer({ itemKey: "item:1" }),
      checklistAnswer({ itemKey: "item:2", answer: "no", targetOn: "2027-03-31" }),
      checklistAnswer({ itemKey: "item:3", answer: "blank", readAnswer: "blank" }),
    ];
    const raw = rawChecklistResponse({ vendorId, checklistRef, answers });
    const kept = expectDone(await keepChecklistResponse(ports, editor, raw));
    const file = expectDone(await writeOfficialChecklist(ports, editor, kept));
    expect(file.problems).toEqual([]);
    expect(changedCells(bytes, file.bytes)).toEqual(["C3", "C4", "D4"]);
    const rows = openedByLibreOffice(file.bytes);
    expect(rows.slice(2).map((each) => each.slice(2, 4))).toEqual([
      ["☑はい・□いいえ", "（　／　）"],
      ["□はい・☑いいえ", "2027/3/31"],
      ["はい・いいえ", "（　／　）"],
    ]);
  },
  PATIENCE_MS,
);

it("never mixes with what stands in a filled official file, and asks for the file where none is registered", async () => {
  const { ports, editor, vendorId } = await hospital();
  const checklistRef = await publishChecklist(ports, editor, answered());
  const answers = [checklistAnswer({ itemKey: "item:1" })];
  const filled = rawChecklistResponse({ vendorId, checklistRef, answers });
  const kept = expectDone(await keepChecklistResponse(ports, editor, filled));
  expect(codesOf(await writeOfficialChecklist(ports, editor, kept))).toEqual(["write-back-form-filled"]);
  const none = expectDone(await keepChecklistResponse(ports, editor, rawChecklistResponse({ vendorId })));
  expect(codesOf(await writeOfficialChecklist(ports, editor, none))).toEqual(["catalogue-without-file"]);
  const starter = "cybersecurity-checklist-starter@1.0";
  const shipped = rawChecklistResponse({ vendorId, checklistRef: starter });
  const own = expectDone(await keepChecklistResponse(ports, editor, shipped));
  expect(codesOf(await writeOfficialChecklist(ports, editor, own))).toEqual(["catalogue-without-file"]);
});
