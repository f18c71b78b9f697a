import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type Visit } from "../support/browser";
import { type DemoVisit, startDemo } from "../support/demo-visit";

// Each page of deciding: a person does its one thing and sees what came of it.

let browser: Browser;
let demo: DemoVisit;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await startDemo(browser);
  visit = await demo.enter();
  page = visit.page;
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function open(path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
}
const rows = () => page.locator("main tbody tr");
/** The comparison of a product that has open gaps; its address. */
async function openComparison(): Promise<string> {
  await open("/assessments");
  await rows().filter({ hasText: "みなもカルテ" }).locator("a").first().click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  return new URL(page.url()).pathname;
}
/** 「次の未決へ（45）」 as a number. */
const undecided = async () =>
  Number(/（(\d+)）/.exec(await page.getByRole("link", { name: /^次の未決へ/ }).innerText())?.[1]);

it("the next undecided gap explains itself, and a decision taken there leaves one less", async () => {
  await openComparison();
  const before = await undecided();
  await page.getByRole("link", { name: /^次の未決へ/ }).click();
  const opened = page.locator("details#open");
  await opened.getByText("対応付け", { exact: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await opened.locator("input[name=kind][value=hospital-control]").check();
  await opened.getByLabel(/^担当/).first().fill("医療情報室");
  await opened.getByLabel(/^期限/).fill("2027-03-31");
  await opened.getByLabel(/^理由/).fill("院内の運用で補う。作業の前後に記録を確かめる。");
  await opened.getByRole("button", { name: "決定として記録" }).click();
  await expect.poll(undecided).toBe(before - 1);
});

it("an override stands beside the verdict of the rules with its reason", async () => {
  await openComparison();
  await page.locator("summary.finding", { hasText: "「いいえ」あり" }).first().click();
  const opened = page.locator("details#open");
  await opened.locator("summary", { hasText: "判定の上書き" }).click();
  await opened.getByLabel(/^上書きする判定/).selectOption("partial");
  await opened.getByLabel(/^上書きの理由/).fill("備考に一部で行うとある");
  await opened.getByRole("button", { name: "上書きを記録" }).click();
  await page.getByText("上書き（規則では 「いいえ」あり）").first().waitFor();
});

it("several gaps are decided with one reason", async () => {
  const path = await openComparison();
  const before = await undecided();
  await open(`${path}/together`);
  for (const at of [0, 1]) await page.locator("input[name=findings]").nth(at).check();
  await page.locator("input[name=kind][value=not-applicable]").check();
  await page.getByLabel(/^担当/).first().fill("総務課");
  await page.getByLabel(/^理由/).fill("この病院では使わない機能のため。");
  await page.getByRole("button", { name: "選んだ項目に記録" }).click();
  await page.waitForURL(/decided=1/);
  await expect.poll(undecided).toBe(before - 2);
});

it("the list of decisions begins with what asks for work and ends with what is over", async () => {
  await open("/decisions");
  expect(await rows().first().innerText()).toContain("期日を過ぎた");
  await page.locator(".filter", { hasText: "事業者が確認していない" }).click();
  await page.waitForURL(/work=promise/);
  await rows().filter({ hasText: "事業者が確認していない" }).first().waitFor();
});

it("one decision takes a comment and the inspector's text, and evidence closes it", async () => {
  await open("/decisions?work=overdue");
  await rows().first().locator("a").first().click();
  await page.waitForURL(/\/decisions\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("書き込む", { exact: true }).fill("契約の窓口に確認中");
  await page.getByRole("button", { name: "書き込む" }).click();
  await page.locator(".typed-text", { hasText: "契約の窓口に確認中" }).waitFor();
  await page.getByLabel("説明文").fill("覚書の案を事業者に送り、回答を待っている。");
  await page.getByRole("button", { name: "この文を残す" }).click();
  await page
    .getByText(/^第 1 版/)
    .first()
    .waitFor();
  await page.locator("summary", { hasText: /^完了にする$/ }).click();
  await page.getByLabel(/^何で確かめたか/).fill("覚書 2026-11-20 を受け取った");
  await page.getByLabel(/^完了日/).fill("2026-11-20");
  await page.getByRole("button", { name: "完了にする" }).click();
  await page
    .getByText(/に完了/)
    .first()
    .waitFor();
});

it("the calendar's address is shown once, opens without signing in, and ends when it is revoked", async () => {
  await open("/deadlines");
  expect(await rows().count()).toBeGreaterThan(5);
  await open("/deadlines/settings");
  await page.getByRole("button", { name: /アドレス(を作る|に替える)/ }).click();
  const address = await page.getByRole("status").locator("input, textarea").inputValue();
  const feed = await (await fetch(address)).text();
  expect(feed).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(feed).not.toContain("いいえ");
  await page.getByRole("button", { name: "アドレスを無効にする" }).click();
  await page.getByText("アドレスはまだありません。").waitFor();
  expect((await fetch(address)).status).toBe(404);
});

it("one press makes the binder, with its progress, and it opens as a PDF", async () => {
  await open("/binders");
  await page.getByRole("button", { name: "綴りを作る" }).click();
  await page.getByText("綴りができました。").waitFor();
  const file = await page.request.get(
    (await page.getByRole("link", { name: "開く（PDF）" }).getAttribute("href")) ?? "",
  );
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

it("an answer about the hospital shows in the conditions of the fee", async () => {
  await open("/fee-conditions");
  const condition = page.locator("section.check-item", { hasText: "(10)" }).first();
  const before = await condition.innerText();
  await page.getByRole("link", { name: "院内の記録を書く" }).click();
  await page.waitForURL(/\/surveys\//);
  await page.waitForLoadState("networkidle");
  const question = page.locator("section.check-item", {
    hasText: "情報セキュリティに関わる資格を持っていますか",
  });
  await question.locator("input[value=yes]").check();
  await page.getByRole("button", { name: "回答を保存する" }).click();
  await page.getByText("1 件を保存しました。").waitFor();
  await open("/fee-conditions");
  expect(await condition.innerText()).not.toBe(before);
  await page.getByText("出典1件・要確認").waitFor();
});

it("an own checklist of an edition without an official file says what to load", async () => {
  await open("/self-checks");
  await page.locator("tbody a").first().click();
  await page.getByRole("link", { name: "公式の様式に書き出す" }).click();
  await page.getByText(/公式の様式のファイルが登録されていません/).waitFor();
});

it("no page reported an error", () => {
  expect(visit.errors).toEqual([]);
});
