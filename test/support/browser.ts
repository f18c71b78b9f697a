import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./outside-programs.mjs";

/** The two widths every screen is looked at. */
export const viewports = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type ViewportName = keyof typeof viewports;

const screenshotFolder = path.resolve(import.meta.dirname, "../../.cache/screenshots");
const QUIET = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** Starts the machine's own Chromium; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("Chromium is missing: npm test -- programs says how to get it");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : []; // Chromium refuses its sandbox to root
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...asRoot] });
}

export type Visit = {
  page: Page;
  context: BrowserContext;
  /** What the page itself reported wrong: uncaught errors, console errors, answers of 500 and above. */
  errors: string[];
};

/** A fresh visitor (no cookies) in Japanese and Tokyo time, whose relative addresses start at `baseUrl`. */
export async function openVisit(
  browser: Browser,
  baseUrl: string,
  viewport: ViewportName = "desktop",
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: viewports[viewport],
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`uncaught: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && errors.push(`console: ${message.text()}`));
  page.on(
    "response",
    (answer) => answer.status() >= 500 && errors.push(`${answer.status()} ${answer.url()}`),
  );
  return { page, context, errors };
}

/**
 * Pictures of the page as it stands, at both widths, full height, for a person to look at; the page
 * keeps its size afterwards. Returns the files' paths (`.cache/screenshots/<name>-1280.png`, `-390.png`).
 */
export async function takeScreenshots(page: Page, name: string): Promise<string[]> {
  await mkdir(screenshotFolder, { recursive: true });
  const before = page.viewportSize();
  const files: string[] = [];
  for (const viewport of Object.values(viewports)) {
    const file = path.join(screenshotFolder, `${name}-${viewport.width}.png`);
    await page.setViewportSize(viewport);
    await page.screenshot({ path: file, fullPage: true });
    files.push(file);
  }
  if (before) await page.setViewportSize(before);
  return files;
}

/** True when the page is wider than its window: something sticks out on a phone. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
