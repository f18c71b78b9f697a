import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileName, make } from "../golden/workbooks/three-columns-mds/make";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

// The whole path, as a clerk walks it: first start → a vendor's workbook → comparison → decision → roles →
// an issued annex on disk. Real server, real browser, real files; nothing is replaced.

let browser: Browser;
let server: RunningServer;
let visit: Visit;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "buntan-journey-"));
  browser = await openBrowser();
  server = await startServer({ dataDir: path.join(folder, "data") });
  visit = await openVisit(browser, server.url);
  visit.page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const named = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click();

async function choose(page: Page, name: string, value: string): Promise<void> {
  const field = named(page, name);
  if ((await field.first().evaluate((each) => each.tagName)) === "SELECT") await field.selectOption(value);
  else await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
}

it("first start: a hospital with its first administrator", async () => {
  const { page } = visit;
  await page.goto("/");
  await page.waitForURL("**/welcome");
  await named(page, "hospitalName").fill("みさき総合病院");
  await named(page, "name").fill("森川 樹");
  await named(page, "signInName").fill("morikawa");
  await named(page, "password").fill("nagai-aikotoba-2026");
  await press(page, "病院をつくる");
  await page.waitForURL(`${server.url}/`);
  await page.getByText("みさき総合病院").first().waitFor();
});

it("receive: a workbook becomes an immutable disclosure, its original comes back byte for byte", async () => {
  const { page } = visit;
  const original = await make();
  const file = path.join(folder, fileName);
  await writeFile(file, original);
  await page.goto("/disclosures/receive");
  await page.locator("input[type=file]").setInputFiles(file);
  await press(page, "読み取る");
  await page.waitForURL("**/intakes/**");
  await page.getByText("書式 MDS 5.0", { exact: true }).waitFor();
  const text = await page.locator("main").innerText();
  expect(text).toMatch(/6 \+ 4 \+ 1 \+ 0 \+ 0 = 11/);
  await press(page, "内容を確かめて保存へ");
  await press(page, "保存して固定する");
  await page.waitForURL("**/disclosures/**");
  await page.getByText("この製品・版・書式では、最初の開示書です。").waitFor();
  const sha256 = createHash("sha256").update(original).digest("hex");
  await page.getByText(sha256).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "原本をダウンロード" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(fileName);
  expect(await readFile(await download.path())).toEqual(Buffer.from(original));
});

it("compare and decide: the いいえ explains itself and gets a decision", async () => {
  const { page } = visit;
  await page.getByRole("link", { name: "照合する" }).click();
  await page.waitForURL("**/assessments/**");
  await page.getByText("システム運用編 14⑥").first().waitFor();
  const summary = page.locator("main summary").filter({ hasText: "14⑥" }).first();
  const isOpen = await summary.evaluate((each) => each.parentElement?.hasAttribute("open"));
  if (!isOpen) await summary.click();
  const why = await page.locator("main").innerText();
  for (const part of ["8.2 権限を分けますか。", "MDS!E9", "設問に印刷された条項"])
    expect(why).toContain(part);
  await choose(page, "kind", "vendor-fix");
  await named(page, "measure").fill("次の版で、権限を分ける機能を備える。");
  await named(page, "owner").fill("森川 樹");
  await named(page, "dueOn").fill("2027-03-31");
  await press(page, "決定として記録");
  await page.getByText("理由が空のままでは決められません。").first().waitFor();
  expect(await named(page, "measure").inputValue()).toContain("次の版で");
  await named(page, "reason").fill("院内限：次の版で直ると書面で回答があった。");
  await press(page, "決定として記録");
  await page.getByText("院内限：次の版で直ると").first().waitFor();
});

it("registers: a system and a contract that covers it", async () => {
  const { page } = visit;
  await page.goto("/systems/new");
  await named(page, "name").fill("画像管理システム");
  const version = await named(page, "productVersionId").locator("option").nth(1).getAttribute("value");
  await choose(page, "productVersionId", version ?? "");
  for (const [name, value] of [
    ["category", "imaging"],
    ["form", "on-premise"],
    ["criticality", "high"],
  ] as const) {
    await choose(page, name, value);
  }
  await press(page, "保存する");
  await page.waitForURL(/\/systems\/[0-9a-f-]{36}/);
  await page.goto("/contracts/new");
  const vendor = await named(page, "vendorId").locator("option").nth(1).getAttribute("value");
  await choose(page, "vendorId", vendor ?? "");
  for (const [name, value] of Object.entries({
    number: "第2026-001号",
    title: "画像管理システム保守契約",
    signedOn: "2026-03-20",
    inForceFrom: "2026-04-01",
    inForceTo: "2029-03-31",
    hospitalLabel: "甲",
    vendorLabel: "乙",
  })) {
    await named(page, name).fill(value);
  }
  await choose(page, "kind", "maintenance");
  await choose(page, "renewal", "automatic");
  await press(page, "保存する");
  await page.waitForURL(/\/contracts\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: "対象システムを選ぶ" }).click();
  await page.getByLabel(/画像管理システム/).check({ force: true });
  await press(page, "保存する");
  await page.waitForURL(/\/contracts\/[0-9a-f-]{36}$/);
});

