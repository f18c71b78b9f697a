import { beforeEach, describe, expect, it } from "vitest";
import {
  eraseAccount,
  eraseContact,
  eraseOldMails,
  saveRetention,
  showPersonalData,
} from "~/use-cases/erase-person.server";
import { archiveRecord, reviseRecord } from "~/use-cases/registers.server";
import { verifyChain } from "../../db/audit-chain";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { register } from "../support/records";
import { rawContact } from "../support/requests";

let hospital: TestHospital;
beforeEach(async () => {
  hospital = await testHospital();
});

/** Every text of every table but the frozen papers' own bytes, as one string. */
async function everything(): Promise<string> {
  const { $client } = hospital.ports.db;
  const tables = await $client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const rows = [];
  for (const { name } of tables.rows) rows.push((await $client.execute(`SELECT * FROM "${name}"`)).rows);
  return JSON.stringify(rows);
}

async function contact(isArchived = true): Promise<string> {
  const { ports, editor } = hospital;
  const vendorId = await register(ports, editor, "vendor", { name: "消す会社" });
  const raw = {
    ...rawContact(vendorId),
    name: "山吹 ひとり",
    mail: "hitori@vendor.example",
    phone: "03-9999-1234",
  };
  const id = await register(ports, editor, "vendorContact", raw);
  const revised = { noun: "vendorContact", id, version: 1, raw: { ...raw, note: "左利き" } } as const;
  expectDone(await reviseRecord(ports, editor, revised));
  if (isArchived)
    expectDone(
      await archiveRecord(ports, editor, { noun: "vendorContact", id, version: 2, isArchived: true }),
    );
  return id;
}

const whole = async () => (await verifyChain(hospital.ports.db.$client)).isWhole;

describe("erasing a contact", () => {
  it("leaves no value of the person anywhere, the chain whole and an entry with the basis", async () => {
    const { ports, admin } = hospital;
    const contactId = await contact();
    const { $client } = ports.db;
    const hashes = await $client.execute(
      "SELECT change FROM audit WHERE noun = 'vendorContact' ORDER BY seq",
    );
    expect(await everything()).toContain("hitori@vendor.example");
    expectDone(await eraseContact(ports, admin, { contactId, reason: "本人の求め" }));
    const left = await everything();
    for (const value of ["山吹", "hitori@", "9999-1234", "左利き"]) expect(left, value).not.toContain(value);
    expect(left).toContain("消す会社");
    expect(await whole()).toBe(true);
    const after = await $client.execute(
      "SELECT verb, change FROM audit WHERE noun = 'vendorContact' ORDER BY seq",
    );
    expect(after.rows.slice(0, hashes.rows.length).map((row) => row.change)).toEqual(
      hashes.rows.map((row) => row.change),
    );
    expect(after.rows.at(-1)).toMatchObject({ verb: "erase", change: '{"basis":[null,"本人の求め"]}' });
    const salts = await $client.execute("SELECT count(*) AS n FROM personal_salt");
    expect(Number(salts.rows[0]?.n)).toBe(0);
    expect(codesOf(await eraseContact(ports, admin, { contactId, reason: "x" }))).toEqual(["person-erased"]);
  });

  it("is refused while the contact is in use, without reason before its time, and to everybody else", async () => {
    const { ports, admin, editor, stranger } = hospital;
    const inUse = await contact(false);
    expect(codesOf(await eraseContact(ports, admin, { contactId: inUse, reason: "x" }))).toEqual([
      "person-still-in",
    ]);
    const contactId = await contact();
    const erase = (reason: string, scope = admin) => eraseContact(ports, scope, { contactId, reason });
    expect(codesOf(await erase(""))).toEqual(["retention-not-over"]);
    expect(codesOf(await erase("x", editor))).toEqual(["forbidden"]);
    expect(codesOf(await erase("x", stranger))).toEqual(["not-found"]);
    expect(await everything()).toContain("山吹");
  });

  it("needs no reason once the hospital's time is over; the rule's basis is recorded", async () => {
    const { ports, admin } = hospital;
    const contactId = await contact();
    const rule = { kind: "contact", years: "５", basis: "文書管理規程 第8条", version: 0 };
    expectDone(await saveRetention(ports, admin, rule));
    ports.clock.set("2031-11-23T01:00:00.000Z");
    expect(codesOf(await eraseContact(ports, admin, { contactId, reason: "" }))).toEqual([
      "retention-not-over",
    ]);
    expect(expectDone(await showPersonalData(ports, admin)).contacts).toMatchObject([{ isOver: false }]);
    ports.clock.set("2031-11-24T01:00:00.000Z");
    expect(expectDone(await showPersonalData(ports, admin)).contacts).toMatchObject([{ isOver: true }]);
    expectDone(await eraseContact(ports, admin, { contactId, reason: "" }));
    expect(await everything()).toContain("文書管理規程 第8条");
    expect(await whole()).toBe(true);
  });
});

