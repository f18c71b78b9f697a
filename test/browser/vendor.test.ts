import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { reviewSubmission } from "~/use-cases/request-review.server";
import { showRequest } from "~/use-cases/requests.server";
import { confirmTaken } from "~/use-cases/vendor-save.server";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { look } from "../support/look";
import { expectDone } from "../support/ports";
import { productBook, receiveDisclosure } from "../support/records";
import { type AskedHospital, askedHospital, codeInOutbox, linkTo, openDesk } from "../support/vendor-desk";
import { startWeb, type Web } from "../support/web";

// The vendor's side as a vendor meets it: a link, no account, a browser that nobody of the hospital ever used.
// The whole way from 「開く」 to the receipt, with a network that drops, a second window, a phone, and no script.

let browser: Browser;
let web: Web;
let world: AskedHospital;
let visit: Visit;
let folder: string;
let desk = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "buntan-vendor-"));
  world = await askedHospital({ message: "いつもお世話になっております。\n年に一度のお願いです。" });
  await receiveDisclosure(world.ports, world.editor, world.productVersionId);
  web = await startWeb(world.ports);
  browser = await openBrowser();
  visit = await openVisit(browser, web.url);
  visit.page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await visit?.context.setOffline(false);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await rm(folder, { recursive: true, force: true });
});

const item = (page: Page, at: number) => page.locator(`#item-${at}`);
const choose = (page: Page, at: number, value: string) =>
  item(page, at).locator(`input[type=radio][value="${value}"]`).check({ force: true });
const saved = (page: Page) => page.getByText(/^保存しました \d\d:\d\d$/).waitFor();
const draft = async () => (await showRequest(world.ports, world.viewer, world).then(expectDone)).answers;
const remarkOf = async (key: string | null) => (await draft()).find((each) => each.itemKey === key)?.remark;

it("the link tells who asks what until when; 「開く」 leads to a clean address", async () => {
  const { page } = visit;
  const token = await linkTo(world);
  await page.goto(`/r/${token}`);
  await page.getByRole("heading", { name: "試験病院からのお願い" }).waitFor();
  await look(page, "vendor-link");
  await page.getByRole("button", { name: "開く" }).click();
  await page.waitForURL(`**/r/desk/${world.requestId}`);
  expect(page.url()).not.toContain(token);
  desk = `/r/desk/${world.requestId}`;
  await page.getByText(/^0／\d+ 問$/).waitFor();
  await look(page, "vendor-answers");
});

it("keys answer, every change saves itself, and the numbers follow", async () => {
  const { page } = visit;
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await saved(page);
  expect((await draft()).map((each) => each.answer).sort()).toEqual(["no", "yes"]);
  await item(page, 1).getByText("対応の予定がある").click();
  await item(page, 1).getByLabel("備考（前提や条件があれば）").fill("2027年3月までに対応");
  await item(page, 0).getByLabel("備考（前提や条件があれば）").fill("管理画面のみ");
  await item(page, 0).getByLabel("備考（前提や条件があれば）").blur();
  await expect
    .poll(async () => (await draft()).map((each) => each.remark).sort())
    .toEqual(["2027年3月までに対応", "管理画面のみ"]);
  expect((await draft()).find((each) => each.answer === "no")?.condition).toBe("planned");
  await page.reload();
  expect(await item(page, 0).getByLabel("備考（前提や条件があれば）").inputValue()).toBe("管理画面のみ");
  await page.getByText(/^2／\d+ 問$/).waitFor();
});

it("loses nothing while the network is away, not even when the page is closed", async () => {
  const { page, context } = visit;
  const key = await item(page, 0).getAttribute("data-item");
  await context.setOffline(true);
  await item(page, 0).getByLabel("備考（前提や条件があれば）").fill("電波のないところで書いた");
  await page.getByText("まだ保存できていません。").first().waitFor();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await saved(page);
  expect(await remarkOf(key)).toBe("電波のないところで書いた");
  await context.setOffline(true);
  await item(page, 0).getByLabel("備考（前提や条件があれば）").fill("閉じる前に書いた");
  await page.getByText("まだ保存できていません。").first().waitFor();
  page.once("dialog", (dialog) => dialog.accept());
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  visit.page = await context.newPage();
  visit.page.setDefaultTimeout(15_000);
  await visit.page.goto(desk);
  await expect.poll(() => remarkOf(key)).toBe("閉じる前に書いた");
});

