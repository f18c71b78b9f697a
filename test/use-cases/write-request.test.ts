import { expect, it } from "vitest";
import { showRequest } from "~/use-cases/requests.server";
import { showDesk } from "~/use-cases/vendor-answers.server";
import { saveAnswers, takeOver } from "~/use-cases/vendor-save.server";
import { writeDesk, writeSubmission } from "~/use-cases/write-request.server";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import {
  inventedBook,
  inventedChecklist,
  inventedMds,
  publishChecklist,
  publishDraft,
} from "../support/catalogues";
import { changedCells } from "../support/changed-cells";
import { codesOf, expectDone } from "../support/ports";
import { openSheet, receiveDisclosure, SHEET_FORM } from "../support/records";
import { ask, askedHospital, openDesk, submit, typed, verify } from "../support/vendor-desk";

it("hands the answers out in the official form: what was submitted to the hospital, what stands to the vendor", async () => {
  const world = await askedHospital();
  const { ports, editor } = world;
  const catalogueRef = await publishDraft(ports, editor, await inventedBook(ports, editor));
  const requestId = await ask(world, { catalogueRef });
  const scope = await verify(world, await openDesk(world, requestId));
  expect(expectDone(await showDesk(ports, scope)).hasOfficialFile).toBe(true);
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const key = (at: number) => form?.items[at]?.key ?? "";
  const answers = [
    typed(key(0), 0),
    typed(key(1), 0, { answer: "no", remark: "来年度に対応", condition: "planned" }),
    typed(key(3), 0, { answer: "not-applicable" }),
  ];
  expectDone(await saveAnswers(ports, scope, answers));
  expect(codesOf(await writeSubmission(ports, editor, { requestId }))).toEqual([
    "write-back-nothing-submitted",
  ]);
  const draft = expectDone(await writeDesk(ports, scope));
  expect(changedCells(inventedMds(), draft.bytes)).toEqual(["C4", "D5", "F5", "E7"]);
  await submit(world, scope);
  const file = expectDone(await writeSubmission(ports, editor, { requestId }));
  expect(file.bytes).toEqual(draft.bytes);
  expect(file.problems).toEqual([]);
  const [read] = (await readWorkbookBytes(file.bytes, "a.xlsx")).forms;
  expect(read?.answers.map((each) => [each.answer, each.remark])).toEqual([
    ["yes", ""],
    ["no", "［対応予定］来年度に対応"],
    ["blank", ""],
    ["not-applicable", ""],
  ]);
  expect(read?.header).toMatchObject({ vendor: "試験ベンダ株式会社", product: "試験カルテ" });
});

it("hands the vendor nothing that is another vendor's: a filled form, or one that names another company", async () => {
  const world = await askedHospital();
  const { ports, editor } = world;
  const filled = await publishDraft(ports, editor, await inventedBook(ports, editor, { mark: "○" }));
  const desk = await openDesk(world, await ask(world, { catalogueRef: filled }));
  expect(codesOf(await writeDesk(ports, desk))).toEqual(["write-back-form-filled"]);
  const other = { vendorId: world.vendorId, contactId: world.contactId };
  const kind = "checklist" as const;
  const named = inventedChecklist();
  const catalogueRef = await publishChecklist(ports, editor, named);
  const requestId = await ask(world, {
    kind,
    catalogueRef,
    targets: [{ ...other, systemIds: [world.systemId] }],
  });
  const scope = await openDesk(world, requestId);
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const item = typed(form?.items[0]?.key ?? "", 0, { remark: "年度末に対応" });
  expectDone(await saveAnswers(ports, scope, [item]));
  const file = expectDone(await writeDesk(ports, scope));
  expect(file.problems).toEqual([]);
  expect(changedCells(named, file.bytes)).toEqual(["C4", "I4"]);
  await ports.db.$client.execute("UPDATE vendor SET name = '別の会社'");
  const book = await publishDraft(ports, editor, await inventedBook(ports, editor, { version: "8.8" }));
  const elsewhere = await openDesk(world, await ask(world, { catalogueRef: book }));
  expect(codesOf(await writeDesk(ports, elsewhere))).toEqual(["write-back-form-filled"]);
});

it("leaves out what was taken over and is not confirmed, and writes no role sheet", async () => {
  const world = await askedHospital();
  const { ports, editor, contractId } = world;
  await receiveDisclosure(ports, editor, world.productVersionId);
  const desk = await openDesk(world);
  expect(codesOf(await writeDesk(ports, desk))).toEqual(["catalogue-without-file"]);
  expectDone(await takeOver(ports, desk, null));
  await openSheet(ports, editor, contractId);
  const targets = [{ vendorId: world.vendorId, contactId: world.contactId, contractId }];
  const sheet = await ask(world, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets });
  expect(codesOf(await writeDesk(ports, await openDesk(world, sheet)))).toEqual(["write-back-role-sheet"]);
  expect(codesOf(await writeSubmission(ports, editor, { requestId: sheet }))).toEqual([
    "write-back-role-sheet",
  ]);
});
