import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

let browser: Browser;
let server: RunningServer;
let visit: Visit;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "buntan-checks-"));
  browser = await openBrowser();
  server = await startServer({ dataDir: folder });
  visit = await openVisit(browser, server.url);
  await visit.page.goto("/welcome");
  await visit.page.getByRole("button", { name: "デモ病院で試す" }).click({ timeout: 240_000 });
  await visit.page.waitForURL(`${server.url}/`, { timeout: 240_000 });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("a person answers the rest of the sheet beside the records, freezes the round and gets a paper", async () => {
  const { page } = visit;
  await page.goto("/self-checks");
  await page.locator("tbody a").first().click();
  await page.waitForURL(/\/self-checks\/[0-9a-f-]{36}$/);
  // why: the page takes over its controls once its script has come; what was chosen before that is not kept
  await page.waitForLoadState("networkidle");
  const open = page.locator('input[type=radio][value=""]:checked');
  while ((await open.count()) > 0) {
    const group = open.first().locator("xpath=ancestor::fieldset");
    await group.locator("input[value=yes]").check();
  }
  await page.getByRole("button", { name: "途中まで保存する" }).click();
  await page.getByText("保存しました。").waitFor();
  await page.getByText("1 回目を固定する").first().click();
  await page.getByRole("button", { name: "1 回目を固定する" }).click();
  await page.getByText("回を固定しました。").waitFor();
  await page.getByRole("link", { name: "1 回目" }).waitFor();
  const paper = await page.request.get(`${new URL(page.url()).pathname}/print`);
  expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
});

it("a target day outside the year is refused beside its row, and what was typed stays", async () => {
  const { page } = visit;
  await page.goto("/self-checks");
  await page.locator("tbody a").first().click();
  await page.waitForURL(/\/self-checks\/[0-9a-f-]{36}$/);
  const item = page.locator("section.check-item").nth(3);
  await item.locator("input[value=no]").check();
  await item.getByLabel("目標日").fill("2040-04-01");
  await item.getByLabel("備考").fill("更改を待つ");
  await page.getByRole("button", { name: "途中まで保存する" }).click();
  await page.getByRole("alert").waitFor();
  expect(await item.getByLabel("備考").inputValue()).toBe("更改を待つ");
  expect(await item.locator(".problem").textContent()).toContain("年度");
});

it("a measure that was done stands on the board, and an answer of the survey with what it rests on", async () => {
  const { page } = visit;
  await page.goto("/measures?measure=monitoring");
  await page.locator("tbody a").first().click();
  await page.waitForURL(/\/measures\/[0-9a-f-]{36}/);
  await page.getByLabel("行ったこと").fill("監視の通知を試した");
  await page.getByLabel(/^証跡/).fill("監視画面の控え");
  await page.getByRole("button", { name: "記録する" }).click();
  await page.getByText("記録しました。").waitFor();
  await page.goto("/measures?measure=monitoring");
  await page.getByText("監視の通知を試した").waitFor();
  await page.goto("/surveys");
  await page.locator("tbody a").first().click();
  const question = page.locator("section.check-item", { hasText: "電子カルテを導入していますか" });
  await question.locator("input[value=yes]").check();
  await page.getByRole("button", { name: "回答を保存する" }).click();
  await page.getByText("1 件を保存しました。").waitFor();
  expect(await question.textContent()).toContain("記録から");
  expect(visit.errors.filter((each) => !each.includes("422"))).toEqual([]);
});
