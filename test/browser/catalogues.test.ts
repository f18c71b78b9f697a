import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type Visit } from "../support/browser";
import { inventedMds } from "../support/catalogues";
import { type DemoVisit, startDemo } from "../support/demo-visit";
import { makeWorkbook } from "../support/make-workbook";

let browser: Browser;
let demo: DemoVisit;
let visit: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  demo = await startDemo(browser);
  visit = await demo.enter();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(demo.folder, name);
  await writeFile(file, bytes);
  await visit.page.goto("/catalogues/load");
  await visit.page.getByLabel(/公式のファイル/).setInputFiles(file);
}

it("a clerk turns a form into a catalogue: looks, corrects, leaves a row out with a reason, publishes", async () => {
  const { page } = visit;
  await choose("架空の様式.xlsx", inventedMds());
  await page.getByRole("button", { name: "種類を見分けて取り込む" }).click();
  await page.getByRole("heading", { name: "原本の行のゆくえ" }).waitFor();
  await page.locator("summary").filter({ hasText: "名前・版・発行者" }).click();
  await page.getByLabel("記号").fill("browser-mds");
  await page.getByLabel(/^版/).fill("9.9");
  await page.getByRole("button", { name: "名前・版を保存" }).click();
  await page.getByRole("link", { name: /すべて/ }).click();
  const row = page.getByRole("row").filter({ hasText: "架空の問いの三ですか。" });
  await row.getByRole("link").click();
  await page.getByText("分ける・合わせる・移す・外す").click();
  await page.getByLabel(/外す理由/).fill("同じ番号の注記");
  await page.getByRole("button", { name: "この項目を外す" }).click();
  await page.getByRole("link", { name: "外した 1" }).click();
  await page.getByText("理由：同じ番号の注記").first().waitFor();
  await page.locator("summary").filter({ hasText: "公開する" }).click();
  await page.getByRole("button", { name: "凍結して公開する" }).click();
  await page.waitForURL(/catalogues\/browser-mds/);
  await page.getByText("公開しました。").waitFor();
  await expect.poll(() => page.getByText("架空の問いの三ですか。").count()).toBe(0);
});

it("columns are pointed at on the sheet itself", async () => {
  const { page } = visit;
  const rows = [
    ["表題"],
    ["あ", "い", "う"],
    ["1", "架空の項目の一", "医療機関"],
    ["2", "架空の項目の二", "事業者"],
  ];
  await choose("表.xlsx", makeWorkbook([{ name: "表", rows }]));
  await page.getByRole("button", { name: "チェックリストとして取り込む" }).click();
  await page.getByRole("heading", { name: /列を選ぶ/ }).waitFor();
  await page.getByLabel("2 行目が見出し").check();
  await page.getByLabel("A 列の役").selectOption({ label: "番号" });
  await page.getByLabel("B 列の役").selectOption({ label: "項目の文" });
  await page.getByLabel("C 列の役").selectOption({ label: "対象" });
  await page.getByRole("button", { name: "この列で項目にする" }).click();
  await page.getByText("要確認の項目はありません").or(page.getByText("架空の項目の二")).first().waitFor();
  await page.getByRole("link", { name: /すべて 2/ }).click();
  await page
    .getByRole("row")
    .filter({ hasText: "架空の項目の二" })
    .filter({ hasText: "対象：事業者" })
    .waitFor();
});

it("the rest of a crosswalk is confirmed line by line, and it is published with its confirmers", async () => {
  const { page } = visit;
  await page.goto("/catalogues/relations");
  await page.getByRole("link", { name: "架空の開示書様式 0.1 → 架空の開示書様式 0.2" }).click();
  const confirm = page.getByRole("button", { name: "確認する", exact: true });
  await confirm.first().waitFor();
  for (let open = await confirm.count(); open > 0; open -= 1) {
    await confirm.first().click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('button[value="confirm"]').length < count,
      open,
    );
  }
  await page.locator("summary").filter({ hasText: "公開する" }).click();
  await page.getByRole("button", { name: "凍結して公開する" }).click();
  await page.waitForURL(/catalogues\/crosswalk-demo-form/);
  await expect.poll(() => page.getByText(/が確認/).count()).toBeGreaterThan(20);
});

it("a disclosure's corrections are shown cell by cell before the workbook is handed out", async () => {
  const { page } = visit;
  await page.goto("/disclosures");
  await page.locator('main a[href^="/disclosures/"]').filter({ hasText: /./ }).first().waitFor();
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  const disclosures = links.filter((each) => /^\/disclosures\/[0-9a-f-]{36}$/.test(each));
  // The list begins with what came last; one that was read from a workbook has cells to write into.
  const heading = page.getByRole("heading", { name: /書き込むセル/ });
  for (const disclosure of disclosures) {
    await page.goto(`${disclosure}/write-back`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    if ((await heading.count()) > 0) break;
  }
  await heading.waitFor({ timeout: 5000 });
  await page.getByRole("link", { name: "公式の様式" }).click();
  // The demo hospital has loaded no official form: the page says so instead of writing anything.
  await page.getByText("公式の様式のファイルが登録されていません").waitFor();
});

it("no page reported an error", () => {
  expect(visit.errors).toEqual([]);
});
