import { beforeAll, expect, it } from "vitest";
import {
  listMeasures,
  recordMeasure,
  showFeeConditions,
  showMeasures,
  takeBackMeasure,
} from "~/use-cases/measures.server";
import { listSurveys, saveSurvey, showSurvey } from "~/use-cases/surveys.server";
import { codesOf, expectDone } from "../support/ports";
import { fullWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await fullWorld();
});
const raw = { measureKey: "patches", doneOn: "2026-10-01", what: "月次更新", evidence: "作業報告書" };
const everything = { measureKey: "", systemId: "" };

it("shows what the vendor disclosed by published mappings, who bears it, and when it was done", async () => {
  const { ports, viewer, editor, systemId, disclosureId, roleSheetId } = world;
  const factor = async () => {
    const { cells } = await listMeasures(ports, viewer, { measureKey: "two-factor", systemId });
    return cells[0];
  };
  const cell = await factor();
  expect(cell?.answers.map((each) => [each.no, each.answer])).toContainEqual(["14-3", "no"]);
  expect(cell?.answers.every((each) => each.disclosureId === disclosureId && each.mapping !== "")).toBe(true);
  expect(cell?.bearers).toMatchObject([{ party: "vendor", roleSheetId }]);
  expect(cell?.last).toBeNull();
  const { recordId } = expectDone(
    await recordMeasure(ports, editor, { systemId, raw: { ...raw, measureKey: "two-factor" } }),
  );
  expect((await factor())?.last).toMatchObject({ id: recordId, doneOn: "2026-10-01" });
  expect(codesOf(await takeBackMeasure(ports, editor, { recordId, reason: " " }))).toEqual([
    "correction-reason-empty",
  ]);
  expectDone(await takeBackMeasure(ports, editor, { recordId, reason: "別のシステム" }));
  expect(codesOf(await takeBackMeasure(ports, editor, { recordId, reason: "もう一度" }))).toEqual([
    "changed-meanwhile",
  ]);
  expect((await factor())?.last).toBeNull();
  expect(
    expectDone(await showMeasures(ports, viewer, { systemId })).records.map((each) => each.isWithdrawn),
  ).toEqual([false, true]);
});

it("asks the database the same few questions for one measure and for all", async () => {
  const { ports, viewer } = world;
  const count = async (query: typeof everything) => {
    const before = ports.queries.count;
    await listMeasures(ports, viewer, query);
    return ports.queries.count - before;
  };
  const all = await count(everything);
  expect(await count({ measureKey: "logs", systemId: "" })).toBe(all);
  expect(all).toBeLessThanOrEqual(15);
});

const answer = (questionKey: string, value: string, fields = {}) => ({
  questionKey,
  value,
  happenedOn: "",
  note: "",
  seenId: "",
  ...fields,
});

it("proposes from the records, keeps what was answered with its ground, and lets one of two people win", async () => {
  const { ports, editor, disclosureId } = world;
  const shown = async (fiscalYear = 2026) => expectDone(await showSurvey(ports, editor, { fiscalYear }));
  const rowOf = async (key: string, fiscalYear = 2026) =>
    (await shown(fiscalYear)).rows.find((each) => each.question.key === key);
  const check = await rowOf("disclosure-check");
  expect(check?.proposal).toMatchObject({ value: "all", statements: [{ count: 1, total: 1 }] });
  expect(check?.proposal?.statements[0]?.cites).toMatchObject([{ kind: "disclosure", id: disclosureId }]);
  const first = [
    answer("disclosure-check", "all"),
    answer("bcp", "yes", { happenedOn: "2026-08-01" }),
    answer("csirt", ""),
  ];
  expect(expectDone(await saveSurvey(ports, editor, { fiscalYear: 2026, answers: first }))).toEqual({
    saved: 2,
  });
  expect((await rowOf("disclosure-check"))?.held).toMatchObject({
    basis: "records",
    effectiveFrom: "2026-11-24",
  });
  const held = (await rowOf("bcp"))?.held;
  expect(held).toMatchObject({ basis: "asked", value: "yes", happenedOn: "2026-08-01", evidence: null });
  expect((await rowOf("csirt"))?.held).toBeNull();
  const late = saveSurvey(ports, editor, { fiscalYear: 2026, answers: [answer("bcp", "no")] });
  expect(codesOf(await late)).toEqual(["changed-meanwhile"]);
  const seen = answer("bcp", "no", { seenId: held?.id });
  expectDone(await saveSurvey(ports, editor, { fiscalYear: 2026, answers: [seen] }));
  expect((await rowOf("bcp"))?.held).toMatchObject({ value: "no", supersedes: held?.id });
  expect(
    expectDone(
      await saveSurvey(ports, editor, { fiscalYear: 2026, answers: [{ ...seen, seenId: "stale" }] }),
    ),
  ).toEqual({ saved: 0 });
});

it("carries an answer into the next year as a proposal, and answers a year that is over as of its last day", async () => {
  const { ports, editor } = world;
  const last = [answer("department-staff", "４", { note: "兼任2人" })];
  expectDone(await saveSurvey(ports, editor, { fiscalYear: 2025, answers: last }));
  const { rows } = expectDone(await showSurvey(ports, editor, { fiscalYear: 2026 }));
  const staff = rows.find((each) => each.question.key === "department-staff");
  expect(staff?.held).toBeNull();
  expect(staff?.carried).toMatchObject({ value: "4", effectiveFrom: "2026-03-31", note: "兼任2人" });
  expect(codesOf(await showSurvey(ports, editor, { fiscalYear: 2024 }))).toEqual(["not-found"]);
  expect(codesOf(await showSurvey(ports, editor, { fiscalYear: 2027 }))).toEqual(["not-found"]);
  expect((await listSurveys(ports, editor)).rows.map((each) => [each.fiscalYear, each.answered])).toEqual([
    [2026, 2],
    [2025, 1],
  ]);
});

it("what was answered for the survey stands in the conditions of the fee, and no verdict with it", async () => {
  const { ports, viewer, editor } = world;
  const answers = [answer("backup-methods", "yes"), answer("backup-offline", "yes")];
  expectDone(await saveSurvey(ports, editor, { fiscalYear: 2026, answers }));
  const stateOf = async (no: string) =>
    (await showFeeConditions(ports, viewer)).lines.find((each) => each.condition.no === no)?.state;
  expect(await stateOf("(11)")).toBe("partly"); // はい, and a system of which no backup is on record
  const done = { ...raw, measureKey: "backup" };
  expectDone(await recordMeasure(ports, editor, { systemId: world.systemId, raw: done }));
  expect(await stateOf("(11)")).toBe("recorded");
  expect(await stateOf("(12)")).toBe("denied");
  expect(JSON.stringify(await showFeeConditions(ports, world.stranger))).not.toContain(world.systemId);
});
