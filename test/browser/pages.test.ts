import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { registerPaths } from "~/register-paths";
import routes from "~/routes";
import { openBrowser, openVisit, type Visit } from "../support/browser";
import { type DemoVisit, startDemo } from "../support/demo-visit";
import { glance, look } from "../support/look";
import { isOfRoute, outsidePages, pagesOf } from "../support/page-routes";

// Every page of the demo hospital at both widths: nothing sticks out sideways, axe finds nothing (WCAG 2.2 AA),
// the browser reports no error. The pages come from the routes: a new one without a way to it fails.

/**
 * An address, then what to follow from there: the first link of a kind, the link beside some words (`beside …`), or
 * an address below (`+/edit`).
 */
type Way = readonly [from: string, ...steps: (RegExp | string)[]];
type Stop = { way: Way; isBrief: boolean };
const full = (...way: Way): Stop => ({ way, isBrief: false });
/** Without axe: a page that differs from another only in its records. */
const brief = (...way: Way): Stop => ({ way, isBrief: true });

vi.setConfig({ testTimeout: 240_000 }); // why so long: axe reads a thousand cells, and the machine may be busy

const ID = "[0-9a-f-]{36}";
const record = (folder: string) => new RegExp(`^/${folder}/${ID}$`);
const contract = ["/contracts?q=0412", record("contracts")] as const;
const roleSheet = ["/role-sheets", record("role-sheets")] as const;
const received = (file: string) => ["/disclosures", `beside ${file}`] as const;

const registers = Object.fromEntries(
  Object.values(registerPaths)
    .filter((path) => path !== "contracts")
    .flatMap((path): [string, Stop[]][] => [
      [path, [full(`/${path}`)]],
      [`${path}/new`, [path === "systems" ? full(`/${path}/new`) : brief(`/${path}/new`)]],
      [`${path}/:id`, [full(`/${path}`, record(path))]],
      [`${path}/:id/edit`, [brief(`/${path}`, record(path), "+/edit")]],
    ]),
);

