import { beforeEach, describe, expect, it } from "vitest";
import { done, failed, problem } from "~/domain/problem";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { deliverMails } from "~/use-cases/deliver.server";
import {
  parseReminderDays,
  resetMailWording,
  saveMailSetting,
  saveMailWording,
  showMailSettings,
} from "~/use-cases/mail-settings.server";
import { copyMail, handOver, listOutbox, settleMail, showMail } from "~/use-cases/outbox.server";
import type { SendMail } from "~/use-cases/ports.server";
import { previewAsking } from "~/use-cases/request-choices.server";
import { makeLink } from "~/use-cases/request-links.server";
import { enterLink, findVendorScope, sendCode, verifyCode } from "~/use-cases/vendor-entry.server";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";
import { asking, rawContact } from "../support/requests";

let hospital: TestHospital;
let contract: TestContract;
let contactId: string;
let requestId: string;
let mailId: string;

beforeEach(async () => {
  hospital = await testHospital();
  contract = await contractWithSystem(hospital.ports, hospital.editor);
  contactId = await register(hospital.ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
  const asked = await askVendors(hospital.ports, hospital.editor, asking({ ...contract, contactId }));
  requestId = expectDone(asked).requestIds[0] ?? "";
  mailId = (await outbox()).rows[0]?.id ?? "";
});

const all = ["waiting", "sending", "sent", "failed", "unknown", "handed-over", "void"] as const;
const outbox = (scope = hospital.viewer) =>
  listOutbox(hospital.ports, scope, { states: all, page: 1, pageSize: 50 });
const shown = async () => expectDone(await showMail(hospital.ports, hospital.viewer, { mailId })).mail;
const origin = "http://192.0.2.1:3000";
const sent: string[] = [];
const accepting: SendMail = async (mail) => {
  sent.push(mail.messageId);
  return done({ messageId: mail.messageId });
};
// why: SMTP itself is tested in test/server/mail.test.ts; here the server is a function, so that each answer can be chosen.
const deliver = (sendMail: SendMail) =>
  deliverMails({ ...hospital.ports, sendMail, baseUrl: "https://buntan.example.jp" }, hospital.editor);
const events = async () => {
  const sql = "SELECT kind, channel, note FROM request_event WHERE request_id = ? ORDER BY recorded_seq";
  const { rows } = await hospital.ports.db.$client.execute({ sql, args: [requestId] });
  return rows.map((each) => [each.kind, each.channel, each.note]);
};

describe("without a mail server", () => {
  it("shows nothing of another hospital", async () => {
    expect((await outbox()).rows.map((each) => each.id)).toEqual([mailId]);
    expect((await outbox(hospital.stranger)).rows).toEqual([]);
    expect((await outbox(hospital.stranger)).counts).toEqual({});
  });

  it("a person copies text and link, and says how it was handed over; it never leaves afterwards", async () => {
    const { ports, editor } = hospital;
    const copied = expectDone(await copyMail(ports, editor, { mailId, origin }));
    expect(copied.to).toBe("hanako@vendor.example");
    expect(copied.body).toMatch(/http:\/\/192\.0\.2\.1:3000\/r\/\S{20,}/);
    expect((await shown()).state).toBe("waiting");
    const { version } = await shown();
    expectDone(await handOver(ports, editor, { mailId, version, channel: "post", note: "特定記録" }));
    expect(await shown()).toMatchObject({ state: "handed-over" });
    expect(await events()).toEqual([
      ["asked", "web", ""],
      ["handed-over", "post", "特定記録"],
    ]);
    expect(await deliver(accepting)).toEqual({ sent: 0, notSent: 0 });
    const again = { mailId, version: version + 1, channel: "mail", note: "" };
    expect(codesOf(await handOver(ports, editor, again))).toEqual(["mail-not-waiting"]);
    expect(codesOf(await copyMail(ports, editor, { mailId, origin }))).toEqual(["mail-not-waiting"]);
  });

  it("two persons at once: the second is told, and one event stands", async () => {
    const { ports, editor } = hospital;
    const { version } = await shown();
    const input = { mailId, version, channel: "phone", note: "" };
    const results = await Promise.all([handOver(ports, editor, input), handOver(ports, editor, input)]);
    expect(results.filter((each) => each.ok).length).toBe(1);
    expect((await events()).length).toBe(2);
  });

  it("a person reads the code to the named contact, and it opens the submitting; with a server it goes by mail only", async () => {
    const { ports, editor } = hospital;
    const { token } = expectDone(await makeLink(ports, editor, { requestId, sections: null }));
    const session = expectDone(await enterLink(ports, token));
    const vendor = await findVendorScope(ports, session.token);
    if (!vendor) throw new Error("the link did not open");
    expectDone(await sendCode(ports, vendor));
    const waiting = (await outbox()).rows.find((each) => each.kind === "code");
    const code = { mailId: waiting?.id ?? "", origin };
    const served = { ...ports, sendMail: accepting };
    expect(codesOf(await copyMail(served, editor, code))).toEqual(["mail-not-waiting"]);
    const shownMail = expectDone(await showMail(ports, hospital.viewer, code));
    expect(shownMail.canHandOver).toBe(true);
    expect(shownMail.mail.body).toContain("{code}");
    const copied = expectDone(await copyMail(ports, editor, code));
    const digits = /(?<![0-9])[0-9]{6}(?![0-9])/.exec(copied.body)?.[0] ?? "";
    const handed = { ...code, version: shownMail.mail.version, channel: "phone", note: "" };
    expectDone(await handOver(ports, editor, handed));
    const { rows } = await ports.db.$client.execute("SELECT count(*) AS n FROM mail WHERE code <> ''");
    expect(rows[0]?.n).toBe(0);
    expectDone(await verifyCode(ports, vendor, { code: digits, name: "回答 太郎", department: "開発部" }));
  });

  it("refuses a channel that is none and words without end", async () => {
    const { ports, editor } = hospital;
    const input = { mailId, version: 1, channel: "pigeon", note: "" };
    expect(codesOf(await handOver(ports, editor, input))).toEqual(["field-not-an-option"]);
    const long = { ...input, channel: "post", note: "あ".repeat(2001) };
    expect(codesOf(await handOver(ports, editor, long))).toEqual(["field-too-long"]);
  });
});

describe("a mail that did not leave", () => {
  it("failed: is tried again when a person says so, and then leaves once", async () => {
    const { ports, editor } = hospital;
    await deliver(async () => failed(problem("mail-refused", { reason: "550" })));
    const { state, version } = await shown();
    expect(state).toBe("failed");
    expect(codesOf(await settleMail(ports, editor, { mailId, version, verdict: "arrived" }))).toEqual([
      "mail-not-waiting",
    ]);
    expectDone(await settleMail(ports, editor, { mailId, version, verdict: "send-again" }));
    expect(await deliver(accepting)).toEqual({ sent: 1, notSent: 0 });
    expect((await shown()).state).toBe("sent");
  });

  it("unknown: a person says that it arrived, and it stands in the course with who said so", async () => {
    const { ports, editor } = hospital;
    await deliver(async () => failed(problem("mail-result-unknown")));
    const { state, version } = await shown();
    expect(state).toBe("unknown");
    expectDone(await settleMail(ports, editor, { mailId, version, verdict: "arrived" }));
    expect((await events()).map((each) => each[0])).toEqual(["asked", "mail-failed", "mail-accepted"]);
    expect(codesOf(await settleMail(ports, editor, { mailId, version, verdict: "drop" }))).toEqual([
      "mail-not-waiting",
    ]);
  });
});

describe("wordings", () => {
  const save = (change: Partial<{ subject: string; body: string; version: number }> = {}) =>
    saveMailWording(hospital.ports, hospital.admin, {
      kind: "request",
      subject: "{hospital}より",
      body: "{subject}\r\n{link}",
      version: 0,
      ...change,
    });
  const current = async () =>
    (await showMailSettings(hospital.ports, hospital.viewer)).wordings.find(
      (each) => each.kind === "request",
    );

  it("are kept, used for the next mail, and reset to the shipped ones", async () => {
    const shipped = await current();
    expectDone(await save());
    expect(await current()).toMatchObject({
      subject: "{hospital}より",
      body: "{subject}\n{link}",
      version: 1,
    });
    const { ports, editor, admin } = hospital;
    const preview = expectDone(await previewAsking(ports, editor, asking({ ...contract, contactId })));
    expectDone(await askVendors(ports, editor, asking({ ...contract, contactId })));
    const written = (await outbox()).rows.find((each) => each.subject === "試験病院より");
    expect(written?.body).toBe(preview.letters[0]?.body);
    expectDone(await resetMailWording(ports, admin, { kind: "request" }));
    expect(await current()).toEqual(shipped);
  });

  it("are not kept without what the mail is for, nor over somebody else's", async () => {
    expect(codesOf(await save({ body: "{subject}" }))).toEqual(["mail-placeholder-missing"]);
    expectDone(await save());
    expect(codesOf(await save())).toEqual(["changed-meanwhile"]);
  });
});

it("what is shown before sending is what is written", async () => {
  const { ports, editor } = hospital;
  const input = asking({ ...contract, contactId }, { message: "{link} は差し込みではありません。" });
  const { letters, form, reminders } = expectDone(await previewAsking(ports, editor, input));
  const before = (await outbox()).total;
  expectDone(await askVendors(ports, editor, input));
  const rows = (await outbox()).rows;
  expect(rows.length).toBe(before + 1);
  const written = rows.find((each) => each.body === letters[0]?.body);
  expect(written?.subject).toBe(letters[0]?.subject);
  expect(letters[0]).toMatchObject({ vendor: "試験ベンダ株式会社", address: "hanako@vendor.example" });
  expect(form.items).toBeGreaterThan(10);
  expect(reminders.map((each) => each.on)).toEqual(["2026-11-27", "2026-12-08", "2026-12-14", "2026-12-21"]);
});

describe("settings", () => {
  it("reads days as people type them", () => {
    expect(parseReminderDays("−14、-3 ＋3, 10")).toEqual([-14, -3, 3, 10]);
    expect(parseReminderDays("")).toEqual([]);
    expect(parseReminderDays("3 3 -3")).toEqual([-3, 3]);
    for (const wrong of ["x", "1.5", "-91", "91", "1 2 3 4 5 6 7 8 9 10 11"])
      expect(parseReminderDays(wrong), wrong).toBeNull();
  });

  it("keeps address and days, once per version", async () => {
    const { ports, admin } = hospital;
    const input = { digestTo: "kakari@hospital.example", reminderDays: "-7 7", version: 0 };
    expectDone(await saveMailSetting(ports, admin, input));
    expect(await showMailSettings(ports, admin)).toMatchObject({
      digestTo: "kakari@hospital.example",
      reminderDays: [-7, 7],
      version: 1,
    });
    expect(codesOf(await saveMailSetting(ports, admin, input))).toEqual(["changed-meanwhile"]);
    const bad = { digestTo: "a@b, c@d", reminderDays: "soon", version: 1 };
    expect(codesOf(await saveMailSetting(ports, admin, bad))).toEqual([
      "field-not-a-mail",
      "field-not-a-number",
    ]);
  });
});
