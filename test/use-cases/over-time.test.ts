import { beforeAll, expect, it } from "vitest";
import { incidentsKnownAt } from "~/domain/incident";
import { twoFactorAsOf } from "~/domain/two-factor";
import type { RawPlan } from "~/domain/two-factor-plan";
import { showFigures } from "~/use-cases/figures.server";
import { showInCharge } from "~/use-cases/in-charge.server";
import { correctIncident, listIncidents, recordIncident, showIncident } from "~/use-cases/incidents.server";
import { showTimeline } from "~/use-cases/timeline.server";
import { planTwoFactor, recordTwoFactor, showTwoFactor } from "~/use-cases/two-factor.server";
import { rawIncident, rawTwoFactor } from "../support/over-time";
import { codesOf, expectDone } from "../support/ports";
import { fullWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await fullWorld();
});
const asked = { knownOn: "", search: "", rowKey: "", vendorId: "", party: "", page: 1, pageSize: 500 };

it("roles on a day: nobody before the agreement, everybody after it, each with its proof", async () => {
  const { ports, viewer, roleSheetId } = world;
  const before = expectDone(await showInCharge(ports, viewer, { ...asked, day: "2026-04-30" }));
  expect(before.rows).toEqual([]);
  expect(before.silent).toMatchObject([{ roleSheetId, silence: "no-revision-then" }]);
  const after = expectDone(await showInCharge(ports, viewer, { ...asked, day: "2026-05-01" }));
  expect(after.total).toBe(after.rows.length);
  expect(after.total).toBeGreaterThan(10);
  expect(after.rows.every((row) => row.sheet.revisionNo === 1 && row.party === "vendor")).toBe(true);
  const ended = expectDone(await showInCharge(ports, viewer, { ...asked, day: "2027-04-01" }));
  expect(ended.silent).toMatchObject([{ silence: "no-contract-then" }]);
  const item = after.items[3]?.rowKey ?? "";
  const one = expectDone(await showInCharge(ports, viewer, { ...asked, day: "2026-05-01", rowKey: item }));
  expect(one.rows.map((row) => row.rowKey)).toEqual([item]);
  expect(codesOf(await showInCharge(ports, viewer, { ...asked, day: "2026-02-30" }))).toEqual([
    "field-not-a-day",
  ]);
});

it("what was not yet recorded is not known: the same day asked with an earlier record day names nobody", async () => {
  const { ports, viewer } = world;
  const early = { ...asked, day: "2026-06-01", knownOn: "2000-01-01" };
  const shown = expectDone(await showInCharge(ports, viewer, early));
  expect(shown.rows).toEqual([]);
  expect(shown.dates).toMatchObject({ isPast: true, knownSeq: 0 });
});

it("an incident is corrected by a further entry, and only the newest one can be corrected", async () => {
  const { ports, editor } = world;
  const raw = rawIncident({ title: "停電" });
  const { incidentId } = expectDone(await recordIncident(ports, editor, { raw }));
  const first = expectDone(await showIncident(ports, editor, { incidentId })).newest;
  const correction = { incidentId, supersedes: first.id, reason: "日を間違えた", isWithdrawn: false };
  const moved = { ...correction, raw: { ...raw, happenedOn: "2026-06-09" } };
  expect(codesOf(await correctIncident(ports, editor, { ...moved, reason: " " }))).toEqual([
    "correction-reason-empty",
  ]);
  expectDone(await correctIncident(ports, editor, moved));
  expect(codesOf(await correctIncident(ports, editor, moved))).toEqual(["changed-meanwhile"]);
  const { entries, newest } = expectDone(await showIncident(ports, editor, { incidentId }));
  expect(entries.map((each) => each.happenedOn)).toEqual(["2026-06-10", "2026-06-09"]);
  expect(incidentsKnownAt(entries, first.recordedSeq)).toEqual([entries[0]]);
  const gone = { ...correction, supersedes: newest.id, isWithdrawn: true, raw };
  expectDone(await correctIncident(ports, editor, gone));
  expect((await listIncidents(ports, editor)).map((each) => each.incidentId)).not.toContain(incidentId);
});

it("refuses an incident of the future, an end before its beginning, and what is missing, all at once", async () => {
  const { ports, editor } = world;
  const codes = async (fields: Parameters<typeof rawIncident>[0]) =>
    codesOf(await recordIncident(ports, editor, { raw: rawIncident(fields) }));
  expect(await codes({ happenedOn: "2999-01-01" })).toEqual(["field-not-a-day"]);
  expect(await codes({ happenedOn: "2199-01-01", endedOn: "" })).toEqual(["incident-in-future"]);
  expect(await codes({ endedOn: "2026-06-09" })).toEqual(["day-order"]);
  expect(await codes({ title: " ", happenedOn: "" })).toEqual(["field-required", "field-required"]);
});

