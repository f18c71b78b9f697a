import type { Client } from "@libsql/client";
import { beforeAll, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-11-01T00:00:00.000Z";
type Row = Record<string, string | number | null>;
const insert = (client: Client, table: string, row: Row) =>
  client.execute({
    sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?")})`,
    args: Object.values(row),
  });

let client: Client;

// A database of the last release with a round, a request and what hangs on it: the two tables are rebuilt, because
// SQLite cannot change a check, and nothing that refers to them may be lost.
beforeAll(async () => {
  const released = await releasedDatabase();
  const old = released.client;
  await insert(old, "hospital_group", { id: "g", name: "組", created_at: AT });
  await insert(old, "hospital", { id: "h", group_id: "g", name: "病院", created_at: AT });
  await insert(old, "vendor", { id: "v", group_id: "g", name: "社", created_at: AT });
  const contact = { id: "c", group_id: "g", vendor_id: "v", name: "人", role: "sales", hours: "day" };
  await insert(old, "vendor_contact", { ...contact, created_at: AT });
  await insert(old, "request_round", {
    id: "r",
    hospital_id: "h",
    kind: "checklist",
    title: "題",
    message: "",
    recurrence: "once",
    due_on: "2026-12-01",
    reminder_days: "[]",
    created_at: AT,
  });
  await insert(old, "request", {
    id: "q",
    hospital_id: "h",
    round_id: "r",
    kind: "checklist",
    vendor_id: "v",
    contact_id: "c",
    catalogue_ref: "x@1",
    due_on: "2026-12-01",
    state: "waiting",
    created_at: AT,
  });
  await insert(old, "request_event", {
    id: "e",
    hospital_id: "h",
    request_id: "q",
    kind: "asked",
    channel: "web",
    happened_on: "2026-11-01",
    recorded_seq: 1,
    recorded_at: AT,
  });
  old.close();
  client = (await openDb(released.url, { migrationsFolder })).$client;
});

it("keeps rounds, requests and what refers to them", async () => {
  const rows = async (sql: string) => (await client.execute(sql)).rows.map((row) => ({ ...row }));
  expect(await rows("SELECT id, kind, title FROM request_round")).toEqual([
    { id: "r", kind: "checklist", title: "題" },
  ]);
  expect(await rows("SELECT id, round_id, state FROM request")).toEqual([
    { id: "q", round_id: "r", state: "waiting" },
  ]);
  expect(await rows("SELECT id, request_id FROM request_event")).toEqual([{ id: "e", request_id: "q" }]);
  expect(await rows("PRAGMA foreign_key_check")).toEqual([]);
  expect(await rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
});

it("knows promises from now on, still refuses unknown kinds and dangling references", async () => {
  await client.execute("UPDATE request_round SET kind = 'promise'");
  await client.execute("UPDATE request SET kind = 'promise'");
  await expect(client.execute("UPDATE request SET kind = 'wish'")).rejects.toThrow(/CHECK/);
  await expect(client.execute("UPDATE request SET round_id = 'none'")).rejects.toThrow(/FOREIGN KEY/);
  await expect(client.execute("DELETE FROM request_event")).rejects.toThrow(/frozen/);
});
