import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { saveSetting } from "#db/queries/mail.server";
import { insertEvent } from "#db/queries/request-records.server";
import { insertRequest, insertRound, moveRequest } from "#db/queries/requests.server";
import { WriteGateTimeout } from "#db/write-gate";
import { addDays, dayInTokyo } from "~/domain/day";
import { done } from "~/domain/problem";
import { defaultReminderDays, type RequestEventKind, type RequestState } from "~/domain/request";
import { runTurn } from "~/server/scheduler";
import { askVendors } from "~/use-cases/ask-vendors.server";
import type { OutgoingMail } from "~/use-cases/ports.server";
import { recordWithoutAccount } from "~/use-cases/record.server";
import { changeDue } from "~/use-cases/request-course.server";
import { runDay } from "~/use-cases/schedule.server";
import { isWorkingDay } from "~/use-cases/working-days";
import { expectDone, type TestHospital, type TestPorts, testClock, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";
import { asking, rawContact } from "../support/requests";

let hospital: TestHospital;
let contract: TestContract;
let contactId: string;
let ports: TestPorts;
let left: (OutgoingMail & { on: string })[];

const start = "2026-11-24T01:00:00.000Z"; // Tuesday, 10:00 in Japan

async function begin(): Promise<void> {
  hospital = await testHospital({ clock: testClock(start) });
  contract = await contractWithSystem(hospital.ports, hospital.editor);
  contactId = await register(hospital.ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
  left = [];
  const { clock } = hospital.ports;
  ports = {
    ...hospital.ports,
    baseUrl: "https://buntan.example.jp",
    // why: SMTP itself is tested in test/server/mail.test.ts; here mails are counted.
    sendMail: async (mail) => {
      left.push({ ...mail, on: dayInTokyo(clock.now()) });
      return done({ messageId: mail.messageId });
    },
  };
}
beforeEach(begin);

const failTest = (error: unknown) => {
  throw error;
};
const turn = () => runTurn(ports, failTest);
const ask = async (change: Parameters<typeof asking>[1] = {}) => {
  const asked = await askVendors(ports, hospital.editor, asking({ ...contract, contactId }, change));
  return expectDone(asked).requestIds[0] ?? "";
};
const goTo = (day: string) => ports.clock.set(`${day}T01:00:00.000Z`);
const reminders = () => left.filter((each) => each.subject.includes("提出期限のお知らせ"));
const askings = () => left.filter((each) => each.subject.includes("ご提出のお願い"));
const digests = () => left.filter((each) => each.to === "staff@hospital.example");

/** Runs every day from the clock's own to `until`; `isUp` says whether the machine is on. */
async function live(until: string, isUp: (day: string) => boolean = () => true): Promise<void> {
  for (let day = dayInTokyo(ports.now()); day <= until; day = addDays(day, 1)) {
    goTo(day);
    if (isUp(day)) await turn();
  }
}

/** What happens to a request, as its own use cases write it. */
async function happen(requestId: string, kind: RequestEventKind, to: RequestState | null): Promise<void> {
  const owner = hospital.editor;
  const head = { verb: kind, noun: "request", recordId: requestId, change: {} };
  const result = await recordWithoutAccount(ports, owner, "vendor", head, async ({ tx, seq, at }) => {
    const reach = { ...owner, requestId };
    if (to) await moveRequest(tx, reach, { from: "waiting", to });
    const happenedOn = dayInTokyo(at);
    const id = ports.newId();
    await insertEvent(tx, reach, { id, kind, channel: "web", happenedOn, recordedSeq: seq, recordedAt: at });
    return done(null);
  });
  expectDone(result);
}

async function setDigest(): Promise<void> {
  const row = { id: ports.newId(), digestTo: "staff@hospital.example", version: 0 };
  await saveSetting(ports.db, hospital.admin, row);
}

// why the limit: a year is four hundred turns on a real database, and the machine may be busy.
describe("a year", { timeout: 180_000 }, () => {
  it("of one request without an answer: one asking, four reminders on working days, then silence", async () => {
    await ask({ dueOn: "2027-01-15" });
    await live("2027-11-24");
    expect(askings().map((each) => each.on)).toEqual(["2026-11-24"]);
    expect(reminders().map((each) => each.on)).toEqual([
      "2027-01-04", // 14 days before is New Year's Day
      "2027-01-12",
      "2027-01-18",
      "2027-01-25",
    ]);
    expect(left.length).toBe(5);
    expect(reminders()[0]?.subject).toContain("あと 11 日");
    expect(reminders()[3]?.body).toContain("期限を 10 日過ぎています");
  });

  it("of a yearly round: it asks again a year later, with reminders of its own", async () => {
    await ask({ dueOn: "2026-12-11", recurrence: "yearly" });
    await live("2028-01-31");
    expect(askings().map((each) => each.on)).toEqual(["2026-11-24", "2027-11-24"]);
    expect(reminders().filter((each) => each.on < "2027-11-01").length).toBe(4);
    expect(
      reminders()
        .filter((each) => each.on > "2027-11-01")
        .map((each) => each.on),
    ).toEqual([
      "2027-11-29", // 14 days before 2027-12-11 is a Saturday
      "2027-12-08",
      "2027-12-14",
      "2027-12-21",
    ]);
    expect(left.length).toBe(2 + 8);
  });

  it("with a changed due day is planned anew from the day of the change", async () => {
    const requestId = await ask({ dueOn: "2026-12-11" });
    await live("2026-11-28");
    expect(reminders().map((each) => each.on)).toEqual(["2026-11-27"]);
    goTo("2026-12-01");
    const change = { requestId, version: 1, dueOn: "2026-12-25" };
    expectDone(await changeDue(ports, hospital.editor, change));
    await live("2027-03-01");
    expect(reminders().map((each) => each.on)).toEqual([
      "2026-11-27",
      "2026-12-11",
      "2026-12-22",
      "2026-12-28",
      "2027-01-04",
    ]);
  });

  it.each(["submitted", "refused", "revoked"] as const)("ends when the request is %s", async (state) => {
    const requestId = await ask({ dueOn: "2026-12-11" });
    await live("2026-12-01");
    await happen(requestId, state, state);
    await live("2027-03-01");
    expect(reminders().map((each) => each.on)).toEqual(["2026-11-27"]);
  });

  it("does not remind of what was never asked: the asking mail could not leave", async () => {
    ports = { ...ports, sendMail: null };
    await ask({ dueOn: "2026-12-11" });
    await live("2027-01-31");
    const rows = await ports.db.$client.execute("SELECT kind FROM mail");
    expect(rows.rows.map((each) => each.kind)).toEqual(["request"]);
  });
});

describe("the machine", { timeout: 180_000 }, () => {
  it("was off: what was missed is sent once, on a working day, and only the newest", async () => {
    await ask({ dueOn: "2026-12-11" });
    await live("2026-11-24");
    goTo("2026-12-26"); // Saturday; −14, −3, +3 and +10 were missed
    await turn();
    expect(reminders()).toEqual([]);
    await live("2027-02-01");
    expect(reminders().map((each) => each.on)).toEqual(["2026-12-28"]);
  });

  it("runs twice: two processes write and send once", async () => {
    await setDigest();
    await ask({ dueOn: "2026-12-11" });
    await turn();
    goTo("2026-11-27");
    await Promise.all([turn(), turn(), turn()]);
    await Promise.all([runDay(ports, hospital.editor, "2026-11-27"), turn()]);
    expect(reminders().length).toBe(1);
  });

  it("does not count a day as done that the database did not take: the next turn writes it", async () => {
    await ask({ dueOn: "2026-12-11" });
    await turn();
    goTo("2026-11-27");
    let fails = 0;
    const busy: TestPorts["db"] = new Proxy(ports.db, {
      get(target, key) {
        if (key === "transaction" && fails === 0) {
          fails += 1;
          // why: a whole import would have to hold the gate for ten seconds; this is what its waiters are told.
          return () => Promise.reject(new WriteGateTimeout(10_000));
        }
        const value: unknown = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const told: string[] = [];
    await runTurn({ ...ports, db: busy }, (error) => told.push(String(error)));
    expect(told).toEqual([expect.stringContaining("database-busy")]);
    expect(reminders()).toEqual([]);
    await turn();
    await turn();
    expect(reminders().map((each) => each.on)).toEqual(["2026-11-27"]);
  });

  it("writes no day's letters at night", async () => {
    await ask({ dueOn: "2026-12-11" });
    await turn();
    ports.clock.set("2026-11-26T16:00:00.000Z"); // 01:00 on the 27th in Japan
    await turn();
    expect(reminders()).toEqual([]);
    ports.clock.set("2026-11-26T23:00:00.000Z"); // 08:00
    await turn();
    expect(reminders().length).toBe(1);
  });

  it("is off, restarts and has a clock that jumps: never twice, never on a day off, never after the answer", async () => {
    const steps = fc.array(
      fc.record({ days: fc.integer({ min: -20, max: 40 }), runs: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 3, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 60 }), fc.nat(25), async (way, due, answerAt) => {
        await begin();
        const dueOn = addDays("2026-11-24", due);
        const requestId = await ask({ dueOn });
        await turn();
        let day = "2026-11-24";
        let isAnswered = false;
        for (const [at, { days, runs }] of way.entries()) {
          if (at === answerAt) {
            await happen(requestId, "submitted", "submitted");
            isAnswered = true;
          }
          const before = reminders().length;
          day = addDays(day, days);
          goTo(day);
          await Promise.all(Array.from({ length: runs }, turn));
          const written = reminders().length - before;
          expect(written).toBeLessThanOrEqual(
            isAnswered || !isWorkingDay(day) || day <= "2026-11-24" ? 0 : 1,
          );
        }
        expect(askings().length).toBe(1);
        expect(reminders().length).toBeLessThanOrEqual(defaultReminderDays.length);
        const onces = await ports.db.$client.execute("SELECT once FROM mail");
        expect(new Set(onces.rows.map((each) => each.once)).size).toBe(onces.rows.length);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the digest", () => {
  it("is off until an address is set", async () => {
    const requestId = await ask();
    await happen(requestId, "submitted", "submitted");
    await live("2026-12-31");
    expect(left.filter((each) => each.subject.includes("【分担】"))).toEqual([]);
  });

  it("comes at most once a working day, only with something new, and forgets nothing of a weekend", async () => {
    await setDigest();
    const requestId = await ask({ dueOn: "2026-12-11" });
    await live("2026-11-26");
    expect(digests()).toEqual([]);
    goTo("2026-11-28"); // Saturday
    await happen(requestId, "question", null);
    await happen(requestId, "question", null);
    await live("2026-12-09");
    expect(digests().map((each) => each.on)).toEqual(["2026-11-30"]);
    expect(digests()[0]?.body.match(/質問がありました：試験ベンダ株式会社/g)?.length).toBe(2);
    await live("2026-12-31");
    expect(digests().map((each) => each.on)).toEqual(["2026-11-30", "2026-12-14"]);
    expect(digests()[1]?.body).toContain("提出期限を過ぎました");
    expect(digests()[1]?.body).not.toContain("質問");
  });

  it("does not tell one hospital of another's requests", async () => {
    const { stranger } = hospital;
    const row = { id: ports.newId(), digestTo: "other@hospital.example", version: 0 };
    await saveSetting(ports.db, stranger, row);
    await happen(await ask(), "submitted", "submitted");
    await live("2026-12-10");
    expect(left.filter((each) => each.to === "other@hospital.example")).toEqual([]);
  });
});

it("reminds every one of many requests, and each on its own days", async () => {
  const { hospitalId, groupId } = hospital.editor;
  const owner = { hospitalId, groupId };
  const round = {
    id: ports.newId(),
    kind: "disclosure" as const,
    title: "一括",
    message: "",
    recurrence: "once" as const,
  };
  const createdAt = ports.now();
  await insertRound(ports.db, owner, { ...round, dueOn: "2026-12-11", reminderDays: "[-3]", createdAt });
  for (let at = 0; at < 30; at += 1) {
    const row = {
      id: ports.newId(),
      roundId: round.id,
      kind: round.kind,
      vendorId: contract.vendorId,
      contactId,
      catalogueRef: "in-house-product@1.0",
      dueOn: addDays("2026-12-11", at),
      state: "waiting" as const,
      createdAt,
    };
    await insertRequest(ports.db, owner, row, `test:${at}`);
  }
  await live("2027-02-01");
  expect(reminders().length).toBe(30);
  expect(reminders().every((each) => isWorkingDay(each.on))).toBe(true);
});
