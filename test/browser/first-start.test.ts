import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisit, overflowsSideways, takeScreenshots } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

let browser: Browser;
let server: RunningServer;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "buntan-first-start-"));
  browser = await openBrowser();
  server = await startServer({ dataDir });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it.each(["desktop", "phone"] as const)(
  "an empty database offers both ways to begin (%s)",
  async (viewport) => {
    const { page, context, errors } = await openVisit(browser, server.url, viewport);
    await page.goto("/");
    const text = await page.locator("body").innerText();
    expect(text).toContain("病院をつくる");
    expect(text).toContain("デモ病院で試す");
    expect(await overflowsSideways(page)).toBe(false);
    expect(errors).toEqual([]);
    if (viewport === "desktop") await takeScreenshots(page, "first-start");
    await context.close();
  },
);

it("says its address in one line, ends on SIGTERM with success and starts again on the same data", async () => {
  expect(server.output().split("\n")[0]).toContain(`${server.url}/`);
  expect(await server.stop()).toBe(0);
  server = await startServer({ dataDir });
  expect((await fetch(server.url)).status).toBe(200);
});
