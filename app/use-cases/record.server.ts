import { createHash } from "node:crypto";
import type { Tx } from "#db/client.server";
import { insertAudit, lastEntry } from "#db/queries/audit.server";
import type { Moment } from "~/domain/day";
import { failed, type Problem, problem, type Result } from "~/domain/problem";
import { may, type Needed } from "~/domain/rights";
import type { Scope, VendorScope } from "~/domain/scope";
import type { Ports } from "./ports.server";

export type Change = Record<string, [before: unknown, after: unknown]>;
export type AuditHead = { verb: string; noun: string; recordId: string; change: Change };

/** Handed to the work of a transaction: its number, its moment (never earlier than the one before). */
export type Entry = { tx: Tx; seq: number; at: Moment };

class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * One transaction with its audit row: writes the row first (its number is the `recorded_seq` of everything
 * that follows), runs the work, and rolls all of it back when the work returns Problems. The role is checked
 * here too, so that no caller can forget it.
 * @returns the work's value, or `forbidden`, or the work's Problems
 */
export async function record<T>(
  ports: Ports,
  scope: Scope,
  needed: Needed,
  head: AuditHead,
  work: (entry: Entry) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(scope, needed)) return failed(problem("forbidden", { needed }));
  return inTransaction(ports, scope, head, work);
}

/**
 * The same for what a vendor does behind a link, or the program by itself: there is no account and no role,
 * the narrow scope alone decides what can be reached.
 */
export async function recordWithoutAccount<T>(
  ports: Ports,
  scope: Pick<VendorScope, "groupId" | "hospitalId" | "address">,
  via: "vendor" | "scheduler",
  head: AuditHead,
  work: (entry: Entry) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { groupId, hospitalId, address } = scope;
  const nobody = { groupId, hospitalId, accountId: null, role: "viewer", via } as const;
  return inTransaction(ports, address === undefined ? nobody : { ...nobody, address }, head, work);
}

async function inTransaction<T>(
  ports: Ports,
  scope: Scope,
  head: AuditHead,
  work: (entry: Entry) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await ports.db.transaction(async (tx) => {
      const last = await lastEntry(tx);
      const now = ports.now();
      const at = last !== null && last.recordedAt > now ? last.recordedAt : now;
      const seq = await insertAudit(tx, scope, last, {
        ...head,
        change: JSON.stringify(head.change),
        recordedAt: at,
      });
      const result = await work({ tx, seq, at });
      if (!result.ok) throw new Refused(result.problems);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return failed(...error.problems);
    const known = databaseProblem(error);
    if (known) return failed(known);
    throw error;
  }
}

/** True for a Problem that says nothing of the work: the database did not take it, and a later try may succeed. */
export function isOfDatabase(code: Problem["code"]): boolean {
  return [
    "database-busy",
    "database-read-only",
    "database-unreachable",
    "disk-full",
    "disk-failing",
  ].includes(code);
}

/** Database failures that a person can act on; anything else is a defect and goes up. */
function databaseProblem(error: unknown): Problem | null {
  const text = `${error} ${error instanceof Error ? String(error.cause ?? "") : ""}`;
  if (/database or disk is full|SQLITE_FULL/i.test(text)) return problem("disk-full");
  if (/readonly|SQLITE_READONLY/i.test(text)) return problem("database-read-only");
  if (/SQLITE_IOERR|disk I\/O error/i.test(text)) return problem("disk-failing");
  if (/SQLITE_BUSY|database is locked|write gate/i.test(text)) return problem("database-busy");
  if (/fetch failed|ECONNREFUSED|ECONNRESET/.test(text)) return problem("database-unreachable");
  return null;
}

/** What changed between two rows, field by field; equal fields are left out. */
export function changeOf(before: Record<string, unknown>, after: Record<string, unknown>): Change {
  const change: Change = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [before[key] ?? null, after[key] ?? null];
    if (JSON.stringify(old) !== JSON.stringify(next)) change[key] = [old, next];
  }
  return change;
}

/** Personal values never enter the log: a salted hash shows that a value changed, not which. */
export function hashPersonal(change: Change, fields: readonly string[], salt: string): Change {
  const hide = (value: unknown) =>
    value === null || value === ""
      ? value
      : `sha256:${createHash("sha256").update(salt).update(String(value)).digest("hex").slice(0, 16)}`;
  return Object.fromEntries(
    Object.entries(change).map(([key, [before, after]]) =>
      fields.includes(key) ? [key, [hide(before), hide(after)]] : [key, [before, after]],
    ),
  );
}
