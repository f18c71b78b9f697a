import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { lockedZip } from "../support/locked-zip";
import { look } from "../support/look";
import { type MadeCell, makeWorkbook } from "../support/make-workbook";
import { testHospital } from "../support/ports";
import { scannedPage } from "../support/scans";
import { startWeb, type Web } from "../support/web";

let browser: Browser;
let web: Web;
let visit: Visit;

beforeAll(async () => {
  const hospital = await testHospital();
  browser = await openBrowser();
  web = await startWeb(hospital.ports);
  visit = await openVisit(browser, web.url);
  visit.page.setDefaultTimeout(90_000); // a machine that does other work, too
  await visit.context.addCookies([await web.cookieFor(hospital.editor)]);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
  expect(visit.errors.filter((each) => !/40[34]|422/.test(each))).toEqual([]);
});

const book = (rows: MadeCell[][], name = "回答") => makeWorkbook([{ name, rows }]);
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});

async function choose(...files: ReturnType<typeof file>[]): Promise<Page> {
  const { page } = visit;
  await page.goto("/disclosures/receive", { waitUntil: "networkidle" });
  await page.getByLabel("ファイル（いくつでも）").setInputFiles(files);
  await page.getByRole("button", { name: "読み取る" }).click();
  return page;
}

const see = (name: string) => look(visit.page, `receive-${name}`);

/** The figures above the review, once the page has them. */
const counted = (figures: RegExp) =>
  expect.poll(() => visit.page.locator(".counts").innerText(), { timeout: 20_000 }).toMatch(figures);

describe("a layout nobody knows", () => {
  const rows = (first: string): MadeCell[][] => [
    ["弊社様式"],
    ["項番", "内容", "可", "否", "補足の欄"],
    ["1", `${first}を暗号化していますか`, "○", "", "AES"],
    ["2", "記録を残しますか", "", "○", ""],
  ];

  it("is read by the columns a person points at, kept under a name, and read so the next time", async () => {
    const page = await choose(file("弊社様式.xlsx", book(rows("通信"))));
    await page.waitForURL(/\/intakes\/.*\/next$/);
    await see("unknown");
    await page.getByRole("link", { name: "列を指す" }).click();
    await page.locator("#field-form").selectOption("MDS");
    await page.locator("#field-formVersion").fill("5.0");
    for (const [column, role] of [
      ["A", "番号"],
      ["B", "設問"],
      ["C", "「はい」の印"],
      ["D", "「いいえ」の印"],
      ["E", "備考"],
    ] as const) {
      await page.getByLabel(`${column} 列`, { exact: true }).selectOption({ label: role });
    }
    await page.getByRole("button", { name: "2 行目までを見出しにする" }).press("Enter");
    expect(await page.getByLabel("見出しの最後の行").inputValue()).toBe("2");
    await page.getByLabel("読み方の名前").fill("弊社様式の読み方");
    await see("columns");
    await page.getByRole("button", { name: "この列で読み取る" }).click();
    await page.waitForURL(/\/intakes\/[0-9a-f-]+$/);
    await counted(/はい 1[\s\S]*いいえ 1/);
    await see("read-so");
    const again = await choose(file("弊社様式2.xlsx", book(rows("保存データ"))));
    await again.waitForURL(/\/intakes\/[0-9a-f-]+$/);
    await again.getByText("弊社様式の読み方").first().waitFor();
    await counted(/はい 1[\s\S]*いいえ 1/);
    await again.goto("/reading-recipes");
    await see("recipes");
    await again.getByRole("button", { name: /使うのをやめる/ }).click();
    await again.getByText("残した読み方はまだありません").waitFor();
  });
});

it("keys 1, 2 and 3 answer what is unclear, and only then is it kept", async () => {
  const rows: MadeCell[][] = [
    ["製造業者による医療情報セキュリティ開示書（MDS） 第5.0版"],
    ["項番", "設問", "はい", "いいえ", "対象外"],
    ["1", "暗号化していますか", "○", "○", ""],
    ["2", "記録を残しますか", "○", "", "○"],
    ["3", "認証をしますか", "", "○", "○"],
    ["4", "複写がありますか", "○", "", ""],
  ];
  const page = await choose(file("開示書.xlsx", book(rows)));
  await page.waitForURL(/\/intakes\/[0-9a-f-]+$/, { waitUntil: "networkidle" });
  expect(await page.locator("[data-ask]").count()).toBe(3);
  await page.locator("body").press("1");
  await page.keyboard.press("2");
  await page.keyboard.press("3");
  expect(
    await page
      .locator("[data-ask] input:checked")
      .evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
  ).toEqual(["yes", "no", "not-applicable"]);
  await see("keys");
  await page.getByRole("button", { name: "確認したことを反映する" }).click();
  await page.getByText("3 件を反映しました。").waitFor();
  await counted(/はい 2[\s\S]*いいえ 1[\s\S]*対象外 1[\s\S]*要確認 0/);
  // a column's letter leads to pointing, and the former corrections stay visible after reading again
  await page.getByRole("link", { name: "D 列が何の列かを指し直す" }).click();
  await page.waitForURL(/columns\?sheet=0&column=D/);
  await page.getByRole("button", { name: "この列で読み取る" }).click();
  await page.waitForURL(/\/intakes\/[0-9a-f-]+$/);
  await page.getByText("前の読み取りで直した内容 3 件").click();
  await see("former");
  expect(await page.locator("[data-ask]").count()).toBe(3);
});

