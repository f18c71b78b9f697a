import { expect, it } from "vitest";
import { historyOf, knownSeqOn } from "#db/queries/audit.server";
import { insertRecord } from "#db/queries/registers.server";
import { done, failed, problem } from "~/domain/problem";
import { changeOf, hashPersonal, record } from "~/use-cases/record.server";
import { reviseRecord } from "~/use-cases/registers.server";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { register } from "../support/records";

const head = { verb: "register", noun: "vendor", recordId: "x", change: {} };

async function place() {
  const { ports, editor } = await testHospital();
  const numberOf = async (table: string) =>
    Number((await ports.db.$client.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);
  return { ports, editor, numberOf };
}

it("leaves neither the work nor its audit row when the work is refused", async () => {
  const { ports, editor, numberOf } = await place();
  const before = await numberOf("audit");
  const result = await record(ports, editor, "catalogue:write", head, async ({ tx, at }) => {
    await insertRecord(tx, editor, "vendor", { id: "v", createdAt: at, values: { name: "消える会社" } });
    return failed(problem("already-exists", {}, "name"));
  });
  expect(codesOf(result)).toEqual(["already-exists"]);
  expect([await numberOf("vendor"), await numberOf("audit")]).toEqual([0, before]);
});

it("leaves neither when the work throws, and the next write goes on", async () => {
  const { ports, editor, numberOf } = await place();
  const before = await numberOf("audit");
  const broken = record(ports, editor, "catalogue:write", head, async ({ tx, at }) => {
    await insertRecord(tx, editor, "vendor", { id: "v", createdAt: at, values: { name: "消える会社" } });
    throw new Error("defect");
  });
  await expect(broken).rejects.toThrow("defect");
  expect([await numberOf("vendor"), await numberOf("audit")]).toEqual([0, before]);
  await register(ports, editor, "vendor", { name: "残る会社" });
  expect([await numberOf("vendor"), await numberOf("audit")]).toEqual([1, before + 1]);
});

it("counts and dates records forward, also when the clock goes back", async () => {
  const { ports, editor } = await place();
  await register(ports, editor, "vendor", { name: "一" });
  ports.clock.addHours(-100);
  await register(ports, editor, "vendor", { name: "二" });
  ports.clock.addHours(101);
  await register(ports, editor, "vendor", { name: "三" });
  const { rows } = await ports.db.$client.execute("SELECT seq, recorded_at FROM audit ORDER BY seq");
  const seqs = rows.map((each) => Number(each.seq));
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  const moments = rows.map((each) => String(each.recorded_at));
  expect(moments).toEqual([...moments].sort());
  expect(moments.slice(-3)).toEqual([
    "2026-11-24T01:00:00.000Z",
    "2026-11-24T01:00:00.000Z",
    "2026-11-24T02:00:00.000Z",
  ]);
});

it("knows by the end of a day in Tokyo what was recorded on it", async () => {
  const { ports, editor } = await place();
  ports.clock.set("2026-11-30T14:59:59.000Z"); // 23:59:59 in Tokyo
  await register(ports, editor, "vendor", { name: "前日" });
  const before = await knownSeqOn(ports.db, editor, "2026-11-30");
  ports.clock.set("2026-11-30T15:00:00.000Z"); // midnight
  await register(ports, editor, "vendor", { name: "翌日" });
  expect(await knownSeqOn(ports.db, editor, "2026-11-30")).toBe(before);
  expect(await knownSeqOn(ports.db, editor, "2026-12-01")).toBe(before + 1);
  expect(await knownSeqOn(ports.db, editor, "2020-01-01")).toBe(0);
});

it("gives every one of many writers at once its own number", async () => {
  const { ports, editor } = await place();
  const names = Array.from({ length: 20 }, (_, at) => `会社${at}`);
  await Promise.all(names.map((name) => register(ports, editor, "vendor", { name })));
  const { rows } = await ports.db.$client.execute("SELECT seq FROM audit WHERE noun = 'vendor' ORDER BY seq");
  const seqs = rows.map((each) => Number(each.seq));
  expect(seqs).toHaveLength(20);
  expect((seqs.at(-1) ?? 0) - (seqs[0] ?? 0)).toBe(19);
});

it("checks the role before anything else", async () => {
  const { ports, viewer } = await testHospital();
  const result = await record(ports, viewer, "catalogue:write", head, async () => done("reached"));
  expect(codesOf(result)).toEqual(["forbidden"]);
});

it("keeps of personal values only that they changed", async () => {
  const { ports, editor } = await place();
  const vendorId = await register(ports, editor, "vendor", { name: "会社" });
  const person = { vendorId, name: "山田 花子", role: "support", hours: "day", mail: "hanako@example.jp" };
  const id = await register(ports, editor, "vendorContact", person);
  const raw = { ...person, name: "佐藤 花子", hours: "night" };
  expectDone(await reviseRecord(ports, editor, { noun: "vendorContact", id, version: 1, raw }));
  const history = await historyOf(ports.db, editor, "vendorContact", id);
  expect(history.map((each) => each.verb)).toEqual(["revise", "register"]);
  const text = history.map((each) => each.change).join();
  for (const secret of ["山田", "佐藤", "hanako"]) expect(text).not.toContain(secret);
  expect(JSON.parse(history[0]?.change ?? "{}")).toEqual({
    hours: ["day", "night"],
    name: [expect.stringMatching(/^sha256:/), expect.stringMatching(/^sha256:/)],
  });
});

it("lists only fields that differ, and hides only what is personal", () => {
  const change = changeOf({ a: 1, b: ["x"], c: null }, { a: 1, b: ["y"], d: "new" });
  expect(change).toEqual({ b: [["x"], ["y"]], d: [null, "new"] });
  const hidden = hashPersonal(
    { name: ["古", "新"], note: ["", null], hours: ["day", "night"] },
    ["name", "note"],
    "salt",
  );
  expect(hidden).toMatchObject({ note: ["", null], hours: ["day", "night"] });
  expect(hidden.name?.[0]).not.toBe(hidden.name?.[1]);
  expect(hashPersonal({ name: ["古", "新"] }, ["name"], "other").name?.[0]).not.toBe(hidden.name?.[0]);
});