const stops: Record<string, Stop[]> = {
  "": [full("/")],
  settings: [full("/settings")],
  "settings/access": [full("/settings/access")],
  people: [full("/people")],
  "people/:id": [full("/people", record("people"))],
  account: [full("/account")],
  search: [full("/search?q=カルテ")],
  ...registers,

  contracts: [full("/contracts")],
  "contracts/new": [full("/contracts/new")],
  "contracts/:id": [full(...contract)],
  "contracts/:id/systems": [full(...contract, "+/systems")],
  "contracts/:id/edit": [full(...contract, "+/edit")],
  "contracts/:id/amend": [brief(...contract, "+/amend")],
  "contracts/:id/renew": [brief(...contract, "+/renew")],
  "contracts/:id/terms": [full(...contract, "+/terms")],
  "contracts/:id/documents": [full(...contract, "+/documents")],
  "contracts/:id/servers": [full(...contract, "+/servers")],
  "contracts/:id/subcontractors": [full(...contract, "+/subcontractors")],
  "contracts/:id/subcontractors/new": [full(...contract, "+/subcontractors/new")],
  "subcontractors/:subcontractorId/edit": [brief(...contract, "+/subcontractors", /^\/sub.*\/edit$/)],
  renewals: [full("/renewals")],
  "self-checks": [full("/self-checks")],
  "self-checks/:id": [full("/self-checks", record("self-checks"))],
  "self-checks/:id/official": [brief("/self-checks", record("self-checks"), "+/official")],
  measures: [full("/measures"), brief("/measures?measure=patches")],
  "measures/:systemId": [full("/measures", new RegExp(`^/measures/${ID}`))],
  "fee-conditions": [full("/fee-conditions")],
  surveys: [full("/surveys")],
  "surveys/:year": [full("/surveys", /^\/surveys\/\d{4}$/)],
  "vendors/:id/names": [full("/vendors", record("vendors"), "+/names")],
  "hospital-names": [full("/hospital-names")],
  "server-list": [full("/server-list")],
  "server-list/:declarationId": [full("/server-list", record("server-list"))],
  connections: [full("/connections")],
  "connections/new": [full("/connections", /^\/connections\/new\?systemId=/), brief("/connections/new")],
  "connections/:connectionId": [full("/connections", record("connections"))],

  coverage: [full("/coverage"), brief("/coverage?when=emergency&only=open")],
  "servers/:serverId/updates": [full("/servers?q=KANGO", record("servers"), "+/updates")],
  "joints/new": [full("/joints/new")],
  "joints/:jointId": [full("/coverage", record("joints"))],
  "role-sheets": [full("/role-sheets")],
  "role-sheets/new": [full("/role-sheets/new")],
  "role-sheets/:id": [full(...roleSheet)],
  "role-sheets/:id/compare": [full(...roleSheet, "+/compare")],
  papers: [full("/papers"), brief("/papers?show=issued")],
  "papers/new": [full("/papers/new")],
  "papers/:id": [full("/papers", record("papers")), brief("/papers", "beside 覚書")],
  "papers/:id/difference": [brief("/papers", "beside 役割分担", "+/difference")],
  "paper-templates": [full("/paper-templates")],
  "paper-templates/drafts/:id": [full("/paper-templates", record("paper-templates/drafts"))],
  "paper-templates/versions/:id": [full("/paper-templates", record("paper-templates/versions"))],
  "issued/:paperId": [full("/papers?show=issued", record("issued"))],
  "issued/:paperId/sign": [full("/papers?show=issued", record("issued"), "+/sign")],
  "issued/:paperId/difference": [full("/papers?show=issued", record("issued"), "+/difference")],
  verify: [full("/verify")],
  deadlines: [full("/deadlines")],
  "deadlines/settings": [full("/deadlines/settings")],
  decisions: [full("/decisions")],
  "decisions/:id": [full("/decisions", record("decisions"))],
  binders: [full("/binders")],

  disclosures: [full("/disclosures"), brief("/disclosures?show=withdrawn"), brief("/disclosures?show=stale")],
  "disclosures/receive": [full("/disclosures/receive")],
  "disclosures/:id": [full("/disclosures", record("disclosures"))],
  "disclosures/:id/write-back": [full("/disclosures", record("disclosures"), "+/write-back")],
  "intakes/:id": [full(...received("MDS"))],
  "intakes/:id/next": [full(...received("スキャン"), "+/next")],
  "intakes/:id/columns": [full(...received("MDS"), "+/columns")],
  "intakes/:id/checklist": [full(...received("チェックリスト"), "+/checklist")],
  "intakes/:id/role-sheet": [full(...received("役割分担確認表"), "+/role-sheet")],
  "checklist-responses": [full("/checklist-responses")],
  "checklist-responses/:id": [full("/checklist-responses", record("checklist-responses"))],
  "checklist-responses/:id/write-back": [
    full("/checklist-responses", record("checklist-responses"), "+/write-back"),
  ],
  "reading-recipes": [full("/reading-recipes")],
  assessments: [full("/assessments")],
  "hospital-profile": [full("/hospital-profile")],
  applicability: [full("/applicability"), full("/applicability?guideline=mhlw-guideline@6.0")],
  "maintenance-route": [full("/maintenance-route"), brief("/maintenance-route?day=2040-01-01")],
  "selection-points": [full("/selection-points")],
  "selection-points/:disclosureId": [full("/selection-points", new RegExp(`^/selection-points/${ID}`))],
  "assessments/:disclosureId": [full("/assessments", new RegExp(`^/assessments/${ID}`))],
  "assessments/:disclosureId/together": [
    full("/assessments", new RegExp(`^/assessments/${ID}`), "+/together"),
  ],

  catalogues: [full("/catalogues")],
  "catalogues/:ref": [
    full("/catalogues", /\/catalogues\/mhlw-guideline/),
    brief("/catalogues", /\/catalogues\/in-house-product/),
    brief("/catalogues", /\/catalogues\/demo-form/),
    full("/catalogues", /\/catalogues\/demo-selection/),
  ],
  "catalogues/load": [full("/catalogues/load")],
  "catalogues/sets/new": [full("/catalogues/sets/new")],
  "catalogues/drafts/:id": [full("/catalogues", record("catalogues/drafts"))],
  "catalogues/drafts/:id/columns": [full("/catalogues", record("catalogues/drafts"), "+/columns")],
  "catalogues/relations": [full("/catalogues/relations")],
  "catalogues/crosswalks/:id": [full("/catalogues/relations", record("catalogues/crosswalks"))],
  "catalogues/mappings/:id": [full("/catalogues/relations", record("catalogues/mappings"))],

  imports: [full("/imports")],
  "imports/:id": [full("/imports", record("imports"))],
  "imports/:id/columns": [full("/imports", record("imports"), "+/columns")],
  "imports/:id/questions": [full("/imports", record("imports"), "+/questions")],

  "in-charge": [full("/in-charge")],
  timeline: [full("/timeline")],
  incidents: [full("/incidents")],
  "incidents/new": [full("/incidents/new")],
  "incidents/:id": [full("/incidents", record("incidents"))],
  figures: [full("/figures")],
  "two-factor": [full("/two-factor")],
  "two-factor/:systemId": [full("/two-factor", new RegExp(`^/two-factor/${ID}`))],

  requests: [full("/requests"), brief("/requests?show=overdue"), brief("/requests?show=refused")],
  "requests/new": [
    full("/requests/new"),
    brief("/requests/new?kind=checklist"),
    brief("/requests/new?kind=role-sheet"),
  ],
  "requests/outbox": [full("/requests/outbox"), brief("/requests/outbox?show=sent")],
  "requests/outbox/:mailId": [full("/requests/outbox", record("requests/outbox"))],
  "requests/rounds/:roundId": [full("/requests", record("requests"), record("requests/rounds"))],
  "requests/:requestId": [
    full("/requests?show=submitted", record("requests")),
    brief("/requests?show=refused", record("requests")),
  ],
  "requests/:requestId/proof": [full("/requests", record("requests"), "+/proof")],
  "requests/:requestId/official": [full("/requests?q=ひばり医事", record("requests"), "+/official")],
  clashes: [full("/clashes")],
  matrix: [full("/matrix")],
  "edition-effects": [full("/edition-effects")],
  procurements: [full("/procurements")],
  "procurements/new": [full("/procurements/new")],
  "procurements/:id": [full("/procurements", record("procurements"))],
  "procurements/:id/edit": [full("/procurements", record("procurements"), "+/edit")],
  "procurements/:id/compare": [full("/procurements", record("procurements"), "+/compare")],
  "disclosures/:id/compare": [full("/disclosures?q=ひばりカルテ", record("disclosures"), "+/compare")],
  "settings/mails": [full("/settings/mails")],
  "settings/backups": [full("/settings/backups")],
  "settings/personal-data": [full("/settings/personal-data")],
  "settings/audit": [full("/settings/audit"), brief("/settings/audit?noun=contract&verb=amend")],

  "r/:token": [full("@answers link"), brief("/r/nothing")],
  "r/desk/:requestId": [full("@answers"), full("@roles")],
  "r/desk/:requestId/workbook": [full("@answers", "+/workbook")],
  "r/desk/:requestId/official": [full("@answers", "+/official")],
  "r/desk/:requestId/proposals": [full("@roles", "+/proposals")],
  "r/desk/:requestId/questions": [full("@answers", "+/questions")],
  "r/desk/:requestId/pass-on": [full("@answers", "+/pass-on")],
  "r/desk/:requestId/refuse": [full("@answers", "+/refuse")],
  "r/desk/:requestId/submit": [full("@answers", "+/submit")],
  "r/desk/:requestId/receipt": [full("@submitted", "+/receipt")],
  "*": [full("/no-such-page")],
};
const walks = Object.entries(stops).flatMap(([route, all]) =>
  all.map((stop) => ({ route, ...stop, title: stop.way.join(" ") })),
);

