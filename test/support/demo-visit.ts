import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { openVisit, type Visit } from "./browser";
import { startServer } from "./server";

export type DemoVisit = {
  url: string;
  /** A folder for the test's own files; removed by `stop`. */
  folder: string;
  /** Another browser of the same clerk. */
  enter(): Promise<Visit>;
  stop(): Promise<void>;
};

const PATIENCE_MS = 60_000; // why: a busy machine, not a slow page

/** A server of its own on a copy of the demo hospital that was made for the whole run (test/browser/demo-once.ts). */
export async function startDemo(browser: Browser): Promise<DemoVisit> {
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-demo-copy-"));
  await cp(inject("demoFolder"), folder, { recursive: true });
  const server = await startServer({ dataDir: folder });
  return {
    url: server.url,
    folder,
    async enter() {
      const visit = await openVisit(browser, server.url);
      visit.page.setDefaultTimeout(PATIENCE_MS);
      await enterDemo(visit.page);
      return visit;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function enterDemo(page: Page): Promise<void> {
  await page.goto("/welcome", { waitUntil: "domcontentloaded" });
  await page.getByRole("button", { name: "デモ病院で試す" }).click();
  await page.waitForURL((address) => address.pathname === "/", { waitUntil: "domcontentloaded" });
}
