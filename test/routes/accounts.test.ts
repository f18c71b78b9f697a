import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasNoHospital } from "#db/queries/people.server";
import { type TestHospital, type TestPorts, testHospital, testPassword, testPorts } from "../support/ports";
import { browserOf, startWeb, type Web } from "../support/web";

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
    for (let at = 0; at < 22; at++) {
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
    const fields = { signInName: "test-procurement", password: testPassword, next: "/vendors?q=a" };
    await hospital.ports.db.$client.execute(
      "UPDATE account SET must_change_password = 0, factor_waived_at = 'now' WHERE sign_in_name = 'test-procurement'",
    );
    const answer = await web.anonymous().post("/sign-in", fields);
    expect(answer.headers.get("location")).toBe("/vendors?q=a");
    const outside = await web.anonymous().post("/sign-in", { ...fields, next: "//evil.example/" });
    expect(outside.headers.get("location")).toBe("/");
    const visitor = await web.as(hospital.viewer);
    const left = await visitor.post("/sign-out", {});
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await visitor.get("/vendors")).status).toBe(303);
  });

  it("leads through the second factor and an own password, and shows the codes once", async () => {
    const page = browserOf(web.url);
    const fields = { signInName: "test-approver", password: testPassword, next: "/vendors" };
    const start = await page.post("/sign-in", fields);
    expect(start.headers.get("location")).toBe("/sign-in/set-up?next=%2Fvendors");
    expect((await page.get("/vendors")).headers.get("location")).toContain("/sign-in?next=");
    const setUp = await (await page.get("/sign-in/set-up")).text();
    const seed = /class="seed">([^<]+)</.exec(setUp)?.[1]?.replaceAll(" ", "") ?? "";
    expect(setUp).toContain('<path d="M');
    expect((await page.post("/sign-in/set-up", { code: "000000" })).status).toBe(401);
    const epoch = Math.floor(Date.parse(hospital.ports.now()) / 1000);
    const code = generateSync({ secret: seed, epoch });
    const shown = await (await page.post("/sign-in/set-up", { code, next: "/vendors" })).text();
    expect(shown.match(/<code>[A-Z2-9]{5}-[A-Z2-9]{5}<\/code>/g)).toHaveLength(10);
    expect(shown).toContain('href="/sign-in/password?next=%2Fvendors"');
    const common = await page.post("/sign-in/password", { password: "12345678" });
    expect(await common.text()).toContain("よく使われるパスワード");
    const done = await page.post("/sign-in/password", { password: "yama-no-ki", next: "/vendors" });
    expect(done.headers.get("location")).toBe("/vendors");
    expect((await page.get("/vendors")).status).toBe(200);
    const account = await (await page.get("/account")).text();
    for (const words of ["認証アプリ", "使っていない回復コード：10 個", "この端末"])
      expect(account).toContain(words);
    expect(account).not.toContain(seed);
  });

  it("an invited person chooses a password behind a link that opens once", async () => {
    const admin = await web.as(hospital.admin);
    const person = { name: "招かれた人", department: "", signInName: "maneki", password: "", role: "viewer" };
    expect((await admin.post("/people", { ...person, until: "" })).status).toBe(422);
    const made = await admin.post("/people", { ...person, until: "2027-03-31" });
    const path = made.headers.get("location") ?? "";
    const page = await (await admin.post(path, { intent: "link" })).text();
    const link = /\/join\/[\w-]+/.exec(page)?.[0] ?? "";
    expect(await (await web.anonymous().get(link)).text()).toContain("maneki");
    const set = await web.anonymous().post(link, { password: "tsuki-to-hoshi-no-uta" });
    expect(set.headers.get("location")).toBe("/sign-in?joined=1");
    expect((await web.anonymous().get(link)).status).toBe(404);
    const start = await web
      .anonymous()
      .post("/sign-in", { signInName: "maneki", password: "tsuki-to-hoshi-no-uta" });
    expect(start.headers.get("location")).toBe("/sign-in/set-up");
  });

  it("switches between hospitals of the group, and to no other", async () => {
    const admin = await web.as(hospital.admin);
    const opened = await admin.post("/hospitals", { intent: "open", name: "ふもと病院" });
    expect(opened.headers.get("location")).toBe("/");
    expect(await (await admin.get("/settings")).text()).toContain("ふもと病院");
    const { hospitalId } = hospital.stranger;
    expect((await admin.post("/hospitals", { intent: "switch", hospitalId })).status).toBe(404);
    const back = { intent: "switch", hospitalId: hospital.admin.hospitalId };
    expect((await admin.post("/hospitals", back)).status).toBe(303);
    expect(await (await admin.get("/settings")).text()).toContain("試験病院");
    const lead = await web.as(hospital.editor);
    expect((await lead.post("/hospitals", { intent: "open", name: "だめ" })).status).toBe(403);
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
    expect((await editor.post("/people", { ...person, until: "" })).status).toBe(403);
    const bad = await admin.post("/people", { ...person, role: "king", until: "" });
    const text = await bad.text();
    expect(bad.status).toBe(422);
    expect(text).toContain("森田 しずか");
    expect(text).not.toContain(person.password);
    expect((await admin.post("/people", { ...person, until: "" })).status).toBe(303);
    expect(await (await editor.get("/people")).text()).toContain("森田 しずか");
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
    const paths = ["/", "/vendors", "/vendors/new", "/settings", "/people", "/account", "/search?q=a"];
    for (const path of [...paths, "/account?done=__proto__"]) {
      const answer = await admin.get(path);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      expect(text).not.toMatch(/<style|\sstyle="/);
      for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain('nonce="');
    }
  });
});