it("share roles: a row, an agreement, and who was in charge", async () => {
  const { page } = visit;
  const contract = page.url();
  await page.getByRole("link", { name: "確認表をはじめる" }).first().click();
  await page.waitForURL("**/role-sheets/new**");
  await named(page, "roundOn").fill("2026-04-10");
  await press(page, "確認表をはじめる");
  await page.waitForURL(/\/role-sheets\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: "「暗号化」を書く" }).click();
  await choose(page, "party", "vendor");
  await choose(page, "firstCheck", "no");
  await named(page, "completedOn").fill("2026-06-01");
  await named(page, "what").fill("通信と保存データを暗号化する。");
  await choose(page, "cost", "included");
  await page.locator("main form.row-editor button[type=submit]").first().click();
  await page.getByText("2026-06-01").first().waitFor();
  await page.getByRole("link", { name: "合意を記録する" }).click();
  await named(page, "effectiveFrom").fill("2026-07-01");
  await page.locator("main form:has([name=effectiveFrom]) button[type=submit]").click();
  await page.getByText("改訂 1").first().waitFor();

  await page.goto(`${contract}?day=2026-08-01`);
  await page.locator("main select[name=row]").selectOption({ label: await labelOf(page, "暗号化") });
  await page.locator("main form.who button[type=submit]").click();
  await page.locator("main .answer").first().waitFor();
  const then = await page.locator("main .answer").first().innerText();
  expect(then).toContain("乙");
  expect(then).toContain("改訂 1");
  await page.goto(page.url().replace(/day=\d{4}-\d{2}-\d{2}/g, "day=2026-06-30"));
  expect(await page.locator("main .answer").first().innerText()).not.toContain("改訂 1");
  await page.goto(contract);
});

async function labelOf(page: Page, part: string): Promise<string> {
  const labels = await page.locator("main select[name=row] option").allInnerTexts();
  return labels.find((each) => each.includes(part)) ?? "";
}

it("print: an issued annex is downloaded, frozen and correct", async () => {
  const { page } = visit;
  await page.getByRole("link", { name: "別紙をつくる" }).first().click();
  await page.waitForURL("**/papers/new**");
  await choose(page, "template", "disclosure-results@1");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/\/papers\/[0-9a-f-]{36}/);
  const draft = await download(
    page,
    () => page.getByRole("link", { name: "案を出力（PDF）" }).click(),
    page.url(),
  );
  expect(textOf(await written(draft))).toContain("案");
  await page.getByRole("link", { name: "発行する" }).click();
  await page.locator("main details:has(#issue) button[type=submit]").click();
  await page.waitForURL(/\/(issued|papers)\//);
  await page.goto(`${server.url}/papers`);
  await page
    .getByRole("link", { name: /開示書の確認結果/ })
    .last()
    .click();
  const link = page.locator("main a[href*='/issued/']").first();
  if (!page.url().includes("/issued/")) await link.click();
  await page.waitForURL(/\/issued\/[0-9a-f-]{36}/);
  const shown = (await page.locator("main").innerText()).match(/[0-9a-f]{64}/g) ?? [];
  const bytes = await download(page, () => page.locator("main a[href$='.pdf']").first().click(), page.url());
  expect(shown).toContain(createHash("sha256").update(bytes).digest("hex"));
  const text = textOf(await written(bytes));
  for (const part of [
    "第2026-001号",
    "みさき総合病院",
    "株式会社あおば医療機器",
    "権限を分けますか。",
    "無線を使いますか。",
    "次の版で、権限を分ける機能を備える。",
    "令和9年3月31日",
  ]) {
    expect(text).toContain(part.replace(/\s/g, ""));
  }
  expect(text).not.toContain("院内限");
  expect(text).not.toContain("書面で回答があった");
  expect(text).not.toContain("14⑥");
  execFileSync("qpdf", ["--check", await written(bytes)]);
});

it("nothing went wrong on the way", () => {
  expect(visit.errors.filter((each) => !each.includes("422"))).toEqual([]);
});

/** The bytes behind a link, whether the browser shows or saves them. */
async function download(page: Page, click: () => Promise<void>, from: string): Promise<Buffer> {
  const address = await page.evaluate(() => location.href);
  expect(address).toBe(from);
  const [answer] = await Promise.all([
    page.context().waitForEvent("response", (each) => each.url().endsWith(".pdf")),
    click(),
  ]);
  const again = await page.context().request.get(answer.url());
  expect(again.headers()["x-content-type-options"]).toBe("nosniff");
  for (const other of page.context().pages().slice(1)) await other.close();
  if (page.url() !== from) await page.goto(from);
  return again.body();
}

async function written(bytes: Buffer): Promise<string> {
  const file = path.join(folder, `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.pdf`);
  await writeFile(file, bytes);
  return file;
}

/** What a reader of the PDF finds, without the spaces and line ends of the layout. */
function textOf(file: string): string {
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).replace(/\s/g, "");
}