describe("erasing an account", () => {
  it("ends every way in, leaves no name and the chain whole; what the person did stays", async () => {
    const { ports, admin, editor } = hospital;
    await register(ports, editor, "vendor", { name: "残る会社" });
    const accountId = editor.accountId ?? "";
    const kept = await ports.db.$client.execute({
      sql: "SELECT name, sign_in_name FROM account WHERE id = ?",
      args: [accountId],
    });
    const values = [String(kept.rows[0]?.name), String(kept.rows[0]?.sign_in_name)];
    expect(codesOf(await eraseAccount(ports, admin, { accountId, reason: "" }))).toEqual([
      "retention-not-over",
    ]);
    expectDone(await eraseAccount(ports, admin, { accountId, reason: "退職" }));
    const left = await everything();
    for (const value of values) expect(left, value).not.toContain(`"${value}"`);
    const { rows } = await ports.db.$client.execute({
      sql: "SELECT (SELECT count(*) FROM audit WHERE account_id = ?1) AS did, (SELECT count(*) FROM session WHERE account_id = ?1) AS sessions, (SELECT disabled_at FROM account WHERE id = ?1) AS disabled",
      args: [accountId],
    });
    expect(Number(rows[0]?.did)).toBeGreaterThan(0);
    expect([Number(rows[0]?.sessions), rows[0]?.disabled]).toEqual([0, ports.now()]);
    expect(await whole()).toBe(true);
    expect(codesOf(await eraseAccount(ports, admin, { accountId, reason: "退職" }))).toEqual([
      "person-erased",
    ]);
  });

  it("never oneself or an administrator, and nobody of another hospital", async () => {
    const { ports, admin, stranger, viewer } = hospital;
    const erase = (accountId: string | null, scope = admin) =>
      eraseAccount(ports, scope, { accountId: accountId ?? "", reason: "x" });
    expect(codesOf(await erase(admin.accountId))).toEqual(["person-still-in"]);
    expect(codesOf(await erase(viewer.accountId, stranger))).toEqual(["not-found"]);
    expect(codesOf(await erase(admin.accountId, viewer))).toEqual(["forbidden"]);
  });
});

describe("the time data is kept", () => {
  it("is set with its basis, and a page that is older than the rule is told so", async () => {
    const { ports, admin } = hospital;
    const rule = { kind: "mail", years: "3", basis: "規程", version: 0 };
    const codes = async (change: object) =>
      codesOf(await saveRetention(ports, admin, { ...rule, ...change }));
    expect(await codes({ kind: "all" })).toEqual(["field-not-an-option"]);
    for (const years of ["", "0", "51", "1.5", "x"])
      expect(await codes({ years }), years).toEqual(["field-not-a-number"]);
    expect(await codes({ basis: " " })).toEqual(["field-required"]);
    expectDone(await saveRetention(ports, admin, rule));
    expect(await codes({})).toEqual(["changed-meanwhile"]);
    expectDone(await saveRetention(ports, admin, { ...rule, years: "4", version: 1 }));
  });

  it("lets the text of old mails go and keeps that they were sent", async () => {
    const { ports, admin } = hospital;
    expect(codesOf(await eraseOldMails(ports, admin))).toEqual(["retention-not-over"]);
    const insert = (id: string, leftAt: string, state: string) =>
      ports.db.$client.execute({
        sql: "INSERT INTO mail (id, hospital_id, kind, subject, body, once, state, created_at, not_before, left_at) VALUES (?, ?, 'digest', '件名', '山吹様', ?, ?, ?, ?, ?)",
        args: [id, admin.hospitalId, id, state, leftAt, leftAt, leftAt],
      });
    await insert("old", "2023-11-20T00:00:00.000Z", "sent");
    await insert("waiting", "2023-11-20T00:00:00.000Z", "waiting");
    await insert("new", "2026-11-20T00:00:00.000Z", "sent");
    expectDone(await saveRetention(ports, admin, { kind: "mail", years: "3", basis: "規程", version: 0 }));
    expect(expectDone(await showPersonalData(ports, admin)).oldMails).toBe(1);
    expect(expectDone(await eraseOldMails(ports, admin))).toEqual({ erased: 1 });
    const { rows } = await ports.db.$client.execute("SELECT id, body FROM mail ORDER BY id");
    expect(rows.map((row) => [row.id, row.body])).toEqual([
      ["new", "山吹様"],
      ["old", ""],
      ["waiting", "山吹様"],
    ]);
  });
});
