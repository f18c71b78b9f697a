import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openVisit, overflowsSideways, takeScreenshots, type Visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";

// Every page of the demo hospital at both widths: nothing sticks out sideways, axe finds nothing (WCAG 2.2 AA),
// the browser reports no error, no answer carries an inline style. Pictures are left for a person to look at.

const lists = [
  "/",
  "/vendors",
  "/vendors/new",
  "/contacts",
  "/products",
  "/systems",
  "/systems/new",
  "/servers",
  "/contracts",
  "/contracts/new",
  "/disclosures",
  "/disclosures?show=withdrawn",
  "/disclosures?show=stale",
  "/disclosures/receive",
  "/checklist-responses",
  "/reading-recipes",
  "/assessments",
  "/role-sheets",
  "/role-sheets/new",
  "/coverage",
  "/coverage?when=emergency&only=open",
  "/papers",
  "/papers?show=issued",
  "/papers/new",
  "/deadlines",
  "/imports",
  "/in-charge",
  "/timeline",
  "/incidents",
  "/incidents/new",
  "/figures",
  "/two-factor",
  "/catalogues",
  "/catalogues/load",
  "/catalogues/sets/new",
  "/catalogues/relations",
  "/requests",
  "/requests?show=overdue",
  "/requests?show=refused",
  "/requests/new",
  "/requests/new?kind=checklist",
  "/requests/new?kind=role-sheet",
  "/requests/outbox",
  "/requests/outbox?show=sent",
  "/settings",
  "/settings/mails",
  "/search?q=カルテ",
  "/no-such-page",
];
/** A list and the patterns of the way from it: the first link of each kind is followed. */
const records: [list: string, ...way: RegExp[]][] = [
  ["/vendors", /\/vendors\/[0-9a-f-]{36}$/],
  ["/systems", /\/systems\/[0-9a-f-]{36}$/],
  ["/contracts", /\/contracts\/[0-9a-f-]{36}$/],
  ["/disclosures", /\/disclosures\/[0-9a-f-]{36}$/],
  ["/disclosures", /\/intakes\/[0-9a-f-]{36}$/],
  ["/checklist-responses", /\/checklist-responses\/[0-9a-f-]{36}$/],
  ["/assessments", /\/assessments\/[0-9a-f-]{36}/],
  ["/role-sheets", /\/role-sheets\/[0-9a-f-]{36}$/],
  ["/papers", /\/papers\/[0-9a-f-]{36}$/],
  ["/papers?show=issued", /\/issued\/[0-9a-f-]{36}$/],
  ["/imports", /\/imports\/[0-9a-f-]{36}(?:\/columns)?$/],
  ["/incidents", /\/incidents\/[0-9a-f-]{36}$/],
  ["/two-factor", /\/two-factor\/[0-9a-f-]{36}/],
  ["/requests?show=submitted", /\/requests\/[0-9a-f-]{36}$/],
  ["/requests?show=refused", /\/requests\/[0-9a-f-]{36}$/],
  ["/requests", /\/requests\/[0-9a-f-]{36}$/, /\/requests\/[0-9a-f-]{36}\/proof$/],
  ["/requests", /\/requests\/[0-9a-f-]{36}$/, /\/requests\/rounds\/[0-9a-f-]{36}$/],
  ["/requests/outbox", /\/requests\/outbox\/[0-9a-f-]{36}$/],
  ["/catalogues", /\/catalogues\/mhlw-guideline/],
  ["/catalogues", /\/catalogues\/in-house-product/],
  ["/catalogues", /\/catalogues\/drafts\/[0-9a-f-]{36}$/],
  ["/catalogues", /\/catalogues\/demo-form/],
  ["/catalogues", /\/catalogues\/demo-selection/],
  ["/catalogues/relations", /\/catalogues\/crosswalks\/[0-9a-f-]{36}$/],
  ["/catalogues/relations", /\/catalogues\/mappings\/[0-9a-f-]{36}$/],
];

let browser: Browser;
let server: RunningServer;
let visit: Visit;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "buntan-pages-"));
  browser = await openBrowser();
  server = await startServer({ dataDir: folder });
  visit = await openVisit(browser, server.url);
  await visit.page.goto("/welcome");
  await visit.page.getByRole("button", { name: "デモ病院で試す" }).click({ timeout: 240_000 });
  // why so long: the demo hospital plays twenty months, and the machine may be busy.
  await visit.page.waitForURL(`${server.url}/`, { timeout: 240_000 });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function look(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    if (await overflowsSideways(page)) found.push(`${width} px: sticks out sideways`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const each of violations) {
      found.push(
        `${width} px: ${each.id}: ${each.nodes
          .slice(0, 3)
          .map((node) => node.target.join(" "))
          .join(" | ")}`,
      );
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, name);
  expect(found).toEqual([]);
}

const nameOf = (address: string) =>
  address.replace(/[0-9a-f-]{36}/, "record").replace(/[^a-z]+/gi, "-") || "home";

describe("every page of the demo hospital", () => {
  it.each(lists)("%s", async (address) => {
    const answer = await visit.page.goto(encodeURI(address));
    expect(answer?.status()).toBe(address === "/no-such-page" ? 404 : 200);
    await look(visit.page, nameOf(address));
  });

  it.each(records)("%s leads to %s", async (list, ...way) => {
    await visit.page.goto(list);
    for (const pattern of way) {
      const links = await visit.page
        .locator("main a")
        .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
      const address = links.find((each) => pattern.test(each));
      if (address === undefined) throw new Error(`no link like ${pattern} on ${visit.page.url()}`);
      expect((await visit.page.goto(address))?.status()).toBe(200);
    }
    await look(visit.page, nameOf(new URL(visit.page.url()).pathname));
  });

  it("no page reported an error", () => {
    expect(visit.errors.filter((each) => !each.includes("404"))).toEqual([]);
  });
});

it("the pages without a frame: welcome and sign-in", async () => {
  const { page, context } = await openVisit(browser, server.url);
  for (const address of ["/welcome", "/sign-in"]) {
    await page.goto(address);
    await look(page, nameOf(address));
  }
  await context.close();
});

it("headers of every page: policy with a nonce, no frame, no sniffing, same-origin referrer", async () => {
  for (const address of ["/welcome", "/sign-in", "/healthz", "/no-such-page"]) {
    const { headers } = await fetch(server.url + address, { redirect: "manual" });
    expect(headers.get("content-security-policy")).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+'.*frame-ancestors 'none'/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  }
});

it("a request from another site changes nothing", async () => {
  const strangers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of strangers) {
    const answer = await fetch(`${server.url}/sign-in`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: "signInName=a&password=b",
    });
    expect(answer.status).toBe(403);
  }
});
