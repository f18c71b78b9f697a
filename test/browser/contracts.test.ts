import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type Visit } from "../support/browser";
import { type DemoVisit, startDemo } from "../support/demo-visit";

// What a clerk does around one contract of the demo hospital. How its pages look is in pages.test.ts.

let browser: Browser;
let demo: DemoVisit;
let visit: Visit;
let contract = "";
beforeAll(async () => {
  browser = await openBrowser();
  demo = await startDemo(browser);
  visit = await demo.enter();
  const { page } = visit;
  await page.goto("/contracts?q=0412&sort=number");
  const link = page.locator("main table a[data-row-link]").first();
  contract = (await link.getAttribute("href")) ?? "";
  expect(contract).toMatch(/^\/contracts\/[0-9a-f-]{36}$/);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe("a clerk at work", () => {
  it("amends the contract from a day to come; today still shows the former terms", async () => {
    const { page } = visit;
    await page.goto(`${contract}/amend`);
    await page.getByLabel("契約名").fill("電子カルテ・看護支援 保守委託契約");
    await page.getByLabel("効力発生日").fill("2099-04-01");
    await page.getByLabel("覚書の番号").fill("覚-99");
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/terms$/);
    const row = page.getByRole("row", { name: /覚-99/ });
    await expect
      .poll(() => row.textContent())
      .toContain("電子カルテシステム保守委託契約 → 電子カルテ・看護支援 保守委託契約");
    expect(await row.textContent()).toContain("これから");
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).textContent())
      .toContain("電子カルテシステム保守委託契約");
    await page.goto(`${contract}?day=2099-04-01`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("電子カルテ・看護支援");
  });

  it("an amendment without a day is refused at its field, and what was typed stays", async () => {
    const { page } = visit;
    await page.goto(`${contract}/amend`);
    await page.getByLabel("覚書の表題").fill("日付のない覚書");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-effectiveFrom");
    expect(await page.getByLabel("覚書の表題").inputValue()).toBe("日付のない覚書");
  });

  it("files a document, quotes a clause of it and ties a server to the clause", async () => {
    const { page } = visit;
    await page.goto(`${contract}/documents`);
    await page.locator("summary", { hasText: "書類を加える" }).click();
    const form = page.locator("form", { has: page.locator('input[name="file"]') });
    await form.getByLabel("ファイル").setInputFiles({
      name: "SLA.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("サービスレベル"),
    });
    await form.getByLabel("種類").selectOption("sla");
    await form.getByRole("button", { name: "書類を加える" }).click();
    await page.getByRole("link", { name: "SLA.txt" }).first().waitFor();
    await page.locator("summary", { hasText: /^条項を引用$/ }).click();
    const quote = page.locator("details[open] form", {
      has: page.getByRole("button", { name: "条項を引用" }),
    });
    await quote.getByLabel("何の条項か").selectOption("backup");
    await quote.getByLabel("条番号").fill("第3項");
    await quote.getByLabel("条文").fill("乙は、毎日バックアップを取得する。");
    await quote.getByRole("button", { name: "条項を引用" }).click();
    await page.locator("blockquote", { hasText: "乙は、毎日バックアップを取得する。" }).waitFor();
    await page.goto(`${contract}/servers`);
    const row = page.getByRole("row", { name: /KARTE-JUMP/ });
    await row.locator("summary").click();
    await row.getByLabel("KARTE-JUMP の更新の担当").selectOption("vendor");
    await row.getByLabel("KARTE-JUMP の引用した条項").selectOption({
      label: "第7条 乙は、対象システムのサーバについて、セキュリティの更新を乙の責任において行う。",
    });
    await row.getByRole("button", { name: "保存" }).click();
    await expect.poll(() => row.textContent()).toContain("第7条（保守委託契約書 p.1）");
  });

  it("adds a subcontractor below another one; a ring is refused", async () => {
    const { page } = visit;
    await page.goto(`${contract}/subcontractors`);
    await page.getByRole("link", { name: /よいやみサポート.*の下に加える/ }).click();
    await page.getByLabel("会社名").fill("孫請け試験社");
    await page.getByLabel("作業の内容").fill("受付");
    await page.getByRole("radio", { name: "触れない", exact: true }).check();
    await page.getByRole("radio", { name: "書面で課している" }).check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/subcontractors$/);
    await page
      .getByRole("link", { name: /さざなみオペレーション/ })
      .first()
      .click();
    await page.getByLabel("再委託元").selectOption({ label: "　　孫請け試験社" });
    await page.getByRole("button", { name: "保存" }).click();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("輪になります");
  });

  it("declares the list complete; a changed server makes the declaration stale and says what changed", async () => {
    const { page } = visit;
    await page.goto("/server-list");
    await page.locator("summary", { hasText: "全数を確認した" }).click();
    await page.getByRole("button", { name: "全数を確認した" }).click();
    await page.getByText("その後の変更はありません").waitFor();
    await page.getByRole("link", { name: "KARTE-DB1" }).click();
    await page
      .getByRole("link", { name: "編集" })
      .or(page.getByRole("link", { name: "直す" }))
      .first()
      .click();
    await page.getByLabel("OS").fill("別のOS");
    const form = page.url();
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL((url) => url.href !== form); // leaving earlier would cancel the save
    await page.goto("/server-list");
    expect(await page.locator("main").textContent()).toContain("サーバ「KARTE-DB1」変わった（OS）");
  });

  it("registers a connection from the answers of a disclosure, confirmed by a person", async () => {
    const { page } = visit;
    await page.goto("/connections");
    await page
      .getByRole("link", { name: /案から登録/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "開示書の回答から作った案" }).waitFor();
    await page.getByLabel("接続の名前").fill("案からの接続");
    await page.getByRole("checkbox", { name: "すべての欄を確かめた" }).check();
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/\/connections\/[0-9a-f-]{36}$/);
    // the address changes a moment before the page does
    await page.getByRole("heading", { name: "根拠にした開示書の回答" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("が確認");
  });

  it("puts the contract into the archive and brings it back with one button", async () => {
    const { page } = visit;
    await page.goto(`${contract}/edit`);
    await page.locator("summary", { hasText: "保管庫へ移す" }).click();
    await page.getByRole("button", { name: "保管庫へ移す" }).click();
    await page.waitForURL(/\/contracts$/);
    for (const below of ["", "/terms"]) {
      await page.goto(`${contract}${below}`);
      await page.getByText("この契約は保管庫にあります。").waitFor();
      expect(await page.getByRole("button", { name: "一覧に戻す" }).count()).toBe(1);
    }
    await page.getByRole("button", { name: "一覧に戻す" }).click();
    await page.getByText("この契約は保管庫にあります。").waitFor({ state: "detached" });
    expect(await page.getByRole("link", { name: "覚書で改定" }).count()).toBeGreaterThan(0);
  });

  it("no page reported an error", () => {
    expect(visit.errors.filter((each) => !/40[0-9]|422/.test(each))).toEqual([]);
  });
});
