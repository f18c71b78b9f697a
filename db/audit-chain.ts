import { createHash } from "node:crypto";
import type { Client, InStatement, Row } from "@libsql/client";
import {
  CHAIN_BEGIN,
  type ChainCheck,
  type ChainedEntry,
  type ChainHead,
  ChainWalk,
  canonicalEntry,
} from "../app/domain/audit-chain.ts";

const PAGE = 1000;

export const sha256Hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The hash an entry is kept with. */
export function hashOfEntry(previous: string, entry: ChainedEntry): string {
  return sha256Hex(canonicalEntry(previous, entry));
}

/**
 * Checks the whole chain of the database, in pages, so that other work goes on between them.
 * @param options.told a head that was printed or sent: the entry must still be there with that hash
 */
export async function verifyChain(
  client: Pick<Client, "execute">,
  options: { told?: ChainHead | null } = {},
): Promise<ChainCheck> {
  const walk = new ChainWalk(sha256Hex, options.told ?? null);
  // why the end first: entries written while it runs are walked too, and must not look like more than were given out.
  const lastNumber = await lastNumberGiven(client);
  let after: number | null = null;
  for (;;) {
    const rows: Row[] = await entriesAfter(client, after);
    for (const row of rows) walk.step(entryOf(row), String(row.hash));
    if (rows.length < PAGE) break;
    after = Number(rows.at(-1)?.seq);
    // why: the embedded database answers at once, and pages asked for meanwhile would wait for the whole walk.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return walk.end(lastNumber);
}

/** The newest entry's number and hash, null before the first entry. */
export async function chainHead(client: Pick<Client, "execute">): Promise<ChainHead | null> {
  const { rows } = await client.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
  return rows[0] ? { seq: Number(rows[0].seq), hash: String(rows[0].hash) } : null;
}

async function entriesAfter(client: Pick<Client, "execute">, after: number | null): Promise<Row[]> {
  const { rows } = await client.execute({
    sql: `SELECT * FROM audit ${after === null ? "" : "WHERE seq > ?"} ORDER BY seq LIMIT ${PAGE}`,
    args: after === null ? [] : [after],
  });
  return rows;
}

/** SQLite keeps the highest number of a table beside it; deleting the newest entries leaves it as it was. */
async function lastNumberGiven(client: Pick<Client, "execute">): Promise<number> {
  const { rows } = await client.execute("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
  return Number(rows[0]?.seq ?? 0);
}

function entryOf(row: Row): ChainedEntry {
  return {
    seq: Number(row.seq),
    hospitalId: String(row.hospital_id),
    recordedAt: String(row.recorded_at),
    accountId: row.account_id === null ? null : String(row.account_id),
    via: String(row.via),
    address: String(row.address ?? ""),
    verb: String(row.verb),
    noun: String(row.noun),
    recordId: String(row.record_id),
    change: String(row.change),
  };
}

/**
 * Step of a migration: chains the entries that were written before there was a chain. Runs in the transaction
 * that adds the column, so that it happens once and a tampered chain is never mended by opening it.
 */
export async function chainOldEntries(client: Client): Promise<InStatement[]> {
  const statements: InStatement[] = [];
  let previous = CHAIN_BEGIN;
  let after: number | null = null;
  for (;;) {
    const rows: Row[] = await entriesAfter(client, after);
    const args: (string | number)[] = [];
    for (const row of rows) {
      const entry = entryOf(row);
      previous = hashOfEntry(previous, entry);
      args.push(entry.seq, previous);
    }
    const values = rows.map(() => "(?, ?)").join(", ");
    if (rows.length > 0) {
      const sql = `UPDATE audit SET hash = v.column2 FROM (VALUES ${values}) AS v WHERE audit.seq = v.column1`;
      statements.push({ sql, args });
    }
    if (rows.length < PAGE) return statements;
    after = Number(rows.at(-1)?.seq);
  }
}
