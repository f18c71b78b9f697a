import { lastRecordedSeq } from "#db/queries/audit.server";
import { dayInTokyo } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

type Kept = { at: string; found: unknown };

/**
 * A finding over all records of a hospital, made anew only when something was written since or another day began:
 * one query while nothing was. Every change of a record is an entry of the audit log, whose newest number is that of
 * the whole database. What comes back is shared between callers; nobody changes it.
 */
export function keptUntilWritten<T>(
  find: (ports: Ports, scope: Scope) => Promise<T>,
): (ports: Ports, scope: Scope) => Promise<T> {
  const keptOf = new WeakMap<object, Map<string, Kept & { found: T }>>();
  return async (ports, scope) => {
    const at = `${await lastRecordedSeq(ports.db)} ${dayInTokyo(ports.now())}`;
    const kept = keptOf.get(ports.db) ?? new Map<string, Kept & { found: T }>();
    keptOf.set(ports.db, kept);
    const known = kept.get(scope.hospitalId);
    if (known && known.at === at) return known.found;
    const found = await find(ports, scope);
    kept.set(scope.hospitalId, { at, found });
    return found;
  };
}
