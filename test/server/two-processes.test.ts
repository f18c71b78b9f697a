import { afterAll, beforeAll, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { addDays, dayInTokyo } from "~/domain/day";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { checkAuditChain } from "~/use-cases/audit-log.server";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { atEndOfFile } from "../support/end-of-file";
import { startLibsqlServer } from "../support/libsql-server";
import {
  expectDone,
  migrationsFolder,
  openTestHospital,
  type TestHospital,
  tempFile,
  testPorts,
} from "../support/ports";
import { contractWithSystem, register } from "../support/records";
import { asking, rawContact } from "../support/requests";
import { type RunningServer, startServer } from "../support/server";
import { smtpServer, stopSmtp } from "../support/smtp";
import { cookieOf, type Visitor, visitor } from "../support/web";

// Two web processes on one libSQL server (a stand-in: the protocol on the real engine, no sqld).

const TOKEN = "a token of the database server";
let database: Awaited<ReturnType<typeof startLibsqlServer>>;
let hospital: TestHospital;
let mail: Awaited<ReturnType<typeof smtpServer>>;
const servers: RunningServer[] = [];

beforeAll(async () => {
  await ensureBuilt();
  database = await startLibsqlServer(tempFile("server.db"), TOKEN);
  const db = await openDb(database.url, { migrationsFolder, authToken: TOKEN });
  atEndOfFile(() => db.$client.close());
  const ports = { ...(await testPorts()), db };
  ports.clock.set(new Date().toISOString());
  hospital = { ports, ...(await openTestHospital(ports)) };
  mail = await smtpServer();
  const env = {
    DATABASE_URL: database.url,
    DATABASE_AUTH_TOKEN: TOKEN,
    BUNTAN_SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
    BUNTAN_BASE_URL: "https://buntan.example.jp",
    BUNTAN_SMTP_HOST: "127.0.0.1",
    BUNTAN_SMTP_PORT: String(mail.port),
    BUNTAN_SMTP_FROM: "buntan@example.jp",
  };
  await askOneVendor();
  servers.push(...(await Promise.all([startServer({ env }), startServer({ env })])));
}, 300_000);

afterAll(async () => {
  for (const each of servers) await each.stop();
  await stopSmtp();
  await database?.stop();
});

async function askOneVendor(): Promise<void> {
  const { ports, editor } = hospital;
  const contract = await contractWithSystem(ports, editor);
  const contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const dueOn = addDays(dayInTokyo(ports.now()), 20);
  expectDone(await askVendors(ports, editor, asking({ ...contract, contactId }, { dueOn })));
}

const at = async (no: 0 | 1): Promise<Visitor> =>
  visitor(servers[no]?.url ?? "", await cookieOf(hospital.ports, hospital.editor));

it("both write at once: every row is there once, and the chain of the log is whole", async () => {
  const [one, two] = [await at(0), await at(1)];
  const names = Array.from({ length: 20 }, (_, no) => `同時の会社${no}`);
  const answers = await Promise.all(
    names.map((name, no) => (no % 2 === 0 ? one : two).post("/vendors/new", { name })),
  );
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 303));
  const { rows } = await hospital.ports.db.$client.execute("SELECT name FROM vendor ORDER BY name");
  expect(rows.map(({ name }) => name).filter((name) => names.includes(String(name))).length).toBe(20);
  const places = answers.map((each) => each.headers.get("location"));
  for (const [no, place] of places.entries())
    expect(await (await (no % 2 === 0 ? two : one).get(place ?? "")).text()).toContain(names[no]);
  expect(expectDone(await checkAuditChain(hospital.ports, hospital.admin))).toMatchObject({ isWhole: true });
}, 120_000);

it("one record changed on both at once: one is saved, the other is told", async () => {
  const id = await register(hospital.ports, hospital.editor, "vendor", { name: "取り合いの会社" });
  const [one, two] = [await at(0), await at(1)];
  const change = (who: Visitor, name: string) => who.post(`/vendors/${id}/edit`, { name, version: "1" });
  const both = await Promise.all([change(one, "甲の名前"), change(two, "乙の名前")]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
}, 60_000);

it("what the program does by itself is done by one of them, though both begin at the same moment", async () => {
  await expect.poll(() => mail.received.length, { timeout: 60_000, interval: 200 }).toBe(1);
  const sent = async () => {
    const { rows } = await hospital.ports.db.$client.execute("SELECT state FROM mail");
    return rows.map(({ state }) => state);
  };
  await expect.poll(sent, { timeout: 20_000 }).toEqual(["sent"]);
  // why: the other one, which found nothing left to send, may still be on its way
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(mail.received.length).toBe(1);
}, 120_000);

it("a server without the token does not start, and says so", async () => {
  const started = startServer({ env: { DATABASE_URL: database.url, DATABASE_AUTH_TOKEN: "another" } });
  await expect(started).rejects.toThrow(/合言葉を受け付けません。DATABASE_AUTH_TOKEN/);
}, 60_000);

it("a database server that is gone keeps a program from starting, and a running one from saving, with words", async () => {
  const one = await at(0);
  await database.stop();
  const started = startServer({ env: { DATABASE_URL: database.url, DATABASE_AUTH_TOKEN: TOKEN } });
  await expect(started).rejects.toThrow(/つながりません。DATABASE_URL/);
  const answer = await one.post("/vendors/new", { name: "届かない会社" });
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect((await fetch(`${servers[0]?.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${servers[0]?.url}/healthz`)).status).toBe(200);
}, 60_000);
