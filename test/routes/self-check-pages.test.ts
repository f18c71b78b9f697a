import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showOwnChecklist } from "~/use-cases/own-checklists.server";
import { plainText, problemBeside, queriesOf, readPage } from "../support/page-checks";
import { expectDone } from "../support/ports";
import { otherProduct } from "../support/procurements";
import { rawSystem, receiveDisclosure, register } from "../support/records";
import { beginSheet, CHECKLIST } from "../support/self-checks";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let people: Record<"editor" | "viewer" | "stranger", Visitor>;
let checklistId = "";

beforeAll(async () => {
  world = await fullWorld();
  const { ports, editor } = world;
  checklistId = await beginSheet(ports, editor);
  web = await startWeb(ports);
  people = {
    editor: await web.as(editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web.stop());

const sheetPath = () => `/self-checks/${checklistId}`;
const systemPath = () => `/measures/${world.systemId}`;

describe("pages of the yearly checks", () => {
  const lists = ["/self-checks", "/measures", "/fee-conditions", "/surveys", "/surveys/2026"];
  const files = ["/measures/export", "/fee-conditions/export", "/surveys/2026/export"];

  it.each([...lists, ...files])(
    "%s opens for a viewer, not for somebody unknown, and shows no other hospital",
    async (path) => {
      expect((await web.anonymous().get(path)).status).toBe(303);
      expect((await people.viewer.get(path)).status).toBe(200);
      const other = await readPage(people.stranger, path);
      for (const own of ["試験ベンダ", world.systemId, world.disclosureId, checklistId])
        expect(other).not.toContain(own);
      expect(
        (await people.viewer.get(`${path}?page=x&measure=none&system=none&saved=x&done=none&as=none`)).status,
      ).toBe(200);
    },
  );

  it("of one record are missing for another hospital and where there is none", async () => {
    for (const path of [sheetPath(), `${sheetPath()}/export`, `${sheetPath()}/print`, systemPath()]) {
      expect((await people.stranger.get(path)).status).toBe(404);
      expect((await people.viewer.get(path)).status).toBe(200);
    }
    for (const path of ["/self-checks/1", "/measures/1", "/surveys/1999", "/surveys/x", "/surveys/99999"])
      expect((await people.viewer.get(path)).status).toBe(404);
    expect(await readPage(people.viewer, "/surveys/2026?saved=x")).not.toContain("NaN");
  });
});

describe("the own checklist", () => {
  const fieldsOf = async (change: Record<string, string> = {}) => {
    const { rows, sheet } = expectDone(await showOwnChecklist(world.ports, world.editor, { checklistId }));
    const keys = rows.map(({ item }) => item.key);
    const answers = Object.fromEntries(keys.map((key) => [`answer.${key}`, "yes"]));
    return {
      keys,
      fields: {
        intent: "save",
        version: String(sheet.version),
        gate: "yes",
        itemKey: keys,
        ...answers,
        ...change,
      },
    };
  };

  it("is begun once a year by an editor", async () => {
    const typed = { fiscalYear: "2025", checklistRef: CHECKLIST };
    expect((await people.viewer.post("/self-checks", typed)).status).toBe(403);
    for (const wrong of [
      { ...typed, fiscalYear: "1999" },
      { ...typed, fiscalYear: "x" },
      { ...typed, checklistRef: "none@1" },
    ]) {
      const answer = await people.editor.post("/self-checks", wrong);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    expect((await people.editor.post("/self-checks", typed)).status).toBe(303);
    expect((await people.editor.post("/self-checks", typed)).status).toBe(409);
  });

  it("says beside its row what is wrong, keeps what was typed, and is frozen as a round", async () => {
    const { keys, fields } = await fieldsOf();
    const [first = ""] = keys;
    const late = {
      ...fields,
      [`answer.${first}`]: "no",
      [`targetOn.${first}`]: "2040-04-01",
      [`remark.${first}`]: "更改を待つ",
    };
    expect((await people.viewer.post(sheetPath(), late)).status).toBe(403);
    expect((await people.stranger.post(sheetPath(), late)).status).toBe(404);
    expect((await people.editor.post("/self-checks/1", late)).status).toBe(404);
    const refused = await people.editor.post(sheetPath(), late);
    const html = await plainText(refused);
    expect([refused.status, problemBeside(html, `targetOn.${first}`)]).toEqual([
      422,
      expect.stringContaining("年度"),
    ]);
    expect(html).toContain("更改を待つ");
    expect((await people.editor.post(sheetPath(), fields)).status).toBe(303);
    expect((await people.editor.post(sheetPath(), fields)).status).toBe(409);
    const { fields: saved } = await fieldsOf();
    const freeze = { intent: "freeze", version: saved.version, answeredOn: "" };
    const undated = await people.editor.post(sheetPath(), freeze);
    expect([undated.status, problemBeside(await plainText(undated), "answeredOn")]).toEqual([
      422,
      expect.stringMatching(/。$/),
    ]);
    expect((await people.editor.post(sheetPath(), { ...freeze, answeredOn: "2026-06-01" })).status).toBe(303);
    const print = await people.viewer.get(`${sheetPath()}/print`);
    expect((await print.text()).slice(0, 5)).toBe("%PDF-");
  });
});

describe("a measure", () => {
  const raw = { measureKey: "patches", doneOn: "2026-10-01", what: "月次更新", evidence: "作業報告書" };

  it("is recorded with its evidence and taken back with a reason", async () => {
    expect((await people.viewer.post(systemPath(), raw)).status).toBe(403);
    expect((await people.stranger.post(systemPath(), raw)).status).toBe(404);
    expect((await people.editor.post("/measures/1", raw)).status).toBe(404);
    const empty = await people.editor.post(systemPath(), { ...raw, evidence: "", doneOn: "2030-01-01" });
    const html = await plainText(empty);
    expect(empty.status).toBe(422);
    for (const field of ["evidence", "doneOn"]) expect(problemBeside(html, field)).toMatch(/。$/);
    expect(html).toContain("月次更新");
    expect((await people.editor.post(systemPath(), raw)).status).toBe(303);
    expect(await readPage(people.viewer, "/measures?measure=patches")).toContain("月次更新");
    const recordId =
      /option value="([0-9a-f-]{36})"/.exec(await readPage(people.editor, systemPath()))?.[1] ?? "";
    const back = { intent: "take-back", recordId, reason: "" };
    expect((await people.viewer.post(systemPath(), back)).status).toBe(403);
    expect((await people.stranger.post(systemPath(), { ...back, reason: "x" })).status).toBe(404);
    const silent = await people.editor.post(systemPath(), back);
    expect([silent.status, problemBeside(await plainText(silent), "reason")]).toEqual([
      422,
      expect.stringMatching(/。$/),
    ]);
    expect((await people.editor.post(systemPath(), { ...back, reason: "別のシステム" })).status).toBe(303);
    expect(await readPage(people.viewer, "/measures?measure=patches")).not.toContain("月次更新");
  });
});

it("the survey keeps an answer with its ground, refuses what is none beside it, and two people do not overwrite each other", async () => {
  const fields = {
    questionKey: ["bcp", "department-staff"],
    "value.bcp": "yes",
    "value.department-staff": "四人",
  };
  expect((await people.viewer.post("/surveys/2026", fields)).status).toBe(403);
  for (const year of ["x", "1999"])
    expect((await people.editor.post(`/surveys/${year}`, fields)).status).toBe(404);
  const refused = await people.editor.post("/surveys/2026", fields);
  expect([refused.status, problemBeside(await plainText(refused), "value.department-staff")]).toEqual([
    422,
    expect.stringMatching(/。$/),
  ]);
  const good = { ...fields, "value.department-staff": "４" };
  expect((await people.editor.post("/surveys/2026", good)).status).toBe(303);
  expect((await people.editor.post("/surveys/2026", { ...good, "value.bcp": "no" })).status).toBe(409);
  const book = await people.viewer.get("/surveys/2026/export?as=xlsx");
  expect(book.headers.get("content-type")).toContain("spreadsheetml");
});

it("the conditions of the fee name none that is concluded, and leave (8) to people", async () => {
  const html = await readPage(people.viewer, "/fee-conditions");
  expect(html).toContain("本システムでは判定しません");
  expect(html).toContain("望ましい");
  expect(html).not.toMatch(/適合|準拠|要件を満たして/);
});

it("the pages ask as many questions of the database for a dozen systems as for one", async () => {
  const { ports, editor } = world;
  const paths = [
    "/self-checks",
    sheetPath(),
    "/measures",
    systemPath(),
    "/fee-conditions",
    "/surveys",
    "/surveys/2026",
  ];
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const path of paths) counts[path] = await queriesOf(ports, people.viewer, path);
    return counts;
  };
  const few = await count();
  for (let n = 0; n < 8; n += 1) {
    const id = await otherProduct(ports, editor, `製品${n}`);
    await register(ports, editor, "system", { ...rawSystem(id), name: `システム${n}` });
    await receiveDisclosure(ports, editor, id);
  }
  expect(await count()).toEqual(few);
});
