import type { Client } from "@libsql/client";
import { beforeAll, expect, it } from "vitest";
import { type Db, openDb } from "#db/client.server";
import { jointEntries } from "#db/queries/joints.server";
import { jointsOn } from "~/domain/joint";
import type { Scope } from "~/domain/scope";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-11-01T00:00:00.000Z";
const scope: Scope = { groupId: "g", hospitalId: "h", accountId: null, role: "admin", via: "web" };
/** Migrations of a program whose joints had no past. */
const BEFORE = 20;
const id = (no: number) => `01999999-0000-7000-8000-0000000000${no}`;

type Row = Record<string, string | number | null>;
const insert = (client: Client, table: string, row: Row) =>
  client.execute({
    sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?")})`,
    args: Object.values(row),
  });

async function audit(client: Client, seq: number, verb: string, record: string, change: unknown = {}) {
  await insert(client, "audit", {
    ...{ seq, hospital_id: "h", account_id: "a", via: "web", verb, noun: "systemJoint" },
    // 00:30 of the next day in Tokyo: the day of an end is the one in Tokyo.
    recorded_at: `2026-11-${String(seq).padStart(2, "0")}T15:30:00.000Z`,
    ...{ record_id: record, change: JSON.stringify(change) },
  });
}

async function joint(client: Client, no: number, more: Row) {
  const ends = { first_system_id: "s1", second_system_id: "s2" };
  const said = { what: "いまの内容", party: "hospital", third_party_name: "", emergency_party: "hospital" };
  const own = { id: id(no), hospital_id: "h", created_at: AT, note: "" };
  await insert(client, "system_joint", { ...own, ...ends, ...said, ...more });
}

async function fill(client: Client): Promise<void> {
  await insert(client, "hospital_group", { id: "g", name: "群", created_at: AT });
  await insert(client, "hospital", { id: "h", group_id: "g", name: "病院", created_at: AT });
  const signIn = { sign_in_name: "a", name: "担当", password_hash: "x", salt: "x" };
  await insert(client, "account", { id: "a", group_id: "g", ...signIn, created_at: AT });
  const owner = { group_id: "g", created_at: AT };
  await insert(client, "vendor", { id: "v", name: "社", ...owner });
  await insert(client, "product", { id: "p", vendor_id: "v", name: "品", kind: "product", ...owner });
  await insert(client, "product_version", { id: "pv", product_id: "p", label: "1", ...owner });
  const system = { product_version_id: "pv", category: "record", form: "cloud", criticality: "low" };
  for (const key of ["s1", "s2"])
    await insert(client, "system", { id: key, hospital_id: "h", name: key, ...system, created_at: AT });
  await joint(client, 11, { version: 3 });
  await audit(client, 1, "register", id(11), { what: [null, "はじめ"], party: [null, "undecided"] });
  await audit(client, 2, "revise", id(11), { what: ["はじめ", "二つ目"] });
  await audit(client, 3, "revise", id(11), {
    what: ["二つ目", "いまの内容"],
    party: ["undecided", "hospital"],
  });
  await joint(client, 12, { archived_at: AT });
  await audit(client, 4, "register", id(12));
  await audit(client, 5, "archive", id(12));
  await joint(client, 13, {});
}

let db: Db;
beforeAll(async () => {
  const { url, client } = await releasedDatabase(BEFORE);
  await fill(client);
  client.close();
  db = await openDb(url, { migrationsFolder });
});

it("every time a joint was recorded is an entry in the place of the one before, with what it said then", async () => {
  const entries = await jointEntries(db, scope, { jointId: id(11) });
  const said = entries.map((each) => [each.recordedSeq, each.origin, each.what, each.party, each.recordedBy]);
  expect(said).toEqual([
    [1, "first", "はじめ", "undecided", "担当"],
    [2, "first", "二つ目", "undecided", "担当"],
    [3, "first", "いまの内容", "hospital", "担当"],
  ]);
  expect(entries.map((each) => each.supersedes)).toEqual([null, entries[0]?.id, entries[1]?.id]);
  for (const each of entries)
    expect(each.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("what was known by then stays what was known by then, put away is over from its day in Tokyo", async () => {
  const all = await jointEntries(db, scope);
  const of = (day: string, knownSeq: number) =>
    jointsOn(all, day, knownSeq).map((each) => [each.id, each.what].join(" "));
  expect(of("2020-01-01", 1)).toEqual([`${id(13)} いまの内容`, `${id(11)} はじめ`]);
  expect(of("2026-11-05", 99)).toEqual([
    `${id(13)} いまの内容`,
    `${id(11)} いまの内容`,
    `${id(12)} いまの内容`,
  ]);
  expect(of("2026-11-06", 99)).toEqual([`${id(13)} いまの内容`, `${id(11)} いまの内容`]);
});

it("the joints themselves keep their versions, and nothing dangles", async () => {
  const { rows } = await db.$client.execute("SELECT id, version FROM system_joint ORDER BY id");
  expect(rows.map((each) => [each.id, each.version])).toEqual([
    [id(11), 3],
    [id(12), 1],
    [id(13), 1],
  ]);
  const dangling = await db.$client.execute("SELECT count(*) AS n FROM pragma_foreign_key_check()");
  expect(Number(dangling.rows[0]?.n)).toBe(0);
});
