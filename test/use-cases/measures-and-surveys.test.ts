import { beforeAll, expect, it } from "vitest";
import type { Scope } from "~/domain/scope";
import {
  listMeasures,
  recordMeasure,
  showFeeConditions,
  showMeasures,
  takeBackMeasure,
} from "~/use-cases/measures.server";
import type { Ports } from "~/use-cases/ports.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { listSurveys, saveSurvey, showSurvey } from "~/use-cases/surveys.server";
import { makeWorkbook } from "../support/make-workbook";
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

/** An official-looking MDS of one question; no official text. */
async function receivePrinted(ports: Ports, scope: Scope, productVersionId: string, question: string) {
  const rows = [
    ["製造業者による医療情報セキュリティ開示書（MDS）　Ver.5.0"],
    ["作成日", "2026/4/15"],
    ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
    ["1", question, "○", null, null, ""],
    ["2", "架空の設問か。", null, "○", null, ""],
  ];
  const bytes = makeWorkbook([{ name: "MDS", rows }]);
  const { intakeId } = expectDone(await receiveWorkbook(ports, scope, { fileName: "MDS.xlsx", bytes }));
  const form = { formIndex: 0, formVersion: "5.0", issuedOn: "2026-04-15", place: { productVersionId } };
  return expectDone(await saveIntake(ports, scope, { intakeId, forms: [form] })).disclosureIds[0] ?? "";
}

it("asks the database the same few questions for one measure and for all", async () => {
  const { ports, viewer } = world;
  const count = async (query: typeof everything) => {
    const before = ports.queries.count;
    await listMeasures(ports, viewer, query);
    return ports.queries.count - before;
  };
  const all = await count(everything);
  expect(await count({ measureKey: "logs", systemId: "" })).toBe(all);
  expect(all).toBeLessThanOrEqual(16);
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

it("an official form speaks to a measure by the clause its question prints, before anybody maps it", async () => {
  const { ports, editor, viewer, systemId, productVersionId } = world;
  const disclosureId = await receivePrinted(
    ports,
    editor,
    productVersionId,
    "ログインに二要素認証を使えるか。（システム運用編 14⑤）",
  );
  const { cells } = await listMeasures(ports, viewer, { measureKey: "two-factor", systemId });
  const said = cells[0]?.answers.filter((each) => each.disclosureId === disclosureId);
  expect(said).toMatchObject([{ answer: "yes", mapping: null }]);
  const others = await listMeasures(ports, viewer, { measureKey: "patches", systemId });
  expect(others.cells[0]?.answers.some((each) => each.disclosureId === disclosureId)).toBe(false);
});
