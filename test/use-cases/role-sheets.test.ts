import { expect, it } from "vitest";
import { revisionsOfContract } from "#db/queries/role-sheets.server";
import { addDays } from "~/domain/day";
import { askWhoWasInCharge, showContract } from "~/use-cases/look-back.server";
import { reviseRecord } from "~/use-cases/registers.server";
import { addRow, writeRow } from "~/use-cases/role-rows.server";
import {
  agreeRoleSheet,
  openRoleSheet,
  reviseRoleSheet,
  showRoleSheet,
} from "~/use-cases/role-sheets.server";
import { codesOf, expectDone, expectProblems, testHospital } from "../support/ports";
import { contractWithSystem, openSheet, rawContract, rawRow, SHEET_FORM } from "../support/records";

const KEY = "starter:security-updates";

async function sheetPlace() {
  const { ports, editor } = await testHospital();
  const { contractId, vendorId } = await contractWithSystem(ports, editor);
  const roleSheetId = await openSheet(ports, editor, contractId);
  const rowOf = async (key = KEY) => {
    const shown = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
    const row = shown.rows.find((each) => each.rowKey === key);
    if (!row) throw new Error(`no row ${key}`);
    return row;
  };
  const write = async (fields: Parameters<typeof rawRow>[0], key = KEY) => {
    const { id: rowId, version } = await rowOf(key);
    return writeRow(ports, editor, { roleSheetId, rowId, version, raw: rawRow(fields) });
  };
  const agree = (effectiveFrom: string, corrects: string | null = null, note = "") =>
    agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note, corrects });
  return { ports, editor, contractId, vendorId, roleSheetId, rowOf, write, agree };
}

it("opens a sheet with every row of the form, all undecided", async () => {
  const { ports, editor, roleSheetId } = await sheetPlace();
  const shown = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  const form = ports.catalogues.roleSheetForms.get(SHEET_FORM);
  expect(shown.rows.map((each) => each.rowKey)).toEqual(form?.items.map((each) => each.key));
  expect(new Set(shown.rows.map((each) => each.party))).toEqual(new Set(["undecided"]));
  expect(shown.lastRevision).toBeNull();
});

it("takes a 完了日 only after いいえ, and not before the first check", async () => {
  const { write } = await sheetPlace();
  const problems = (result: Parameters<typeof expectProblems>[0]) =>
    expectProblems(result).map((each) => [each.code, each.at]);
  expect(problems(await write({ firstCheck: "yes", completedOn: "2026-05-01" }))).toEqual([
    ["completed-without-no", "completedOn"],
  ]);
  expect(problems(await write({ firstCheck: "", completedOn: "2026-05-01" }))).toEqual([
    ["completed-without-no", "completedOn"],
  ]);
  expect(problems(await write({ firstCheck: "no", completedOn: "2026-04-19" }))).toEqual([
    ["completed-before-first-check", "completedOn"],
  ]);
  // a row's own day of the first check wins over the round's
  const own = { firstCheck: "no", firstCheckOn: "2026-06-01" };
  expect(codesOf(await write({ ...own, completedOn: "2026-05-31" }))).toEqual([
    "completed-before-first-check",
  ]);
  expectDone(await write({ ...own, completedOn: "2026-06-01" }));
});

it("names every field of a row that cannot be read", async () => {
  const { write } = await sheetPlace();
  const raw = {
    firstCheck: "maybe",
    firstCheckOn: "2026-02-30",
    party: "nobody",
    cost: "free",
    what: "長".repeat(2001),
  };
  const found = expectProblems(await write(raw)).map((each) => `${each.at} ${each.code}`);
  expect(found.sort()).toEqual([
    "cost field-not-an-option",
    "firstCheck field-not-an-option",
    "firstCheckOn field-not-a-day",
    "party field-not-an-option",
    "what field-too-long",
  ]);
  expect(codesOf(await write({ party: "third-party" }))).toEqual(["third-party-unnamed"]);
  expectDone(await write({ party: "third-party", thirdPartyName: "回線会社" }));
});

it("answers changed-meanwhile when somebody saved the row or the sheet first", async () => {
  const { ports, editor, roleSheetId, rowOf } = await sheetPlace();
  const { id: rowId, version } = await rowOf();
  const write = (what: string) =>
    writeRow(ports, editor, { roleSheetId, rowId, version, raw: rawRow({ what }) });
  expectDone(await write("先に保存"));
  expect(codesOf(await write("後から保存"))).toEqual(["changed-meanwhile"]);
  expect(await rowOf()).toMatchObject({ what: "先に保存", version: version + 1 });
  const revise = (title: string) =>
    reviseRoleSheet(ports, editor, { roleSheetId, version: 1, title, roundOn: "2026-04-20" });
  expectDone(await revise("一つ目"));
  expect(codesOf(await revise("二つ目"))).toEqual(["changed-meanwhile"]);
});

it("refuses a round's day that would put a 完了日 before the first check", async () => {
  const { ports, editor, roleSheetId, write } = await sheetPlace();
  expectDone(await write({ firstCheck: "no", completedOn: "2026-05-01" }));
  const revised = await reviseRoleSheet(ports, editor, {
    roleSheetId,
    version: 1,
    title: "役割分担",
    roundOn: "2026-05-02",
  });
  expect(codesOf(revised)).toEqual(["completed-before-first-check"]);
});

