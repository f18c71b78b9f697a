import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays, dayInTokyo } from "~/domain/day";
import type { Smtp } from "~/server/env";
import { createMailer } from "~/server/mail";
import { runTurn } from "~/server/scheduler";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { listOutbox, mailProblemOf, settleMail } from "~/use-cases/outbox.server";
import { showRequest } from "~/use-cases/requests.server";
import { enterLink } from "~/use-cases/vendor-entry.server";
import { expectDone, type TestHospital, testClock, testHospital } from "../support/ports";
import { contractWithSystem, register } from "../support/records";
import { asking, rawContact } from "../support/requests";
import { type RunningServer, startServer } from "../support/server";
import { bodyOf, hangingUp, header, smtpServer, stopSmtp } from "../support/smtp";

// From the scheduler over a real SMTP line into the course of a request; nothing between is replaced.

const BASE = "https://buntan.example.jp";
const PATIENCE = { timeout: 120_000, interval: 250 }; // why: the server's scheduler turns every 15 seconds
let hospital: TestHospital;
let requestId: string;
let server: RunningServer | null = null;

beforeEach(async () => {
  // why the real time: one test runs the built server on this database, and that has no other clock.
  hospital = await testHospital({ clock: testClock(new Date().toISOString()) });
  const { ports, editor } = hospital;
  const contract = await contractWithSystem(ports, editor);
  const contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const dueOn = addDays(dayInTokyo(ports.now()), 30);
  const asked = expectDone(await askVendors(ports, editor, asking({ ...contract, contactId }, { dueOn })));
  requestId = asked.requestIds[0] ?? "";
});
afterEach(async () => {
  await server?.stop();
  server = null;
  await stopSmtp();
});

/** One turn of the scheduler that sends to a mail server on this port. */
async function turn(port: number): Promise<void> {
  const from = "分担 <buntan@example.jp>";
  const smtp: Smtp = { host: "127.0.0.1", port, isTls: false, user: "", password: "", from };
  const ports = { ...hospital.ports, sendMail: createMailer(smtp), baseUrl: BASE };
  await runTurn(ports, (error) => {
    throw error;
  });
}
async function theMail() {
  const query = {
    states: ["waiting", "sending", "sent", "failed", "unknown"],
    page: 1,
    pageSize: 50,
  } as const;
  const { rows } = await listOutbox(hospital.ports, hospital.viewer, query);
  expect(rows.length).toBe(1);
  const [mail] = rows;
  if (!mail) throw new Error("no mail");
  return mail;
}
const eventKinds = async () =>
  expectDone(await showRequest(hospital.ports, hospital.viewer, { requestId })).events.map(
    (each) => each.kind,
  );
const tokenIn = (text: string) => /\/r\/([\w-]{20,})/.exec(text)?.[1] ?? "";

