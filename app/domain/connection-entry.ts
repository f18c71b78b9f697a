import type { ConnectionFields } from "./connection-form.ts";
import { byThing, type DatedEntry, entryOn } from "./dated-entry.ts";
import type { Day } from "./day.ts";

/** 外部接続の記録: what was true of one connection from a day on. `confirmedOn` null = nobody confirmed it. */
export type ConnectionEntry = DatedEntry &
  ConnectionFields & { connectionId: string; confirmedOn: Day | null };

/** その日の外部接続: the entry of each connection that holds on `day` as known by `knownSeq`. */
export function connectionsOn<E extends ConnectionEntry>(
  entries: readonly E[],
  day: Day,
  knownSeq: number,
): (Omit<E, "id"> & { id: string; entryId: string })[] {
  return [...byThing(entries, (each) => each.connectionId)].flatMap(([id, own]) => {
    const held = entryOn(own, day, knownSeq);
    return held === null ? [] : [{ ...held, id, entryId: held.id }];
  });
}