it("two windows: different parts are joined, different words are asked about", async () => {
  const { page, context } = visit;
  const other = await context.newPage();
  await other.goto(desk);
  await page.reload();
  const key = await item(page, 2).getAttribute("data-item");
  await choose(page, 2, "yes");
  await saved(page);
  await item(other, 2).getByLabel("備考（前提や条件があれば）").fill("もう一つの窓から");
  await saved(other);
  expect((await draft()).find((each) => each.itemKey === key)).toMatchObject({
    answer: "yes",
    remark: "もう一つの窓から",
  });
  await item(page, 2).getByLabel("備考（前提や条件があれば）").fill("はじめの窓から");
  await page.getByText("別の画面で、先に次の答えが保存されました。").waitFor();
  await look(page, "vendor-differing");
  expect(await remarkOf(key)).toBe("もう一つの窓から");
  await page.getByRole("button", { name: "いまの入力で保存する" }).click();
  await expect.poll(() => remarkOf(key)).toBe("はじめの窓から");
  await other.close();
});

it("last answers are taken over, marked, and confirmed one by one; a file and a question stand with an item", async () => {
  const { page } = visit;
  await page.goto(`${desk}?section=2`);
  await item(page, 0).getByRole("button", { name: "前回の答えを引き継ぐ" }).click();
  await item(page, 0).getByText("引継", { exact: true }).waitFor();
  await look(page, "vendor-carried");
  await item(page, 0).getByRole("button", { name: "確認した" }).click();
  await item(page, 0).getByText("引継", { exact: true }).waitFor({ state: "detached" });
  await item(page, 0).getByText("病院に質問する").click();
  await item(page, 0).getByLabel("病院への質問").fill("どの版のことですか。");
  await item(page, 0).getByRole("button", { name: "質問を送る" }).click();
  await item(page, 0).getByText("どの版のことですか。").waitFor();
  await item(page, 0).getByText("この答えに添えるファイル").click();
  const file = path.join(folder, "証明書.txt");
  await writeFile(file, "試験の証明");
  await item(page, 0).locator("input[type=file]").setInputFiles(file);
  await item(page, 0).getByRole("button", { name: "ファイルを添える" }).click();
  await item(page, 0).getByRole("link", { name: "証明書.txt" }).waitFor();
  await page.getByRole("button", { name: /前回の答えをすべて引き継ぐ/ }).click();
  await page.getByText(/引継の答え \d+ 件が、まだ確認されていません。/).waitFor();
  await page.getByRole("button", { name: "この区分の「引継」をすべて確認した" }).click();
  await item(page, 1).getByText("引継", { exact: true }).waitFor({ state: "detached" });
});

it("our workbook comes down, a filled one goes up, and every row is accounted for", async () => {
  const { page } = visit;
  await page.goto(`${desk}/workbook`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "用紙（.xlsx）をダウンロード" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const file = path.join(folder, "回答.xlsx");
  await writeFile(file, await productBook(world.ports));
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "読み取る" }).click();
  await page.getByText("「回答.xlsx」を読み取りました").waitFor();
  await look(page, "vendor-workbook");
});

it("a colleague gets some sections, and the other pages look as they should", async () => {
  const { page } = visit;
  await page.goto(`${desk}/pass-on`);
  await page.locator("input[name=sections]").first().check({ force: true });
  await page.getByRole("button", { name: "リンクを作る" }).click();
  const link = await page.getByLabel("リンク").inputValue();
  await look(page, "vendor-pass-on");
  const colleague = await openVisit(browser, web.url, "phone");
  await colleague.page.goto(link);
  await colleague.page.getByRole("button", { name: "開く" }).click();
  await colleague.page
    .getByText("このリンクでは、分けられた区分に答えられます。", { exact: false })
    .waitFor();
  expect(await colleague.page.locator(".sections li").count()).toBe(1);
  await look(colleague.page, "vendor-colleague");
  expect(colleague.errors).toEqual([]);
  await colleague.context.close();
  for (const name of ["questions", "refuse"]) {
    await page.goto(`${desk}/${name}`);
    await look(page, `vendor-${name}`);
  }
});

