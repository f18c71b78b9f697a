import { beforeEach, expect, it } from "vitest";
import { runTurn } from "~/server/scheduler";
import {
  addConnection,
  correctConnection,
  endConnection,
  reopenConnection,
  reviseConnection,
} from "~/use-cases/connection-records.server";
import { showConnection, showConnections } from "~/use-cases/connections.server";
import {
  addSubcontractor,
  correctSubcontractor,
  endSubcontractor,
  reopenSubcontractor,
  reviseSubcontractor,
  showSubcontractor,
  showSubcontractors,
} from "~/use-cases/subcontractors.server";
import { rawConnection, rawSubcontractor } from "../support/contract-records";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, type TestContract } from "../support/records";

let world: TestHospital & TestContract;
beforeEach(async () => {
  const hospital = await testHospital();
  world = { ...hospital, ...(await contractWithSystem(hospital.ports, hospital.editor)) };
});

const add = async (change: Record<string, string | string[]>) => {
  const { ports, editor, contractId } = world;
  return expectDone(await addSubcontractor(ports, editor, { contractId, raw: rawSubcontractor(change) })).id;
};
const tree = async (day = "", knownOn = "") => {
  const { ports, editor, contractId } = world;
  const { placed } = expectDone(await showSubcontractors(ports, editor, { contractId, day, knownOn }));
  return placed.map(
    ({ member, level, isDetached }) => `${level}${isDetached ? "?" : ""} ${member.name} ${member.work}`,
  );
};
const one = (subcontractorId: string) =>
  showSubcontractor(world.ports, world.editor, { subcontractorId }).then(expectDone);

it("a change holds from its day, an end from its own, a correction at once; what was known stays known", async () => {
  const { ports, editor } = world;
  ports.clock.set("2026-11-24T01:00:00.000Z");
  const parent = await add({ name: "運用", usedFrom: "2025-04-01" });
  const child = await add({ name: "解析", parentId: parent, usedFrom: "2025-04-01" });
  ports.clock.set("2026-11-25T01:00:00.000Z");
  const raw = rawSubcontractor({ name: "解析", parentId: parent, usedFrom: "2025-04-01" });
  const changed = {
    subcontractorId: child,
    version: 1,
    raw: { ...raw, work: "夜間の解析", effectiveFrom: "2026-12-01" },
  };
  expectDone(await reviseSubcontractor(ports, editor, changed));
  expect(await tree("2025-03-31")).toEqual([]);
  expect(await tree("2026-11-30")).toEqual(["1 運用 保守", "2 解析 保守"]);
  expect(await tree("2026-12-01")).toEqual(["1 運用 保守", "2 解析 夜間の解析"]);
  expect(await tree("2026-12-01", "2026-11-24")).toEqual(["1 運用 保守", "2 解析 保守"]);
  // The row follows when the day comes.
  expect((await one(child)).work).toBe("保守");
  ports.clock.set("2026-11-30T16:00:00.000Z");
  await runTurn(ports, fail);
  expect((await one(child)).work).toBe("夜間の解析");

  const end = (id: string, version: number, effectiveFrom: string) =>
    endSubcontractor(ports, editor, { subcontractorId: id, version, raw: { effectiveFrom } });
  expect(codesOf(await end(parent, 1, "2026-12-02"))).toEqual(["subcontractor-has-children"]);
  expect(codesOf(await end(child, 2, "2026-11-15"))).toEqual(["entry-later-stands"]);
  expectDone(await end(child, 2, "2026-12-02"));
  expect(codesOf(await end(child, 2, "2026-12-02"))).toEqual(["entry-after-end"]);
  expect((await one(child)).archivedAt).toBeNull();
  ports.clock.set("2026-12-01T16:00:00.000Z");
  await runTurn(ports, fail);
  expect((await one(child)).archivedAt).not.toBeNull();
  expect(await tree()).toEqual(["1 運用 保守"]);
  expect(await tree("2026-12-01")).toEqual(["1 運用 保守", "2 解析 夜間の解析"]);
  const reopen = (reason: string) =>
    reopenSubcontractor(ports, editor, { subcontractorId: child, version: 3, raw: { reason } });
  expect(codesOf(await reopen(" "))).toEqual(["correction-reason-empty"]);
  expectDone(await reopen("別の会社のことだった"));
  expect(await tree()).toEqual(["1 運用 保守", "2 解析 夜間の解析"]);
  expect((await one(child)).history.map((each) => each.entry.origin)).toEqual([
    "change",
    "end",
    "change",
    "first",
  ]);
});

