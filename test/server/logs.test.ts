import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tempFile, testPassword } from "../support/ports";
import { productBook } from "../support/records";
import { type RunningServer, startServer } from "../support/server";
import { type AskedHospital, askedHospital, linkTo } from "../support/vendor-desk";
import { browserOf, type Visitor } from "../support/web";

// Everything the built server wrote while people signed in, opened links, sent files and met failures.

const preload = path.resolve(import.meta.dirname, "../support/no-outside.mjs");
const SMTP_PASSWORD = "himitsu-no-smtp-aikotoba";
const OIDC_SECRET = "himitsu-no-oidc";

let world: AskedHospital;
let server: RunningServer;
let dataDir: string;
let outside: string;
/** What must never stand in the log, by what it is. */
const secrets = new Map<string, string>();
let shownId = "";

beforeAll(async () => {
  world = await askedHospital();
  const { ports } = world;
  // why real time: the link must count for the server, which has the machine's own clock.
  ports.clock.set(new Date().toISOString());
  secrets.set("link of a vendor", await linkTo(world));
  const book = await productBook(ports);
  await ports.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  ports.db.$client.close();
  dataDir = tempFile("data");
  outside = tempFile("outside");
  fs.mkdirSync(dataDir);
  fs.writeFileSync(outside, "");
  fs.copyFileSync(ports.url.slice("file:".length), path.join(dataDir, "buntan.db"));
  server = await startServer({
    dataDir,
    env: {
      NODE_OPTIONS: `--import ${preload}`,
      BUNTAN_TEST_OUTSIDE: outside,
      BUNTAN_SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
      BUNTAN_BASE_URL: "http://127.0.0.1:1",
      BUNTAN_SMTP_URL: `smtp://kakari:${SMTP_PASSWORD}@127.0.0.1:1`,
      BUNTAN_SMTP_FROM: "buntan@hospital.example",
      BUNTAN_OIDC_ISSUER: "http://127.0.0.1:1",
      BUNTAN_OIDC_CLIENT_ID: "buntan",
      BUNTAN_OIDC_CLIENT_SECRET: OIDC_SECRET,
    },
  });
  const lead = await signIn();
  await sendFiles(lead, book);
  await visitDesk();
  await comeFromElsewhere();
  await meetFailures(lead);
}, 400_000);
afterAll(() => server?.stop());

async function signIn(): Promise<Visitor> {
  const browser = browserOf(server.url);
  const name = "test-editor";
  await browser.post("/sign-in", { signInName: name, password: "machigatta-aikotoba" });
  await browser.post("/sign-in", { signInName: "shiranai-hito@hospital.example", password: testPassword });
  const start = await browser.post("/sign-in", { signInName: name, password: testPassword });
  expect(start.headers.get("location")).toBe("/sign-in/set-up");
  const page = await (await browser.get("/sign-in/set-up")).text();
  const seed = /class="seed">([^<]+)</.exec(page)?.[1]?.replaceAll(" ", "") ?? "";
  await browser.post("/sign-in/set-up", { code: "000000" });
  const codes = await (
    await browser.post("/sign-in/set-up", { code: generateSync({ secret: seed }) })
  ).text();
  for (const [at, [, code]] of [...codes.matchAll(/<code>([A-Z2-9]{5}-[A-Z2-9]{5})</g)].entries())
    secrets.set(`recovery code ${at}`, code ?? "");
  const password = "yama-no-ki-no-shita";
  const done = await browser.post("/sign-in/password", { password });
  secrets.set("session", /buntan_session=([^;]+)/.exec(done.headers.getSetCookie().join("\n"))?.[1] ?? "");
  secrets.set("seed", seed);
  secrets.set("password", testPassword);
  secrets.set("wrong password", "machigatta-aikotoba");
  secrets.set("new password", password);
  secrets.set("name that was tried", "shiranai-hito");
  return browser;
}

async function sendFiles(lead: Visitor, book: Uint8Array): Promise<void> {
  const files = [
    new File([Buffer.from(book)], "開示書_試験花子.xlsx"),
    new File(["これは表ではありません"], "こわれた_試験花子.xlsx"),
  ];
  const sent = await lead.upload("/disclosures/receive", "files", files);
  expect(sent.status).toBeLessThan(500);
  secrets.set("name of a file", "試験花子");
}

