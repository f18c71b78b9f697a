import { afterAll, beforeAll, expect, it } from "vitest";
import { createProvider } from "~/server/oidc";
import { saveNetworks } from "~/use-cases/memberships.server";
import { type LocalProvider, localProvider } from "../support/oidc";
import { expectDone, type TestHospital, testHospital, testPassword } from "../support/ports";
import { browserOf, startWeb, type Visitor, type Web } from "../support/web";

// Sign-in with the hospital's own identity provider as a browser does it: our pages, the provider's, and back.
const BASE = "http://127.0.0.1:3998";

let hospital: TestHospital;
let local: LocalProvider;
let web: Web;
beforeAll(async () => {
  hospital = await testHospital();
  await hospital.ports.db.$client.execute(
    "UPDATE account SET must_change_password = 0, factor_waived_at = 'now'",
  );
  local = await localProvider(`${BASE}/sign-in/provider/callback`);
  const ports = { ...hospital.ports, baseUrl: BASE };
  web = await startWeb(ports, { provider: createProvider(local.settings) });
}, 120_000);
afterAll(async () => {
  await web?.stop();
  local?.stop();
});

/** To the provider and back. @returns the address that came back, without its origin */
async function go(browser: Visitor, login: string, fields: Record<string, string> = {}): Promise<string> {
  const start = await browser.post("/sign-in/provider", fields);
  expect(start.status).toBe(303);
  const address = start.headers.get("location") ?? "";
  expect(address.startsWith(local.settings.issuer)).toBe(true);
  const back = await local.walk(address, login);
  return back.pathname + back.search;
}
const people = async () =>
  (await hospital.ports.db.$client.execute("SELECT count(*) AS n FROM account")).rows[0]?.n;
const isIn = async (browser: Visitor) => (await browser.get("/vendors")).status === 200;

it("nobody comes in who was not linked, and nobody is made by trying", async () => {
  const before = await people();
  const browser = browserOf(web.url);
  const answer = await browser.get(await go(browser, "mizuno"));
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await isIn(browser)).toBe(false);
  expect(await people()).toBe(before);
});

it("a signed-in person links himself; from then on the provider's word is enough, and leads on", async () => {
  const browser = browserOf(web.url);
  await browser.post("/sign-in", { signInName: "test-editor", password: testPassword });
  expect(await isIn(browser)).toBe(true);
  const linked = await browser.get(await go(browser, "mizuno", { for: "link" }));
  expect(linked.headers.get("location")).toBe("/account?done=provider");
  const other = browserOf(web.url);
  const entered = await other.get(await go(other, "mizuno", { next: "/vendors?q=a" }));
  expect(entered.headers.get("location")).toBe("/vendors?q=a");
  expect(await isIn(other)).toBe(true);
  const outside = browserOf(web.url);
  const led = await outside.get(await go(outside, "mizuno", { next: "https://evil.example/" }));
  expect(led.headers.get("location")).toBe("/");
});

it("what came back counts once, in the browser that left, with the state it left with", async () => {
  const browser = browserOf(web.url);
  const back = await go(browser, "mizuno");
  expect((await browserOf(web.url).get(back)).status).toBe(422);
  const forged = back.replace(/state=[^&]+/, "state=forged");
  expect((await browser.get(forged)).status).toBe(422);
  expect((await browser.get(back)).status).toBe(303);
  const again = await browser.get(back);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain("認証基盤");
});

it("staff come from the hospital's networks only, with a password, by the provider, or with a session", async () => {
  const browser = browserOf(web.url);
  await browser.get(await go(browser, "mizuno"));
  expect(await isIn(browser)).toBe(true);
  const admin = { ...hospital.admin, address: "192.0.2.7" };
  expectDone(await saveNetworks(hospital.ports, admin, { networks: "192.0.2.0/24", version: 0 }));
  expect(await isIn(browser)).toBe(false);
  const password = await browser.post("/sign-in", { signInName: "test-editor", password: testPassword });
  expect([401, 403]).toContain(password.status);
  const provided = await browser.get(await go(browser, "mizuno"));
  expect([401, 403]).toContain(provided.status);
  expectDone(
    await saveNetworks(hospital.ports, admin, { networks: "127.0.0.0/8\n192.0.2.0/24", version: 1 }),
  );
  expect(await isIn(browser)).toBe(true);
});

it("a provider that is away is said in words, and the password still opens", async () => {
  local.stop();
  const away = await startWeb(
    { ...hospital.ports, baseUrl: BASE },
    { provider: createProvider(local.settings) },
  );
  const browser = browserOf(away.url);
  const answer = await browser.post("/sign-in/provider", {});
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("認証基盤");
  const entered = await browser.post("/sign-in", { signInName: "test-editor", password: testPassword });
  expect(entered.status).toBe(303);
  await away.stop();
});
