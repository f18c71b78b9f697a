import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

// Chromium's own virtual authenticator (WebAuthn over the DevTools protocol) in place of a finger.

const PASSWORD = "mizuumi-no-hotori-2026";
let browser: Browser;
let server: RunningServer;
let dataDir: string;
let url: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "buntan-passkeys-"));
  browser = await openBrowser();
  server = await startServer({ dataDir });
  // why by name: a passkey belongs to a name, never to an address of numbers.
  url = server.url.replace("127.0.0.1", "localhost");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function authenticatorOf(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId: id } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

async function openHospital(page: Page): Promise<void> {
  await page.goto("/welcome", { waitUntil: "networkidle" });
  const fields = { hospitalName: "鍵の病院", name: "水野 あおい", signInName: "mizuno", password: PASSWORD };
  for (const [name, value] of Object.entries(fields))
    await page.locator(`[name=${name}]`).first().fill(value);
  await page.getByRole("button", { name: "病院をつくる" }).click();
  await page.waitForURL((address) => address.pathname !== "/welcome");
}

async function giveNameAndPassword(page: Page): Promise<void> {
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  await page.locator("[name=signInName]").fill("mizuno");
  await page.locator("[name=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
}

it("a passkey is the second factor, opens alone afterwards, and not once it is wiped from its device", async () => {
  const { page, context, errors } = await openVisit(browser, url);
  const { cdp, id } = await authenticatorOf(page);
  await openHospital(page);
  await context.clearCookies();

  await giveNameAndPassword(page);
  await page.waitForURL("**/sign-in/set-up**");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "パスキーを登録する" }).click();
  await expect.poll(() => page.locator("code").count()).toBe(10);
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId: id });
  expect(credentials).toMatchObject([{ rpId: "localhost", isResidentCredential: true }]);

  await context.clearCookies();
  await page.goto("/sign-in?next=%2Fvendors", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "パスキーでサインイン" }).click();
  await page.waitForURL("**/vendors");
  await page.getByRole("heading", { level: 1, name: "事業者" }).waitFor();

  await context.clearCookies();
  await giveNameAndPassword(page);
  await page.waitForURL("**/sign-in/code**");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "パスキーでサインイン" }).click();
  await page.waitForURL((address) => address.pathname === "/");

  await context.clearCookies();
  await cdp.send("WebAuthn.clearCredentials", { authenticatorId: id });
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "パスキーでサインイン" }).click();
  await page.getByText("パスキーを確かめられませんでした").waitFor();
  expect(await context.cookies().then((all) => all.some((each) => each.name === "buntan_session"))).toBe(
    false,
  );
  expect(errors).toEqual([]);
  await context.close();
});
