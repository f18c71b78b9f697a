import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, overflowsSideways, takeScreenshots } from "../support/browser";
import { testHospital } from "../support/ports";
import { startWeb, type Web } from "../support/web";

let browser: Browser;
let web: Web;
let cookie: Awaited<ReturnType<Web["cookieFor"]>>;
beforeAll(async () => {
  const hospital = await testHospital();
  browser = await openBrowser();
  web = await startWeb(hospital.ports);
  cookie = await web.cookieFor(hospital.viewer);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

it("a file that is gone is told on a page that works, and leads home", async () => {
  const { page, context, errors } = await openVisit(browser, web.url);
  await context.addCookies([cookie]);
  await page.goto("/files/00000000-0000-7000-8000-000000000000", { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await takeScreenshots(page, "refused-download");
  expect(await overflowsSideways(page)).toBe(false);
  await page.getByRole("link", { name: "ホームへ戻る" }).click();
  await page.waitForURL((address) => address.pathname === "/");
  expect(errors.filter((each) => !/404/.test(each))).toEqual([]);
  await context.close();
});
