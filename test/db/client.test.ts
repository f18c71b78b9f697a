import fs from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { DatabaseRefused, isDbReady, openDb, openDbToRead } from "#db/client.server";
import { findHospitalByName } from "#db/queries/people.server";
import { migrationsFolder, tempFile, testHospital, testPorts } from "../support/ports";
import { register } from "../support/records";

const tables = async (url: string) => {
  const client = createClient({ url });
  const { rows } = await client.execute("SELECT name, sql FROM sqlite_master ORDER BY name");
  client.close();
  return JSON.stringify(rows);
};

it("asserts WAL, foreign keys and synchronous FULL", async () => {
  const { db } = await testPorts();
  const pragma = async (name: string) =>
    Object.values((await db.$client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0];
  expect([await pragma("journal_mode"), await pragma("foreign_keys"), await pragma("synchronous")]).toEqual([
    "wal",
    1,
    2,
  ]);
  expect(await isDbReady(db)).toBe(true);
});

it("keeps foreign keys on in transactions too", async () => {
  const { db } = await testPorts();
  const write = db.$client.transaction("write").then(async (tx) => {
    try {
      await tx.execute(
        "INSERT INTO vendor (id, group_id, name, created_at) VALUES ('v', 'none', 'x', 'now')",
      );
      await tx.commit();
    } finally {
      tx.close();
    }
  });
  await expect(write).rejects.toThrow(/FOREIGN KEY/);
});

it("migrates once: opening again changes nothing", async () => {
  const url = `file:${tempFile("again.db")}`;
  (await openDb(url, { migrationsFolder })).$client.close();
  const first = await tables(url);
  (await openDb(url, { migrationsFolder })).$client.close();
  expect(await tables(url)).toBe(first);
});

it("makes the folder of a new database", async () => {
  const file = path.join(tempFile("folder"), "deep", "new.db");
  (await openDb(`file:${file}`, { migrationsFolder })).$client.close();
  expect(fs.existsSync(file)).toBe(true);
});

it("refuses a database that is newer than the program and leaves it as it is", async () => {
  const { url, db } = await testPorts();
  await db.$client.execute("INSERT INTO migration (hash, made_at) VALUES ('from the future', 1)");
  for (const opening of [openDb(url, { migrationsFolder }), openDbToRead(url, { migrationsFolder })]) {
    const error: unknown = await opening.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(DatabaseRefused);
    expect(error).toMatchObject({ code: "database-newer" });
  }
});

describe("reading beside the writer", () => {
  it("sees what was written and cannot write", async () => {
    const { ports, editor } = await testHospital();
    const reading = await openDbToRead(ports.url, { migrationsFolder });
    if (!reading) throw new Error("no database");
    expect(await findHospitalByName(reading, "試験病院")).toMatchObject({ id: editor.hospitalId });
    await register(ports, editor, "vendor", { name: "あとから" });
    const { rows } = await reading.$client.execute("SELECT name FROM vendor");
    expect(rows.map((each) => each.name)).toEqual(["あとから"]);
    await expect(reading.$client.execute("DELETE FROM session")).rejects.toThrow(
      /readonly|query_only|read-only/i,
    );
    reading.$client.close();
  });

  it("answers null where there is no database yet, or one that waits for migrations", async () => {
    const file = tempFile("none.db");
    expect(await openDbToRead(`file:${file}`, { migrationsFolder })).toBeNull();
    expect(fs.existsSync(file)).toBe(false);
    const { url, db } = await testPorts();
    await db.$client.execute("DELETE FROM migration");
    expect(await openDbToRead(url, { migrationsFolder })).toBeNull();
  });
});

it("checks every closed list in the database itself", async () => {
  const { ports, admin } = await testHospital();
  const insert = (table: string, columns: string, values: string) =>
    ports.db.$client.execute(`INSERT INTO ${table} (${columns}) VALUES (${values})`);
  await expect(
    insert(
      "membership",
      "id, hospital_id, account_id, role, created_at",
      `'m', '${admin.hospitalId}', '${admin.accountId}', 'king', 'now'`,
    ),
  ).rejects.toThrow(/CHECK/);
});
