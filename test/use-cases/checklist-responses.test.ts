import { expect, it } from "vitest";
import { listChecklistResponses } from "#db/queries/checklist-responses.server";
import { keepChecklistResponse, withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { checklistAnswer, rawChecklistResponse } from "../support/checklists";
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