it("freezes what was agreed: later edits do not reach the revision", async () => {
  const { ports, editor, contractId, write, agree } = await sheetPlace();
  expectDone(await write({ party: "hospital", what: "病院が適用する" }));
  const first = expectDone(await agree("2026-05-01"));
  expectDone(await write({ party: "vendor", what: "事業者が適用する" }));
  const second = expectDone(await agree("2026-08-01"));
  expect([first.revisionNo, second.revisionNo]).toEqual([1, 2]);
  const revisions = await revisionsOfContract(ports.db, editor, contractId);
  const held = revisions.map((each) => each.rows.find((row) => row.rowKey === KEY));
  expect(held.map((each) => [each?.party, each?.what])).toEqual([
    ["hospital", "病院が適用する"],
    ["vendor", "事業者が適用する"],
  ]);
  await expect(ports.db.$client.execute("UPDATE role_sheet_revision_row SET party = 'both'")).rejects.toThrow(
    "frozen: role_sheet_revision_row",
  );
});

it("answers who was in charge on a day, as known on another", async () => {
  const { ports, editor, contractId, write, agree } = await sheetPlace();
  const ask = async (day: string, knownOn = "") => {
    const input = { contractId, rowKey: KEY, day, knownOn };
    const { answers } = expectDone(await askWhoWasInCharge(ports, editor, input));
    const answer = answers[0]?.answer;
    return answer?.kind === "party" ? answer.party : answer?.why;
  };
  expectDone(await write({ party: "hospital" }));
  expectDone(await agree("2026-05-01")); // recorded 2026-11-24
  ports.clock.set("2026-12-10T01:00:00.000Z");
  expectDone(await write({ party: "vendor" }));
  expectDone(await agree("2026-08-01")); // recorded 2026-12-10, holds earlier
  expect(await ask("2026-09-01")).toBe("vendor");
  expect(await ask("2026-09-01", "2026-12-09")).toBe("hospital");
  expect(await ask("2026-07-31")).toBe("hospital");
  expect(await ask("2026-04-30")).toBe("no-revision-then");
  expect(await ask("2025-03-31")).toBe("no-contract-then");
  expect(await ask("2026-09-01", "2026-11-23")).toBe("no-contract-then");
  expect(
    codesOf(await askWhoWasInCharge(ports, editor, { contractId, rowKey: KEY, day: "x", knownOn: "" })),
  ).toEqual(["field-not-a-day"]);
});

it("corrects a revision with a reason; what was known before stays answerable", async () => {
  const { ports, editor, contractId, write, agree } = await sheetPlace();
  expectDone(await write({ party: "hospital" }));
  const wrong = expectDone(await agree("2026-05-01"));
  ports.clock.set("2026-12-10T01:00:00.000Z");
  expectDone(await write({ party: "both" }));
  expect(codesOf(await agree("2026-05-01", wrong.revisionId))).toEqual(["field-required"]);
  expectDone(await agree("2026-05-01", wrong.revisionId, "書き誤り"));
  expect(codesOf(await agree("2026-05-01", wrong.revisionId, "もう一度"))).toEqual(["changed-meanwhile"]);
  const heldOn = async (knownOn: string) => {
    const shown = expectDone(await showContract(ports, editor, { contractId, day: "2026-06-01", knownOn }));
    return shown.sheets[0]?.held?.rows.find((row) => row.rowKey === KEY)?.party;
  };
  expect(await heldOn("2026-12-09")).toBe("hospital");
  expect(await heldOn("2026-12-10")).toBe("both");
});

it("cuts the answer by the contract's period as it was known", async () => {
  const { ports, editor, contractId, vendorId, write, agree } = await sheetPlace();
  expectDone(await write({ party: "vendor" }));
  expectDone(await agree("2026-05-01"));
  ports.clock.set("2026-12-10T01:00:00.000Z");
  const raw = { ...rawContract(vendorId), inForceTo: "2026-09-30", reason: "期間の書き誤り" };
  expectDone(await reviseRecord(ports, editor, { noun: "contract", id: contractId, version: 1, raw }));
  const ask = async (day: string, knownOn: string) => {
    const input = { contractId, rowKey: KEY, day, knownOn };
    return expectDone(await askWhoWasInCharge(ports, editor, input)).answers[0]?.answer.kind;
  };
  expect(await ask("2026-09-30", "2026-12-10")).toBe("party");
  expect(await ask(addDays("2026-09-30", 1), "2026-12-10")).toBe("silent");
  expect(await ask(addDays("2026-09-30", 1), "2026-12-09")).toBe("party");
});

it("adds rows of the hospital's own at the end, without an official number", async () => {
  const { ports, editor, roleSheetId } = await sheetPlace();
  const row = { roleSheetId, part: 2, label: "保存装置の更新", content: "" };
  const { rowId } = expectDone(await addRow(ports, editor, row));
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  expect(rows.at(-1)).toMatchObject({ id: rowId, label: "保存装置の更新", no: "", itemKey: null });
  expect(codesOf(await addRow(ports, editor, { ...row, label: " " }))).toEqual(["field-required"]);
});

it("refuses an unknown form, a day that does not exist and a revision from no real day", async () => {
  const { ports, editor, contractId, agree } = await sheetPlace();
  const open = (form: string, roundOn: string) =>
    openRoleSheet(ports, editor, { contractId, form, title: "", roundOn });
  expect(codesOf(await open("none@1", ""))).toEqual(["catalogue-unknown"]);
  expect(codesOf(await open(SHEET_FORM, "2026-02-29"))).toEqual(["field-not-a-day"]);
  expect(codesOf(await agree("2026-13-01"))).toEqual(["field-not-a-day"]);
});
