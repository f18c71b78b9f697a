import { expect, it } from "vitest";
import { periodsOf, systemsOfContract } from "#db/queries/contracts.server";
import { choicesOf, listRecords } from "#db/queries/registers.server";
import {
  archiveRecord,
  coverSystems,
  registerRecord,
  reviseRecord,
  showRecord,
} from "~/use-cases/registers.server";
import { codesOf, expectDone, expectProblems, testHospital } from "../support/ports";
import { contractWithSystem, rawContract, rawSystem, register } from "../support/records";

const list = {
  today: "2026-11-24",
  search: "",
  filters: {},
  sort: "name",
  isDescending: false,
  archived: false,
  parentId: null,
  page: 1,
  pageSize: 50,
};

it("registers, shows, revises and keeps the version that was seen", async () => {
  const { ports, editor } = await testHospital();
  const id = await register(ports, editor, "vendor", { name: " 会社 ", note: "" });
  const shown = expectDone(await showRecord(ports, editor, { noun: "vendor", id }));
  expect(shown).toMatchObject({ version: 1, archivedAt: null, values: { name: "会社", note: "" } });
  const revise = (name: string) =>
    reviseRecord(ports, editor, { noun: "vendor", id, version: 1, raw: { name } });
  expectDone(await revise("会社")); // nothing changed: nothing written
  expect(expectDone(await showRecord(ports, editor, { noun: "vendor", id })).version).toBe(1);
  expectDone(await revise("新社名"));
  expect(codesOf(await revise("別の社名"))).toEqual(["changed-meanwhile"]);
});

it("lets one of many edits of the same version through", async () => {
  const { ports, editor } = await testHospital();
  const id = await register(ports, editor, "vendor", { name: "会社" });
  const edits = Array.from({ length: 8 }, (_, at) =>
    reviseRecord(ports, editor, { noun: "vendor", id, version: 1, raw: { name: `社名${at}` } }),
  );
  const results = await Promise.all(edits);
  expect(results.filter((each) => each.ok)).toHaveLength(1);
  expect(results.filter((each) => !each.ok && each.problems[0]?.code === "changed-meanwhile")).toHaveLength(
    7,
  );
});

it("refuses references that do not exist or belong to others, naming the field", async () => {
  const { ports, editor, stranger } = await testHospital();
  const { productVersionId } = await contractWithSystem(ports, editor);
  const add = (raw: Record<string, string>, scope = editor) =>
    registerRecord(ports, scope, { noun: "system", raw });
  expect(expectProblems(await add(rawSystem("none")))).toMatchObject([
    { code: "field-unknown-reference", at: "productVersionId" },
  ]);
  expect(codesOf(await add(rawSystem(productVersionId), stranger))).toEqual(["field-unknown-reference"]);
});

it("refuses a contract number and a version label twice", async () => {
  const { ports, editor, stranger } = await testHospital();
  const { vendorId, productId } = await contractWithSystem(ports, editor);
  const again = await registerRecord(ports, editor, { noun: "contract", raw: rawContract(vendorId) });
  expect(expectProblems(again)).toMatchObject([{ code: "already-exists", at: "number" }]);
  const label = await registerRecord(ports, editor, {
    noun: "productVersion",
    raw: { productId, label: "1.0" },
  });
  expect(expectProblems(label)).toMatchObject([{ code: "already-exists", at: "label" }]);
  const elsewhere = await register(ports, stranger, "vendor", { name: "別グループの会社" });
  expectDone(await registerRecord(ports, stranger, { noun: "contract", raw: rawContract(elsewhere) }));
});

