import { beforeEach, describe, expect, it } from "vitest";
import { formOfTerms } from "~/domain/contract-form";
import { termsOf } from "~/domain/contract-terms";
import { quoteClause } from "~/use-cases/contract-clauses.server";
import { amendContract } from "~/use-cases/contract-terms.server";
import { showInCharge } from "~/use-cases/in-charge.server";
import { showContract } from "~/use-cases/look-back.server";
import { archiveRecord, registerRecord, reviseRecord, showRecord } from "~/use-cases/registers.server";
import { showServerList } from "~/use-cases/servers.server";
import { showTimeline } from "~/use-cases/timeline.server";
import {
  correctServerUpdates,
  settleServerUpdates,
  showServerUpdates,
} from "~/use-cases/update-bearers.server";
import { rawClause } from "../support/contract-records";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";

let world: TestHospital & TestContract;
let serverId = "";
beforeEach(async () => {
  const hospital = await testHospital();
  world = { ...hospital, ...(await contractWithSystem(hospital.ports, hospital.editor)) };
  hospital.ports.clock.set("2026-12-20T01:00:00.000Z");
  serverId = await register(hospital.ports, hospital.editor, "server", {
    ...{ systemId: world.systemId, name: "KARTE-1", kind: "pc" },
    ...{ securityUpdateBearer: "unclear", securityUpdateClause: "覚書のとおり" },
  });
});

const raw = (change: Record<string, string> = {}) => ({
  ...{ bearer: "vendor", clauseKey: "", typedClause: "第7条", effectiveFrom: "2027-01-01" },
  ...change,
});
const page = async () => expectDone(await showServerUpdates(world.ports, world.editor, { serverId }));
const settle = async (change: Record<string, string> = {}) => {
  const { version } = await page();
  return settleServerUpdates(world.ports, world.editor, { serverId, version, raw: raw(change) });
};
const then = async (day: string, knownOn = "") => {
  const list = { search: "", rowKey: "", vendorId: "", party: "", page: 1, pageSize: 50 };
  const asked = { day, knownOn, ...list };
  const { outside } = expectDone(await showInCharge(world.ports, world.editor, asked));
  return outside.servers.map((each) => `${each.name} ${each.entryId ? each.bearer : "-"} ${each.clause}`);
};
const quote = async (revisionId: string, number: string) => {
  const { ports, editor, contractId } = world;
  const input = { contractId, key: null, raw: rawClause(revisionId, { number }) };
  return expectDone(await quoteClause(ports, editor, input)).key;
};
const heldTerms = async () => {
  const { ports, editor, contractId } = world;
  const shown = expectDone(await showContract(ports, editor, { contractId, day: "", knownOn: "" }));
  if (!shown.held) throw new Error("no terms");
  return { revision: shown.held.revision, contract: shown.contract };
};

