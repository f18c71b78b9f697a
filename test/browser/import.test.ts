import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { clerkList, listBook, listDefaults } from "../support/clerk-list";
import { look } from "../support/look";
import { type RunningServer, startServer } from "../support/server";

// The clerk's whole way with a list of her own, on a hospital's first day: upload, columns, names, run, take back.

let browser: Browser;
let server: RunningServer;
let visit: Visit;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "buntan-import-"));
  browser = await openBrowser();
  server = await startServer({ dataDir: folder });
  visit = await openVisit(browser, server.url);
  visit.page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openHospital(page: Page): Promise<void> {
  await page.goto("/");
  await page.waitForURL("**/welcome");
  const given = {
    hospitalName: "みずうみ病院",
    name: "水野 あおい",
    signInName: "mizuno",
    password: "mizuumi-no-hotori-2026",
  };
  for (const [name, value] of Object.entries(given)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.getByRole("button", { name: "病院をつくる", exact: true }).click();
  await page.waitForURL(`${server.url}/`);
}

const upload = async (page: Page, name: string, bytes: Uint8Array) => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  await page.goto("/imports");
  await page.getByLabel(/一覧のファイル/).setInputFiles(file);
  await page.getByRole("button", { name: "読み込む" }).click();
  await page.getByRole("heading", { name: "列を決める" }).waitFor();
};

it("from a first day to registers full of records, and back", async () => {
  const { page } = visit;
  await openHospital(page);
  await page.getByRole("link", { name: "Excelから取り込む" }).click();
  await page.getByRole("heading", { name: "一括取込" }).waitFor();
  await look(page, "import-start");

  const list = [
    ...clerkList.slice(0, 6),
    [5, "つむぎ情報", "", "", "", "画像管理", "つむぎPACS", "2026"],
    ...clerkList.slice(7),
  ];
  await upload(page, "部門システム一覧.xlsx", listBook(list));
  expect(await page.getByLabel("B 列「事業者名」の取り込み先").inputValue()).toBe("vendor.name");
  expect(await page.getByLabel("A 列「No」の取り込み先").inputValue()).toBe("");
  await look(page, "import-columns");

  // another row as the headings, and back: proposals are made again
  await page.getByRole("button", { name: "1 行目を見出しにする" }).click();
  await page
    .getByLabel(/^A 列「みずうみ病院/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "3 行目を見出しにする" }).first().click();
  await page.getByLabel("B 列「事業者名」の取り込み先").waitFor();

  // one field for two columns is refused, and what was chosen stays
  await page.getByLabel("A 列「No」の取り込み先").selectOption("vendor.name");
  await page.getByRole("button", { name: "保存して、行ごとに確かめる" }).click();
  await page.getByRole("alert").getByText("二つの列に").waitFor();
  expect(await page.getByLabel("A 列「No」の取り込み先").inputValue()).toBe("vendor.name");
  await page.getByLabel("A 列「No」の取り込み先").selectOption("");

  const needed: [string, string][] = Object.entries(listDefaults).filter(
    ([target]) => target !== "productVersion.label" && !target.endsWith("Label"),
  );
  for (const [target, value] of needed) {
    await page.locator(`select[name="default-${target}"]`).selectOption(value);
  }
  await page.locator('select[name="word-contract.renewal|はい"]').selectOption("automatic");
  await page.getByRole("button", { name: "保存して、行ごとに確かめる" }).click();
  await page.getByRole("heading", { name: "行ごとの結果" }).waitFor();
  await look(page, "import-dry-run");
  expect(await page.locator("main").innerText()).toContain("似た名前の確認が 1 件残っています");

  await page.getByRole("link", { name: "似た名前を確認する（1 件）" }).click();
  await page.getByRole("button", { name: /「株式会社つむぎ情報」/ }).waitFor();
  await look(page, "import-questions");
  await page.getByRole("button", { name: /「株式会社つむぎ情報」/ }).click();
  await page.getByText("確認はすべて終わりました").waitFor();
  await page.getByRole("link", { name: "行ごとに確かめる" }).click();

  await page.getByRole("button", { name: "書き込む", exact: true }).click();
  await page.getByText("書き込みが終わりました").waitFor();
  await look(page, "import-done");
  await page.getByRole("link", { name: "事業者「株式会社つむぎ情報」" }).click();
  await page.getByRole("heading", { name: "株式会社つむぎ情報" }).waitFor();
  await page.goBack();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const report = await readFile(await download.path(), "utf8");
  expect(report.split("\r\n")[1]).toContain("4,登録した");

  await page.locator("summary", { hasText: "丸ごと取り消す" }).click();
  await look(page, "import-take-back");
  await page.getByRole("button", { name: "丸ごと取り消す" }).click();
  await page.getByText("この取り込みは取り消されました").waitFor();
  await page.goto("/systems");
  await page.getByText("電子カルテ").waitFor({ state: "detached" });
  await page.goto("/imports");
  expect(await page.locator("main").innerText()).toContain("取り消し済み");
  await look(page, "import-past");
}, 180_000);

it("the blank template says what belongs where, and nothing is taken from it while it is empty", async () => {
  const { page } = visit;
  await page.goto("/imports");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /ひな形/ }).click(),
  ]);
  const template = path.join(folder, "ひな形.xlsx");
  await download.saveAs(template);
  await page.getByLabel(/一覧のファイル/).setInputFiles(template);
  await page.getByRole("button", { name: "読み込む" }).click();
  await page.getByRole("alert").getByText("取り込める行が見つかりませんでした").waitFor();
});

it("no page reported an error", () => {
  expect(visit.errors.filter((each) => !each.includes("422"))).toEqual([]);
});