it("a change of a second factor leaves the past true; a correction does not", async () => {
  const { ports, editor, systemId } = world;
  const record = async (raw: Parameters<typeof rawTwoFactor>[0], supersedes: string | null = null) =>
    expectDone(
      await recordTwoFactor(ports, editor, {
        systemId,
        supersedes,
        reason: "確認違い",
        raw: rawTwoFactor(raw),
      }),
    ).recordId;
  const state = async (day: string) => {
    const { records } = expectDone(await showTwoFactor(ports, editor, { systemId }));
    return twoFactorAsOf(records, { systemId, place: "server" }, day, Number.MAX_SAFE_INTEGER)?.state;
  };
  await record({ place: "server", effectiveFrom: "2026-03-31" });
  const ready = await record({ place: "server", state: "ready", route: "os", effectiveFrom: "2026-04-01" });
  expect([await state("2026-03-30"), await state("2026-03-31"), await state("2026-04-01")]).toEqual([
    undefined,
    "planned",
    "ready",
  ]);
  await record(
    { place: "server", state: "not-possible", obstacle: "budget", effectiveFrom: "2026-04-01" },
    ready,
  );
  expect(await state("2026-04-01")).toBe("not-possible");
});

it("a jump host without its three preconditions is not ready; a plan needs a day, an obstacle a name", async () => {
  const { ports, editor, systemId } = world;
  const codes = async (fields: Parameters<typeof rawTwoFactor>[0]) => {
    const raw = rawTwoFactor(fields);
    return codesOf(await recordTwoFactor(ports, editor, { systemId, supersedes: null, reason: "", raw }));
  };
  const jump = { state: "ready", route: "jump-host" } as const;
  expect(await codes({ ...jump, preconditions: ["patched", "no-shared-password"] })).toEqual([
    "two-factor-preconditions",
  ]);
  expect(await codes({ plannedOn: "" })).toEqual(["field-required"]);
  expect(await codes({ state: "not-possible" })).toEqual(["field-required"]);
  expect(await codes({ costEstimate: "約百万" })).toEqual(["field-not-a-number"]);
});

it("plans typed into the board are kept all or none, over the record each row showed", async () => {
  const { ports, editor, systemId } = world;
  const heldAt = async (place: "client" | "server") => {
    const { records } = expectDone(await showTwoFactor(ports, editor, { systemId }));
    return twoFactorAsOf(records, { systemId, place }, "2026-11-26", Number.MAX_SAFE_INTEGER);
  };
  const row = async (place: "client" | "server", change: Partial<RawPlan> = {}) => ({
    ...{ systemId, place, seen: (await heldAt(place))?.id ?? "", kind: "planned", costEstimate: "" },
    ...{ plannedOn: "2027-04-01", ...change },
  });
  const source = "更改計画書";
  const both = [await row("client"), await row("server", { costEstimate: "500000" })];
  const wrong = [await row("client"), await row("server", { plannedOn: "" })];
  expect(codesOf(await planTwoFactor(ports, editor, { rows: wrong, source }))).toEqual(["field-required"]);
  expect(await planTwoFactor(ports, editor, { rows: both, source })).toMatchObject({ value: { count: 2 } });
  expect(await heldAt("server")).toMatchObject({
    state: "planned",
    plannedOn: "2027-04-01",
    costEstimate: 500_000,
    source,
  });
  const stale = both.map((each) => ({ ...each, plannedOn: "2027-05-01" }));
  expect(codesOf(await planTwoFactor(ports, editor, { rows: stale, source }))).toEqual(["changed-meanwhile"]);
});

it("figures count this hospital only", async () => {
  const { ports, viewer, stranger } = world;
  const own = await showFigures(ports, viewer);
  expect(own.points.at(-1)).toMatchObject({
    disclosed: { count: 1, total: 1 },
    roleSheets: { count: 1, total: 1 },
  });
  expect(own.points.at(-1)?.firstYes.total).toBeGreaterThan(10);
  expect(await showFigures(ports, stranger)).toMatchObject({ points: [], years: [] });
});

it("the timeline cuts an item's bearer by the contract, and a past view forgets what came later", async () => {
  const { ports, viewer, contractId } = world;
  const { items } = expectDone(await showInCharge(ports, viewer, { ...asked, day: "2026-06-01" }));
  const rowKey = items[0]?.rowKey ?? "";
  const query = { day: "", knownOn: "", vendorId: "", rowKey };
  const now = expectDone(await showTimeline(ports, viewer, query));
  expect(now.itemLanes.map((each) => each.stretches)).toMatchObject([
    [{ kind: "vendor", from: "2026-05-01", to: "2027-03-31" }],
  ]);
  expect(now.contracts).toMatchObject([
    { id: contractId, stretches: [{ from: "2025-04-01", to: "2027-03-31" }] },
  ]);
  expect(now.incidents.length).toBeGreaterThan(0);
  const then = expectDone(await showTimeline(ports, viewer, { ...query, knownOn: "2001-01-01" }));
  expect([then.contracts, then.incidents]).toEqual([[], []]);
});

it("asks the database the same few questions however much there is", async () => {
  const { ports, viewer } = world;
  const count = async (work: () => Promise<unknown>) => {
    const before = ports.queries.count;
    await work();
    return ports.queries.count - before;
  };
  const inCharge = () => showInCharge(ports, viewer, { ...asked, day: "2026-06-01" });
  const timeline = () => showTimeline(ports, viewer, { day: "", knownOn: "", vendorId: "", rowKey: "x" });
  expect([
    await count(inCharge),
    await count(timeline),
    await count(() => showFigures(ports, viewer)),
  ]).toEqual([17, 13, 7]);
});
