import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { look } from "../support/look";
import { type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";
import { rawContact } from "../support/requests";
import { codeInOutbox } from "../support/vendor-desk";
import { startWeb, type Web } from "../support/web";

// Both sides of one request, each in a browser of its own and without a mail server: asked, copied from the outbox,
// opened, answered, submitted, sent back, submitted again, accepted. What is kept at the end is what was answered.

let browser: Browser;
let web: Web;
let hospital: TestHospital;
let contract: TestContract;
let staff: Visit;
let vendor: Visit;
let requestId = "";
let link = "";

const PATIENCE_MS = 60_000; // why: a busy machine, not a slow page
vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
  hospital = await testHospital();
  contract = await contractWithSystem(hospital.ports, hospital.editor);
  await register(hospital.ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
  web = await startWeb(hospital.ports);
  browser = await openBrowser();
  staff = await openVisit(browser, web.url);
  vendor = await openVisit(browser, web.url);
  for (const { page } of [staff, vendor]) page.setDefaultTimeout(PATIENCE_MS);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

const press = (page: Page, name: string | RegExp) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();
/** Opens a panel that asks before it acts. */
const panel = (page: Page, title: string) => page.locator("details.confirm", { hasText: title });
const item = (page: Page, at: number) => page.locator(`#item-${at}`);

async function answer(at: number, value: "yes" | "no", remark: string): Promise<void> {
  const { page } = vendor;
  await item(page, at).locator(`input[type=radio][value="${value}"]`).check({ force: true });
  await item(page, at).getByLabel("備考（前提や条件があれば）").fill(remark);
  await item(page, at).getByLabel("備考（前提や条件があれば）").blur();
  const kept = () => rows("SELECT remark FROM request_answer WHERE request_id = ?", requestId);
  await expect.poll(kept, { timeout: PATIENCE_MS }).toContainEqual({ remark });
}

async function rows(sql: string, ...args: string[]): Promise<Record<string, unknown>[]> {
  const { rows, columns } = await hospital.ports.db.$client.execute({ sql, args });
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
}

/** The code is asked once; the same session may submit again after a return. */
async function giveCode(): Promise<void> {
  const { page } = vendor;
  await page.goto(`/r/desk/${requestId}/submit`);
  await press(page, "コードを送る");
  await page.getByLabel("コード（6 桁）").fill(await codeInOutbox(hospital, requestId));
  await page.getByLabel("お名前").fill("試験 次郎");
  await press(page, "確かめる");
  await page.getByText("本人の確認が済みました。").waitFor();
}

async function submit(): Promise<void> {
  const { page } = vendor;
  await page.goto(`/r/desk/${requestId}/submit`);
  await press(page, "固定して提出する");
  await page.waitForURL("**/receipt");
}

it("asks: what will be sent is shown first, and nothing is written before the last button", async () => {
  const { page } = staff;
  await staff.context.addCookies([await web.cookieFor(hospital.editor)]);
  await page.goto("/requests/new");
  await page.locator(`[name=target][value="${contract.productVersionId}"]`).check({ force: true });
  await press(page, "依頼の内容へ進む");
  await page.locator("select[name=catalogueRef]").selectOption("in-house-product@1.0");
  await page.locator("[name=message]").fill("年に一度のお願いです。");
  await page.locator("[name=dueOn]").fill("2026-12-18");
  await look(page, "requests-details");
  await press(page, "送る内容を確かめる");
  await page.getByText("まだ送っていません。", { exact: false }).waitFor();
  const shown = await page.locator("main").innerText();
  for (const part of ["hanako@vendor.example", "年に一度のお願いです。", "2026-12-18"])
    expect(shown).toContain(part);
  await look(page, "requests-preview");
  expect(await rows("SELECT id FROM request")).toEqual([]);
  await press(page, "この内容で 1 件を依頼する");
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  requestId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.getByText("事業者はまだ開いていません。").first().waitFor();
});

it("copies the letter with its link from the outbox and notes that it was handed over", async () => {
  const { page } = staff;
  await page.goto("/requests/outbox");
  await look(page, "requests-outbox");
  await page.locator("main table a").first().click();
  await page.waitForURL(/\/requests\/outbox\/[0-9a-f-]{36}$/);
  await press(page, "全文を表示する");
  const text = await page.getByLabel("写す文", { exact: true }).inputValue();
  expect(await page.getByLabel("あて先", { exact: true }).inputValue()).toBe("hanako@vendor.example");
  link = /http\S+\/r\/\S+/.exec(text)?.[0] ?? "";
  expect(link.startsWith(`${web.url}/r/`)).toBe(true);
  await look(page, "requests-letter");
  await panel(page, "渡した").locator("summary").click();
  await panel(page, "渡した").getByRole("button", { name: "渡した" }).click();
  await page.getByText("手渡した", { exact: true }).waitFor();
  await page.goto(`/requests/${requestId}`);
  await page.locator("#course").getByText("依頼の文を手渡した").waitFor();
});

it("is opened, answered and submitted by the vendor in another browser", async () => {
  const { page } = vendor;
  await page.goto(link);
  await press(page, "開く");
  await page.waitForURL(`**/r/desk/${requestId}`);
  await answer(0, "yes", "管理画面のみ");
  await answer(1, "no", "準備中");
  await giveCode();
  await submit();
});

it("is sent back once with words that the vendor reads, and comes again", async () => {
  const { page } = staff;
  await page.goto("/requests?show=submitted");
  await page.locator(`main a[href="/requests/${requestId}"]`).first().click();
  await page.locator("#review").getByText("試験 次郎").waitFor();
  await look(page, "requests-review");
  const reason = "1 番の備考に、いつまでかを書いてください。";
  await panel(page, "差し戻す").locator("summary").click();
  await page.locator("#review [name=reason]").fill(reason);
  await panel(page, "差し戻す").getByRole("button", { name: "差し戻す" }).click();
  await page.getByText("もう一度の提出を待っています。", { exact: false }).first().waitFor();
  await vendor.page.goto(`/r/desk/${requestId}`);
  await vendor.page.getByText(reason).first().waitFor();
  await answer(1, "no", "2027年3月までに対応");
  await submit();
});

it("is accepted: a disclosure holds exactly these answers, and the proof tells the whole course", async () => {
  const { page } = staff;
  await page.goto(`/requests/${requestId}`);
  await panel(page, "受理する").locator("summary").click();
  await panel(page, "受理する").getByRole("button", { name: "受理する" }).click();
  await page.getByRole("link", { name: "できた開示書を開く" }).click();
  await page.waitForURL(/\/disclosures\/[0-9a-f-]{36}$/);
  const shown = await page.locator("main").innerText();
  expect(shown).toContain("管理画面のみ");
  expect(shown).toContain("2027年3月までに対応");
  expect(shown).not.toContain("準備中");
  const disclosureId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const sql = "SELECT answer, remark FROM disclosure_answer WHERE disclosure_id = ? AND answer <> 'blank'";
  const kept = await rows(`${sql} ORDER BY answer DESC`, disclosureId);
  expect(kept).toEqual([
    { answer: "yes", remark: "管理画面のみ" },
    { answer: "no", remark: "2027年3月までに対応" },
  ]);
  await page.goto(`/requests/${requestId}/proof`);
  const proof = await page.locator("main").innerText();
  for (const part of [
    "提出があり、受理しました。",
    "依頼の文を手渡した",
    "事業者が開いた",
    "差し戻した",
    "受理した",
  ])
    expect(proof).toContain(part);
  await look(page, "requests-proof");
});

it("no page reported an error on the way", () => {
  expect([...staff.errors, ...vendor.errors]).toEqual([]);
});
