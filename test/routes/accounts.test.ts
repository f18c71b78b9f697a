import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasNoHospital } from "#db/queries/people.server";
import { type TestHospital, type TestPorts, testHospital, testPassword, testPorts } from "../support/ports";
import { startWeb, type Web } from "../support/web";

const first = {
  hospitalName: "はじめての病院",
  name: "水野 あおい",
  department: "調達課",
  signInName: "mizuno",
  password: "long enough for one factor",
};

describe("first run", () => {
  let ports: TestPorts;
  let web: Web;
  beforeAll(async () => {
    ports = await testPorts();
    web = await startWeb(ports, { isLoopback: false, setupCode: "87654321" });
  });
  afterAll(() => web?.stop());

  it("leads to the two doors", async () => {
    const start = await web.anonymous().get("/sign-in");
    expect(start.headers.get("location")).toBe("/welcome");
    const text = await (await web.anonymous().get("/welcome")).text();
    for (const words of ["病院をつくる", "デモ病院で試す", "初回設定コード"]) expect(text).toContain(words);
  });

  it("asks the one-time code on any address but loopback, and makes nothing without it", async () => {
    for (const setupCode of ["", "00000000"]) {
      const answer = await web.anonymous().post("/welcome", { ...first, setupCode });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('value="はじめての病院"');
    }
    expect(await hasNoHospital(ports.db)).toBe(true);
  });

  it("opens no demo without the code either", async () => {
    for (const setupCode of ["", "00000000"]) {
      expect((await web.anonymous().post("/demo", { setupCode })).status).toBe(403);
    }
  });

  it("makes the hospital once and signs its administrator in", async () => {
    const short = await web.anonymous().post("/welcome", { ...first, setupCode: "87654321", password: "x" });
    expect(short.status).toBe(422);
    const made = await web.anonymous().post("/welcome", { ...first, setupCode: "８７６５４３２１" });
    expect(made.status).toBe(303);
    expect(made.headers.get("set-cookie")).toMatch(/buntan_session=.*HttpOnly.*SameSite=Lax/);
    const again = await web.anonymous().post("/welcome", { ...first, setupCode: "87654321" });
    expect(again.status).toBe(409);
  });

  it("stops guessing the code", async () => {
    let status = 0;
    for (let at = 0; at < 12; at++) {
      status = (await web.anonymous().post("/welcome", { ...first, setupCode: `${at}` })).status;
    }
    expect(status).toBe(429);
  });
});

describe("sign-in, settings, language", () => {
  let hospital: TestHospital;
  let web: Web;
  beforeAll(async () => {
    hospital = await testHospital();
    web = await startWeb(hospital.ports);
  });
  afterAll(() => web?.stop());

  it("signs in, goes on to where one was, and out", async () => {
    const fields = { signInName: "test-viewer", password: testPassword, next: "/vendors?q=a" };
    const answer = await web.anonymous().post("/sign-in", fields);
    expect(answer.headers.get("location")).toBe("/vendors?q=a");
    const outside = await web.anonymous().post("/sign-in", { ...fields, next: "//evil.example/" });
    expect(outside.headers.get("location")).toBe("/");
    const visitor = await web.as(hospital.viewer);
    const left = await visitor.post("/sign-out", {});
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await visitor.get("/vendors")).status).toBe(303);
  });

  it("says the same for a wrong name and a wrong password, and keeps the name", async () => {
    const wrong = await web.anonymous().post("/sign-in", { signInName: "test-viewer", password: "no" });
    const unknown = await web.anonymous().post("/sign-in", { signInName: "nobody", password: "no" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const texts = [await wrong.text(), await unknown.text()];
    for (const text of texts) expect(text).toContain("サインイン名かパスワードが一致しませんでした。");
    expect(texts[0]).toContain('value="test-viewer"');
  });

  it("only administrators add people; a password is never shown again", async () => {
    const person = {
      name: "森田 しずか",
      department: "医療情報室",
      signInName: "morita",
      password: "kono-ji-wa-himitsu",
      role: "procurement",
    };
    const [admin, editor] = [await web.as(hospital.admin), await web.as(hospital.editor)];
    expect((await editor.post("/settings", person)).status).toBe(403);
    const bad = await admin.post("/settings", { ...person, role: "king" });
    const text = await bad.text();
    expect(bad.status).toBe(422);
    expect(text).toContain("森田 しずか");
    expect(text).not.toContain(person.password);
    expect((await admin.post("/settings", person)).status).toBe(303);
    expect(await (await editor.get("/settings")).text()).toContain("森田 しずか");
  });

  it("the settings name the editions in use and what is not known about them", async () => {
    const text = await (await (await web.as(hospital.viewer)).get("/settings")).text();
    expect(text).toContain("全体数は未確認");
    expect(text).toContain("2026-06-29 に 7.0 に替わりました");
  });

  it("the language follows the account, or the browser before sign-in", async () => {
    const editor = await web.as(hospital.editor);
    const chosen = await editor.post("/language", { language: "en", next: "/vendors" });
    expect(chosen.headers.get("location")).toBe("/vendors");
    const page = await (await editor.get("/vendors")).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Add a vendor");
    const cookie = (await web.anonymous().post("/language", { language: "en" })).headers.get("set-cookie");
    const answer = await fetch(`${web.url}/sign-in`, { headers: { cookie: cookie?.split(";")[0] ?? "" } });
    expect(await answer.text()).toContain('<html lang="en">');
    expect((await editor.post("/language", { language: "xx" })).status).toBe(422);
  });

  it("no page has inline styles or scripts without the nonce", async () => {
    const admin = await web.as(hospital.admin);
    for (const path of ["/", "/vendors", "/vendors/new", "/settings", "/search?q=a"]) {
      const text = await (await admin.get(path)).text();
      expect(text).not.toMatch(/<style|\sstyle="/);
      for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain('nonce="');
    }
  });
});
