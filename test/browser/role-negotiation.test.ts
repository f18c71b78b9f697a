import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { look } from "../support/look";
import { openSheet, SHEET_FORM } from "../support/records";
import { type AskedHospital, ask, askedHospital, linkTo } from "../support/vendor-desk";
import { startWeb, type Web } from "../support/web";

// A row is negotiated between two browsers that know nothing of each other: the hospital's, signed in, and the
// vendor's, behind a link. Real server over HTTP; only the mail server is missing.

let browser: Browser;
let web: Web;
let world: AskedHospital;
let hospital: Visit;
let vendor: Visit;
let roleSheetId: string;
const LABEL = "暗号化";

beforeAll(async () => {
  world = await askedHospital();
  const { ports, editor, vendorId, contractId, contactId } = world;
  roleSheetId = await openSheet(ports, editor, contractId);
  const targets = [{ vendorId, contactId, contractId }];
  world.requestId = await ask(world, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets });
  web = await startWeb(ports);
  browser = await openBrowser();
  hospital = await openVisit(browser, web.url);
  vendor = await openVisit(browser, web.url, "phone");
  for (const { page } of [hospital, vendor]) page.setDefaultTimeout(60_000);
  await hospital.context.addCookies([await web.cookieFor(editor)]);
  await vendor.page.goto(`/r/${await linkTo(world)}`);
  await vendor.page.getByRole("button", { name: /開く/ }).click();
  await vendor.page.waitForURL(/\/r\/desk\//);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

it("the vendor proposes for a row, on a phone, and sees both versions", async () => {
  const { page } = vendor;
  await page.goto(`/r/desk/${world.requestId}/proposals`);
  const row = page.locator(".proposal-row").filter({ has: page.getByRole("heading", { name: LABEL }) });
  await row.getByRole("heading", { name: LABEL }).click();
  await row.getByText("この行に提案する").click();
  await row.locator("[name=party]").selectOption("vendor");
  await row.locator("[name=what]").fill("通信と保存データを暗号化する");
  await row.locator("[name=comment]").fill("既定の機能で行えるため");
  await row.getByRole("button", { name: "提案を送る" }).click();
  await row.getByText("回答待ち").first().waitFor();
  expect(await row.locator("ins").allInnerTexts()).toContain("通信と保存データを暗号化する");
  await look(page, "vendor-proposals");
});

it("the hospital sees the differences, accepts, and the row is settled for both", async () => {
  const { page } = hospital;
  await page.goto(`/role-sheets/${roleSheetId}`);
  await page.getByText("事業者から 1 行に提案があります。").waitFor();
  await page.locator(".note").getByRole("link", { name: LABEL }).click();
  await page.locator(".row-proposal").waitFor();
  expect(await page.locator(".row-proposal ins").allInnerTexts()).toContain("通信と保存データを暗号化する");
  await look(page, "role-proposal");
  await page.locator("input[name=answer]").fill("お願いします。");
  await page.getByRole("button", { name: "受け入れて確定する" }).click();
  await page.getByText("確定を解除する").first().waitFor();
  const row = page.locator("tr[data-row].locked");
  expect(await row.locator("td.at-what").innerText()).toContain("通信と保存データを暗号化する");
  await vendor.page.reload();
  const theirs = vendor.page
    .locator(".proposal-row")
    .filter({ has: vendor.page.getByRole("heading", { name: LABEL }) });
  await theirs.locator("summary").getByText("受け入れ・確定").waitFor();
  await theirs.getByRole("heading", { name: LABEL }).click();
  expect(await theirs.innerText()).toContain("お願いします。");
  expect(await theirs.getByText("この行に提案する").count()).toBe(0);
});

it("neither browser reported an error", () => {
  expect([...hospital.errors, ...vendor.errors]).toEqual([]);
});
