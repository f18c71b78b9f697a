import type { Day } from "./day.ts";
import { asOf, type Revision } from "./timeline.ts";

/** Why a party carries a name from a day on. `first` is the name it had when the first change was recorded. */
export const nameChangeKinds = ["first", "renamed", "merger", "transfer"] as const;
export type NameChangeKind = (typeof nameChangeKinds)[number];

/** 名称: what a party was called from a day on. Its identity is the vendor or hospital, which stays. */
export type PartyName = Revision & {
  name: string;
  kind: NameChangeKind;
  /** The registered vendor that took over (合併・事業譲渡); null when none or not registered. */
  successorVendorId: string | null;
  note: string;
};

/**
 * その日の名称: the name on `day` as known by `knownSeq`. Names are recorded from the first change on; before that
 * the earliest recorded name counts, and without any record the present one.
 */
export function nameOn(names: readonly PartyName[], day: Day, knownSeq: number, present: string): string {
  const held = asOf(names, day, knownSeq);
  if (held !== null) return held.name;
  const first = [...names].sort((a, b) => a.recordedSeq - b.recordedSeq)[0];
  return first?.name ?? present;
}