let browser: Browser;
let demo: DemoVisit;
/** Two tabs of two browsers: a page is drawn while another is examined. */
const tabs: Visit[] = [];
const errors: string[] = [];
/** Addresses of what the demo's vendors see, by the name in `stops`. */
const desks = new Map<string, string>();

beforeAll(async () => {
  browser = await openBrowser();
  demo = await startDemo(browser);
  const visits = [await demo.enter(), await demo.enter()];
  const [first, second] = visits;
  if (!first || !second) throw new Error("no tab");
  await openDesks(first.page);
  const cookies = await first.context.cookies();
  await second.context.addCookies(cookies.filter(({ path }) => path.startsWith("/r/")));
  tabs.push(...visits);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Makes a link to three requests, as the hospital would, and opens them as the vendor would. */
async function openDesks(page: Page): Promise<void> {
  for (const [name, list] of [
    ["answers", "/requests?q=ひばり医事"],
    ["roles", "/requests?kind=role-sheet"],
    ["submitted", "/requests?show=submitted"],
  ] as const) {
    await follow(page, [list, record("requests")]);
    await page.locator("button[value=make-link]").click();
    const link = await page.locator("#links textarea").inputValue();
    const address = new URL(link, demo.url);
    desks.set(`@${name} link`, address.pathname);
    await page.goto(address.pathname);
    await page.getByRole("button", { name: "開く", exact: true }).click();
    await page.waitForURL("**/r/desk/**");
    desks.set(`@${name}`, new URL(page.url()).pathname);
  }
}

/** Goes the way. @returns the status and the text of the last answer */
async function follow(page: Page, [from, ...steps]: Way): Promise<{ status: number; html: string }> {
  let answer = await page.goto(encodeURI(desks.get(from) ?? from), { waitUntil: "domcontentloaded" });
  for (const step of steps) {
    const to = await addressOf(page, step);
    answer = await page.goto(to, { waitUntil: "domcontentloaded" });
  }
  return { status: answer?.status() ?? 0, html: (await answer?.text()) ?? "" };
}

async function addressOf(page: Page, step: RegExp | string): Promise<string> {
  if (typeof step !== "string") return linkLike(page, step);
  if (step.startsWith("+")) {
    const { pathname } = new URL(page.url());
    // A receipt leads to the page of its kind by itself; the next step counts from the receipt.
    return (/^\/intakes\/[0-9a-f-]{36}/.exec(pathname)?.[0] ?? pathname) + step.slice(1);
  }
  const line = page.locator("main li, main tr").filter({ hasText: step.replace("beside ", "") });
  const receipt = line.first().locator('a[href^="/intakes/"], a[href^="/papers/"]');
  return (await receipt.first().getAttribute("href"))?.replace(/(\/intakes\/[0-9a-f-]{36}).*/, "$1") ?? "";
}

async function linkLike(page: Page, pattern: RegExp): Promise<string> {
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  const address = links.find((each) => pattern.test(each));
  if (address === undefined) throw new Error(`no link like ${pattern} on ${page.url()}`);
  return address;
}

const nameOf = (route: string, title: string) =>
  `page-${`${route} ${title.replace(/.*\?/, "")}`.replace(/[^a-z]+/gi, "-").slice(0, 60)}`;

async function inTab(work: (tab: Visit) => Promise<void>): Promise<void> {
  const tab = tabs.pop();
  if (!tab) throw new Error("more tests at once than tabs");
  try {
    await work(tab);
  } finally {
    errors.push(...tab.errors.splice(0));
    tabs.push(tab);
  }
}

it("there is a way to every page, and to none that is gone", () => {
  expect(Object.keys(stops).concat(outsidePages).sort()).toEqual([...new Set(pagesOf(routes))].sort());
});

describe.concurrent("every page of the demo hospital", () => {
  it.each(walks)("$title", async ({ route, way, isBrief, title }) => {
    await inTab(async ({ page }) => {
      const { status, html } = await follow(page, way);
      expect(status).toBe(route === "*" || title === "/r/nothing" ? 404 : 200);
      expect(html).not.toContain("\0");
      expect(isOfRoute(route, decodeURI(new URL(page.url()).pathname)), page.url()).toBe(true);
      await (isBrief ? glance : look)(page, nameOf(route, title));
    });
  });
});

it("no page reported an error", () => {
  expect(errors.filter((each) => !each.includes("404"))).toEqual([]);
});

// why without the provider's: none is configured here, and the way to it has no page of its own.
const opened = outsidePages.filter((each) => !each.startsWith("sign-in/provider"));
it.each(opened)("/%s, for somebody who is not signed in", async (route) => {
  const { page, context, errors: own } = await openVisit(browser, demo.url);
  await page.goto(`/${route}`);
  await look(page, `page-${route}`);
  expect(own.filter((each) => !each.includes("404"))).toEqual([]);
  await context.close();
});

it("a request from another site changes nothing", async () => {
  const strangers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of strangers) {
    const answer = await fetch(`${demo.url}/sign-in`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: "signInName=a&password=b",
    });
    expect(answer.status).toBe(403);
  }
});
