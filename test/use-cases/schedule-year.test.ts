import { describe, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { addDays, dayInTokyo } from "~/domain/day";
import { done } from "~/domain/problem";
import { defaultReminderDays } from "~/domain/request";
import { runTurn } from "~/server/scheduler";
import { askVendors } from "~/use-cases/ask-vendors.server";
import type { OutgoingMail, Ports } from "~/use-cases/ports.server";
import { runDay } from "~/use-cases/schedule.server";
import { expectDone, migrationsFolder, testClock, testHospital } from "../support/ports";
import { contractWithSystem, register } from "../support/records";
import { asking, rawContact } from "../support/requests";

/** Days written by hand from the calendar of 2027, not by the program's own rule. */
const planned2027: Readonly<Record<string, readonly [string, string, string, string]>> = {
  "2026-12-31": ["2026-12-17", "2026-12-28", "2027-01-04", "2027-01-12"], // closed; +10 is a Sunday before 成人の日
  "2027-01-03": ["2026-12-21", "2026-12-28", "2027-01-06", "2027-01-13"], // −3 finds no open office until the due day
  "2027-01-04": ["2026-12-21", "2027-01-04", "2027-01-07", "2027-01-14"], // −3 is New Year's Day
  "2027-03-25": ["2027-03-11", "2027-03-23", "2027-03-29", "2027-04-05"], // −3 is 振替休日 after 春分の日 on a Sunday
  "2027-05-02": ["2027-04-19", "2027-04-30", "2027-05-06", "2027-05-12"], // 昭和の日; three holidays in a row
  "2027-08-14": ["2027-08-03", "2027-08-12", "2027-08-17", "2027-08-24"], // −14 fell on 08-02, when the machine was off
  "2027-09-20": ["2027-09-06", "2027-09-17", "2027-09-27", "2027-09-30"], // +3 is 秋分の日, then the machine was off
  "2027-10-14": ["2027-09-30", "2027-10-12", "2027-10-18", "2027-10-25"], // −3 is スポーツの日
  "2027-11-20": ["2027-11-08", "2027-11-17", "2027-11-24", "2027-11-30"], // +3 is 勤労感謝の日
};

describe("a year of two schedulers at once", { timeout: 600_000 }, () => {
  const failTest = (error: unknown) => {
    throw error;
  };
  const bothRun = (program: Ports) => Promise.all([runTurn(program, failTest), runTurn(program, failTest)]);

  it("restarted, stopped for a day, with a clock set back: exactly the planned letters, none twice", async () => {
    const hospital = await testHospital({ clock: testClock("2026-11-24T01:00:00.000Z") });
    const { clock } = hospital.ports;
    const left: OutgoingMail[] = [];
    const ports: Ports = {
      ...hospital.ports,
      baseUrl: "https://buntan.example.jp",
      // why: SMTP itself is tested in test/server/mail-end-to-end.test.ts; here mails are counted.
      sendMail: async (mail) => {
        left.push(mail);
        return done({ messageId: mail.messageId });
      },
    };
    const contract = await contractWithSystem(ports, hospital.editor);
    const contactId = await register(ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
    for (const dueOn of Object.keys(planned2027))
      expectDone(await askVendors(ports, hospital.editor, asking({ ...contract, contactId }, { dueOn })));
    const goTo = (day: string) => clock.set(`${day}T01:00:00.000Z`);
    /** The program anew on the same file: nothing of the one before is left but what it wrote. */
    const opened = async (): Promise<Ports> => ({
      ...ports,
      db: await openDb(hospital.ports.url, { migrationsFolder }),
    });
    let program = await opened();
    const restart = async () => {
      program.db.$client.close();
      program = await opened();
    };
    for (let day = "2026-11-24"; day <= "2027-12-31"; day = addDays(day, 1)) {
      goTo(day);
      if (day === "2027-08-02" || day === "2027-09-24") continue; // off
      if (day === "2027-03-23") {
        await runDay(program, hospital.editor, day); // written, and the power goes before anything is sent
        await restart();
      }
      await bothRun(program);
      if (day !== "2027-05-06") continue;
      for (const past of ["2027-04-19", "2027-01-04", "2027-05-03"]) {
        goTo(past);
        await bothRun(program);
      }
      await restart();
    }
    program.db.$client.close();
    const { rows } = await ports.db.$client.execute(
      "SELECT once, left_at FROM mail WHERE kind = 'reminder' AND state = 'sent'",
    );
    const went = rows.map(({ once, left_at }) => {
      const [, dueOn, offset] = /:(\d{4}-\d\d-\d\d):(-?\d+)$/.exec(String(once)) ?? [];
      return `${dueOn} ${offset}: ${dayInTokyo(String(left_at))}`;
    });
    const planned = Object.entries(planned2027).flatMap(([dueOn, days]) =>
      days.map((day, at) => `${dueOn} ${defaultReminderDays[at]}: ${day}`),
    );
    expect(went.sort()).toEqual(planned.sort());
    const count = (words: string) => left.filter((each) => each.subject.includes(words)).length;
    expect(count("提出期限のお知らせ")).toBe(planned.length);
    expect(count("ご提出のお願い")).toBe(Object.keys(planned2027).length);
    expect(left.length).toBe(planned.length + Object.keys(planned2027).length);
    expect(new Set(left.map((each) => each.messageId)).size).toBe(left.length);
  });
});