describe("a letter by the scheduler", { timeout: 120_000 }, () => {
  it("arrives with a link that opens, and its acceptance stands in the course of the request", async () => {
    const { port, received } = await smtpServer();
    await turn(port);
    await turn(port);
    expect(received.map((each) => each.to)).toEqual([["hanako@vendor.example"]]);
    const raw = received[0]?.raw ?? "";
    const mail = await theMail();
    expect(mail.state).toBe("sent");
    expect(header(raw, "Message-ID")).toEqual([mail.messageId]);
    expect(await eventKinds()).toEqual(["asked", "mail-accepted"]);
    const text = bodyOf(raw);
    expect(text).toContain(`${BASE}/r/`);
    expect((await enterLink(hospital.ports, tokenIn(text))).ok).toBe(true);
    expect(await eventKinds()).toEqual(["asked", "mail-accepted", "opened"]);
  });

  it("refused for good waits for a person with the server's words, and is not tried again", async () => {
    let tries = 0;
    const { port, received } = await smtpServer({
      onRcptTo(_address, _session, done) {
        tries += 1;
        done(Object.assign(new Error("no such user here"), { responseCode: 550 }));
      },
    });
    await turn(port);
    hospital.ports.clock.addHours(24);
    await turn(port);
    expect([tries, received.length]).toEqual([1, 0]);
    const mail = await theMail();
    expect(mail.state).toBe("failed");
    expect(mailProblemOf(mail.lastProblem)).toMatchObject({
      code: "mail-refused",
      params: { reason: expect.stringContaining("no such user here") },
    });
    expect(await eventKinds()).toEqual(["asked", "mail-failed"]);
  });

  it("whose line broke after the text goes again only when a person says so", async () => {
    await turn(await hangingUp("text"));
    expect((await theMail()).state).toBe("unknown");
    const { port, received } = await smtpServer();
    hospital.ports.clock.addHours(24);
    await turn(port);
    expect(received).toEqual([]);
    const { id: mailId, version } = await theMail();
    const verdict = { mailId, version, verdict: "send-again" };
    expectDone(await settleMail(hospital.ports, hospital.editor, verdict));
    await turn(port);
    await turn(port);
    expect(received.length).toBe(1);
    expect((await theMail()).state).toBe("sent");
    expect(await eventKinds()).toEqual(["asked", "mail-failed", "mail-accepted"]);
  });
});

it("the built server sends by itself, and its output holds no token, no code, no password", {
  timeout: 400_000,
}, async () => {
  const password = "himitsu-no-aikotoba";
  const { port, received } = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: "kakari" }) : done(new Error("wrong")),
  });
  server = await startServer({
    env: {
      DATABASE_URL: hospital.ports.url,
      BUNTAN_BASE_URL: BASE,
      BUNTAN_SMTP_HOST: "127.0.0.1",
      BUNTAN_SMTP_PORT: String(port),
      BUNTAN_SMTP_USER: "kakari",
      BUNTAN_SMTP_PASSWORD: password,
      BUNTAN_SMTP_FROM: "buntan@example.jp",
    },
  });
  const { url } = server;
  const post = (to: string, fields: Record<string, string>, cookie = "", origin = url) =>
    fetch(url + to, {
      method: "POST",
      headers: { cookie, origin },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  await expect.poll(() => received.length, PATIENCE).toBe(1);
  const token = tokenIn(bodyOf(received[0]?.raw ?? ""));
  expect(token.length).toBeGreaterThan(40);
  expect((await fetch(`${url}/r/${token}`)).status).toBe(200);
  expect((await post(`/r/${token}`, {}, "", "https://elsewhere.example")).status).toBe(403);
  expect((await fetch(`${url}/r/${token}/nothing`)).status).toBe(404);
  const entered = await post(`/r/${token}`, {});
  const desk = entered.headers.get("location") ?? "";
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(desk).toBe(`/r/desk/${requestId}`);
  await post(`${desk}/submit`, { intent: "send-code" }, cookie);
  await expect.poll(() => received.length, PATIENCE).toBe(2);
  const code = /(?<!\d)\d{6}(?!\d)/.exec(bodyOf(received[1]?.raw ?? ""))?.[0] ?? "";
  expect(code).not.toBe("");
  const named = { intent: "verify", name: "試験 次郎", department: "開発部" };
  const wrong = code === "000000" ? "111111" : "000000";
  expect((await post(`${desk}/submit`, { ...named, code: wrong }, cookie)).status).toBe(422);
  expect((await post(`${desk}/submit`, { ...named, code }, cookie)).status).toBeLessThan(400);
  expect(await eventKinds()).toContain("verified");
  const session = cookie.split("=")[1] ?? "";
  const { output } = server;
  await server.stop();
  server = null;
  expect(output()).toContain(url); // so that an output that was not caught does not pass
  for (const secret of [token, session, code, password]) {
    expect(secret.length).toBeGreaterThanOrEqual(6);
    expect(output()).not.toContain(secret);
  }
});
