import { type Client, createClient } from "@libsql/client";
import { beforeEach, expect, it } from "vitest";
import { listRecords } from "#db/queries/registers.server";
import { gateWrites, WriteGateTimeout } from "../../db/write-gate";
import { tempFile, testHospital } from "../support/ports";
import { register } from "../support/records";

let client: Client;

beforeEach(async () => {
  client = gateWrites(createClient({ url: `file:${tempFile("gate.db")}`, timeout: 500 }), { waitMs: 300 });
  await client.execute("PRAGMA journal_mode = WAL");
  await client.execute("CREATE TABLE t (n INTEGER PRIMARY KEY)");
  return () => client.close();
});

const insert = (n: number) => client.execute({ sql: "INSERT INTO t VALUES (?)", args: [n] });
const count = async () => Number((await client.execute("SELECT count(*) AS n FROM t")).rows[0]?.n);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("lets 20 parallel writers and readers through without an error", async () => {
  const { ports, editor } = await testHospital();
  const list = {
    today: "2026-11-24",
    search: "",
    filters: {},
    sort: "name",
    isDescending: false,
    archived: false,
    parentId: null,
    page: 1,
    pageSize: 50,
  };
  const writers = Array.from({ length: 20 }, (_, at) =>
    register(ports, editor, "vendor", { name: `会社${at}` }),
  );
  const readers = Array.from({ length: 20 }, () => listRecords(ports.db, editor, "vendor", list));
  await Promise.all([...writers, ...readers]);
  expect((await listRecords(ports.db, editor, "vendor", list)).total).toBe(20);
});

it("mixes transactions, batches and single writes", async () => {
  const inTransaction = async (n: number) => {
    const tx = await client.transaction("write");
    try {
      await tx.execute(`INSERT INTO t VALUES (${n})`);
      await tx.commit();
    } finally {
      tx.close();
    }
  };
  const work = Array.from({ length: 30 }, (_, at) =>
    at % 3 === 0
      ? inTransaction(at)
      : at % 3 === 1
        ? insert(at)
        : client.batch([`INSERT INTO t VALUES (${at})`], "write"),
  );
  await Promise.all(work);
  expect(await count()).toBe(30);
});

it("is released by a write that fails", async () => {
  await insert(1);
  await expect(insert(1)).rejects.toThrow(/UNIQUE/);
  await expect(
    client.batch(["INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (1)"], "write"),
  ).rejects.toThrow();
  await expect(client.migrate(["BROKEN"])).rejects.toThrow();
  await expect(client.executeMultiple("BROKEN")).rejects.toThrow();
  await insert(3);
  expect(await count()).toBe(2);
});

it("is released by a transaction that is rolled back, closed, or fails to commit", async () => {
  const rolledBack = await client.transaction("write");
  await rolledBack.execute("INSERT INTO t VALUES (1)");
  await rolledBack.rollback();
  const closed = await client.transaction("write");
  await closed.execute("INSERT INTO t VALUES (2)");
  closed.close();
  closed.close(); // twice is once
  await insert(3);
  expect(await count()).toBe(1);
});

it("does not make readers wait for a writer", async () => {
  const tx = await client.transaction("write");
  await tx.execute("INSERT INTO t VALUES (1)");
  expect(await count()).toBe(0);
  await tx.commit();
  expect(await count()).toBe(1);
});

it("gives up after a while without having written, and the next one is served", async () => {
  const tx = await client.transaction("write");
  const late = await new Promise<unknown>((resolve) => {
    setImmediate(() => insert(1).catch(resolve));
  });
  expect(late).toBeInstanceOf(WriteGateTimeout);
  await tx.commit();
  await insert(2);
  await wait(10);
  expect(await count()).toBe(1);
});

it("keeps the order of waiting: a later writer never passes one that holds the gate", async () => {
  const order: number[] = [];
  const tx = await client.transaction("write");
  const waiting = [1, 2, 3].map(
    (n) =>
      new Promise<void>((resolve, reject) => {
        setImmediate(() =>
          insert(n).then(() => {
            order.push(n);
            resolve();
          }, reject),
        );
      }),
  );
  await wait(20);
  order.push(0);
  await tx.commit();
  await Promise.all(waiting);
  expect(order).toEqual([0, 1, 2, 3]);
});

it("throws at once on a write outside the open transaction of the same call chain", async () => {
  const { ports } = await testHospital();
  const outside = ports.db.transaction(async () => {
    await ports.db.$client.execute("DELETE FROM session");
  });
  await expect(outside).rejects.toThrow("write outside the open transaction");
  await ports.db.$client.execute("DELETE FROM session");
});