it("a locked ZIP asks for its password, says a wrong one, and opens into one receipt a file", async () => {
  const one = book([
    ["製造業者による医療情報セキュリティ開示書（MDS） 第5.0版"],
    ["項番", "設問", "はい", "いいえ", "対象外"],
    ["1", "暗号化していますか", "○", "", ""],
    ["2", "記録を残しますか", "○", "", ""],
  ]);
  const zip = await lockedZip({ "甲.xlsx": one, "乙.xlsx": one }, "ひみつ-2026");
  const page = await choose(file("回答一式.zip", zip));
  await page.waitForURL(/\/next$/);
  await see("locked");
  await page.getByLabel("ファイルのパスワード").fill("ちがう");
  await page.getByRole("button", { name: "開いて読み取る" }).click();
  await page.getByText("パスワードが違います").first().waitFor();
  expect(await page.content()).not.toContain("ちがう");
  await page.getByLabel("ファイルのパスワード").fill("ひみつ-2026");
  await page.getByRole("button", { name: "開いて読み取る" }).click();
  await page.waitForURL(/\/disclosures$/);
  const waiting = await page.locator(".waiting").innerText();
  expect(waiting).toContain("甲.xlsx");
  expect(waiting).toContain("乙.xlsx");
});

it("several files go one by one, each with its own result; the same bytes are noticed", async () => {
  const good = book([
    ["サービス事業者による医療情報セキュリティ開示書（SDS） 第5.0版"],
    ["項番", "設問", "はい", "いいえ", "対象外"],
    ["1", "暗号化していますか", "○", "", ""],
    ["2", "記録を残しますか", "○", "", ""],
  ]);
  const junk = new TextEncoder().encode("これは表ではありません");
  const page = await choose(file("一.xlsx", good), file("二.xlsx", good), file("メモ.xlsx", junk));
  await page.getByText("3 個すべての読み取りが終わりました。").waitFor();
  const lines = page.locator(".waiting-files > li");
  expect(await lines.count()).toBe(3);
  expect(await lines.nth(0).innerText()).toContain("読み取りました");
  expect(await lines.nth(1).innerText()).toContain("同じ中身のファイルを、前にも受け取っています");
  expect(await lines.nth(2).innerText()).toContain("Excel のファイルとして読めませんでした");
  await see("queue");
});

it("a scan is shown as a drawn picture and entered by hand, page by page, into a disclosure", async () => {
  const page = await choose(file("スキャン.png", scannedPage()));
  await page.waitForURL(/\/next$/, { waitUntil: "networkidle" });
  const picture = page.locator(".picture-box img");
  const width = () => picture.evaluate((each) => (each instanceof HTMLImageElement ? each.naturalWidth : 0));
  await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(0);
  await see("scan");
  await page.getByLabel("質問票").selectOption({ index: 1 });
  await page.getByRole("button", { name: "入力をはじめる" }).click();
  await page.waitForURL(/\/intakes\/[0-9a-f-]+$/, { waitUntil: "networkidle" });
  await page.locator("[data-ask] input[type=radio]").first().focus();
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "途中まで保存" }).click();
  await page.getByText("2 件を反映しました。").waitFor();
  await page.reload({ waitUntil: "networkidle" });
  expect(
    await page
      .locator("[data-ask] input:checked")
      .evaluateAll((all) => all.map((each) => each.getAttribute("value"))),
  ).toEqual(["yes", "no"]);
  await see("entry");
  await page.getByRole("radio", { name: "新しい名前で登録する" }).check();
  await page.getByLabel(/^事業者名/).fill("手入力の事業者");
  await page.getByLabel(/^製品・サービス名/).fill("紙の製品");
  await page.getByLabel(/^製品・サービスの版/).fill("1");
  await page.getByLabel(/^作成日/).fill("2026-04-15");
  await page.getByRole("button", { name: "内容を確かめて保存へ" }).last().click();
  await page.getByRole("button", { name: "保存して固定する" }).click();
  await page.waitForURL(/\/disclosures\/[0-9a-f-]+\?saved=1/);
  await page.getByText("手入力（1 ページ）").first().waitFor();
  await see("saved");
}, 180_000); // why longer: axe reads sixty rows of radios at two places
