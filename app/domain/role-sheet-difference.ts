import { type RawRow, rawOf, type TypedField, typedFields } from "./role-row-input.ts";
import { isLeftOut, type RoleRow } from "./role-sheet.ts";

/** How a row of the old revision became one of the new. `left-out` and `taken-back` are about 対象外. */
export const rowDifferenceKinds = ["same", "changed", "added", "gone", "left-out", "taken-back"] as const;
export type RowDifferenceKind = (typeof rowDifferenceKinds)[number];

export type RowDifference = {
  rowKey: string;
  part: 1 | 2;
  no: string;
  label: string;
  kind: RowDifferenceKind;
  old: RoleRow | null;
  next: RoleRow | null;
  /** Fields whose values differ, in the order of the sheet. */
  fields: { field: TypedField; old: string; next: string }[];
};

/**
 * 新旧対照: every row of either revision once, in the order of the new one; a row only the old one has stands
 * where it was. Nothing is left out, so the rows of both sides can be counted from it.
 */
export function differencesOfRevisions(old: readonly RoleRow[], next: readonly RoleRow[]): RowDifference[] {
  const before = new Map(old.map((each) => [each.rowKey, each]));
  const after = new Map(next.map((each) => [each.rowKey, each]));
  const keys = next.map((each) => each.rowKey);
  for (const [at, { rowKey }] of old.entries()) {
    if (after.has(rowKey)) continue;
    const neighbour = old[at - 1]?.rowKey;
    const place = neighbour === undefined ? 0 : keys.indexOf(neighbour) + 1;
    keys.splice(place, 0, rowKey);
  }
  return keys.flatMap((rowKey) => differenceOf(before.get(rowKey) ?? null, after.get(rowKey) ?? null));
}

function differenceOf(old: RoleRow | null, next: RoleRow | null): RowDifference[] {
  const row = next ?? old;
  if (!row) return [];
  const { rowKey, part, no, label } = row;
  const [was, is] = [old && rawOf(old), next && rawOf(next)];
  const fields = was && is ? changedFields(was, is) : [];
  return [{ rowKey, part, no, label, kind: kindOf(old, next, fields.length), old, next, fields }];
}

function kindOf(old: RoleRow | null, next: RoleRow | null, changed: number): RowDifferenceKind {
  if (old === null) return "added";
  if (next === null) return "gone";
  if (isLeftOut(old) !== isLeftOut(next)) return isLeftOut(next) ? "left-out" : "taken-back";
  return changed > 0 || old.leftOutReason !== next.leftOutReason ? "changed" : "same";
}

const changedFields = (was: RawRow, is: RawRow) =>
  typedFields
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ field, old: was[field], next: is[field] }));
