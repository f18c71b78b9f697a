import { request as plainRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "../../db/audit-chain";
import { takeConsoleErrors } from "../support/console-errors";
import { type DemoWeb, startDemoWeb } from "../support/demo-web";
import { headerFaults } from "../support/header-faults";
import { blockOutside } from "../support/no-outside.mjs";
import { type ThrownInGate, throwInGate } from "../support/throw-in-gate";
import { readersOf, type Walked, walkEveryAddress } from "../support/walk";
import { startWeb } from "../support/web";

// Every address of the program, taken from the routes as they were built: a new one is walked, or fails.

let demo: DemoWeb;
let walked: Walked;
const tries: string[] = [];
beforeAll(async () => {
  demo = await startDemoWeb();
  const open = blockOutside((what) => tries.push(what));
  walked = await walkEveryAddress(demo, await readersOf(demo), 1).finally(open);
}, 600_000);
afterAll(() => demo?.web.stop());

describe("without a mail server, an identity provider and the internet", () => {
  it("every page and file answers, and none reaches for another machine", () => {
    expect(tries).toEqual([]);
    const failed = walked.visited.filter((each) => each.status >= 500);
    expect(failed.map((each) => `${each.status} ${each.address}`)).toEqual([]);
    const pages = walked.visited.filter((each) => each.route.isPage && each.status === 200);
    expect(pages.length).toBeGreaterThan(130);
  });

  it("and the block is one", async () => {
    const seen: string[] = [];
    const open = blockOutside((what) => seen.push(what));
    await expect(fetch("http://192.0.2.1/")).rejects.toThrow();
    await expect(fetch("https://vendor.example/")).rejects.toThrow();
    open();
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });
});

describe("headers", () => {
  it("stand on every page, download, redirect and refusal", () => {
    const faults = walked.visited.flatMap(({ address, headers, html }) =>
      headerFaults({ headers, html }).map((fault) => `${address}: ${fault}`),
    );
    expect(faults).toEqual([]);
    const statuses = new Set(walked.visited.map((each) => each.status));
    for (const status of [200, 303, 404]) expect([...statuses]).toContain(status);
  });

  it("give files back as attachments with their kind; only our own drawings and papers open in the page", () => {
    const files = walked.visited.filter((each) => each.headers.has("content-disposition"));
    expect(files.length).toBeGreaterThan(20);
    const inline = files.filter((each) => !each.headers.get("content-disposition")?.startsWith("attachment"));
    expect([...new Set(inline.map((each) => each.route.address))].sort()).toEqual([
      "intakes/:id/pages/:page",
      "issued/:paperId/paper.pdf",
      "papers/:id/draft.pdf",
      "self-checks/:id/print",
    ]);
    for (const each of files)
      expect(each.headers.get("content-type"), each.address).toMatch(/^[a-z]+\/[\w.+-]+/);
  });

  it("stand on data of a page, on 403, 405, 413 and on our own scripts, which alone may be kept", async () => {
    const viewer = await demo.web.as(demo.scopes.viewer);
    const admin = await demo.web.as(demo.scopes.admin);
    const { url } = demo.web;
    const foreign = { headers: { origin: "https://evil.example" }, method: "POST" };
    const large = { method: "POST", headers: { origin: url }, body: "x".repeat(2 * 1024 * 1024 + 1) };
    const answers: [number, Response][] = [
      [403, await viewer.get("/settings/audit")],
      [200, await admin.get(`/vendors?_data=${encodeURIComponent("vendors-list")}`)],
      [403, await fetch(`${url}/vendors`, foreign)],
      [413, await fetch(`${url}/vendors`, large)],
      [405, await admin.post("/files/x", {})],
      [200, await demo.web.anonymous().get("/healthz")],
      [404, await demo.web.anonymous().get("/assets/nothing.js")],
    ];
    for (const [status, answer] of answers) {
      const html = answer.headers.get("content-type")?.includes("html") ? await answer.text() : "";
      expect(answer.status, answer.url).toBe(status);
      expect(headerFaults({ headers: answer.headers, html }), answer.url).toEqual([]);
    }
    const page = walked.visited.find((each) => each.address === "/vendors")?.html ?? "";
    const script = /"(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
    expect(headerFaults({ headers: (await fetch(url + script)).headers, isKept: true })).toEqual([]);
  });

  it("behind TLS say so, and the cookie goes over TLS only; nobody else's word for it counts", async () => {
    const proxied = { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" };
    const behind = await startWeb(demo.ports, { trustsProxy: true });
    const seen = async (web: typeof behind) => {
      const visitor = await web.as(demo.scopes.admin, proxied);
      const page = await visitor.get("/settings/access");
      const file = await visitor.get("/export/vendor?as=csv");
      const language = await visitor.post("/language", { language: "ja", next: "/" });
      return {
        faults: [page, file].flatMap(({ headers }) => headerFaults({ headers, isTls: web === behind })),
        address: /(?:203\.0\.113\.9|127\.0\.0\.1)/.exec(await page.text())?.[0],
        cookie: /^([\w-]+)=(?:.*(; Secure))?/.exec(language.headers.getSetCookie()[0] ?? "")?.slice(1),
      };
    };
    expect(await seen(behind)).toEqual({
      faults: [],
      address: "203.0.113.9",
      cookie: ["__Host-buntan_language", "; Secure"],
    });
    await behind.stop();
    expect(await seen(demo.web)).toEqual({
      faults: [],
      address: "127.0.0.1",
      cookie: ["buntan_language", undefined],
    });
  });

  const asPlain = (method: string, headers: Record<string, string>, body = "") =>
    new Promise<number>((resolve, reject) => {
      const { port } = new URL(demo.web.url);
      const asked = plainRequest({ port, host: "127.0.0.1", path: "/sign-in", method, headers });
      asked.once("response", (answer) => resolve(answer.statusCode ?? 0)).once("error", reject);
      asked.end(body);
    });

  it("refuse a body without a length", async () => {
    const headers = { "transfer-encoding": "chunked", origin: demo.web.url };
    expect(await asPlain("POST", headers, "a=1")).toBe(413);
  });

  it("answer no method but those that are used", async () => {
    for (const method of ["TRACE", "PUT", "PATCH", "DELETE", "PROPFIND"])
      expect(await asPlain(method, { origin: demo.web.url }), method).toBe(405);
    expect(await asPlain("HEAD", {})).toBe(200);
  });
});

describe("whoever takes a paper away", () => {
  /** Files that are records of somebody; the other downloads are lists, forms and data made on the spot. */
  const papers = [
    "binders/:id",
    "contract-documents/:documentId",
    "files/:id",
    "issued/:paperId/files/:file",
    "issued/:paperId/paper.pdf",
    "issued/:paperId/signed-copies/:copyId",
    "issued/:paperId/snapshot.json",
    "papers/:id/draft.pdf",
    "papers/:id/files/:file",
  ];

  it("is written down with the time and the address, whatever the paper is", async () => {
    const admin = await demo.web.as(demo.scopes.admin);
    const reads = async () => {
      const { rows } = await demo.ports.db.$client.execute(
        "SELECT account_id, address, recorded_at FROM audit WHERE verb = 'read' ORDER BY seq",
      );
      return rows;
    };
    for (const each of papers) {
      const address = walked.visited.find(({ route }) => route.address === each)?.address ?? "";
      const before = await reads();
      expect((await admin.get(address)).status, each).toBe(200);
      const after = await reads();
      expect(after.length, each).toBe(before.length + 1);
      expect(after.at(-1)).toMatchObject({
        account_id: demo.scopes.admin.accountId,
        address: expect.stringContaining("127.0.0.1"),
        recorded_at: expect.stringMatching(/Z$/),
      });
    }
  });
});

describe("a failure of the program", () => {
  it("shows its number and nothing of its cause, with every header, and the log has the number", async () => {
    const admin = await demo.web.as(demo.scopes.lead);
    const { $client } = demo.ports.db;
    await $client.execute("ALTER TABLE vendor RENAME TO vendor_gone");
    const answer = await admin.get("/vendors");
    const html = await answer.text();
    await $client.execute("ALTER TABLE vendor_gone RENAME TO vendor");
    expect(answer.status).toBe(500);
    expect(headerFaults({ headers: answer.headers, html })).toEqual([]);
    const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec(html.replace(/<script[\s\S]*/, ""))?.[0];
    const lines = takeConsoleErrors();
    expect(lines.some((each) => id !== undefined && each.includes(id))).toBe(true);
    expect(html).not.toMatch(/SQLITE|no such table|vendor_gone|node_modules|\.server\./);
  });
});

describe("every action", () => {
  /** `BUNTAN_SEED=…` chooses other forms, buttons and odd values. */
  const seed = Number(process.env.BUNTAN_SEED ?? 20261126);
  const told = `again with BUNTAN_SEED=${seed}`;
  /**
   * Actions whose forms the administrator of the demo sees nowhere at first sight: doors and steps, what a script sends,
   * pages that ask something first. They are given their own words instead; a new one belongs to the demo.
   */
  const withoutForm: readonly string[] = [
    "*",
    "assessments/:disclosureId",
    "catalogues/:ref",
    "catalogues/mappings/:id",
    "demo",
    "imports/:id/questions",
    "join/:token",
    "paper-templates/drafts/:id/preview",
    "passkey-options",
    "procurements/:id/compare",
    "r/:token",
    "r/desk/:requestId/proposals",
    "r/desk/:requestId/save",
    "reading-recipes",
    "requests/new",
    "requests/rounds/:roundId",
    "role-sheets/:id/cells",
    "settings/backups",
    "sign-in",
    "sign-in/code",
    "sign-in/passkey",
    "sign-in/password",
    "sign-in/provider",
    "sign-in/set-up",
    "two-factor",
    "welcome",
  ];
  /** Open to people without an account: whoever begins to sign in, whoever holds a link, the language. */
  const isDoor = (route: string) =>
    /^(welcome|sign-in.*|sign-out|passkey-options|demo|language|join\/.*|r\/:token|.*\/leave|\*)$/.test(
      route,
    );
  let thrown: ThrownInGate;
  beforeAll(async () => {
    thrown = await throwInGate(demo, walked, seed);
  }, 600_000);

  it("is thrown at, by the form its page shows", () => {
    const actions = walked.routes.filter((each) => each.hasAction);
    const count = (route: string) => thrown.hits.filter((each) => each.route === route).length;
    expect(actions.length).toBeGreaterThan(110);
    expect(actions.filter((each) => count(each.address) < 7)).toEqual([]);
    const unseen = actions.filter((each) => !walked.forms.has(each.id)).map((each) => each.address);
    expect(unseen.sort()).toEqual(withoutForm);
  });

  it("answers a wrong body with 4xx, never with a failure, and stores nothing of what it refused", () => {
    expect(thrown.faults, told).toEqual([]);
  });

  it("was reached by its own people, and closed to nobody and to another hospital", () => {
    const wrong = thrown.hits.filter(({ who, route, status }) => {
      if (isDoor(route)) return false;
      // why not the account's own page: it asks for a code again, and a wrong one is answered 401 by those signed in.
      if (who === "admin" || who === "vendor") return status === 401 && route !== "account";
      if (who === "nobody") return status < 400;
      // why by the record: a form without one is about the stranger's own hospital.
      return who === "another hospital" && /:\w*(id|desk)/i.test(route) && status < 400;
    });
    expect(wrong, told).toEqual([]);
  });

  it("left a whole database: no dangling reference, no broken page, one whole chain", async () => {
    const { $client } = demo.ports.db;
    expect((await $client.execute("PRAGMA foreign_key_check")).rows).toEqual([]);
    expect(Object.values((await $client.execute("PRAGMA integrity_check")).rows[0] ?? {})).toEqual(["ok"]);
    expect(await verifyChain($client)).toMatchObject({ isWhole: true });
  });
});
