import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, takeScreenshots, type Visit } from "../support/browser";
import { type DemoVisit, startDemo } from "../support/demo-visit";

// A role sheet typed into like a spreadsheet, by one person, by two at once, and without script. Real server, real
// browser; the demo hospital's open sheet is the place.

let browser: Browser;
let demo: DemoVisit;
let visit: Visit;
let sheet: string;

// why this sheet: its contract calls the parties 発注者 and 受注者, so 甲 and 乙 mean nothing in it.
const TITLE = "診療予約・地域連携 役割分担確認表";

beforeAll(async () => {
  browser = await openBrowser();
  demo = await startDemo(browser);
  visit = await demo.enter();
  await visit.page.goto("/role-sheets");
  const link = visit.page.getByRole("link", { name: TITLE }).first();
  sheet = (await link.getAttribute("href")) ?? "";
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const rowOf = (page: Page, label: string) =>
  page.locator("tr[data-row]").filter({ has: page.getByRole("link", { name: `「${label}」を書く` }) });
const cellOf = (page: Page, label: string, field: string) => rowOf(page, label).locator(`td.at-${field}`);
const open = async (page: Page) => {
  await page.goto(sheet);
  await page.locator("table[role=grid]").waitFor();
};
const saved = (page: Page) => page.getByText("保存しました。").first().waitFor();

it("typing replaces, Enter goes down, Esc gives up, F2 edits; every cell is saved by itself", async () => {
  const { page } = visit;
  await open(page);
  await cellOf(page, "暗号化", "party").click();
  await page.keyboard.type("受注者");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.keyboard.type("丁");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("共同");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  expect((await page.locator("td.active").innerText()).trim()).toBe("共同");
  await cellOf(page, "暗号化", "what").click();
  await page.keyboard.type("院外との通信を暗号化する");
  await page.keyboard.press("Tab");
  await saved(page);
  await cellOf(page, "暗号化", "what").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type("。");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  await open(page);
  expect((await cellOf(page, "暗号化", "party").innerText()).trim()).toBe("受注者");
  expect((await cellOf(page, "暗号化", "what").innerText()).trim()).toBe("院外との通信を暗号化する。");
});

it("a word that the column does not know stays open, and says what it may be", async () => {
  const { page } = visit;
  await cellOf(page, "暗号化", "firstCheck").click();
  await page.keyboard.type("たぶん");
  await page.keyboard.press("Enter");
  await page.getByText("この欄では使えない言葉です。").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "閉じる" }).click();
  await expect.poll(() => page.getByText("この欄では使えない言葉です。").count()).toBe(0);
});

it("a rule keeps the text: 完了日 waits until the first check says いいえ", async () => {
  const { page } = visit;
  await cellOf(page, "暗号化", "completedOn").click();
  await page.keyboard.type("2026/11/20");
  await page.keyboard.press("Enter");
  await page.getByText("完了日は、初回確認が「いいえ」の行だけに入ります。").waitFor();
  await cellOf(page, "暗号化", "firstCheck").click();
  await page.keyboard.type("いいえ");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  await open(page);
  expect(await cellOf(page, "暗号化", "completedOn").innerText()).toContain("2026-11-20");
});

it("pastes cells out of a spreadsheet, fills down, copies out, and takes it all back", async () => {
  const { page, context } = visit;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const labels = await page.locator("tr[data-row] th.at-label b").allInnerTexts();
  const at = labels.indexOf("暗号化");
  const [second, third] = [labels[at + 1] ?? "", labels[at + 2] ?? ""];
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    "発注者\t\t平常時と同じ\r\n丁\t\t受注者\r\n",
  );
  await cellOf(page, second, "party").click();
  await page.keyboard.press("Control+v");
  await page.getByText("取り込めなかった欄が 1 あります。").waitFor();
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  expect((await cellOf(page, second, "party").innerText()).trim()).toBe("発注者");
  expect((await cellOf(page, third, "emergencyParty").innerText()).trim()).toBe("受注者");
  await cellOf(page, second, "party").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  expect((await cellOf(page, third, "party").innerText()).trim()).toBe("発注者");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("発注者\n発注者");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !document.querySelector(".role-grid .unsaved"));
  expect((await cellOf(page, third, "party").innerText()).trim()).not.toBe("発注者");
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, "role-grid");
});