describe("who bears the updates over time", () => {
  it("a change holds from its day, the day before nothing has changed, and what was known stays known", async () => {
    world.ports.clock.set("2026-12-21T01:00:00.000Z");
    expectDone(await settle());
    expect(await then("1990-01-01")).toEqual(["KARTE-1 unclear 覚書のとおり"]);
    expect(await then("2026-12-31")).toEqual(["KARTE-1 unclear 覚書のとおり"]);
    expect(await then("2027-01-01")).toEqual(["KARTE-1 vendor 第7条"]);
    expect(await then("2027-01-01", "2026-12-20")).toEqual(["KARTE-1 unclear 覚書のとおり"]);
    expect(await then("2027-01-01", "2026-12-19")).toEqual([]);
    // What reads today knows nothing of it until its day has come, and then by itself.
    const { ports, editor } = world;
    const bearer = async () => (await showServerList(ports, editor)).servers.map((each) => each.bearer);
    expect(await bearer()).toEqual(["unclear"]);
    ports.clock.set("2026-12-31T15:00:00.000Z");
    expect(await bearer()).toEqual(["vendor"]);
  });

  it("a correction counts in the place of what it corrects, with its reason; both stay; a clock set back changes nothing", async () => {
    expectDone(await settle({ effectiveFrom: "2026-10-01" }));
    const { version, shown } = await page();
    world.ports.clock.set("2026-12-10T01:00:00.000Z");
    const right = { bearer: "hospital", effectiveFrom: "2026-11-01" };
    const correct = (reason: string) =>
      correctServerUpdates(world.ports, world.editor, {
        ...{ serverId, version, entryId: shown?.id ?? "" },
        raw: { ...raw(right), reason },
      });
    expect(codesOf(await correct(" "))).toEqual(["correction-reason-empty"]);
    expectDone(await correct("覚書の日付の読み違い"));
    expect(await then("2026-10-15")).toEqual(["KARTE-1 unclear 覚書のとおり"]);
    expect(await then("2026-11-01")).toEqual(["KARTE-1 hospital 第7条"]);
    const { entries } = await page();
    expect(entries.map((each) => [each.entry.bearer, each.isSuperseded, each.entry.reason])).toEqual([
      ["hospital", false, "覚書の日付の読み違い"],
      ["vendor", true, ""],
      ["unclear", false, ""],
    ]);
    expect(codesOf(await correct("もう一度"))).toEqual(["revision-superseded"]);
  });

  it("a first day is kept, may be corrected, and before it nothing was recorded", async () => {
    const { ports, editor, systemId } = world;
    const given = { systemId, name: "KARTE-2", kind: "pc", securityUpdateBearer: "vendor" };
    const add = (effectiveFrom: string) =>
      registerRecord(ports, editor, { noun: "server", raw: { ...given, effectiveFrom } });
    expect(codesOf(await add("2026-02-30"))).toEqual(["field-not-a-day"]);
    serverId = expectDone(await add("2026-04-01")).id;
    expect((await then("2026-03-31")).at(-1)).toBe("KARTE-2 - ");
    expect((await then("2026-04-01")).at(-1)).toBe("KARTE-2 vendor ");
    expect(codesOf(await settle({ effectiveFrom: "2026-03-31" }))).toEqual(["entry-before-first"]);
    const { version, shown } = await page();
    const said = { ...raw({ typedClause: "", effectiveFrom: "" }), reason: "納入の日は分からない" };
    const input = { serverId, version, entryId: shown?.id ?? "", raw: said };
    expectDone(await correctServerUpdates(ports, editor, input));
    expect((await then("2026-03-31")).at(-1)).toBe("KARTE-2 vendor ");
  });

  it("two people at once: the second is told, nothing is lost; nothing new says nothing; every field is checked", async () => {
    const { ports, editor } = world;
    const { version } = await page();
    const save = (change: Record<string, string>) =>
      settleServerUpdates(ports, editor, { serverId, version, raw: raw(change) });
    expectDone(await save({}));
    expect(codesOf(await save({ bearer: "hospital" }))).toEqual(["changed-meanwhile"]);
    const count = (await page()).entries.length;
    expectDone(await settle({ effectiveFrom: "2027-02-01" }));
    expect((await page()).entries).toHaveLength(count);
    expect(codesOf(await settle({ bearer: "", effectiveFrom: "" }))).toEqual([
      "field-required",
      "field-required",
    ]);
    expect(codesOf(await settle({ bearer: "somebody", typedClause: "あ".repeat(401) }))).toEqual([
      "field-not-an-option",
      "field-too-long",
    ]);
  });

  it("the register's form changes neither the bearer nor its clause; a server put away keeps its past", async () => {
    const { ports, editor, systemId } = world;
    const { version } = await page();
    const form = { systemId, name: "KARTE-9", kind: "nas", os: "", securityUpdateBearer: "vendor" };
    const input = { noun: "server" as const, id: serverId, version, raw: form };
    expectDone(await reviseRecord(ports, editor, input));
    expect(await then("")).toEqual(["KARTE-9 unclear 覚書のとおり"]);
    expect(expectDone(await showRecord(ports, editor, input)).values).not.toHaveProperty(
      "securityUpdateBearer",
    );
    ports.clock.set("2026-12-22T01:00:00.000Z");
    expectDone(await archiveRecord(ports, editor, { ...input, version: version + 1, isArchived: true }));
    expect(await then("")).toEqual([]);
    expect(await then("2026-12-21")).toEqual(["KARTE-9 unclear 覚書のとおり"]);
    expect(await then("2026-12-22", "2026-12-21")).toEqual(["KARTE-9 unclear 覚書のとおり"]);
    expect(codesOf(await settle())).toEqual(["record-archived"]);
  });
});

describe("the clause that says so", () => {
  it("stands on the day of the entry, in a contract that covers the system then", async () => {
    const { ports, editor, contractId } = world;
    const { revision, contract } = await heldTerms();
    const first = await quote(revision.id, "第7条");
    const amended = { ...formOfTerms(termsOf(revision)), number: contract.number, note: "" };
    const later = expectDone(
      await amendContract(ports, editor, {
        ...{ contractId, version: contract.version, origin: "amendment" as const },
        raw: { ...amended, title: "改定", sourceTitle: "覚書", effectiveFrom: "2027-04-01" },
      }),
    );
    const second = await quote(later.revisionId, "第7条の2");
    expect(codesOf(await settle({ clauseKey: "no-such-key" }))).toEqual(["clause-other-contract"]);
    expect(codesOf(await settle({ clauseKey: second }))).toEqual(["clause-not-then"]);
    expectDone(await settle({ clauseKey: first }));
    expectDone(await settle({ clauseKey: second, effectiveFrom: "2027-04-01" }));
    expect(await then("2027-03-31")).toEqual(["KARTE-1 vendor 第7条"]);
    expect(await then("2027-04-01")).toEqual(["KARTE-1 vendor 第7条の2"]);
  });

  it("stays in a correction of something else, though it does not stand any longer", async () => {
    const { revision } = await heldTerms();
    const clauseKey = await quote(revision.id, "第7条");
    expectDone(await settle({ clauseKey, typedClause: "" }));
    const { version, shown, entries } = await page();
    const entryId = entries[0]?.entry.id ?? shown?.id ?? "";
    const said = { ...raw({ clauseKey, bearer: "hospital" }), reason: "読み違い" };
    const input = { serverId, version, entryId, raw: said };
    expectDone(await correctServerUpdates(world.ports, world.editor, input));
    expect(await then("2027-01-01")).toEqual(["KARTE-1 hospital 第7条"]);
  });
});

it("the timeline has a lane for each server, cut where it was put away", async () => {
  const { ports, editor } = world;
  expectDone(await settle({ effectiveFrom: "2026-12-01" }));
  const asked = { day: "", knownOn: "", vendorId: "", rowKey: "" };
  const lanes = async () => {
    const { servers } = expectDone(await showTimeline(ports, editor, asked));
    return servers.flatMap((each) => each.stretches.map(({ kind, from, to }) => [kind, from, to]));
  };
  const before = await lanes();
  expect(before.at(-1)).toEqual(["vendor", "2026-12-01", null]);
  const { version } = await page();
  const put = { noun: "server" as const, id: serverId, version, isArchived: true };
  expectDone(await archiveRecord(ports, editor, put));
  expect((await lanes()).at(-1)).toEqual(["vendor", "2026-12-01", "2026-12-19"]);
});
