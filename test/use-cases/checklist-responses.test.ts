import { expect, it } from "vitest";
import { listChecklistResponses } from "#db/queries/checklist-responses.server";
import { keepChecklistResponse, withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { correctAnswer } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { reviewChecklist, saveChecklists } from "~/use-cases/save-checklist.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { checklistAnswer, checklistBook, listToSave, rawChecklistResponse } from "../support/checklists";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem } from "../support/records";

const query = {
  search: "",
  respondent: null,
  isWithdrawn: false,
  sort: "answeredOn",
  isDescending: true,
  page: 1,
  pageSize: 50,
} as const;

async function hospital() {
  const { ports, editor } = await testHospital();
  return { ports, editor, ...(await contractWithSystem(ports, editor)) };
}

it("keeps every row, what was not read, the systems and the counts", async () => {
  const { ports, editor, vendorId, systemId } = await hospital();
  const raw = rawChecklistResponse({ vendorId, systemIds: [systemId, systemId] });
  const { responseId } = expectDone(await keepChecklistResponse(ports, editor, raw));
  const shown = expectDone(await showChecklistResponse(ports, editor, { responseId }));
  expect(shown.response).toMatchObject({
    yesCount: 1,
    noCount: 1,
    unreadCount: 1,
    vendor: "試験ベンダ株式会社",
  });
  expect(shown.answers.map((each) => [each.no, each.answer, each.targetOn])).toEqual([
    ["1-①", "yes", null],
    ["2-①", "no", "2027-03-31"],
  ]);
  expect(shown.unread).toEqual([...raw.unread]);
  expect(shown.systems.map((each) => each.id)).toEqual([systemId]);
});

it("keeps more rows than one statement takes, in their order", async () => {
  const { ports, editor, vendorId } = await hospital();
  const answers = Array.from({ length: 131 }, (_, at) => checklistAnswer({ no: String(at + 1) }));
  const raw = rawChecklistResponse({ vendorId, answers });
  const { responseId } = expectDone(await keepChecklistResponse(ports, editor, raw));
  const shown = expectDone(await showChecklistResponse(ports, editor, { responseId }));
  expect(shown.answers.map((each) => each.no)).toEqual(answers.map((each) => each.no));
});

it("refuses a vendor, a system or an edition that is not there", async () => {
  const { ports, editor, vendorId } = await hospital();
  const keep = (fields: Parameters<typeof rawChecklistResponse>[0]) =>
    keepChecklistResponse(ports, editor, rawChecklistResponse({ vendorId, ...fields }));
  expect(codesOf(await keep({ vendorId: "nobody" }))).toEqual(["field-unknown-reference"]);
  expect(codesOf(await keep({ systemIds: ["none"] }))).toEqual(["field-unknown-reference"]);
  expect(codesOf(await keep({ checklistRef: "none@1" }))).toEqual(["catalogue-unknown"]);
  expect((await listChecklistResponses(ports.db, editor, query)).total).toBe(0);
});

it("withdraws once, with a reason; the response stays readable and leaves the list", async () => {
  const { ports, editor, vendorId } = await hospital();
  const raw = rawChecklistResponse({ vendorId });
  const { responseId } = expectDone(await keepChecklistResponse(ports, editor, raw));
  const withdraw = (reason: string) => withdrawChecklistResponse(ports, editor, { responseId, reason });
  expect(codesOf(await withdraw(" "))).toEqual(["field-required"]);
  expectDone(await withdraw("別の事業者の回答だった"));
  expect(codesOf(await withdraw("もう一度"))).toEqual(["checklist-withdrawn"]);
  expect((await listChecklistResponses(ports.db, editor, query)).total).toBe(0);
  expect((await listChecklistResponses(ports.db, editor, { ...query, isWithdrawn: true })).total).toBe(1);
  const shown = expectDone(await showChecklistResponse(ports, editor, { responseId }));
  expect(shown.response.withdrawnReason).toBe("別の事業者の回答だった");
});

it("a received sheet becomes a response: corrected rows, joined items, cells and the original", async () => {
  const { ports, editor, vendorId } = await hospital();
  const file = { fileName: "点検.xlsx", bytes: checklistBook() };
  const intakeId = expectDone(await receiveFile(ports, editor, file)).received[0]?.intakeId ?? "";
  const review = expectDone(await reviewChecklist(ports, editor, { intakeId }));
  expect(review.lists[0]?.exact?.id).toBe(vendorId);
  expect(review.lists[0]?.counts).toMatchObject({ yes: 1, no: 1, unclear: 1 });
  const set = { intakeId, formIndex: 0, ordinal: 2, answer: "no", remark: "電話で確認", reason: "" };
  expect(codesOf(await correctAnswer(ports, editor, { ...set, targetOn: "年度内" }))).toEqual([
    "field-not-a-day",
  ]);
  expectDone(await correctAnswer(ports, editor, { ...set, targetOn: "2027-01-31" }));
  const list = listToSave(vendorId, { checklistRef: "cybersecurity-checklist-starter@1.0" });
  const wrong = { ...list, answeredOn: "" };
  expect(codesOf(await saveChecklists(ports, editor, { intakeId, lists: [wrong] }))).toEqual([
    "field-not-a-day",
  ]);
  const saved = expectDone(await saveChecklists(ports, editor, { intakeId, lists: [list] }));
  const responseId = saved.responseIds[0] ?? "";
  const { response, answers } = expectDone(await showChecklistResponse(ports, editor, { responseId }));
  expect(response).toMatchObject({ yesCount: 1, noCount: 2, fileName: "点検.xlsx" });
  expect(
    answers.map((each) => [each.itemKey, each.answer, each.targetOn, each.readAnswer, each.cell]),
  ).toEqual([
    ["starter:checklist-01", "yes", null, "yes", "事業者確認用!C4"],
    ["starter:checklist-02", "no", "2027-03-31", "no", "事業者確認用!D5"],
    ["starter:checklist-03", "no", "2027-01-31", "conflict", "事業者確認用!C6"],
  ]);
  expect(codesOf(await saveChecklists(ports, editor, { intakeId, lists: [list] }))).toEqual([
    "intake-closed",
  ]);
});
