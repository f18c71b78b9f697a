import { AsyncLocalStorage } from "node:async_hooks";
import type { Client, InArgs, InStatement, Transaction, TransactionMode } from "@libsql/client";

/**
 * One writer at a time around a libSQL client. Parallel interactive transactions on one file end in
 * SQLITE_BUSY and poison their connection (measured: 1 of 20 succeeds), so writes queue here; reads do not.
 * Writing outside an open transaction of the same call chain is a programming error and throws instead of
 * waiting for itself.
 */
export function gateWrites(client: Client, options: { waitMs?: number } = {}): Client {
  const gate = new WriteGate(options.waitMs ?? 10_000);
  const gated: Partial<Client> = {
    execute: ((statement: InStatement | string, args?: InArgs) => {
      const run = () =>
        typeof statement === "string" ? client.execute(statement, args) : client.execute(statement);
      return isRead(statement) ? run() : gate.hold(run);
    }) as Client["execute"],
    batch: (statements, mode) =>
      mode === "read"
        ? client.batch(statements, mode)
        : gate.hold(() => client.batch(statements, mode ?? "write")),
    migrate: (statements) => gate.hold(() => client.migrate(statements)),
    executeMultiple: (sql) => gate.hold(() => client.executeMultiple(sql)),
    transaction: (mode: TransactionMode = "write") =>
      mode === "read" ? client.transaction(mode) : gate.transaction(() => client.transaction(mode)),
  };
  return new Proxy(client, {
    get(target, key) {
      const own: unknown = Reflect.get(gated, key);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function isRead(statement: InStatement | string): boolean {
  const sql = typeof statement === "string" ? statement : statement.sql;
  if (/^\s*(select|explain)\b/i.test(sql) || /^\s*pragma\s+\w+\s*;?\s*$/i.test(sql)) return true;
  return /^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql);
}

class WriteGate {
  private tail: Promise<void> = Promise.resolve();
  private readonly inside = new AsyncLocalStorage<{ open: boolean }>();

  constructor(private readonly waitMs: number) {}

  /** Runs one writing call alone. */
  async hold<T>(run: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await run();
    } finally {
      release();
    }
  }

  /** Holds the gate until the transaction is committed, rolled back or closed. */
  async transaction(begin: () => Promise<Transaction>): Promise<Transaction> {
    const release = await this.acquire();
    const state = { open: true };
    this.inside.enterWith(state);
    const finish = () => {
      if (!state.open) return;
      state.open = false;
      release();
    };
    try {
      return releasing(await begin(), finish);
    } catch (error) {
      finish();
      throw error;
    }
  }

  private async acquire(): Promise<() => void> {
    if (this.inside.getStore()?.open) throw new Error("write outside the open transaction: use its handle");
    let release: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = this.tail;
    this.tail = before.then(() => mine);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        release();
        reject(new WriteGateTimeout(this.waitMs));
      }, this.waitMs);
    });
    try {
      await Promise.race([before, tooLong]);
    } finally {
      clearTimeout(timer);
    }
    return release;
  }
}

/** Thrown when a write waited too long for the ones before it; nothing was written. */
export class WriteGateTimeout extends Error {
  constructor(waitMs: number) {
    super(`write gate: waited ${waitMs} ms`);
    this.name = "WriteGateTimeout";
  }
}

function releasing(transaction: Transaction, finish: () => void): Transaction {
  return new Proxy(transaction, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      if (key === "commit" || key === "rollback") {
        return async () => {
          try {
            return await value.call(target);
          } finally {
            finish();
          }
        };
      }
      if (key === "close") {
        return () => {
          try {
            value.call(target);
          } finally {
            finish();
          }
        };
      }
      return value.bind(target);
    },
  });
}