async function visitDesk(): Promise<void> {
  const vendor = browserOf(server.url);
  await vendor.get("/r/machigatta-rinku-0123456789abcdef");
  const entered = await vendor.post(`/r/${secrets.get("link of a vendor")}`, {});
  expect(entered.headers.get("location")).toBe(`/r/desk/${world.requestId}`);
  secrets.set("wrong link", "machigatta-rinku");
  secrets.set("desk", /buntan_desk=([^;]+)/.exec(entered.headers.getSetCookie().join("\n"))?.[1] ?? "");
  const desk = `/r/desk/${world.requestId}`;
  expect((await vendor.get(desk)).status).toBe(200);
  await vendor.post(`${desk}/submit`, { intent: "send-code" });
}

/** Another site sends forms here, one of them to an address that is a key. */
async function comeFromElsewhere(): Promise<void> {
  const headers = { origin: "https://evil.example" };
  for (const path of ["/vendors/new?name=moreru-kensaku", `/r/${secrets.get("link of a vendor")}`])
    expect((await fetch(server.url + path, { method: "POST", headers })).status).toBe(403);
  secrets.set("query", "moreru-kensaku");
}

/** Tables go away under the server, as they never should, so that pages and actions fail. */
async function meetFailures(lead: Visitor): Promise<void> {
  const client = createClient({ url: `file:${path.join(dataDir, "buntan.db")}` });
  await client.execute("ALTER TABLE vendor_contact RENAME TO gone");
  client.close();
  const contact = {
    name: "もれる 名前",
    mail: "moreru@vendor.example",
    vendorId: world.vendorId,
    role: "security",
  };
  await lead.post("/contacts/new", contact);
  await lead.get(`/contacts?q=${encodeURIComponent("もれる 名前")}`);
  const page = await lead.get("/contacts");
  expect(page.status).toBe(500);
  shownId =
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec((await page.text()).replace(/<script[\s\S]*/, ""))?.[0] ??
    "";
  await lead.get("/sign-in/provider/callback?code=himitsu-no-code&state=himitsu-no-state");
  secrets.set("code of the provider", "himitsu-no-code");
  secrets.set("typed name", "もれる");
  secrets.set("typed mail", "moreru@");
}

describe("what the server wrote", () => {
  it("names the failure that a page showed, by its number", () => {
    expect(shownId).not.toBe("");
    const line =
      server
        .output()
        .split("\n")
        .find((each) => each.includes(shownId)) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      level: "error",
      requestId: shownId,
      method: "GET",
      path: "/contacts",
    });
  });

  it("names who was turned away from what, and from which address", () => {
    const refused = server
      .output()
      .split("\n")
      .filter((line) => line.includes('"level":"warn"'))
      .map((line) => JSON.parse(line));
    const address = expect.stringContaining("127.0.0.1");
    const about = { level: "warn", method: "POST", address };
    expect(refused).toContainEqual({ ...about, status: 401, path: "/sign-in" });
    expect(refused).toContainEqual({ ...about, status: 403, path: "/vendors/new" });
    expect(refused).toContainEqual({ ...about, status: 403, path: "/r/…" });
  });

  it("holds no password, no seed, no code, no token, no address of mail and no name", () => {
    const personal = ["試験", "花子", "hanako@", "buntan@hospital", "品質保証部", SMTP_PASSWORD, OIDC_SECRET];
    for (const each of personal) secrets.set(each, each);
    const key = Buffer.alloc(32, 7).toString("base64");
    secrets.set("key", key);
    const written = server.output();
    expect(written.length).toBeGreaterThan(200);
    for (const [what, value] of secrets) {
      expect(value.length, what).toBeGreaterThan(1);
      expect(written.includes(value), `${what} stands in the log:\n${written}`).toBe(false);
      expect(written.includes(encodeURIComponent(value)), what).toBe(false);
    }
  });

  it("came about without one try to reach another machine, in any of its processes", () => {
    expect(fs.readFileSync(outside, "utf8")).toBe("");
  });
});
