import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { look } from "../support/look";
import { type TestHospital, testHospital } from "../support/ports";
import { rawSystem, register } from "../support/records";
import { rawContact } from "../support/requests";
import { startWeb, type Web } from "../support/web";

// One path in two browsers: a contract, its servers declared complete, a role sheet, the vendor's proposal by link, the
// agreement, and who was in charge on a day, on the page, in the timeline and in its file.

let browser: Browser;
let web: Web;
let house: TestHospital;
let staff: Visit;
let vendor: Visit;
let contract = "";
let sheet = "";
let desk = "";
const ID = "[0-9a-f-]{36}";
const LABEL = "暗号化";

beforeAll(async () => {
  house = await testHospital();
  const { ports, editor } = house;
  const vendorId = await register(ports, editor, "vendor", { name: "道筋ベンダ株式会社" });
  const productId = await register(ports, editor, "product", {
    vendorId,
    name: "道筋カルテ",
    kind: "product",
  });
  const productVersionId = await register(ports, editor, "productVersion", { productId, label: "1.0" });
  await register(ports, editor, "system", rawSystem(productVersionId));
  await register(ports, editor, "vendorContact", rawContact(vendorId));
  web = await startWeb(ports);
  browser = await openBrowser();
  staff = await openVisit(browser, web.url);
  vendor = await openVisit(browser, web.url, "phone");
  for (const { page } of [staff, vendor]) page.setDefaultTimeout(60_000);
  await staff.context.addCookies([await web.cookieFor(editor)]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

const named = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
/** A choice before the page listens would be lost. */
const open = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" });

async function choose(page: Page, name: string, value: string): Promise<void> {
  const field = named(page, name);
  if ((await field.first().evaluate((each) => each.tagName)) === "SELECT") await field.selectOption(value);
  else await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
}

/** The value of the first real option of a list. */
const firstOf = async (page: Page, name: string) =>
  (await named(page, name).locator("option").nth(1).getAttribute("value")) ?? "";

it("a contract that covers a system", async () => {
  const { page } = staff;
  await open(page, "/contracts/new");
  await choose(page, "vendorId", await firstOf(page, "vendorId"));
  const typed = {
    number: "道-1",
    title: "道筋の保守契約",
    signedOn: "2026-03-20",
    inForceFrom: "2026-04-01",
  };
  for (const [name, value] of Object.entries({ ...typed, inForceTo: "2029-03-31" }))
    await named(page, name).fill(value);
  for (const [name, value] of Object.entries({ hospitalLabel: "甲", vendorLabel: "乙" }))
    await named(page, name).fill(value);
  await choose(page, "kind", "maintenance");
  await choose(page, "renewal", "none");
  await press(page, "保存する");
  await page.waitForURL(new RegExp(`/contracts/${ID}$`));
  contract = new URL(page.url()).pathname;
  await open(page, `${contract}/systems`);
  await page.getByLabel(/電子カルテ/).check({ force: true });
  await press(page, "保存する");
  await page.waitForURL((url) => url.pathname === contract);
});

it("its servers, declared complete by a person", async () => {
  const { page } = staff;
  await open(page, "/servers/new");
  await choose(page, "systemId", await firstOf(page, "systemId"));
  await named(page, "name").fill("MICHI-DB1");
  await choose(page, "kind", "physical");
  await choose(page, "securityUpdateBearer", "vendor");
  await press(page, "保存する");
  await page.waitForURL(new RegExp(`/systems/${ID}`));
  await open(page, "/server-list");
  await page.locator("summary", { hasText: "全数を確認した" }).click();
  await press(page, "全数を確認した");
  await page.getByText("その後の変更はありません").waitFor();
});

it("a role sheet, and a link to it for the vendor", async () => {
  const { page } = staff;
  await open(page, contract);
  await page.getByRole("link", { name: "確認表をはじめる" }).first().click();
  await page.waitForURL("**/role-sheets/new**");
  await named(page, "roundOn").fill("2026-04-10");
  await press(page, "確認表をはじめる");
  await page.waitForURL(new RegExp(`/role-sheets/${ID}$`));
  sheet = new URL(page.url()).pathname;
  await open(page, "/requests/new?kind=role-sheet");
  await page.locator("main [name=target]").first().check({ force: true });
  await press(page, "依頼の内容へ進む");
  await named(page, "dueOn").fill("2026-12-18");
  await press(page, "送る内容を確かめる");
  await page.getByText("まだ送っていません。", { exact: false }).waitFor();
  await press(page, "この内容で 1 件を依頼する");
  await page.waitForURL(new RegExp(`/requests/${ID}$`));
  await page.locator("button[value=make-link]").click();
  await page.locator("#links textarea").waitFor();
  const link = new URL(await page.locator("#links textarea").inputValue());
  await open(vendor.page, link.pathname);
  await press(vendor.page, "開く");
  await vendor.page.waitForURL("**/r/desk/**");
  desk = new URL(vendor.page.url()).pathname;
});

it("the vendor proposes, the hospital accepts and records the agreement", async () => {
  await open(vendor.page, `${desk}/proposals`);
  const heading = vendor.page.getByRole("heading", { name: LABEL });
  const row = vendor.page.locator(".proposal-row").filter({ has: heading });
  await row.getByRole("heading", { name: LABEL }).click();
  await row.getByText("この行に提案する").click();
  await row.locator("[name=party]").selectOption("vendor");
  await row.locator("[name=what]").fill("保存データを暗号化する");
  await row.getByRole("button", { name: "提案を送る" }).click();
  await row.getByText("回答待ち").first().waitFor();
  const { page } = staff;
  await open(page, sheet);
  await page.locator(".note").getByRole("link", { name: LABEL }).click();
  await page.locator(".row-proposal").waitFor();
  await press(page, "受け入れて確定する");
  await page.getByText("確定を解除する").first().waitFor();
  await page.getByRole("link", { name: "合意を記録する" }).click();
  await named(page, "effectiveFrom").fill("2026-07-01");
  await page.locator("main form:has([name=effectiveFrom]) button[type=submit]").click();
  await page.getByText("改訂 1").first().waitFor();
});

it("who was in charge, the day before and on the day, known today and known before it was recorded", async () => {
  const { page } = staff;
  const rowOf = () => page.locator("main tr").filter({ hasText: LABEL }).first();
  await open(page, `/in-charge?day=2026-07-01&q=${encodeURIComponent(LABEL)}`);
  expect(await rowOf().innerText()).toContain("保存データを暗号化する");
  await look(page, "path-in-charge");
  for (const asked of ["day=2026-06-30", "day=2026-07-01&knownOn=2026-06-30"]) {
    await open(page, `/in-charge?${asked}&q=${encodeURIComponent(LABEL)}`);
    expect(await page.locator("main").innerText(), asked).not.toContain("保存データを暗号化する");
  }
});

it("the timeline draws it and its file holds it", async () => {
  const { page } = staff;
  await open(page, "/timeline");
  const rows = named(page, "row");
  const labels = await rows.locator("option").allInnerTexts();
  await rows.selectOption({ label: labels.find((each) => each.includes(LABEL)) ?? "" });
  await page.locator("main form:has([name=row]) button[type=submit]").click();
  await page.waitForURL(/row=/);
  await expect.poll(() => page.locator("main table").first().innerText()).toContain("道筋の保守契約");
  expect(await page.locator("main").innerText()).toContain("MICHI-DB1");
  await look(page, "path-timeline");
  const address = await page.getByRole("link", { name: "JSON" }).first().getAttribute("href");
  const file = await (await page.request.get(address ?? "")).text();
  for (const part of ["2026-07-01", "MICHI-DB1", "道-1"]) expect(file).toContain(part);
});

it("neither browser reported an error", () => {
  expect([...staff.errors, ...vendor.errors]).toEqual([]);
});
