import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Scope } from "~/domain/scope";
import { openBrowser, openVisit, takeScreenshots, type Visit } from "../support/browser";
import { type TestHospital, testHospital, testPassword } from "../support/ports";
import { startWeb, type Web } from "../support/web";

// Chromium's own virtual authenticator (WebAuthn over the DevTools protocol) in place of a finger.

let browser: Browser;
let web: Web;
let hospital: TestHospital;
let url: string;
let visit: Visit;
let page: Page;
let keys: Awaited<ReturnType<typeof keysOf>>;
beforeAll(async () => {
  hospital = await testHospital();
  await hospital.ports.db.$client.execute("UPDATE account SET must_change_password = 0");
  browser = await openBrowser();
  web = await startWeb(hospital.ports);
  // why by name: a passkey belongs to a name, never to an address of numbers.
  url = web.url.replace("127.0.0.1", "localhost");
  visit = await openVisit(browser, url);
  page = visit.page;
  page.setDefaultTimeout(15_000); // a machine that does other work, too
  keys = await keysOf(page);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

/** One key as Chromium's protocol gives and takes it. */
type Credential = {
  credentialId: string;
  isResidentCredential: boolean;
  privateKey: string;
  signCount: number;
  rpId?: string;
  userHandle?: string;
};

/** The keys this browser holds: one device at a time, as a computer has one. */
async function keysOf(on: Page) {
  const cdp: CDPSession = await on.context().newCDPSession(on);
  await cdp.send("WebAuthn.enable");
  let authenticatorId = "";
  const device = {
    async change(held: Credential[] = []) {
      if (authenticatorId !== "") await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
      const made = await cdp.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          transport: "internal",
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      authenticatorId = made.authenticatorId;
      for (const credential of held)
        await cdp.send("WebAuthn.addCredential", { authenticatorId, credential });
    },
    async all() {
      return (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    },
    /** What a person does who presses "cancel": the device does not say that it was unlocked. */
    unlocks: (isUserVerified: boolean) =>
      cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
  await device.change();
  return device;
}

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const status = (text: string) => page.getByRole("status").getByText(text, { exact: false }).waitFor();
const open = (path: string) => page.goto(path, { waitUntil: "networkidle" });

async function isSignedIn(context: BrowserContext): Promise<boolean> {
  return (await context.cookies()).some((each) => each.name === "buntan_session");
}

/** In the browser of somebody who has a session already. */
async function become(scope: Scope): Promise<void> {
  await visit.context.clearCookies();
  await visit.context.addCookies([{ ...(await web.cookieFor(scope)), url }]);
}

async function leave(): Promise<void> {
  await page.locator("details.user > summary").click();
  await press("サインアウト");
  await page.waitForURL("**/sign-in**");
  await page.waitForLoadState("networkidle");
  expect(await isSignedIn(visit.context)).toBe(false);
}

async function register(name: string): Promise<void> {
  await open("/account");
  await page.getByLabel("パスキーの名前").fill(name);
  await press("パスキーを登録する");
}

/** Name and password, up to the step behind them. */
async function givePassword(signInName: string, step = "code"): Promise<void> {
  await visit.context.clearCookies();
  await open("/sign-in");
  await page.getByLabel("サインイン名").fill(signInName);
  await page.getByLabel("パスワード", { exact: true }).fill(testPassword);
  await press("サインイン");
  await page.waitForURL(`**/sign-in/${step}**`);
  await page.waitForLoadState("networkidle");
}

it("is what somebody sets up on the way in, with recovery codes", async () => {
  await givePassword("test-viewer", "set-up");
  await press("パスキーを登録する");
  await expect.poll(() => page.locator("code").count()).toBe(10);
  await page.getByRole("link", { name: "保管しました。進む" }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
  expect(await isSignedIn(visit.context)).toBe(true);
  await keys.change();
});

let first: Credential[];
let second: Credential[];

it("a key without a name is not made; one with a name is registered, and not twice on one device", async () => {
  await become(hospital.editor);
  await register("");
  await page.getByRole("alert").waitFor();
  expect(await keys.all()).toEqual([]);
  await register("受付の窓口端末");
  await status("パスキーを登録しました");
  await page.getByText("受付の窓口端末").waitFor();
  expect(await keys.all()).toMatchObject([{ rpId: "localhost", isResidentCredential: true }]);
  await register("もう一つの名前");
  await status("この端末には、あなたのパスキーがもう登録されています");
  first = await keys.all();
  expect(first).toHaveLength(1);
});

it("opens alone, without a password, on the page that was asked for", async () => {
  await leave();
  await open("/sign-in?next=%2Fvendors");
  await press("パスキーでサインイン");
  await page.waitForURL("**/vendors");
  await page.getByRole("heading", { level: 1, name: "事業者" }).waitFor();
  await open("/account");
  await page.getByText("最後に使った日", { exact: false }).waitFor();
});

it("is the second factor behind a password", async () => {
  await givePassword("test-editor");
  await press("パスキーでサインイン");
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
  expect(await isSignedIn(visit.context)).toBe(true);
});

it("a ceremony that was broken off says so, and nobody is signed in; the next one works", async () => {
  await leave();
  await keys.unlocks(false);
  await press("パスキーでサインイン");
  await status("パスキーの確認が中止されたか");
  await takeScreenshots(page, "passkey-cancelled");
  expect(await isSignedIn(visit.context)).toBe(false);
  await keys.unlocks(true);
  await press("パスキーでサインイン");
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
});

it("the key of somebody else is no second factor, whatever the page sends", async () => {
  await keys.change();
  await become(hospital.procurement);
  await register("調達課のパソコン");
  await status("パスキーを登録しました");
  second = await keys.all();
  await givePassword("test-editor");
  await press("パスキーでサインイン");
  await status("パスキーの確認が中止されたか");
  // A page that was changed on the way asks for any key, and hands it in for the first person's step.
  await page.route("**/passkey-options", async (route) => {
    const answer = await route.fetch();
    const { allowCredentials: _only, ...options } = await answer.json();
    await route.fulfill({ response: answer, json: options });
  });
  await press("パスキーでサインイン");
  await status("パスキーを確かめられませんでした");
  expect(await isSignedIn(visit.context)).toBe(false);
  await page.unroute("**/passkey-options");
  await open("/sign-in");
  await press("パスキーでサインイン");
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
});

it("a second one is registered, the first is removed, and its device opens nothing from then on", async () => {
  await keys.change();
  await become(hospital.editor);
  await register("当直室のパソコン");
  await status("パスキーを登録しました");
  const spare = await keys.all();
  await page.getByRole("button", { name: "外す：受付の窓口端末" }).click();
  await status("パスキーを外しました");
  await takeScreenshots(page, "passkeys");
  await page.getByRole("button", { name: "外す：当直室のパソコン" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByText("当直室のパソコン").waitFor();
  await leave();
  await keys.change(first);
  await press("パスキーでサインイン");
  await status("パスキーを確かめられませんでした");
  expect(await isSignedIn(visit.context)).toBe(false);
  await keys.change(spare);
  await press("パスキーでサインイン");
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
});

it("of a disabled person opens nothing, and a device that has none is told so", async () => {
  await leave();
  await hospital.ports.db.$client.execute({
    sql: "UPDATE account SET disabled_at = ? WHERE sign_in_name = 'test-procurement'",
    args: [hospital.ports.now()],
  });
  await keys.change(second);
  await press("パスキーでサインイン");
  await status("パスキーを確かめられませんでした");
  await keys.change();
  await press("パスキーでサインイン");
  await status("パスキーの確認が中止されたか");
  expect(await isSignedIn(visit.context)).toBe(false);
  const unexpected = visit.errors.filter((each) => !/40[0139]|422/.test(each));
  expect(unexpected).toEqual([]);
});
