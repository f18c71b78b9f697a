import { addMonths, type Day } from "./day.ts";

/**
 * 保存期間の対象: what can be erased when its time is over. Frozen records are never erased; only what names a
 * person is. `contact`: a vendor's contact whose work ended. `account`: a person who was disabled. `mail`: text of
 * a mail that left.
 */
export const retentionKinds = ["contact", "account", "mail"] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export const MAX_RETENTION_YEARS = 50;

/** A rule of the hospital: how many years, and on what basis (law, regulation of the house, contract). */
export type RetentionRule = { kind: RetentionKind; years: number; basis: string };

/** The last day whose things are past their time on `today`: what ended on or before it may be erased. */
export function retentionCutoff(today: Day, years: number): Day {
  return addMonths(today, -12 * years);
}

/** What stands in place of an erased name, in records and on papers made later. */
export const ERASED_NAME = "（消去済み）";
