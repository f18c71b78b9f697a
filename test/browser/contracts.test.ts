import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openVisit, overflowsSideways, takeScreenshots, type Visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

let browser: Browser;
let server: RunningServer;
let folder: string;
let visit: Visit;
let contract = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "buntan-contracts-"));
  browser = await openBrowser();
  server = await startServer({ dataDir: folder });
  visit = await openVisit(browser, server.url);
  const { page } = visit;
  await page.goto("/welcome");
  // why so long: the demo hospital is made here, and a busy machine takes its time.
  await page.getByRole("button", { name: "デモ病院で試す" }).click({ timeout: 150_000 });
  await page.waitForURL(`${server.url}/`, { timeout: 150_000 });
  await page.goto("/contracts?q=0412&sort=number");
  const link = page.locator("main table a[data-row-link]").first();
  contract = (await link.getAttribute("href")) ?? "";
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Nothing sticks out and axe finds nothing, at both widths. */
async function look(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    if (await overflowsSideways(page)) found.push(`${width} px: sticks out sideways`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const each of violations)
      found.push(`${width} px: ${each.id}: ${each.nodes[0]?.target.join(" ")} ${each.nodes[0]?.html}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, `contracts-${name}`);
  expect(found).toEqual([]);
}

const below = ["", "/terms", "/documents", "/servers", "/subcontractors", "/edit", "/amend", "/renew"];
const apart = [
  "/contracts/new",
  "/renewals",
  "/server-list",
  "/connections",
  "/connections/new",
  "/hospital-names",
];

describe("every page around contracts", () => {
  it.each(below)("a contract's page %s", async (end) => {
    const answer = await visit.page.goto(`${contract}${end}`);
    expect(answer?.status()).toBe(200);
    expect(new URL(visit.page.url()).pathname).toBe(`${contract}${end}`);
    expect(contract).toMatch(/^\/contracts\/[0-9a-f-]{36}$/);
    await look(visit.page, end === "" ? "overview" : end.slice(1));
  });

  it.each(apart)("%s", async (address) => {
    const answer = await visit.page.goto(address);
    expect(answer?.status()).toBe(200);
    await look(visit.page, address.slice(1).replaceAll("/", "-"));
  });

  it.each([
    ["/server-list", /^\/server-list\/[0-9a-f-]{36}$/],
    ["/connections", /^\/connections\/[0-9a-f-]{36}$/],
    ["/connections", /^\/connections\/new\?systemId=/],
    ["/vendors?q=つむぎ&sort=name", /^\/vendors\/[0-9a-f-]{36}$/],
  ] as const)("%s leads to %s", async (list, pattern) => {
    const { page } = visit;
    await page.goto(encodeURI(list));
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
    const address = links.find((each) => pattern.test(each));
    if (address === undefined) throw new Error(`no link like ${pattern} on ${list}`);
    const isVendor = address.startsWith("/vendors/");
    expect((await page.goto(isVendor ? `${address}/names` : address))?.status()).toBe(200);
    await look(page, isVendor ? "vendor-names" : address.split(/[/?]/)[1] + (list === address ? "" : "-one"));
  });
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
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(
      "電子カルテシステム保守委託契約",
    );
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
    await row.getByLabel("KARTE-JUMP の条項").selectOption({
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
    await page.getByRole("button", { name: "保存" }).click();
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
    expect(await page.locator("main").textContent()).toContain("根拠にした開示書の回答");
    expect(await page.locator("main").textContent()).toContain("が確認");
  });

  it("no page reported an error", () => {
    expect(visit.errors.filter((each) => !/40[0-9]|422/.test(each))).toEqual([]);
  });
});
