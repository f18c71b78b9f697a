import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let visitors: Record<"editor" | "viewer" | "stranger", Visitor>;
beforeAll(async () => {
  world = await fullWorld();
  web = await startWeb(world.ports);
  visitors = {
    editor: await web.as(world.editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web.stop());

const pages = ["/in-charge", "/timeline", "/incidents", "/figures", "/two-factor"];

it.each(pages)("%s is read by a viewer and shows nothing of another hospital", async (path) => {
  const own = await visitors.viewer.get(path);
  expect(own.status).toBe(200);
  expect(await own.text()).not.toContain(" style=");
  const other = await (await visitors.stranger.get(path)).text();
  expect(other).not.toContain("電子カルテ保守契約");
  expect(other).not.toContain("電子カルテの停止");
});

it("a record of another hospital is not there; a viewer may not write", async () => {
  const { incidentId, systemId } = world;
  for (const path of [`/incidents/${incidentId}`, `/two-factor/${systemId}`]) {
    expect((await visitors.viewer.get(path)).status).toBe(200);
    expect((await visitors.stranger.get(path)).status).toBe(404);
    expect((await visitors.viewer.post(path, {})).status).toBe(403);
  }
  expect((await visitors.viewer.get("/incidents/new")).status).toBe(403);
  expect((await visitors.viewer.post("/incidents/new", {})).status).toBe(403);
});

it("a past view says so and names the agreement that proves each row; a day that is none is refused", async () => {
  const now = await (await visitors.viewer.get("/in-charge")).text();
  expect(now).not.toContain("past-bar");
  const past = await (await visitors.viewer.get("/in-charge?day=2026-06-01&knownOn=2026-11-24")).text();
  expect(past).toContain("past-bar");
  expect(past).toContain("改訂 1");
  const nobody = await (await visitors.viewer.get("/in-charge?day=2026-04-30")).text();
  expect(nobody).toContain("その日に有効な、合意された役割分担がありません。");
  expect((await visitors.viewer.get("/in-charge?day=2026-02-30")).status).toBe(422);
  expect((await visitors.viewer.get("/timeline?knownOn=x")).status).toBe(422);
});

it("hands out what the pages show as xlsx, CSV and JSON", async () => {
  for (const path of ["/in-charge", "/timeline", "/incidents", "/figures"]) {
    const csv = await visitors.viewer.get(`${path}/export?as=csv`);
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment/);
    expect((await csv.text()).split("\r\n").length).toBeGreaterThan(2);
    const xlsx = new Uint8Array(await (await visitors.viewer.get(`${path}/export?as=xlsx`)).arrayBuffer());
    expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe("PK");
    const json = await (await visitors.viewer.get(`${path}/export?as=json`)).json();
    expect(json.rows.length).toBeGreaterThan(0);
  }
});

it("keeps what was typed when an incident is refused, records it, and keeps both entries after a correction", async () => {
  const typed = {
    kind: "leak",
    title: "誤送信",
    happenedOn: "2199-01-01",
    endedOn: "",
    systemId: "",
    contractId: "",
    note: "",
  };
  const refused = await visitors.editor.post("/incidents/new", typed);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("誤送信");
  const recorded = await visitors.editor.post("/incidents/new", { ...typed, happenedOn: "2026-11-01" });
  expect(recorded.status).toBe(303);
  const path = recorded.headers.get("location") ?? "";
  const page = await (await visitors.editor.get(path)).text();
  const supersedes = /name="supersedes" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const corrected = { ...typed, happenedOn: "2026-10-31", supersedes, reason: "日の誤り", intent: "correct" };
  expect((await visitors.editor.post(path, corrected)).status).toBe(303);
  const after = await (await visitors.editor.get(path)).text();
  expect(after).toContain("2026-11-01");
  expect(after).toContain("日の誤り");
});

it("what is sent to a page that takes nothing is answered by the page of errors, and logged with its route", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  try {
    for (const name of ["renewals", "timeline", "figures"]) {
      const path = `/${name}`;
      const answer = await visitors.editor.post(path, { version: "1", name: "もれる名前" });
      expect(answer.status, path).toBe(405);
      expect(answer.headers.get("content-type"), path).toContain("text/html");
      expect(await answer.text(), path).toContain("このページは、送られたものを受け取りません。");
      const line = String(warned.mock.lastCall?.[0]);
      const route = `routes/${name}/route`;
      expect(JSON.parse(line)).toMatchObject({ level: "warn", method: "POST", path, status: 405, route });
      expect(line).not.toContain("もれる名前");
    }
    expect(log.mock.calls).toEqual([]);
    expect(warned.mock.calls).toHaveLength(3);
  } finally {
    log.mockRestore();
    warned.mockRestore();
  }
});