it("two people at once: other fields are joined, the same field is shown twice and chosen", async () => {
  const { page } = visit;
  const other = await demo.enter();
  other.page.setDefaultTimeout(60_000);
  await open(page);
  await open(other.page);
  const label = "個人情報の管理";
  const type = async (who: Page, field: string, text: string) => {
    await cellOf(who, label, field).click();
    await who.keyboard.type(text);
    await who.keyboard.press("Enter");
  };
  await type(page, "deadline", "毎年4月");
  await saved(page);
  await type(other.page, "clause", "第12条");
  await saved(other.page);
  await other.page.getByText("毎年4月").first().waitFor();
  expect(await cellOf(other.page, label, "clause").innerText()).toContain("第12条");
  await open(page);
  await open(other.page);
  await type(page, "remark", "先に書いた");
  await saved(page);
  await type(other.page, "remark", "あとから書いた");
  await other.page.getByText("ほかの人も書いていました。").waitFor();
  const notice = other.page.locator(".grid-notice").filter({ hasText: "ほかの人も書いていました。" });
  expect(await notice.innerText()).toContain("先に書いた");
  expect(await notice.innerText()).toContain("あとから書いた");
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(other.page, "role-grid-conflict");
  await notice.getByRole("button", { name: "あなたの入力にする" }).click();
  await other.page.waitForFunction(() => !document.querySelector(".grid-notice, .role-grid .unsaved"));
  await open(page);
  expect(await cellOf(page, label, "remark").innerText()).toContain("あとから書いた");
  await other.context.close();
});

it("the keyboard is never caught: Esc, then Tab leaves the grid", async () => {
  const { page } = visit;
  await open(page);
  await cellOf(page, "暗号化", "party").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const isInGrid = await page.evaluate(() => document.activeElement?.matches(".cell-box") ?? false);
  expect(isInGrid).toBe(false);
});

it("without script, and by two people, a row is written in its form and joined", async () => {
  const { page } = visit;
  const cookies = await visit.context.cookies();
  const plain = await browser.newContext({ baseURL: demo.url, javaScriptEnabled: false, locale: "ja-JP" });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  still.setDefaultTimeout(60_000);
  await still.goto(sheet);
  const name = "「バックアップ環境・冗長性の確保」を書く";
  await still.getByRole("link", { name }).click();
  await open(page);
  await cellOf(page, "バックアップ環境・冗長性の確保", "clause").click();
  await page.keyboard.type("第7条");
  await page.keyboard.press("Enter");
  await saved(page);
  await still.locator("textarea[name=what]").fill("媒体の保管は病院が行う");
  await still.getByRole("button", { name: "この行を保存" }).click();
  const row = still.locator("tr[data-row]").filter({ has: still.getByRole("link", { name }) });
  await expect.poll(() => row.locator("td.at-what").innerText()).toContain("媒体の保管は病院が行う");
  expect(await row.locator("td.at-clause").innerText()).toContain("第7条");
  await plain.close();
});

it("leaves a row out with a reason, keeps it in sight, and takes it back", async () => {
  const { page } = visit;
  await open(page);
  await page.getByRole("link", { name: "「暗号化」を書く" }).click();
  await page.getByText("この行を対象外にする").click();
  await page.locator("input[name=reason]:visible").fill("通信を行わない機器のため");
  await page.getByRole("button", { name: "対象外にする", exact: true }).click();
  await page.getByText("対象外：通信を行わない機器のため").first().waitFor();
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, "role-row-left-out");
  await page.locator("input[name=reason]:visible").fill("通信があると分かった");
  await page.getByRole("button", { name: "対象に戻す", exact: true }).click();
  await page.getByText("対象外：").first().waitFor({ state: "detached" });
  await page.getByText(/この行の履歴/).click();
  await expect.poll(() => page.locator(".row-history").innerText()).toContain("通信があると分かった");
});

it("the coverage of a day: nobody is said, a joint is registered and drawn, another day is another state", async () => {
  const { page } = visit;
  await page.goto("/role-sheets");
  await page.getByRole("link", { name: "担当の一覧" }).click();
  await page.getByRole("heading", { name: /担当の一覧/ }).waitFor();
  const before = await page.locator("table.coverage").innerText();
  expect(before).toContain("担当なし");
  await page.getByRole("link", { name: "緊急時" }).click();
  await page.waitForURL(/when=emergency/);
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, "coverage");
  await page.getByRole("link", { name: "接合部を登録する" }).click();
  await page.locator("[name=firstSystemId]").selectOption({ label: "医事会計" });
  await page.locator("[name=secondSystemId]").selectOption({ label: "電子カルテ" });
  await page.locator("[name=what]").fill("会計の受渡し");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.waitForURL(/coverage/);
  await page.locator("#joints").getByText("会計の受渡し").first().waitFor();
  expect(await page.locator("table.coverage th.joint").count()).toBeGreaterThan(0);
  await page.goto("/coverage?day=2001-01-01");
  await page.getByText("この日に効力のある、合意した役割分担がありません。").waitFor();
});

it("old and new beside each other: the words that changed are marked, and it can be taken away", async () => {
  const { page } = visit;
  await page.goto("/role-sheets");
  await page.getByRole("link", { name: "電子カルテ 役割分担確認表" }).first().click();
  await page.getByRole("link", { name: "新旧対照表" }).click();
  await page.getByRole("heading", { name: "新旧対照表" }).first().waitFor();
  const text = await page.locator("table.compared").innerText();
  expect(text).toContain("ログの取得、保存、確認");
  expect(await page.locator("table.compared ins").allInnerTexts()).toContain("2");
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, "role-compare");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toContain("新旧対照表");
});

it("no page reported an error", () => {
  expect(visit.errors).toEqual([]);
});