it("a correction counts in place of one entry only, keeps the wrong one, and needs a reason", async () => {
  const { ports, editor } = world;
  const id = await add({ name: "運用", usedFrom: "2025-04-01" });
  const [wrong] = (await one(id)).history;
  const raw = rawSubcontractor({ name: "運用（株）", usedFrom: "2024-04-01" });
  const correct = (version: number, more: Record<string, string>) =>
    correctSubcontractor(ports, editor, {
      subcontractorId: id,
      version,
      entryId: wrong?.entry.id ?? "",
      raw: { ...raw, ...more },
    });
  expect(codesOf(await correct(1, {}))).toEqual(["correction-reason-empty"]);
  expectDone(await correct(1, { reason: "始まりの年の書き誤り" }));
  expect(codesOf(await correct(2, { reason: "もう一度" }))).toEqual(["revision-superseded"]);
  expect(await tree("2024-04-01")).toEqual(["1 運用（株） 保守"]);
  expect(await tree("2024-03-31")).toEqual([]);
  expect((await one(id)).history.map((each) => [each.entry.name, each.isSuperseded])).toEqual([
    ["運用", true],
    ["運用（株）", false],
  ]);
});

it("whom a company works for is never guessed: before that one's first day it stands by itself and says so", async () => {
  const parent = await add({ name: "運用", usedFrom: "2026-01-01" });
  await add({ name: "解析", parentId: parent });
  expect(await tree("2025-06-01")).toEqual(["1? 解析 保守"]);
  expect(await tree("2026-01-01")).toEqual(["1 運用 保守", "2 解析 保守"]);
});

it("two people at once: the second is told, nothing is lost", async () => {
  const { ports, editor } = world;
  const id = await add({ name: "運用" });
  const change = (work: string) =>
    reviseSubcontractor(ports, editor, {
      subcontractorId: id,
      version: 1,
      raw: rawSubcontractor({ name: "運用", work, effectiveFrom: "2026-11-24" }),
    });
  const results = await Promise.all([change("一人目"), change("二人目")]);
  expect(results.flatMap((each) => (each.ok ? [] : each.problems.map(({ code }) => code)))).toEqual([
    "changed-meanwhile",
  ]);
  expect((await one(id)).history).toHaveLength(2);
});

it("a connection over time: a change takes the confirmation away, confirming counts for what stands", async () => {
  const { ports, editor, systemId } = world;
  ports.clock.set("2026-11-24T01:00:00.000Z");
  const raw = rawConnection(systemId, { effectiveFrom: "2025-04-01" });
  const { id } = expectDone(await addConnection(ports, editor, { raw, isConfirmed: true }));
  const shown = () => showConnection(ports, editor, { connectionId: id }).then(expectDone);
  const changed = rawConnection(systemId, { patchBearer: "vendor", effectiveFrom: "2026-11-24" });
  const revise = (version: number, isConfirmed: boolean) =>
    reviseConnection(ports, editor, { connectionId: id, version, raw: changed, isConfirmed });
  expectDone(await revise(1, false));
  expect(await shown()).toMatchObject({ patchBearer: "vendor", confirmedOn: null });
  expectDone(await revise(2, true));
  expect(await shown()).toMatchObject({ patchBearer: "vendor", confirmedOn: "2026-11-24" });
  const { entries } = await shown();
  expect(
    entries.map((each) => [each.entry.effectiveFrom, each.isSuperseded, each.entry.confirmedOn]),
  ).toEqual([
    ["2026-11-24", false, "2026-11-24"],
    ["2026-11-24", true, null],
    ["2025-04-01", false, "2026-11-24"],
  ]);
  const first = entries.at(-1)?.entry.id ?? "";
  const right = rawConnection(systemId, { effectiveFrom: "", reason: "始まりは分からない" });
  const corrected = { connectionId: id, version: 3, entryId: first, raw: right, isConfirmed: false };
  expectDone(await correctConnection(ports, editor, corrected));
  expect((await shown()).patchBearer).toBe("vendor");
  expectDone(
    await endConnection(ports, editor, {
      connectionId: id,
      version: 4,
      raw: { effectiveFrom: "2026-11-24" },
    }),
  );
  const query = {
    search: "",
    filters: {},
    sort: "name",
    isDescending: false,
    archived: false,
    page: 1,
    pageSize: 50,
  };
  expect((await showConnections(ports, editor, query)).total).toBe(0);
  // The name is free again, and then the end cannot be taken back.
  expectDone(await addConnection(ports, editor, { raw, isConfirmed: false }));
  const reopen = { connectionId: id, version: 5, raw: { reason: "続いている" } };
  expect(codesOf(await reopenConnection(ports, editor, reopen))).toEqual(["already-exists"]);
});

function fail(error: unknown): void {
  throw error;
}