it("takes an archived record out of lists and choices, and brings it back", async () => {
  const { ports, editor } = await testHospital();
  const id = await register(ports, editor, "vendor", { name: "会社" });
  const archive = (isArchived: boolean, version: number) =>
    archiveRecord(ports, editor, { noun: "vendor", id, version, isArchived });
  expectDone(await archive(true, 1));
  expect((await listRecords(ports.db, editor, "vendor", list)).total).toBe(0);
  expect((await listRecords(ports.db, editor, "vendor", { ...list, archived: true })).total).toBe(1);
  expect(await choicesOf(ports.db, editor, "vendor")).toEqual([]);
  const revised = await reviseRecord(ports, editor, { noun: "vendor", id, version: 2, raw: { name: "新" } });
  expect(codesOf(revised)).toEqual(["record-archived"]);
  expect(codesOf(await archive(false, 1))).toEqual(["changed-meanwhile"]);
  expectDone(await archive(false, 2));
  expect((await listRecords(ports.db, editor, "vendor", list)).total).toBe(1);
});

it("keeps every period a contract ever had", async () => {
  const { ports, editor } = await testHospital();
  const { contractId: id, vendorId } = await contractWithSystem(ports, editor);
  const revise = (version: number, change: Record<string, string>) =>
    reviseRecord(ports, editor, {
      noun: "contract",
      id,
      version,
      raw: { ...rawContract(vendorId), reason: "書き誤り", ...change },
    });
  expectDone(await revise(1, { title: "題だけ変える" }));
  expectDone(await revise(2, { inForceTo: "2028-03-31" }));
  expectDone(await revise(3, { inForceTo: "" }));
  const periods = await periodsOf(ports.db, editor, id);
  // registered, systems chosen, title changed: each time the contract was recorded as a whole
  const first = ["2027-03-31", "2027-03-31", "2027-03-31"];
  expect(periods.map((each) => each.inForceTo)).toEqual([...first, "2028-03-31", null]);
  expect(periods.map((each) => each.supersedes)).toEqual([null, ...periods.slice(0, -1).map(({ id }) => id)]);
  expect(codesOf(await revise(4, { inForceTo: "2024-01-01" }))).toEqual(["day-order"]);
});

it("replaces the list of covered systems as a whole", async () => {
  const { ports, editor, stranger } = await testHospital();
  const { contractId, productVersionId, systemId } = await contractWithSystem(ports, editor);
  const other = await register(ports, editor, "system", { ...rawSystem(productVersionId), name: "別の系" });
  const cover = (...systemIds: string[]) =>
    coverSystems(ports, editor, { contractId, systemIds, reason: "対象の書き漏れ" });
  const covered = async () =>
    (await systemsOfContract(ports.db, editor, contractId)).map((each) => each.id).sort();
  expectDone(await cover(systemId, other, other));
  expect(await covered()).toEqual([systemId, other].sort());
  expect(codesOf(await cover("none"))).toEqual(["field-unknown-reference"]);
  expect(await covered()).toHaveLength(2);
  expectDone(await cover());
  expect(await covered()).toEqual([]);
  const silent = { contractId, systemIds: [systemId, other] };
  expectDone(await coverSystems(ports, editor, silent)); // nothing was named before: the terms are completed
  const again = await coverSystems(ports, editor, { contractId, systemIds: [systemId], reason: " " });
  expect(expectProblems(again).map((each) => [each.code, each.at])).toEqual([["field-required", "reason"]]);
  expect(await covered()).toHaveLength(2);
  expect(codesOf(await coverSystems(ports, stranger, { contractId, systemIds: [] }))).toEqual(["not-found"]);
});

it("searches, filters, sorts and pages; % and _ are letters", async () => {
  const { ports, editor } = await testHospital();
  for (const name of ["百%会社", "百円会社", "a_b", "axb"]) await register(ports, editor, "vendor", { name });
  const names = async (query: Partial<typeof list>) =>
    (await listRecords(ports.db, editor, "vendor", { ...list, ...query })).rows.map(
      (each) => each.cells.name,
    );
  expect(await names({ search: "百%" })).toEqual(["百%会社"]);
  expect(await names({ search: "a_b" })).toEqual(["a_b"]);
  expect(await names({ pageSize: 2, page: 2 })).toHaveLength(2);
  expect(await names({ isDescending: true })).toEqual((await names({})).reverse());
  expect(await names({ sort: "no such column'; --" })).toHaveLength(4);
});
