import type { Problem } from "./problem.ts";
import type { ReadRoleRow } from "./reading.ts";
import { type RawRow, rawOf, rowLimits, type TypedField, typedFields } from "./role-row-input.ts";
import { checkRow, emptyRow, type RoleRow } from "./role-sheet.ts";

/** What a row of a received 確認表 says of the fields of ours: only those it fills. */
export type OfferedFields = Partial<RawRow>;

/** Fields of ours a received row fills, and those it fills in a way no row of ours may hold, as problems. */
export type OfferedRow = { fields: OfferedFields; problems: Problem[] };

type Place = Pick<RoleRow, "rowKey" | "itemKey" | "part" | "group" | "no" | "label" | "content">;

/** Where a received row stands when it becomes a row of the hospital's own sheet. */
export function placeOfReceived(row: ReadRoleRow, rowKey: string): Place {
  const { no, label, content } = row;
  const isLong = label.length > rowLimits.label;
  return {
    rowKey,
    itemKey: null,
    part: row.part ?? 1,
    group: row.section,
    no,
    // why both: a heading that is too long is shortened to be seen in a list, and stands whole below it.
    label: isLong ? `${label.slice(0, rowLimits.label - 1)}…` : label,
    content: isLong ? [label, content].filter((each) => each !== "").join("\n") : content,
  };
}

/** A row nobody has written into, as text: what a received row is compared against. */
export function untouched(): RawRow {
  const place = { rowKey: "", itemKey: null, part: 1, group: "", no: "", label: "", content: "" } as const;
  return rawOf(emptyRow(place));
}

/**
 * What a received row says, as our fields. An answer that is no はい or いいえ fills nothing; a 完了日 without いいえ,
 * or before the first check, is left in the file and named.
 * @param roundOn the date of the round, used where the row has no day of its own
 */
export function offeredFields(row: ReadRoleRow, roundOn: string | null): OfferedRow {
  const said: OfferedFields = {
    ...(row.check === "yes" || row.check === "no" ? { firstCheck: row.check } : {}),
    ...(row.checkedOn === null ? {} : { firstCheckOn: row.checkedOn }),
    ...(row.completedOn === null ? {} : { completedOn: row.completedOn }),
    ...(row.party === null ? {} : { party: row.party }),
    ...(row.remark === "" ? {} : { remark: row.remark }),
  };
  const { firstCheck = "" } = said;
  const whole = emptyRow(placeOfReceived(row, row.cell));
  const problems = checkRow(
    {
      ...whole,
      firstCheck: firstCheck === "yes" || firstCheck === "no" ? firstCheck : "",
      firstCheckOn: row.checkedOn,
      completedOn: row.completedOn,
    },
    roundOn,
  );
  if (problems.length === 0) return { fields: said, problems };
  const { completedOn: _, ...fields } = said;
  return { fields, problems };
}

/** Fields in which a received row and a recorded one differ; `isFree`: nothing stands there yet. */
export type OfferedField = { field: TypedField; mine: string; theirs: string; isFree: boolean };

/** What taking a received row over would change, field by field. Empty: the row says nothing new. */
export function differencesTo(fields: OfferedFields, recorded: RawRow): OfferedField[] {
  const free = untouched();
  return typedFields.flatMap((field) => {
    const mine = fields[field];
    const theirs = recorded[field];
    return mine === undefined || mine === theirs
      ? []
      : [{ field, mine, theirs, isFree: theirs === free[field] }];
  });
}

type Named = { no: string; label: string };
const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

/**
 * Which row each received row is: the index of the row with the same number and the same words, or, where one side
 * has no number, the same words alone; null where that is not exactly one. Likeness joins nothing.
 */
export function joinReceived(read: readonly Named[], rows: readonly Named[]): (number | null)[] {
  const isSame = (one: Named, other: Named) => {
    const [no, otherNo] = [plain(one.no), plain(other.no)];
    return plain(one.label) === plain(other.label) && (no === otherNo || no === "" || otherNo === "");
  };
  return read.map((each) => {
    const found = rows.flatMap((row, at) => (isSame(each, row) ? [at] : []));
    const isOnlyOne = read.filter((other) => isSame(other, each)).length === 1;
    const [at] = found;
    return found.length === 1 && isOnlyOne && at !== undefined ? at : null;
  });
}
