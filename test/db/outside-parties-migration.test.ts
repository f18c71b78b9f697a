import type { Client } from "@libsql/client";
import { beforeAll, expect, it } from "vitest";
import { type Db, openDb } from "#db/client.server";
import { connectionEntries } from "#db/queries/connection-entries.server";
import { subcontractorEntries } from "#db/queries/subcontractor-entries.server";
import { connectionsOn } from "~/domain/connection-entry";
import type { Scope } from "~/domain/scope";
import { subcontractorsOn } from "~/domain/subcontractor-entry";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-11-01T00:00:00.000Z";
const scope: Scope = { groupId: "g", hospitalId: "h", accountId: null, role: "admin", via: "web" };
/** Migrations of a program that knew no entries of subcontractors and connections. */
const BEFORE = 16;
const id = (no: number) => `01999999-0000-7000-8000-0000000000${no}`;

type Row = Record<string, string | number | null>;
const insert = (client: Client, table: string, row: Row) =>
  client.execute({
    sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?")})`,
    args: Object.values(row),
  });

const audit = (
  client: Client,
  seq: number,
  noun: string,
  verb: string,
  record: string,
  change: unknown = {},
) =>
  insert(client, "audit", {
    seq,
    hospital_id: "h",
    // 23:30 in Tokyo is half past two in London: the day of an end is the one in Tokyo.
    recorded_at: `2026-11-${String(seq).padStart(2, "0")}T14:30:00.000Z`,
    account_id: "a",
    via: "web",
    verb,
    noun,
    record_id: record,
    change: JSON.stringify(change),
  });

async function fillRegister(client: Client): Promise<void> {
  await insert(client, "hospital_group", { id: "g", name: "群", created_at: AT });
  await insert(client, "hospital", { id: "h", group_id: "g", name: "病院", created_at: AT });
  const signIn = { sign_in_name: "a", name: "担当", password_hash: "x", salt: "x" };
  await insert(client, "account", { id: "a", group_id: "g", ...signIn, created_at: AT });
  await insert(client, "vendor", { id: "v", group_id: "g", name: "社", created_at: AT });
  await insert(client, "product", {
    id: "p",
    group_id: "g",
    vendor_id: "v",
    name: "製品",
    kind: "product",
    created_at: AT,
  });
  await insert(client, "product_version", {
    id: "pv",
    group_id: "g",
    product_id: "p",
    label: "1",
    created_at: AT,
  });
  const system = {
    name: "系",
    product_version_id: "pv",
    category: "record",
    form: "cloud",
    criticality: "low",
  };
  await insert(client, "system", { id: "s", hospital_id: "h", ...system, created_at: AT });
  const contract = { number: "K-1", title: "題", kind: "maintenance", renewal: "none" };
  const labels = { hospital_label: "甲", vendor_label: "乙" };
  await insert(client, "contract", {
    id: "k",
    hospital_id: "h",
    vendor_id: "v",
    ...contract,
    ...labels,
    created_at: AT,
  });
}

const subcontractor = (client: Client, no: number, more: Row) =>
  insert(client, "subcontractor", {
    id: id(no),
    hospital_id: "h",
    contract_id: "k",
    name: `社${no}`,
    work: "いまの作業",
    data_contact: "none",
    same_duty: "yes",
    created_at: AT,
    ...more,
  });

const connection = (client: Client, no: number, more: Row) =>
  insert(client, "connection", {
    id: id(no),
    hospital_id: "h",
    system_id: "s",
    name: `接続${no}`,
    purpose: "remote-maintenance",
    method: "ip-vpn",
    opening: "always",
    patch_bearer: "vendor",
    accounts: "individual",
    second_factor: "in-use",
    source_limit: "limited",
    basis: '[{"field":"method"}]',
    created_at: AT,
    ...more,
  });

let db: Db;
let client: Client;

// 11: registered, its work and certificates changed twice. 12: works below 11, put away and taken back and changed.
// 13: put away. 14: no trace of who registered it. 21: confirmed, changed, confirmed again. 22: put away.
beforeAll(async () => {
  const released = await releasedDatabase(BEFORE);
  const old = released.client;
  await fillRegister(old);
  const certificates = JSON.stringify([{ name: "ISMS", number: "1", expiresOn: "2027-01-01" }]);
  await subcontractor(old, 11, { used_from: "2025-04-01", certificates });
  await subcontractor(old, 12, { parent_id: id(11) });
  await subcontractor(old, 13, { archived_at: "2026-11-09T14:30:00.000Z" });
  await subcontractor(old, 14, {});
  await connection(old, 21, { device: "装置3", confirmed_on: "2026-11-12", confirmed_by: "a" });
  await connection(old, 22, { archived_at: "2026-11-14T15:30:00.000Z" });
  await audit(old, 1, "subcontractor", "register", id(11));
  await audit(old, 2, "subcontractor", "register", id(12));
  await audit(old, 3, "subcontractor", "revise", id(11), {
    work: ["はじめの作業", "二つ目の作業"],
    certificates: [[], []],
  });
  await audit(old, 4, "subcontractor", "revise", id(11), { work: ["二つ目の作業", "いまの作業"] });
  await audit(old, 5, "subcontractor", "archive", id(12));
  await audit(old, 6, "subcontractor", "restore", id(12));
  await audit(old, 7, "subcontractor", "revise", id(12), { work: ["前の作業", "いまの作業"] });
  await audit(old, 8, "subcontractor", "register", id(13));
  await audit(old, 9, "subcontractor", "archive", id(13));
  await audit(old, 10, "connection", "register", id(21));
  await audit(old, 11, "connection", "revise", id(21), {
    device: ["装置1", "装置2"],
    confirmedOn: ["2026-11-10", null],
  });
  await audit(old, 12, "connection", "revise", id(21), {
    device: ["装置2", "装置3"],
    confirmedOn: [null, "2026-11-12"],
  });
  await audit(old, 13, "connection", "register", id(22));
  await audit(old, 14, "connection", "archive", id(22));
  old.close();
  db = await openDb(released.url, { migrationsFolder });
  client = db.$client;
});

