import { PDFDocument } from "pdf-lib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, type Visit } from "../support/browser";
import { type DemoVisit, startDemo } from "../support/demo-visit";

// Each page of comparing and choosing: a person does its one thing and sees what came of it.

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

/** Opens a page and waits until its script has taken over the controls. */
async function open(path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
}
const rows = () => page.locator("main tbody tr");
const panel = (title: string) =>
  page.locator("section.panel", { has: page.getByRole("heading", { name: title }) });

it("a system in the cloud has rows to ask of the vendor, each with its reason; who runs systems decides", async () => {
  await open("/applicability?guideline=mhlw-guideline@6.0");
  const before = await page.locator("main tbody").first().innerText();
  await open("/hospital-profile");
  await page.locator("input[name=staff][value=no]").check();
  await page.getByRole("button", { name: "記録する" }).click();
  await page.getByText("システム運用担当者：いない").first().waitFor();
  await open("/applicability?guideline=mhlw-guideline@6.0");
  expect(await page.locator("main tbody").first().innerText()).not.toBe(before);
  await page.locator("main tbody a", { hasText: "クラウド診療予約" }).first().click();
  await page.getByRole("heading", { name: /^クラウド診療予約/ }).waitFor();
  await page.getByText("事業者に確認（契約などに含まれていれば簡略にできる）").first().waitFor();
});

it("the walk names each server that stands in the way, and asks of another day what was in force then", async () => {
  await open("/maintenance-route");
  await page.getByText("他の編も対象").first().waitFor();
  const covered = rows().filter({ hasText: "KARTE-DB1" });
  expect(await covered.innerText()).toContain("条文あり");
  await page.getByLabel("条文を見る日").fill("2040-01-01");
  await page.getByRole("button", { name: "この日で見る" }).click();
  await covered.filter({ hasNotText: "条文あり" }).waitFor();
  await page.locator("main li", { hasText: "KARTE-DB1" }).waitFor();
});

it("the items of a selection set that are neither はい nor 対象外 stand by name with what must be recorded", async () => {
  await open("/selection-points");
  await rows().filter({ hasText: "あかねPACS" }).locator("a").first().click();
  await page.getByRole("heading", { name: "「はい」でも「対象外」でもない項目" }).waitFor();
  expect(await rows().count()).toBe(4);
  expect(await rows().first().innerText()).toMatch(/リスク評価[\s\S]*対応[\s\S]*立入検査での説明文/);
});

