import type { Client } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { openDb } from "#db/client.server";
import { chainHead, verifyChain } from "../../db/audit-chain";
import { migrationsFolder, testHospital } from "../support/ports";
import { register } from "../support/records";
import { releasedDatabase } from "../support/released";

/** A database with a few entries of both hospitals, whose guards somebody with the file in hand has removed. */
async function unguarded() {
  const { ports, editor } = await testHospital();
  for (const name of ["一社", "二社", "三社", "四社"]) await register(ports, editor, "vendor", { name });
  const client = ports.db.$client;
  for (const guard of ["update", "delete", "replace"]) await client.execute(`DROP TRIGGER audit_no_${guard}`);
  return { ports, editor, client, url: ports.url };
}

const columns = async (client: Client) =>
  (await client.execute("SELECT name FROM pragma_table_info('audit')")).rows.map((row) => String(row.name));
const found = async (client: Client) => (await verifyChain(client)).breaks;

describe("the chain of the audit log", () => {
  it("is whole after every kind of writing, counts every entry and ends at the newest", async () => {
    const { ports, client } = await unguarded();
    const check = await verifyChain(client);
    expect(check).toMatchObject({ isWhole: true, breaks: [] });
    const { rows } = await client.execute("SELECT max(seq) AS last, count(*) AS n FROM audit");
    expect(check.entries).toBe(Number(rows[0]?.n));
    expect(check.head).toEqual(await chainHead(client));
    expect(check.head?.seq).toBe(Number(rows[0]?.last));
    expect(check.head?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(ports.queries.count).toBeGreaterThan(0);
  });

  it("a change of any field of any entry names that entry", async () => {
    const { client } = await unguarded();
    const seqs = (await client.execute("SELECT seq FROM audit ORDER BY seq")).rows.map((row) =>
      Number(row.seq),
    );
    for (const column of (await columns(client)).filter((name) => name !== "seq")) {
      for (const seq of seqs) {
        const kept = (await client.execute({ sql: "SELECT * FROM audit WHERE seq = ?", args: [seq] }))
          .rows[0];
        await client.execute({ sql: `UPDATE audit SET ${column} = 'forged' WHERE seq = ?`, args: [seq] });
        // a forged hash breaks its own entry and the one that is chained to it
        const named = column === "hash" ? [seq, seq + 1].filter((each) => each <= seqs.length) : [seq];
        expect(await found(client), `${column} of ${seq}`).toEqual(
          named.map((each) => ({ kind: "changed", seq: each, to: each })),
        );
        const back = kept?.[column] ?? null;
        await client.execute({ sql: `UPDATE audit SET ${column} = ? WHERE seq = ?`, args: [back, seq] });
      }
    }
    expect(await found(client)).toEqual([]);
  });

  it("an entry that was made up to fit its own hash breaks the next one", async () => {
    const { client } = await unguarded();
    const { hashOfEntry } = await import("../../db/audit-chain");
    const rows = (await client.execute("SELECT * FROM audit WHERE seq IN (2, 3) ORDER BY seq")).rows;
    const [before, forged] = rows;
    const hash = hashOfEntry(String(before?.hash), {
      seq: 3,
      hospitalId: String(forged?.hospital_id),
      recordedAt: String(forged?.recorded_at),
      accountId: forged?.account_id === null ? null : String(forged?.account_id),
      via: String(forged?.via),
      address: "",
      verb: "forged",
      noun: String(forged?.noun),
      recordId: String(forged?.record_id),
      change: String(forged?.change),
    });
    await client.execute({ sql: "UPDATE audit SET verb = 'forged', hash = ? WHERE seq = 3", args: [hash] });
    expect(await found(client)).toEqual([{ kind: "changed", seq: 4, to: 4 }]);
  });

  it("deleted entries are named, in the middle and at the end", async () => {
    const { client } = await unguarded();
    const { rows } = await client.execute("SELECT max(seq) AS last FROM audit");
    const last = Number(rows[0]?.last);
    await client.execute("DELETE FROM audit WHERE seq IN (2, 3)");
    expect(await found(client)).toEqual([{ kind: "missing", seq: 2, to: 3 }]);
    await client.execute(`DELETE FROM audit WHERE seq >= ${last - 1}`);
    expect(await found(client)).toEqual([
      { kind: "missing", seq: 2, to: 3 },
      { kind: "end-missing", seq: last - 1, to: last },
    ]);
    await client.execute("DELETE FROM audit");
    expect(await found(client)).toEqual([{ kind: "end-missing", seq: 1, to: last }]);
  });

  it("inserted entries are named, before the first, and behind the last without a fitting hash", async () => {
    const { client } = await unguarded();
    const list = (await columns(client)).filter((name) => name !== "seq").join(", ");
    const { rows } = await client.execute("SELECT max(seq) AS last FROM audit");
    const next = Number(rows[0]?.last) + 1;
    for (const seq of [0, next])
      await client.execute(
        `INSERT INTO audit (seq, ${list}) SELECT ${seq}, ${list} FROM audit WHERE seq = 2`,
      );
    expect(await found(client)).toEqual([
      { kind: "unexpected", seq: 0, to: 0 },
      { kind: "changed", seq: next, to: next },
    ]);
  });

  it("two entries that changed places are both named", async () => {
    const { client } = await unguarded();
    for (const [from, to] of [
      [3, 900],
      [4, 3],
      [900, 4],
    ])
      await client.execute(`UPDATE audit SET seq = ${to} WHERE seq = ${from}`);
    await client.execute(
      "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM audit) WHERE name = 'audit'",
    );
    expect((await found(client)).map((each) => [each.kind, each.seq])).toEqual([
      ["changed", 3],
      ["changed", 4],
      ["changed", 5],
    ]);
  });

  it("a whole chain made up anew does not have the head that was told", async () => {
    const { client } = await unguarded();
    const told = await chainHead(client);
    expect((await verifyChain(client, { told })).isWhole).toBe(true);
    const other = { seq: told?.seq ?? 0, hash: "0".repeat(64) };
    expect((await verifyChain(client, { told: other })).breaks).toEqual([
      { kind: "head-differs", seq: other.seq, to: other.seq },
    ]);
    // the newest entries and every trace of them are gone: only the told head knows
    await client.execute(`DELETE FROM audit WHERE seq >= ${other.seq}`);
    await client.execute(
      "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM audit) WHERE name = 'audit'",
    );
    expect((await verifyChain(client)).isWhole).toBe(true);
    expect((await verifyChain(client, { told })).breaks).toEqual([
      { kind: "end-missing", seq: other.seq, to: other.seq },
    ]);
  });
});

describe("entries that were written before there was a chain", () => {
  async function old(count: number) {
    const { url, client } = await releasedDatabase(16);
    const statements = Array.from({ length: count }, (_, at) => ({
      sql: "INSERT INTO audit (hospital_id, recorded_at, account_id, via, verb, noun, record_id, change) VALUES ('h', ?, ?, 'web', 'register', 'vendor', ?, ?)",
      args: [`2026-01-01T00:00:00.${at % 1000}Z`, at % 2 ? "a" : null, `v${at}`, '{"name":[null,"社"]}'],
    }));
    await client.batch(statements, "write");
    client.close();
    return url;
  }

  it("are chained by the migration, whatever their number, and the next entry goes on from them", async () => {
    for (const count of [0, 1, 2500]) {
      const db = await openDb(await old(count), { migrationsFolder });
      expect(await verifyChain(db.$client)).toMatchObject({ entries: count, isWhole: true });
      db.$client.close();
    }
  });

  it("are chained once: a chain that was tampered with is not mended by opening it", async () => {
    const url = await old(3);
    const db = await openDb(url, { migrationsFolder });
    await db.$client.execute("DROP TRIGGER audit_no_update");
    await db.$client.execute("UPDATE audit SET hash = '', verb = 'forged' WHERE seq = 2");
    db.$client.close();
    const again = await openDb(url, { migrationsFolder });
    expect((await verifyChain(again.$client)).breaks.map((each) => each.seq)).toEqual([2, 3]);
    await expect(again.$client.execute("UPDATE audit SET verb = 'x'")).rejects.toThrow("frozen: audit");
    again.$client.close();
  });
});
