import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { overflowsSideways, takeScreenshots, viewports } from "./browser";

type Rules = Record<string, { enabled: boolean }>;
/** WCAG 2.2 asks for 24 px of room around what one presses; axe leaves the rule out unless asked. */
const always: Rules = { "target-size": { enabled: true } };
/** why: colours are the same at both widths (the tokens have one theme), and they are half of axe's work. */
const narrow: Rules = { ...always, "color-contrast": { enabled: false } };

/**
 * Looks at a page at both widths: one heading of the first rank, no sign of broken text, nothing sticks out, axe
 * finds nothing. With BUNTAN_SCREENSHOTS, pictures are left for a person. The page keeps its size.
 */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  const found = [...(await plainFaults(page))];
  for (const [viewport, rules] of [
    ["desktop", always],
    ["phone", narrow],
  ] as const) {
    const { width } = viewports[viewport];
    await page.setViewportSize(viewports[viewport]);
    if (await overflowsSideways(page)) found.push(`${width} px: ${await widestOf(page)} sticks out sideways`);
    found.push(...(await axeFaults(page, rules)).map((each) => `${width} px: ${each}`));
  }
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, name);
  if (before) await page.setViewportSize(before);
  expect(found, `${name} ${page.url()}`).toEqual([]);
}

/** The innermost element whose right edge lies furthest out, so that the fault names its cause. */
async function widestOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const right = (each: Element) => each.getBoundingClientRect().right;
    const isScrolled = (each: Element): boolean => {
      const parent = each.parentElement;
      if (parent === null || parent === document.body) return false;
      return getComputedStyle(parent).overflowX !== "visible" || isScrolled(parent);
    };
    const out = [...document.body.querySelectorAll("*")].filter(
      (each) => right(each) > document.documentElement.clientWidth + 1 && !isScrolled(each),
    );
    const [widest] = out.sort(
      (a, b) => right(b) - right(a) || b.querySelectorAll("*").length - a.querySelectorAll("*").length,
    );
    return widest === undefined
      ? ""
      : `${widest.tagName} .${widest.className} ${widest.textContent?.slice(0, 40)}`;
  });
}

/** The same without axe: for a page whose parts have all been looked at elsewhere. */
export async function glance(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  const found = [...(await plainFaults(page))];
  for (const size of [viewports.desktop, viewports.phone]) {
    await page.setViewportSize(size);
    if (await overflowsSideways(page))
      found.push(`${size.width} px: ${await widestOf(page)} sticks out sideways`);
  }
  if (process.env.BUNTAN_SCREENSHOTS) await takeScreenshots(page, name);
  if (before) await page.setViewportSize(before);
  expect(found, `${name} ${page.url()}`).toEqual([]);
}

async function plainFaults(page: Page): Promise<string[]> {
  const { headings, text } = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    text: document.body.innerText,
  }));
  const found = headings === 1 ? [] : [`${headings} headings of the first rank`];
  for (const [sign, broken] of [
    ["replacement character", /\uFFFD/],
    ["a value nobody formatted", /\[object |undefined|\bNaN\b/],
  ] as const) {
    const at = broken.exec(text);
    if (at) found.push(`${sign}: …${text.slice(Math.max(0, at.index - 30), at.index + 30)}…`);
  }
  return found;
}

async function axeFaults(page: Page, rules: Rules): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true) // why: our pages have no frames, and the other mode opens a tab for each report
    .options({ resultTypes: ["violations"], rules })
    .analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`);
    return `${id} (${nodes.length}): ${places.join(" | ")}`;
  });
}
