import { expect, it } from "vitest";
import { findSetting } from "#db/queries/mail.server";
import { done } from "~/domain/problem";
import { auditHead, saveAuditHeadTo } from "~/use-cases/audit-head.server";
import { deliverMails } from "~/use-cases/deliver.server";
import type { OutgoingMail } from "~/use-cases/ports.server";
import { runDay } from "~/use-cases/schedule.server";
import { verifyChain } from "../../db/audit-chain";
import { codesOf, expectDone, testHospital } from "../support/ports";
import { register } from "../support/records";

async function place() {
  const { ports, admin, editor } = await testHospital();
  const left: OutgoingMail[] = [];
  // why: stands for the mail server, which test/server/mail-end-to-end.test.ts tries.
  ports.sendMail = async (mail) => {
    left.push(mail);
    return done({ messageId: mail.messageId });
  };
  const day = async (today: string) => {
    ports.clock.set(`${today}T01:00:00.000Z`);
    await runDay(ports, editor, today);
    await deliverMails(ports, editor);
  };
  return { ports, admin, editor, left, day };
}

it("goes nowhere until an address is set, and then once a day with the newest entry of that moment", async () => {
  const { ports, admin, editor, left, day } = await place();
  await day("2026-11-25");
  expect(left).toEqual([]);
  expectDone(await saveAuditHeadTo(ports, admin, { auditHeadTo: " hikae@other.example ", version: 0 }));
  await register(ports, editor, "vendor", { name: "一社" });
  const told = await auditHead(ports);
  await day("2026-11-28"); // a Saturday: the log is told of on every day
  await day("2026-11-28");
  expect(left.map((each) => each.to)).toEqual(["hikae@other.example"]);
  const [, seq, hash] = /--head (\d+):([0-9a-f]{64})/.exec(left[0]?.body ?? "") ?? [];
  expect([Number(seq), hash]).toEqual([told?.seq, told?.hash]);
  const kept = { seq: Number(seq), hash: String(hash) };
  expect(await verifyChain(ports.db.$client, { told: kept })).toMatchObject({ isWhole: true });
  await day("2026-11-29");
  expect(left).toHaveLength(2);
  expect(left[1]?.body).not.toContain(hash);
});

it("refuses what is no address, and a page that is older than the setting", async () => {
  const { ports, admin } = await place();
  const save = (auditHeadTo: string, version: number) =>
    saveAuditHeadTo(ports, admin, { auditHeadTo, version });
  expect(codesOf(await save("a@b, c@d", 0))).toEqual(["field-not-a-mail"]);
  expectDone(await save("a@b.example", 0));
  expect(codesOf(await save("x@b.example", 0))).toEqual(["changed-meanwhile"]);
  expectDone(await save("", 1));
  expect(await findSetting(ports.db, admin)).toMatchObject({ auditHeadTo: "", digestTo: "" });
});
