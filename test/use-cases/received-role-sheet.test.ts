import { expect, it } from "vitest";
import { historyOfRow } from "#db/queries/role-rows.server";
import { discardIntake } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import {
  openReceivedRoleSheet,
  reviewReceivedRoleSheet,
  takeReceivedRows,
} from "~/use-cases/received-role-sheet.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { contractWithSystem, SHEET_FORM } from "../support/records";
import { roleSheetBook } from "../support/role-sheets";

async function hospital() {
  const { ports, editor } = await testHospital();
  const { contractId } = await contractWithSystem(ports, editor);
  const file = { fileName: "確認表.xlsx", bytes: roleSheetBook() };
  const intakeId = expectDone(await receiveFile(ports, editor, file)).received[0]?.intakeId ?? "";
  const open = { intakeId, index: 0, contractId, form: "", title: "", roundOn: "" };
  return { ports, editor, contractId, intakeId, open };
}

it("a received sheet becomes a sheet of a contract: rows, first checks, days, where each came from", async () => {
  const { ports, editor, open } = await hospital();
  expect(codesOf(await openReceivedRoleSheet(ports, editor, { ...open, form: "none@1" }))).toEqual([
    "catalogue-unknown",
  ]);
  expect(codesOf(await openReceivedRoleSheet(ports, editor, { ...open, contractId: "none" }))).toEqual([
    "field-unknown-reference",
  ]);
  const { roleSheetId } = expectDone(await openReceivedRoleSheet(ports, editor, open));
  const { sheet, rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  expect(sheet.title).toBe("架空の役割分担確認表（電子カルテ）");
  expect(
    rows.map((each) => [each.no, each.part, each.firstCheck, each.firstCheckOn, each.completedOn]),
  ).toEqual([
    ["A1", 1, "yes", "2026-04-01", null],
    ["A2", 1, "no", "2026-04-01", "2026-05-01"],
    ["B1①", 2, "", null, null],
  ]);
  expect(rows.map((each) => [each.party, each.remark])).toEqual([
    ["hospital", "総務課"],
    ["vendor", ""],
    ["undecided", ""],
  ]);
  const [entry] = await historyOfRow(ports.db, editor, roleSheetId, rows[1]?.rowKey ?? "");
  expect(entry?.reason).toBe("確認表.xlsx 確認表!B6");
});

it("with a form, rows the form has are filled and the others follow as the hospital's own", async () => {
  const { ports, editor, open } = await hospital();
  const opened = await openReceivedRoleSheet(ports, editor, { ...open, form: SHEET_FORM });
  const { roleSheetId } = expectDone(opened);
  const { rows, form } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  const total = form?.items.length ?? 0;
  expect(rows.slice(0, total).every((each) => each.itemKey !== null)).toBe(true);
  const labels = rows.map((each) => each.label);
  expect(labels).toEqual(expect.arrayContaining(form?.items.map((each) => each.label) ?? []));
});

it("rows are taken into a sheet one by one; nothing that stands there is overwritten", async () => {
  const { ports, editor, intakeId, open } = await hospital();
  const { roleSheetId } = expectDone(await openReceivedRoleSheet(ports, editor, open));
  const shown = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  const [first, second] = shown.rows;
  const empty = {
    firstCheck: "",
    firstCheckOn: "",
    completedOn: "",
    party: "undecided",
    remark: "",
  } as const;
  const rawRow = {
    thirdPartyName: "",
    emergencyParty: "",
    endParty: "",
    what: "",
    cost: "",
    deadline: "",
    clause: "",
    evidence: "",
    ...empty,
  };
  const write = (rowId = "", version = 0, remark = "") =>
    writeRow(ports, editor, { roleSheetId, rowId, version, raw: { ...rawRow, remark } });
  expectDone(await write(first?.id, first?.version, "院内の備考"));
  expectDone(await write(second?.id, second?.version));
  const review = { intakeId, roleSheetId };
  const { sheets } = expectDone(await reviewReceivedRoleSheet(ports, editor, review));
  expect(sheets[0]?.rows[0]?.differences.map((each) => [each.field, each.isFree])).toEqual([
    ["party", true],
    ["firstCheck", true],
    ["firstCheckOn", true],
    ["remark", false],
  ]);
  const take = (ordinals: number[]) =>
    takeReceivedRows(ports, editor, { intakeId, index: 0, roleSheetId, ordinals });
  expect(codesOf(await take([]))).toEqual(["field-required"]);
  expect(expectDone(await take([0]))).toEqual({ taken: 1, kept: 1, problems: [] });
  const after = expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows;
  expect(after[0]).toMatchObject({ remark: "院内の備考", firstCheck: "yes", party: "hospital" });
  expect(after[1]).toMatchObject({ firstCheck: "", party: "undecided" });
  expect(expectDone(await take([0, 1, 2]))).toMatchObject({ taken: 1, kept: 1 });
});

it("a receipt that was put aside gives nothing", async () => {
  const { ports, editor, intakeId, open } = await hospital();
  expectDone(await discardIntake(ports, editor, { intakeId }));
  expect(codesOf(await openReceivedRoleSheet(ports, editor, open))).toEqual(["intake-closed"]);
});
