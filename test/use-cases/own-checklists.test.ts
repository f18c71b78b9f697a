import { beforeAll, describe, expect, it } from "vitest";
import { houseAnswer, measureRecord } from "#db/schema";
import type { Scope } from "~/domain/scope";
import { beginOwnChecklist, freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { listDeadlines } from "~/use-cases/home.server";
import { keepChecklistResponse, withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { answersOfRounds, listSelfChecks, showOwnChecklist } from "~/use-cases/own-checklists.server";
import { checklistAnswer, rawChecklistResponse } from "../support/checklists";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { beginSheet, CHECKLIST, typedSheet } from "../support/self-checks";
import { fullWorld, type World } from "../support/world";

let world: World;
let checklistId: string;
beforeAll(async () => {
  world = await fullWorld();
  checklistId = await beginSheet(world.ports, world.editor);
});

const show = async (scope: Scope = world.viewer) =>
  expectDone(await showOwnChecklist(world.ports, scope, { checklistId }));
const row = async (no: string) => (await show()).rows.find((each) => each.item.no === no);

describe("the hospital's own sheet", () => {
  it("lists the rows it answers with what the records say, and nothing is answered yet", async () => {
    const shown = await show();
    expect(shown.rows).toHaveLength(18);
    expect(shown.rows.every((each) => each.saved === null)).toBe(true);
    expect(shown.gate).toMatchObject({ no: "0" });
    expect(shown.gateEvidence.lean).toBe("yes");
    const { evidence } = (await row("2-③")) ?? {};
    expect(evidence).toMatchObject({
      lean: "yes",
      statements: [{ code: "systems-disclosed", count: 1, total: 1 }],
    });
    expect(evidence?.statements[0]?.cites).toMatchObject([{ kind: "disclosure", id: world.disclosureId }]);
  });

  it("begins once a year and edition, this year or the one before", async () => {
    const { ports, editor } = world;
    const begin = (fiscalYear: number, checklistRef = CHECKLIST) =>
      beginOwnChecklist(ports, editor, { fiscalYear, checklistRef });
    expect(codesOf(await begin(2026))).toEqual(["already-exists"]);
    expect(codesOf(await begin(2024))).toEqual(["fiscal-year-outside"]);
    expect(codesOf(await begin(2027))).toEqual(["fiscal-year-outside"]);
    expect(codesOf(await begin(Number.NaN))).toEqual(["fiscal-year-outside"]);
    expect(codesOf(await begin(2025, "no-such@1"))).toEqual(["catalogue-unknown"]);
    expectDone(await begin(2025));
    expect((await listSelfChecks(ports, editor)).sheets.map((each) => each.fiscalYear)).toEqual([2026, 2025]);
  });

  it("keeps what was typed with the ground, and only one of two people who saved at once", async () => {
    const { ports, editor } = world;
    const typed = await typedSheet(ports, editor, checklistId, {
      "2-③": { answer: "no", targetOn: "2027-03-31", remark: "改訂待ち" },
      "1-①": { answer: "" },
    });
    const wrong = typed.rows.map((each) => ({ ...each, targetOn: "2027-04-01" }));
    expect(codesOf(await saveOwnChecklist(ports, editor, { ...typed, rows: wrong }))).toContain(
      "target-without-no",
    );
    expectDone(await saveOwnChecklist(ports, editor, typed));
    expect(codesOf(await saveOwnChecklist(ports, editor, typed))).toEqual(["changed-meanwhile"]);
    expect((await row("2-③"))?.saved).toMatchObject({
      answer: "no",
      targetOn: "2027-03-31",
      remark: "改訂待ち",
      evidence: { topic: "disclosures", lean: "yes" },
      isOutdated: false,
    });
    expect((await row("1-①"))?.saved).toBeNull();
  });

  it("ignores rows that are not of the sheet", async () => {
    const { ports, editor } = world;
    const typed = await typedSheet(ports, editor, checklistId);
    const rows = typed.rows.slice(0, 1).map((each) => ({ ...each, itemKey: "item:999" }));
    expect(rows).toHaveLength(1);
    expectDone(await saveOwnChecklist(ports, editor, { ...typed, rows }));
    const stored = await ports.db.$client.execute(
      "SELECT count(*) n FROM own_checklist_row WHERE item_key = 'item:999'",
    );
    expect(Number(stored.rows[0]?.n)).toBe(0);
  });
});

describe("rounds", () => {
  const freeze = async (answeredOn = "2026-06-10") => {
    const { sheet } = await show();
    return freezeOwnRound(world.ports, world.editor, { checklistId, version: sheet.version, answeredOn });
  };

  it("waits for every row, then freezes the hospital's response and keeps the ground as it stood", async () => {
    const { ports, editor } = world;
    expect(codesOf(await freeze())).toEqual(["own-checklist-open"]);
    const typed = await typedSheet(ports, editor, checklistId, { "2-③": { answer: "no" } });
    expectDone(await saveOwnChecklist(ports, editor, typed));
    expect(codesOf(await freeze())).toEqual(["own-checklist-targets"]);
    const full = await typedSheet(ports, editor, checklistId, {
      "2-③": { answer: "no", targetOn: "2026-12-31" },
    });
    expectDone(await saveOwnChecklist(ports, editor, full));
    expect(codesOf(await freeze("2026-03-31"))).toEqual(["day-outside-year"]);
    const { responseId } = expectDone(await freeze());
    const shown = await show();
    expect(shown.rounds).toMatchObject([{ round: 1, responseId, answeredOn: "2026-06-10", noCount: 1 }]);
    const [round] = await answersOfRounds(ports, editor, shown.rounds);
    expect([round?.answers.get(""), round?.answers.size]).toEqual(["yes", 19]);
    const frozen = await ports.db.$client.execute("SELECT evidence FROM own_checklist_round");
    expect(String(frozen.rows[0]?.evidence)).toContain(world.disclosureId);
  });

  it("says that the records changed since, keeps the old ground while the answer stays, and renews it with another", async () => {
    const { ports, editor, systemId } = world;
    await ports.db.insert(measureRecord).values({
      id: ports.newId(),
      hospitalId: editor.hospitalId,
      systemId,
      measureKey: "patches",
      doneOn: "2026-10-01",
      what: "月次更新",
      evidence: "作業報告書",
      reason: "",
      recordedSeq: 1,
      recordedAt: ports.now(),
    });
    const patches = async () => (await row("2-⑥"))?.saved;
    expect(await patches()).toMatchObject({ isOutdated: true, evidence: { lean: "open" } });
    const same = await typedSheet(ports, editor, checklistId, {
      "2-③": { answer: "no", targetOn: "2026-12-31" },
    });
    expectDone(await saveOwnChecklist(ports, editor, same));
    expect(await patches()).toMatchObject({ isOutdated: true, evidence: { lean: "open" } });
    const other = await typedSheet(ports, editor, checklistId, {
      "2-⑥": { answer: "no", targetOn: "2026-12-31" },
    });
    expectDone(await saveOwnChecklist(ports, editor, other));
    expect(await patches()).toMatchObject({ isOutdated: false, evidence: { lean: "yes" } });
  });

  it("does a withdrawn round again, not before the one that stands, and ends with the last", async () => {
    const { ports, editor } = world;
    expect(codesOf(await freeze("2026-06-09"))).toEqual(["day-before-round"]);
    const second = expectDone(await freeze("2026-09-01"));
    expectDone(
      await withdrawChecklistResponse(ports, editor, { responseId: second.responseId, reason: "日付の誤り" }),
    );
    expectDone(await freeze("2026-08-01"));
    expectDone(await freeze("2026-11-01"));
    expect(codesOf(await freeze("2026-11-02"))).toEqual(["rounds-over"]);
    expect((await show()).rounds.map((each) => [each.round, each.withdrawnReason !== null])).toEqual([
      [1, false],
      [2, true],
      [2, false],
      [3, false],
    ]);
  });
});

it("shows last year's own answers and this year's of vendors beside the rows", async () => {
  const { ports, editor, vendorId } = world;
  const [item] = (await show()).rows;
  const key = item?.item.key ?? "";
  const own = {
    respondent: "hospital" as const,
    vendorId: null,
    checklistRef: CHECKLIST,
    answeredOn: "2026-03-20",
  };
  const answers = [checklistAnswer({ itemKey: key, answer: "no", targetOn: "2026-03-31" })];
  expectDone(await keepChecklistResponse(ports, editor, rawChecklistResponse({ ...own, answers })));
  const theirs = { vendorId, checklistRef: CHECKLIST, answeredOn: "2026-10-10" };
  const said = [checklistAnswer({ itemKey: key, answer: "no" })];
  expectDone(await keepChecklistResponse(ports, editor, rawChecklistResponse({ ...theirs, answers: said })));
  const shown = await show();
  expect(shown.rows[0]?.lastYear).toMatchObject({ answer: "no", targetOn: "2026-03-31" });
  expect(shown.rows[0]?.vendors).toMatchObject({ said: { count: 0, total: 1 }, no: [{ on: "2026-10-10" }] });
  expect(shown.vendors).toMatchObject([
    { vendorId, received: [{ answeredOn: "2026-10-10" }, { answeredOn: "2026-06-01" }] },
  ]);
});

it("a hospital without any system stops at the gate", async () => {
  const { ports, editor } = await testHospital();
  const id = await beginSheet(ports, editor);
  const save = { checklistId: id, version: 1, gate: "no", rows: [] };
  const answeredOn = "2026-05-01";
  expect(codesOf(await freezeOwnRound(ports, editor, { checklistId: id, version: 1, answeredOn }))).toEqual([
    "gate-unanswered",
    "own-checklist-open",
  ]);
  expectDone(await saveOwnChecklist(ports, editor, save));
  expectDone(await freezeOwnRound(ports, editor, { checklistId: id, version: 2, answeredOn }));
  const shown = expectDone(await showOwnChecklist(ports, editor, { checklistId: id }));
  const [round] = await answersOfRounds(ports, editor, shown.rounds);
  expect([...(round?.answers ?? [])]).toEqual([["", "no"]]);
});

it("the 目標日 of an いいえ stands among the deadlines, named by its item", async () => {
  const { ports, editor } = await testHospital();
  const id = await beginSheet(ports, editor);
  const { rows } = expectDone(await showOwnChecklist(ports, editor, { checklistId: id }));
  const item = rows[1]?.item;
  const no = { answer: "no", targetOn: "2027-02-01" };
  expectDone(
    await saveOwnChecklist(ports, editor, await typedSheet(ports, editor, id, { [item?.no ?? ""]: no })),
  );
  const { deadlines } = await listDeadlines(ports, editor);
  expect(deadlines).toMatchObject([
    { kind: "checklist-target", day: "2027-02-01", recordId: id, name: `${item?.no} ${item?.item}` },
  ]);
});

it("asks the database the same few questions however many records there are", async () => {
  const { ports, viewer, editor } = world;
  const count = async () => {
    const before = ports.queries.count;
    await show(viewer);
    return ports.queries.count - before;
  };
  const before = await count();
  for (let at = 0; at < 30; at += 1) {
    await ports.db.insert(houseAnswer).values({
      id: ports.newId(),
      hospitalId: editor.hospitalId,
      questionKey: "bcp",
      effectiveFrom: "2026-03-31",
      value: "yes",
      note: "",
      basis: "asked",
      recordedSeq: 1,
      recordedAt: ports.now(),
    });
  }
  expect(await count()).toBe(before);
  expect(before).toBeLessThanOrEqual(17);
});
