import { type RawRow, type TypedField, typedFields } from "./role-row-input.ts";

/** One field that two people changed to different values: both are kept for a person to choose. */
export type FieldConflict = { field: TypedField; base: string; mine: string; theirs: string };

export type RowMerge = {
  /** The row with everything that only one side changed. */
  merged: RawRow;
  conflicts: FieldConflict[];
};

/**
 * Joins what one person typed with what others saved meanwhile. A field that only one side changed takes that
 * side's value; a field both changed to the same value is settled; a field both changed differently keeps what
 * is recorded (`theirs`) and is reported, so that nobody's words disappear unseen.
 * @param base the values the person saw when they began
 * @param mine only the fields that person touched
 * @param theirs the row as it is recorded now
 */
export function mergeRow(base: Partial<RawRow>, mine: Partial<RawRow>, theirs: RawRow): RowMerge {
  const merged: RawRow = { ...theirs };
  const conflicts: FieldConflict[] = [];
  for (const field of typedFields) {
    const typed = mine[field];
    if (typed === undefined) continue;
    const seen = base[field] ?? theirs[field];
    if (typed === seen || typed === theirs[field]) continue;
    if (theirs[field] === seen) merged[field] = typed;
    else conflicts.push({ field, base: seen, mine: typed, theirs: theirs[field] });
  }
  return { merged, conflicts };
}
