import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewsOfSheet } from "#db/queries/role-reviews.server";
import { rowsOfSheet } from "#db/queries/role-sheets.server";
import { decide } from "~/use-cases/decide.server";
import { linkDecision } from "~/use-cases/decision-records.server";
import { rawDecision } from "../support/decisions";
import { expectDone } from "../support/ports";
import { FORM_6_0, rawSystem, register } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let visitors: Record<"editor" | "viewer" | "stranger", Visitor>;
let sheet = "";
beforeAll(async () => {
  world = await fullWorld();
  web = await startWeb(world.ports);
  visitors = {
    editor: await web.as(world.editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
  sheet = `/role-sheets/${world.roleSheetId}`;
  const raw = { ...rawSystem(world.productVersionId), name: "輸血管理" };
  await register(world.ports, world.editor, "system", raw);
});
afterAll(() => web?.stop());

const cells = async (edits: unknown) => ({ edits: JSON.stringify(edits) });
const aCell = () =>
  cells([{ rowId: world.rowId, base: { remark: "" }, fields: { remark: "電話で確かめた" } }]);

describe("cells saved by themselves", () => {
  it("are written by an editor, refused to a viewer, not there for another hospital", async () => {
    expect((await visitors.viewer.post(`${sheet}/cells`, await aCell())).status).toBe(403);
    expect((await visitors.stranger.post(`${sheet}/cells`, await aCell())).status).toBe(404);
    const rowOf = async () =>
      (await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId)).find(
        (each) => each.id === world.rowId,
      );
    expect((await rowOf())?.remark).toBe("");
    const saved = await visitors.editor.post(`${sheet}/cells`, await aCell());
    expect([saved.status, (await rowOf())?.remark]).toEqual([200, "電話で確かめた"]);
  });

  it.each([
    ["no edits", {}],
    ["no JSON", { edits: "{" }],
    ["an unknown field", { edits: JSON.stringify([{ rowId: "x", base: {}, fields: { party2: "x" } }]) }],
    [
      "too long a text",
      { edits: JSON.stringify([{ rowId: "x", base: {}, fields: { remark: "あ".repeat(20_001) } }]) },
    ],
  ])("%s is refused as unreadable", async (_what, fields) => {
    const answer = await visitors.editor.post(`${sheet}/cells`, fields);
    expect(answer.status).toBe(400);
  });
});

describe("coverage", () => {
  it("is read by a viewer; another hospital sees none of its contracts", async () => {
    const own = await visitors.viewer.get("/coverage");
    expect(own.status).toBe(200);
    expect(await own.text()).toContain("K-2026-001");
    expect(await (await visitors.stranger.get("/coverage")).text()).not.toContain("K-2026-001");
  });

  it("joints are written by editors only; each has its page with what it was and since when", async () => {
    const { editor, viewer, stranger } = visitors;
    expect((await viewer.get("/joints/new")).status).toBe(403);
    expect((await viewer.post("/joints/new", { intent: "save" })).status).toBe(403);
    const refused = await editor.post("/joints/new", { intent: "save", what: "予約の受渡し" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("予約の受渡し");
    const { ports } = world;
    const second = { ...rawSystem(world.productVersionId), name: "予約受付" };
    const secondSystemId = await register(ports, world.editor, "system", second);
    const ends = { firstSystemId: world.systemId, secondSystemId, what: "予約の受渡し" };
    const typed = { ...ends, intent: "save", party: "undecided", emergencyParty: "undecided" };
    expect((await editor.post("/joints/new", typed)).headers.get("location")).toBe("/coverage#joints");
    const coverage = await (await viewer.get("/coverage")).text();
    const path = /\/joints\/[0-9a-f-]{36}/.exec(coverage)?.[0] ?? "";
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(path, { ...typed, version: "1" })).status).toBe(404);
    const change = { ...typed, party: "hospital", version: "1", effectiveFrom: "2026-11-01" };
    expect((await editor.post(path, change)).status).toBe(303);
    const warned = await editor.post(path, { ...change, party: "first-vendor" });
    expect(warned.status).toBe(409);
    const page = await (await viewer.get(path)).text();
    expect(page).toContain("：決めていない → 病院");
    expect(page).not.toContain('name="effectiveFrom"');
    const end = { intent: "end", version: "2", effectiveFrom: "2026-11-10" };
    expect((await editor.post(path, end)).status).toBe(303);
    expect(await (await viewer.get("/coverage")).text()).not.toContain(path);
    expect(await (await viewer.get("/coverage?day=2026-11-09")).text()).toContain(path);
    const reopen = { intent: "reopen", version: "3", reason: "取り違え" };
    expect((await editor.post(path, reopen)).status).toBe(303);
    expect(await (await viewer.get("/coverage")).text()).toContain(path);
  });

  it.each([
    ["2026-04-30", false],
    ["2026-05-01", true],
    ["2027-03-31", true],
    ["2027-04-01", false],
    ["2028-02-29", false],
  ])(
    "on %s a sheet agreed from 2026-05-01 under a contract to 2027-03-31 stands there: %s",
    async (day, isThere) => {
      const text = await (await visitors.viewer.get(`/coverage?day=${day}`)).text();
      expect(text.includes(`/contracts/${world.contractId}`)).toBe(isThere);
    },
  );
});

describe("a past view", () => {
  const forms = (text: string) => [...text.matchAll(/<form[^>]*method="post"/g)].length;

  it("of a role sheet shows what was agreed as known then, offers nothing and takes nothing", async () => {
    const { editor, viewer } = visitors;
    const now = await (await editor.get(sheet)).text();
    expect(now).toContain('name="knownOn"');
    expect(forms(now)).toBeGreaterThan(0);
    const past = await (await editor.get(`${sheet}?day=2026-05-01`)).text();
    expect(past).toContain("ここでは書き換えられません");
    expect(past).toContain("事業者が行う");
    expect(forms(past)).toBe(forms(await (await viewer.get(`${sheet}?day=2026-05-01`)).text()));
    expect(past).not.toContain("#agree");
    const before = await (await editor.get(`${sheet}?day=2026-04-30`)).text();
    expect(before).toContain("その日に有効な、合意された役割分担がありません。");
    expect(before).not.toContain("事業者が行う");
    const unknown = await (await editor.get(`${sheet}?day=2026-05-01&knownOn=2020-01-01`)).text();
    expect(unknown).toContain("まだ契約の記録がありませんでした");
    expect((await editor.get(`${sheet}?day=2026-02-30`)).status).toBe(422);
    expect((await visitors.stranger.get(`${sheet}?day=2026-05-01`)).status).toBe(404);
    const csv = await (await viewer.get(`${sheet}/export?as=csv&day=2026-04-30`)).text();
    expect(csv).not.toContain("事業者が行う");
  });

  it("takes no post whatever stands in the form, of a sheet, of a disclosure and of a contract's servers", async () => {
    const { editor } = visitors;
    const row = { intent: "leave-out", rowId: world.rowId, version: "1", reason: "試し" };
    for (const dates of ["day=2026-05-01", "knownOn=2026-05-01"]) {
      const refused = await editor.post(`${sheet}?${dates}`, row);
      expect(refused.status, dates).toBe(409);
      expect(await refused.text()).toContain("過去の時点を見ているページからは、書き換えられません。");
      const disclosure = `/disclosures/${world.disclosureId}?${dates}`;
      expect((await editor.post(disclosure, { reason: "試し" })).status).toBe(409);
      const servers = `/contracts/${world.contractId}/servers?${dates}`;
      expect((await editor.post(servers, { intent: "settle" })).status).toBe(409);
    }
    const rows = await rowsOfSheet(world.ports.db, world.editor, world.roleSheetId);
    expect(rows.find((each) => each.id === world.rowId)?.leftOutReason).toBe("");
  });

  it("of coverage and of a disclosure asks for both dates and offers nothing to write", async () => {
    for (const path of ["/coverage", `/disclosures/${world.disclosureId}`]) {
      const now = await (await visitors.editor.get(path)).text();
      expect(now, path).toContain('name="knownOn"');
      const past = await (await visitors.editor.get(`${path}?day=2026-06-01`)).text();
      expect(past, path).toContain("ここでは書き換えられません");
      expect(forms(past), path).toBe(
        forms(await (await visitors.viewer.get(`${path}?day=2026-06-01`)).text()),
      );
    }
    const known = await (await visitors.viewer.get("/coverage?day=2026-06-01&knownOn=2020-01-01")).text();
    expect(known).not.toContain(`/contracts/${world.contractId}`);
    expect((await visitors.viewer.get("/coverage?day=2026-02-30")).status).toBe(422);
  });
});

it("a sheet names the decisions that are carried out in its rows, for the hospital only", async () => {
  const { ports, editor, rowId, disclosureId, openGap: requirement } = world;
  const raw = rawDecision({ kind: "hospital-control", measure: "院内で接続を見張る" });
  const taken = { disclosureId, guideline: FORM_6_0, requirement, supersedes: null, raw };
  const { decisionId } = expectDone(await decide(ports, editor, taken));
  const linked = { decisionId, target: `role-row:${rowId}` };
  expectDone(await linkDecision(ports, editor, linked));
  const text = await (await visitors.viewer.get(sheet)).text();
  expect(text).toContain("この表の行で行う対応方針");
  expect(text).toContain(`/decisions/${decisionId}`);
  const before = await (await visitors.viewer.get(`${sheet}?knownOn=2020-01-01`)).text();
  expect(before).not.toContain(`/decisions/${decisionId}`);
});

it("新旧対照表 is read by a viewer, and not there for another hospital", async () => {
  for (const path of [`${sheet}/compare`, `${sheet}/compare/export?as=csv`]) {
    expect((await visitors.viewer.get(path)).status, path).toBeLessThan(400);
    expect((await visitors.stranger.get(path)).status, path).toBe(404);
  }
});

it("a proposal that is not there, or another hospital's sheet, is not answered", async () => {
  const answer = {
    intent: "proposal",
    rowId: world.rowId,
    proposalId: "none",
    decision: "accept",
    version: "1",
  };
  expect((await visitors.viewer.post(sheet, answer)).status).toBe(403);
  expect((await visitors.stranger.post(sheet, answer)).status).toBeGreaterThanOrEqual(404);
  const refused = await visitors.editor.post(sheet, answer);
  expect(refused.status).toBeGreaterThanOrEqual(404);
  expect(refused.status).toBeLessThan(500);
});

describe("the review of a sheet", () => {
  it("stands on the sheet, on the list and on home, and is settled with words by an editor", async () => {
    expect(await (await visitors.viewer.get(sheet)).text()).toContain("再確認が必要");
    expect(await (await visitors.viewer.get("/role-sheets?show=review")).text()).toContain(sheet);
    const [review] = await reviewsOfSheet(world.ports.db, world.editor, world.roleSheetId);
    const settle = (reviewNote: string) => ({
      ...{ intent: "settle-review", reviewId: review?.id ?? "", version: "1", reviewNote },
    });
    expect((await visitors.viewer.post(sheet, settle("確かめた"))).status).toBe(403);
    expect((await visitors.stranger.post(sheet, settle("確かめた"))).status).toBeGreaterThanOrEqual(404);
    const silent = await visitors.editor.post(sheet, settle(" "));
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain("確かめた相手・方法・理由");
    expect((await visitors.editor.post(sheet, settle("打合せで確かめた"))).status).toBe(303);
    const after = await (await visitors.viewer.get(sheet)).text();
    expect(after).not.toContain("再確認が必要");
    expect(after).toContain("打合せで確かめた");
    expect(await (await visitors.viewer.get("/role-sheets?show=review")).text()).not.toContain(sheet);
  });
});

describe("who bears an item", () => {
  it("stands on the assessment, on the disclosure and on the guideline, with sheet and revision", async () => {
    for (const path of [
      `/assessments/${world.disclosureId}?show=all`,
      `/disclosures/${world.disclosureId}`,
      "/catalogues/mhlw-guideline@6.0",
    ]) {
      const text = await (await visitors.viewer.get(path)).text();
      expect(text, path).toContain("試験ベンダ株式会社");
      expect(text, path).toContain("対応付けなし");
      expect(text, path).toMatch(new RegExp(`/role-sheets/${world.roleSheetId}\\?revision=`));
    }
  });

  it.each([
    ["2026-04-30", "担当なし"],
    ["2026-05-01", "改訂 1"],
    ["2027-03-31", "改訂 1"],
    ["2027-04-01", "担当なし"],
  ])("on %s the disclosure says %s, and a past view takes nothing", async (day, word) => {
    const text = await (await visitors.editor.get(`/disclosures/${world.disclosureId}?day=${day}`)).text();
    expect(text).toContain(word);
    expect(text).toContain("past-bar");
    expect(text).not.toContain('name="reason"');
  });

  it("a day that is none is refused", async () => {
    const path = `/disclosures/${world.disclosureId}?day=2026-02-29`;
    expect((await visitors.viewer.get(path)).status).toBe(422);
  });
});

it("the last second of a day in Tokyo is known on that day, the next second is not", async () => {
  const { clock } = world.ports;
  const write = async (moment: string, note: string) => {
    clock.set(moment);
    const editor = await web.as(world.editor); // a session does not outlive a month
    const answer = await editor.post(sheet, {
      ...{ intent: "agree", effectiveFrom: "2026-11-01", note, corrects: "", submissionId: "" },
    });
    expect(answer.status).toBe(303);
  };
  await write("2026-12-31T14:59:59.000Z", "年内の合意");
  await write("2026-12-31T15:00:00.000Z", "年明けの合意");
  const viewer = await web.as(world.viewer);
  const known = async (knownOn: string) => {
    const path = `/in-charge?day=2026-12-01&knownOn=${knownOn}`;
    const revisions = (await (await viewer.get(path)).text()).match(/改訂 \d/g) ?? [];
    return new Set(revisions);
  };
  expect(await known("2026-12-30")).toEqual(new Set(["改訂 1"]));
  expect(await known("2026-12-31")).toEqual(new Set(["改訂 2"]));
  expect(await known("2027-01-01")).toEqual(new Set(["改訂 3"]));
});

it("令和元年 is written from 2019-05-01 on, 平成31年 the day before; 29 February is a day in leap years only", async () => {
  const viewer = await web.as(world.viewer);
  const bar = async (day: string) => (await viewer.get(`/in-charge?day=${day}`)).text();
  expect(await bar("2019-05-01")).toContain("令和元年");
  expect(await bar("2019-04-30")).toContain("平成31年");
  expect((await viewer.get("/in-charge?day=2028-02-29")).status).toBe(200);
  expect((await viewer.get("/in-charge?day=2027-02-29")).status).toBe(422);
});
