import { beforeEach, describe, expect, it } from "vitest";
import { WriteGateTimeout } from "#db/write-gate";
import { MAX_MAIL_TRIES } from "~/domain/mail";
import { done, failed, type Problem, problem } from "~/domain/problem";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { deliverMails } from "~/use-cases/deliver.server";
import type { OutgoingMail, SendMail } from "~/use-cases/ports.server";
import { revokeRequest } from "~/use-cases/request-course.server";
import { expectDone, type TestHospital, type TestPorts, testHospital } from "../support/ports";
import { contractWithSystem, register } from "../support/records";
import { asking, rawContact } from "../support/requests";

let hospital: TestHospital;
let left: OutgoingMail[];
let requestId: string;
let contactId: string;

// why: SMTP itself is tested in test/server/mail.test.ts; here the server is a list, so that each answer can be chosen.
const accepting: SendMail = async (mail) => {
  left.push(mail);
  return done({ messageId: mail.messageId });
};
const answering = (...problems: Problem[]): SendMail => {
  return async (mail) => {
    left.push(mail);
    return failed(...problems);
  };
};
const portsWith = (sendMail: SendMail | null): TestPorts => ({
  ...hospital.ports,
  sendMail,
  baseUrl: "https://buntan.example.jp",
});
const deliver = (sendMail: SendMail | null) => deliverMails(portsWith(sendMail), hospital.editor);

beforeEach(async () => {
  hospital = await testHospital();
  left = [];
  const { ports, editor } = hospital;
  const contract = await contractWithSystem(ports, editor);
  contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const asked = expectDone(await askVendors(ports, editor, asking({ ...contract, contactId })));
  requestId = asked.requestIds[0] ?? "";
});

const rows = async (sql: string) => (await hospital.ports.db.$client.execute(sql)).rows;
const theMail = async () => (await rows("SELECT * FROM mail"))[0];
const eventKinds = async () =>
  (await rows("SELECT kind FROM request_event ORDER BY recorded_seq")).map((each) => String(each.kind));

describe("a mail that leaves", () => {
  it("goes to the contact with a link made now, and is accepted once", async () => {
    expect(await deliver(accepting)).toEqual({ sent: 1, notSent: 0 });
    expect(await deliver(accepting)).toEqual({ sent: 0, notSent: 0 });
    const [mail] = left;
    expect(left.length).toBe(1);
    expect(mail?.to).toBe("hanako@vendor.example");
    expect(mail?.subject).toContain("試験病院");
    expect(mail?.body).toMatch(/https:\/\/buntan\.example\.jp\/r\/\S{20,}/);
    expect(`${mail?.subject}${mail?.body}`).not.toMatch(/[{}]/);
    expect(await theMail()).toMatchObject({ state: "sent", message_id: mail?.messageId, tries: 1 });
    expect(await eventKinds()).toEqual(["asked", "mail-accepted"]);
  });

  it("leaves no token anywhere in the database", async () => {
    await deliver(accepting);
    const token = /\/r\/(\S+)/.exec(left[0]?.body ?? "")?.[1] ?? "";
    const tables = (await rows("SELECT name FROM sqlite_master WHERE type = 'table'")).map((each) =>
      String(each.name),
    );
    const dump = await Promise.all(
      tables.map(async (name) => JSON.stringify(await rows(`SELECT * FROM ${name}`))),
    );
    expect(token.length).toBeGreaterThan(20);
    expect(dump.join()).not.toContain(token);
  });

  it("is handed over once by two processes at the same time", async () => {
    await Promise.all([deliver(accepting), deliver(accepting), deliver(accepting)]);
    expect(left.length).toBe(1);
  });

  it("does not go out without a mail server, nor after the request was withdrawn", async () => {
    await deliver(null);
    expect(await theMail()).toMatchObject({ state: "waiting" });
    expectDone(await revokeRequest(hospital.ports, hospital.editor, { requestId, reason: "誤り" }));
    await deliver(accepting);
    expect(left).toEqual([]);
    expect(await theMail()).toMatchObject({ state: "void" });
  });
});

it("a mail that left is noted as sent, though the database was busy at that moment", {
  timeout: 60_000,
}, async () => {
  const { db } = hospital.ports;
  let fails = 0;
  const busy: TestPorts["db"] = new Proxy(db, {
    get(target, key) {
      if (key === "transaction" && left.length > 0 && fails < 2) {
        fails += 1;
        // why: a whole import would have to hold the gate for ten seconds; this is what its waiters are told.
        return () => Promise.reject(new WriteGateTimeout(10_000));
      }
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const ports = { ...portsWith(accepting), db: busy };
  expect(await deliverMails(ports, hospital.editor)).toEqual({ sent: 1, notSent: 0 });
  expect(fails).toBe(2);
  expect(await theMail()).toMatchObject({ state: "sent", tries: 1 });
  expect(await eventKinds()).toEqual(["asked", "mail-accepted"]);
});

describe("a mail that is not accepted", () => {
  it("is tried again with growing pauses, five times, and then waits for a person", async () => {
    const down = answering(problem("mail-unreachable", { reason: "ECONNREFUSED" }));
    const hours: number[] = [];
    for (let hour = 0; hour < 48; hour += 0.25) {
      const before = left.length;
      await deliver(down);
      if (left.length > before) hours.push(hour);
      hospital.ports.clock.addHours(0.25);
    }
    expect(hours).toEqual([0, 0.25, 0.75, 2.75, 10.75]);
    expect(left.length).toBe(MAX_MAIL_TRIES);
    expect(new Set(left.map((each) => each.messageId)).size).toBe(1);
    expect(await theMail()).toMatchObject({ state: "failed" });
    expect(await eventKinds()).toEqual(["asked", "mail-failed"]);
  });

  it("is not tried again when the server refused it for good; the reason is kept", async () => {
    await deliver(answering(problem("mail-refused", { reason: "550 no such user" })));
    expect(await theMail()).toMatchObject({
      state: "failed",
      last_problem: expect.stringContaining("550 no such user"),
    });
    hospital.ports.clock.addHours(24);
    expect(await deliver(accepting)).toEqual({ sent: 0, notSent: 0 });
  });

  it("fails at once when the contact lost the address", async () => {
    await hospital.ports.db.$client.execute("UPDATE vendor_contact SET mail = ''");
    await deliver(accepting);
    expect(left).toEqual([]);
    expect(await theMail()).toMatchObject({ state: "failed" });
  });
});

describe("a mail of which nobody knows", () => {
  it("is not sent again when the line broke after the text", async () => {
    await deliver(answering(problem("mail-result-unknown")));
    hospital.ports.clock.addHours(24);
    await deliver(accepting);
    expect(left.length).toBe(1);
    expect(await theMail()).toMatchObject({ state: "unknown" });
  });

  it("is unknown 15 minutes after its process died, and is not sent again", async () => {
    const dying: SendMail = async (mail) => {
      left.push(mail);
      throw new Error("killed");
    };
    await expect(deliver(dying)).rejects.toThrow("killed");
    expect(await theMail()).toMatchObject({ state: "sending" });
    await deliver(accepting);
    expect(await theMail()).toMatchObject({ state: "sending" });
    hospital.ports.clock.addHours(0.3);
    await deliver(accepting);
    expect(left.length).toBe(1);
    expect(await theMail()).toMatchObject({ state: "unknown" });
    expect(await eventKinds()).toEqual(["asked", "mail-failed"]);
  });
});