it("a plan typed into the board of second factors moves its row among those that keep the day", async () => {
  await open("/two-factor");
  await page.getByRole("link", { name: "予定をまとめて書き込む" }).click();
  await page.waitForURL(/plan=1/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("何で確かめたか").fill("11月の打合せ");
  await page.getByLabel("リハビリ記録（端末）の予定日").fill("2027-03-01");
  await page.getByRole("button", { name: "書き込んだ行を記録する" }).click();
  await page.getByText("1 行を記録しました。").waitFor();
  const row = rows().filter({ hasText: "リハビリ記録" }).filter({ hasText: "2027-03-01" });
  expect(await row.innerText()).toContain("予定（期日まで）");
});

it("a jump host counts as ready only with its three preconditions", async () => {
  await open("/two-factor");
  await rows().filter({ hasText: "リハビリ記録" }).filter({ hasText: "サーバ" }).locator("a").first().click();
  await page.waitForURL(/place=server/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("方法").selectOption("jump-host");
  await page.getByLabel(/^何で確かめたか/).fill("設定画面");
  const conditions = page.locator("input[name=preconditions]");
  await conditions.nth(0).check();
  await conditions.nth(1).check();
  await page.getByRole("button", { name: "記録する" }).click();
  await page.getByRole("alert").waitFor();
  await conditions.nth(2).check();
  await page.getByRole("button", { name: "記録する" }).click();
  await rows().filter({ hasText: "対応済み" }).waitFor();
});

it("a clash leads to both places", async () => {
  await open("/clashes");
  await page.locator(".filter", { hasText: "開示書は「はい」、確認表では病院の担当" }).click();
  await page.waitForURL(/kind=/);
  const first = rows().first();
  const [here, there] = [first.locator("td").nth(0).locator("a"), first.locator("td").nth(1).locator("a")];
  const target = await here.first().getAttribute("href");
  expect(target).toMatch(/^\/disclosures\//);
  expect(await there.first().getAttribute("href")).toMatch(/^\/role-sheets\//);
  await here.first().click();
  await page.locator("#at").waitFor();
});

it("the matrix goes from one requirement over all systems to one vendor's systems", async () => {
  await open("/matrix");
  await page.getByRole("heading", { name: /^システムごとの判定/ }).waitFor();
  await page.getByLabel("事業者", { exact: true }).selectOption({ label: "ひばり医療システム株式会社" });
  await page.getByRole("button", { name: "表示" }).click();
  await page.getByRole("heading", { name: "ひばり医療システム株式会社 のシステム" }).waitFor();
  await page.locator("td a .verdict").first().click();
  await page.waitForURL(/\/assessments\//);
});

it("a newer edition names the answer that no longer suffices and the contract line that quotes a clause", async () => {
  await open("/edition-effects");
  const line = panel("条項を引いている契約・確認表の行").locator("tbody tr", { hasText: "第12条" });
  expect(await line.innerText()).toMatch(
    /わからない[\s\S]*新しい版にもある|新しい版にもある[\s\S]*わからない/,
  );
  await page.locator(".filter", { hasText: "わからない" }).click();
  await page.getByText("この要求事項につながる対応付けが、この書式からは公開されていません。").waitFor();
});

it("two disclosures of one product show what changed, word by word", async () => {
  await open("/disclosures?q=ひばりカルテ");
  const href = await page.locator('main a[href^="/disclosures/01"]').first().getAttribute("href");
  await open(`${href}/compare`);
  expect(await rows().count()).toBeGreaterThan(0);
  await page.locator("ins, del").first().waitFor();
  await page.locator(".filter", { hasText: "すべての行" }).click();
  await page.waitForURL(/show=all/);
  await rows().filter({ hasText: "変わらない" }).first().waitFor();
});

it("a case goes from candidates over weights and a choice to a contract that leads back", async () => {
  await open("/procurements/new");
  await page.getByLabel("件名").fill("検査システムの更改");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByRole("heading", { name: "検査システムの更改" }).waitFor();
  await page.waitForLoadState("networkidle");
  const casePath = new URL(page.url()).pathname;
  for (const name of ["ひばりカルテ 8.2", "みなもカルテ 3.1"])
    await page.getByRole("checkbox", { name: new RegExp(`^${name}（`) }).check();
  await page.getByRole("button", { name: "選んだものを候補に加える" }).click();
  await page.getByRole("link", { name: "並べて比べる" }).click();
  await page.getByRole("link", { name: "重みを決める" }).click();
  await page.waitForURL(/weights=1/);
  await page.waitForLoadState("networkidle");
  await page.getByLabel("14-3 の重み").selectOption("must");
  await page.getByRole("button", { name: "重みを保存する" }).click();
  await page.getByRole("link", { name: "重みを決める" }).waitFor();
  const must = page.locator("tr", { hasText: "必須で「はい」でない項目" });
  await must.filter({ hasText: "14-3" }).waitFor();
  await open(casePath);
  await page.locator("summary", { hasText: /^選ぶ$/ }).click();
  await page.getByLabel("選ぶ候補").selectOption({ label: "みなもカルテ 3.1（みなも薬剤情報株式会社）" });
  await page.getByLabel(/^選んだ理由/).fill("運用で補える");
  await page.getByRole("button", { name: "この候補に決める" }).click();
  await page.getByRole("link", { name: "この候補の契約を登録する" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByLabel(/^契約番号/).fill("みず契-9001");
  await page.getByLabel(/^種類/).selectOption({ index: 1 });
  await page.getByRole("radio", { name: "自動更新" }).check();
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByRole("link", { name: "検査システムの更改" }).click();
  await page.getByRole("link", { name: /^みず契-9001/ }).waitFor();
});

it("the comparison of candidates is printed on landscape A4", async () => {
  await open("/procurements");
  await page.getByRole("link", { name: "電子カルテの更改（架空の案件）" }).click();
  await page.getByRole("link", { name: "並べて比べる" }).click();
  await page.getByRole("heading", { name: "項目ごとの回答" }).waitFor();
  const paper = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  const sizes = paper.getPages().map((each) => [each.getWidth(), each.getHeight()].map(Math.round));
  expect(sizes.length).toBeGreaterThan(1);
  for (const [width = 0, height = 0] of sizes) {
    expect(Math.abs(width - 842)).toBeLessThan(3);
    expect(Math.abs(height - 595)).toBeLessThan(3);
  }
});

it("no page reported an error", () => {
  expect(visit.errors.filter((each) => !each.includes("422"))).toEqual([]);
});
