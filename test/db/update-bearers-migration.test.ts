import type { Client } from "@libsql/client";
import { beforeAll, expect, it } from "vitest";
import { type Db, openDb } from "#db/client.server";
import { serversInUse } from "#db/queries/servers.server";
import { updateEntries } from "#db/queries/update-bearers.server";
import { BEGINNING } from "~/domain/contract-terms";
import type { Scope } from "~/domain/scope";
import { updatesOn } from "~/domain/update-bearer";
import { migrationsFolder } from "../support/ports";
import { releasedDatabase } from "../support/released";

const AT = "2026-11-01T00:00:00.000Z";
const scope: Scope = { groupId: "g", hospitalId: "h", accountId: null, role: "admin", via: "web" };
/** Migrations of a program whose servers had no past. */
const BEFORE = 23;
const id = (no: number) => `01999999-0000-7000-8000-0000000000${no}`;
const momentOf = (seq: number) => `2026-11-${String(seq).padStart(2, "0")}T15:30:00.000Z`;

type Row = Record<string, string | number | null>;
const insert = (client: Client, table: string, row: Row) =>
  client.execute({
    sql: `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${Object.keys(row).map(() => "?")})`,
    args: Object.values(row),
  });

async function audit(client: Client, seq: number, verb: string, more: Row & { record_id: string }) {
  await insert(client, "audit", {
    ...{ seq, hospital_id: "h", account_id: "a", via: "web", verb, noun: "server", change: "{}" },
    ...{ recorded_at: momentOf(seq), ...more },
  });
}
const said = (change: unknown) => ({ change: JSON.stringify(change) });

async function server(client: Client, no: number, more: Row) {
  const own = { id: id(no), hospital_id: "h", system_id: "s", name: `SV-${no}`, kind: "pc", created_at: AT };
  await insert(client, "server", { ...own, security_update_bearer: "unclear", ...more });
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
  await insert(client, "system", { id: "s", hospital_id: "h", name: "系", ...system, created_at: AT });
  const last = { security_update_bearer: "vendor", security_update_clause: "第8条", update_clause_key: "k2" };
  await server(client, 11, { ...last, version: 6 });
  await audit(client, 1, "register", { record_id: id(11) });
  const typed = { securityUpdateBearer: ["unclear", "hospital"], securityUpdateClause: ["", "第8条"] };
  await audit(client, 2, "revise", { record_id: id(11), ...said(typed) });
  await audit(client, 3, "revise", { record_id: id(11), ...said({ os: ["", "OS"] }) });
  const settled = { securityUpdateBearer: ["hospital", "vendor"], updateClauseKey: [null, "k1"] };
  await audit(client, 4, "settle-updates", { record_id: id(11), ...said(settled) });
  const again = { updateClauseKey: [null, "k2"] };
  await audit(client, 5, "settle-updates", { record_id: id(11), ...said(again) });
  await fillImport(client);
  await server(client, 13, { security_update_bearer: "hospital", created_at: momentOf(6) });
}

/** A server that an import wrote has no line of its own in the log. */
async function fillImport(client: Client): Promise<void> {
  const { rows } = await client.execute(
    "SELECT name, type, \"notnull\" AS needed FROM pragma_table_info('import_batch')",
  );
  const batch: Row = {};
  for (const { name, type, needed } of rows)
    if (Number(needed) === 1) batch[String(name)] = type === "INTEGER" ? 0 : "{}";
  const head = { id: "b", hospital_id: "h", state: "done", created_at: AT };
  await client.execute("PRAGMA foreign_keys = OFF");
  await insert(client, "import_batch", { ...batch, ...head });
  const made = { hospital_id: "h", batch_id: "b", ordinal: 0, row: 1, noun: "server", record_id: id(12) };
  await insert(client, "import_made", { ...made });
  await client.execute("PRAGMA foreign_keys = ON");
  await server(client, 12, { created_at: momentOf(7) });
  const rowsWritten = { noun: "importBatch", record_id: "b" };
  await audit(client, 6, "import-rows", rowsWritten);
  await audit(client, 7, "import-rows", rowsWritten);
}

let db: Db;
beforeAll(async () => {
  const { url, client } = await releasedDatabase(BEFORE);
  await fill(client);
  client.close();
  db = await openDb(url, { migrationsFolder });
});

it("every time bearer or clause was recorded is an entry in the place of the one before, with what it said then", async () => {
  const entries = await updateEntries(db, scope, { serverId: id(11) });
  const told = entries.map((each) => [each.recordedSeq, each.bearer, each.typedClause, each.clauseKey]);
  expect(told).toEqual([
    [1, "unclear", "", null],
    [2, "hospital", "第8条", null],
    [4, "vendor", "第8条", "k1"],
    [5, "vendor", "第8条", "k2"],
  ]);
  expect(entries.map((each) => each.supersedes)).toEqual([
    null,
    ...entries.slice(0, -1).map(({ id: own }) => own),
  ]);
  expect(entries.map((each) => each.recordedBy)).toEqual(["担当", "担当", "担当", "担当"]);
  expect(new Set(entries.map((each) => each.effectiveFrom))).toEqual(new Set([BEGINNING]));
  for (const each of entries)
    expect(each.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("what was known by then stays what was known by then, from a beginning nobody knows", async () => {
  const entries = await updateEntries(db, scope, { serverId: id(11) });
  const of = (knownSeq: number) => updatesOn(entries, "1990-01-01", knownSeq)?.bearer ?? null;
  expect([0, 1, 2, 3, 4, 99].map(of)).toEqual([null, "unclear", "hospital", "hospital", "vendor", "vendor"]);
});

it("a server of an import is known since its transaction, one without a trace since the one before its moment", async () => {
  const first = async (no: number) => (await updateEntries(db, scope, { serverId: id(no) }))[0];
  expect(await first(12)).toMatchObject({ recordedSeq: 7, recordedBy: "担当", bearer: "unclear" });
  expect(await first(13)).toMatchObject({ recordedSeq: 6, recordedBy: null, bearer: "hospital" });
});

it("today says what the rows said, and the servers themselves keep their versions", async () => {
  const servers = await serversInUse(db, scope, "2026-12-01");
  expect(
    servers.map((each) => [each.id, each.bearer, each.typedClause, each.clauseKey, each.version]),
  ).toEqual([
    [id(11), "vendor", "第8条", "k2", 6],
    [id(12), "unclear", "", null, 1],
    [id(13), "hospital", "", null, 1],
  ]);
  const dangling = await db.$client.execute("SELECT count(*) AS n FROM pragma_foreign_key_check('server')");
  expect(Number(dangling.rows[0]?.n)).toBe(0);
});