it("a code is mailed, entered, and opens nothing while something taken over is unconfirmed", async () => {
  const { page } = visit;
  await page.goto(`${desk}/submit`);
  await page.getByRole("button", { name: "コードを送る" }).click();
  await page.getByLabel("コード（6 桁）").fill(await codeInOutbox(world, world.requestId));
  await page.getByLabel("お名前").fill("試験 次郎");
  await look(page, "vendor-submit-code");
  await page.getByRole("button", { name: "確かめる" }).click();
  await page.getByText("本人の確認が済みました。").waitFor();
  await look(page, "vendor-submit-open");
  expect(await page.getByRole("button", { name: "固定して提出する" }).isDisabled()).toBe(true);
});

it("what will be frozen is shown, frozen, and has a receipt", async () => {
  const { page } = visit;
  const carried = (await draft()).filter((each) => each.carry === "carried").map((each) => each.itemKey);
  expectDone(await confirmTaken(world.ports, await openDesk(world), { itemKeys: carried }));
  await page.reload();
  await look(page, "vendor-submit-ready");
  await page.getByRole("button", { name: "固定して提出する" }).click();
  await page.waitForURL("**/receipt");
  expect(await page.locator(".hash").first().innerText()).toMatch(/^[0-9a-f]{64}$/);
  await look(page, "vendor-receipt");
  await page.goto(desk);
  await page.getByText("いまは答えを変えられません。", { exact: false }).waitFor();
  expect(await item(page, 0).locator("input[type=radio]").first().isDisabled()).toBe(true);
  await look(page, "vendor-closed");
});

it("sent back, it opens again with the hospital's words, on a phone and without any script", async () => {
  const { submissions } = expectDone(await showRequest(world.ports, world.viewer, world));
  const reason = "備考に時期を書いてください。";
  const back = { requestId: world.requestId, decision: "return" as const, reason };
  const submissionId = submissions[0]?.id ?? null;
  expectDone(await reviewSubmission(world.ports, world.editor, { ...back, submissionId }));
  const context = await browser.newContext({
    baseURL: web.url,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`/r/${await linkTo(world)}`);
  await page.getByRole("button", { name: "開く" }).click();
  await page.getByText(reason).waitFor();
  const key = await item(page, 0).getAttribute("data-item");
  await choose(page, 0, "no");
  await item(page, 0).getByLabel("備考（前提や条件があれば）").fill("2027年3月までに対応");
  await page.screenshot({ path: ".cache/screenshots/vendor-without-script-390.png", fullPage: true });
  await page.getByRole("button", { name: "保存して次の区分へ" }).click();
  await page.waitForURL("**?section=2");
  expect((await draft()).find((each) => each.itemKey === key)).toMatchObject({
    answer: "no",
    remark: "2027年3月までに対応",
  });
  await page.goto(`${desk}/submit`);
  await page.getByRole("button", { name: "コードを送る" }).click();
  await page.getByLabel("コード（6 桁）").fill(await codeInOutbox(world, world.requestId));
  await page.getByRole("button", { name: "確かめる" }).click();
  await page.getByRole("button", { name: "固定して提出する" }).click();
  await page.waitForURL("**/receipt");
  await page.getByText("これより前の提出").waitFor();
  await context.close();
});

it("a dead link says what to do, and the browser found nothing wrong all the way", async () => {
  const { page, errors } = visit;
  await page.goto("/r/nothing");
  await page.getByRole("heading", { name: "このリンクは使えません" }).waitFor();
  await look(page, "vendor-dead-link");
  await page.context().clearCookies();
  await page.goto(desk);
  await page.getByText("メールのリンクをもう一度開き", { exact: false }).waitFor();
  await look(page, "vendor-over");
  const expected = /ERR_INTERNET_DISCONNECTED|status of 40[149]/;
  expect(errors.filter((each) => !expected.test(each))).toEqual([]);
});
