import { AsyncLocalStorage } from "node:async_hooks";
import type { Client, InArgs, InStatement, Transaction, TransactionMode } from "@libsql/client";

/**
 * One writer at a time around a libSQL client. Parallel interactive transactions on one file end in
 * SQLITE_BUSY and poison their connection (measured: 1 of 20 succeeds), so writes queue here; reads do not.
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
  const proxy = new Proxy(client, {
    get(target, key) {
      const own: unknown = Reflect.get(gated, key);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  gates.set(proxy, gate);
  return proxy;
}

const gates = new WeakMap<Client, WriteGate>();

/**
 * Runs the work of an open transaction. A write of its call chain that goes past the transaction's handle is a
 * programming error: it throws at once, instead of waiting for itself until the gate gives up.
 */
export function insideTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const gate = gates.get(client);
  return gate === undefined ? work() : gate.inside(work);
}

function isRead(statement: InStatement | string): boolean {
  const sql = typeof statement === "string" ? statement : statement.sql;
  if (/^\s*(select|explain)\b/i.test(sql) || /^\s*pragma\s+\w+\s*;?\s*$/i.test(sql)) return true;
  return /^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql);
}

class WriteGate {
  private tail: Promise<void> = Promise.resolve();
  private readonly chain = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(private readonly waitMs: number) {}

  async inside<T>(work: () => Promise<T>): Promise<T> {
    const state = { isOpen: true };
    try {
      return await this.chain.run(state, work);
    } finally {
      state.isOpen = false;
    }
  }

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
    try {
      return releasing(await begin(), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  private async acquire(): Promise<() => void> {
    if (this.chain.getStore()?.isOpen) throw new Error("write outside the open transaction: use its handle");
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