const then = async (day: string, seq: number) =>
  subcontractorsOn(await subcontractorEntries(db, scope), day, seq)
    .map(({ name, work, parentId, use }) => ({ name, work, parentId, use }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
const NOW = 99;

it("says of every record what was known of it then, from its first day on", async () => {
  const works = async (seq: number) =>
    (await then("2026-06-01", seq)).map((each) => `${each.name} ${each.work}`);
  expect(await works(1)).toEqual(["社11 はじめの作業", "社14 いまの作業"]);
  expect(await works(3)).toEqual(["社11 二つ目の作業", "社12 前の作業", "社14 いまの作業"]);
  expect(await works(NOW)).toEqual([
    "社11 いまの作業",
    "社12 前の作業",
    "社13 いまの作業",
    "社14 いまの作業",
  ]);
  expect((await then("2025-03-31", NOW)).map((each) => each.name)).not.toContain("社11");
  const entries = await subcontractorEntries(db, scope);
  const first = entries.filter((each) => each.subcontractorId === id(11));
  expect(first.map((each) => [each.effectiveFrom, each.origin, each.certificates.length])).toEqual([
    ["2025-04-01", "first", 0],
    ["2025-04-01", "first", 1],
    ["2025-04-01", "first", 1],
  ]);
  expect(first.map((each) => each.supersedes)).toEqual([null, first[0]?.id, first[1]?.id]);
  expect(first.at(-1)).toMatchObject({ recordedBy: "担当", recordedSeq: 4 });
  expect(new Set(entries.map((each) => each.id)).size).toBe(entries.length);
});

it("put away = over from that day in Tokyo; taken back = it never was", async () => {
  const names = async (day: string, seq: number) => (await then(day, seq)).map((each) => each.name);
  expect(await names("2026-11-08", NOW)).toContain("社13");
  expect(await names("2026-11-09", NOW)).not.toContain("社13");
  expect(await names("2026-11-09", 8)).toContain("社13");
  expect(await names("2026-11-05", 5)).not.toContain("社12");
  expect(await names("2026-11-05", 6)).toContain("社12");
  expect((await then("2026-11-20", NOW)).find((each) => each.name === "社12")).toMatchObject({
    work: "いまの作業",
    parentId: id(11),
    use: "in-use",
  });
});

it("connections likewise, with who confirmed and by which answers", async () => {
  const entries = await connectionEntries(db, scope);
  const at = (day: string, seq: number) => connectionsOn(entries, day, seq).map((each) => each.name);
  expect(at("2026-11-13", NOW)).toEqual(["接続21", "接続22"]);
  expect(at("2026-11-14", NOW)).toEqual(["接続21"]);
  const own = entries.filter((each) => each.connectionId === id(21));
  expect(own.map((each) => [each.device, each.confirmedOn, each.confirmedBy, each.basis])).toEqual([
    ["装置1", "2026-11-10", "a", "[]"],
    ["装置2", null, null, "[]"],
    ["装置3", "2026-11-12", "a", '[{"field":"method"}]'],
  ]);
});

it("rows point at what they repeat, nothing dangles, and entries are frozen", async () => {
  const rows = async (sql: string) => (await client.execute(sql)).rows.map((row) => ({ ...row }));
  for (const table of ["subcontractor", "connection"]) {
    const missing = `SELECT t.id FROM ${table} t LEFT JOIN ${table}_entry e ON e.id = t.entry_id
      WHERE e.id IS NULL OR e.name <> t.name OR (e.origin = 'end') <> (t.archived_at IS NOT NULL)`;
    expect(await rows(missing)).toEqual([]);
    await expect(client.execute(`UPDATE ${table}_entry SET name = 'x'`)).rejects.toThrow(/frozen/);
  }
  expect(await rows("PRAGMA foreign_key_check")).toEqual([]);
  expect(await rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
});
