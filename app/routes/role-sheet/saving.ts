import type { Problem } from "~/domain/problem";
import { type GridEdit, inverseOf } from "~/domain/role-grid";
import { type RawRow, type TypedField, typedFields } from "~/domain/role-row-input";

export type CellConflict = {
  rowId: string;
  label: string;
  field: TypedField;
  base: string;
  mine: string;
  theirs: string;
};
/** What the server answers to a save; problems carry `rowId.field`. */
export type CellsReply = {
  rows: { id: string; version: number; values: RawRow }[];
  conflicts: CellConflict[];
  problems: Problem[];
};
type Draft = { base: Partial<RawRow>; fields: Partial<RawRow> };
export type SavingState = {
  /** Typed and not yet recorded, by row. */
  drafts: ReadonlyMap<string, Draft>;
  /** Recorded by us and perhaps newer than the page. */
  saved: ReadonlyMap<string, { version: number; values: RawRow }>;
  conflicts: readonly CellConflict[];
  problems: readonly Problem[];
  status: "idle" | "saving" | "saved" | "failed";
  canUndo: boolean;
  canRedo: boolean;
};

/**
 * Autosave of the grid, apart from the screen: every edit is kept here until the server has it. One request at a
 * time; what is typed meanwhile goes with the next one. A refused row keeps its text and is sent again together
 * with the next edit of that row; a lost connection keeps everything.
 * @param post sends edits; rejects when there was no answer
 * @param changed called after every change of the state
 */
export function createSaving(post: (edits: GridEdit[]) => Promise<CellsReply>, changed: () => void) {
  const drafts = new Map<string, Draft>();
  const saved = new Map<string, { version: number; values: RawRow }>();
  const dirty = new Set<string>();
  const undone: GridEdit[][] = [];
  const done: GridEdit[][] = [];
  let conflicts: CellConflict[] = [];
  let problems: Problem[] = [];
  let status: SavingState["status"] = "idle";
  let isSending = false;
  let state: SavingState = snapshot();

  function snapshot(): SavingState {
    const shared = { conflicts, problems, status, canUndo: done.length > 0, canRedo: undone.length > 0 };
    return { drafts: new Map(drafts), saved: new Map(saved), ...shared };
  }
  function tell(): void {
    state = snapshot();
    changed();
  }

  function keep({ rowId, base, fields }: GridEdit): void {
    const draft = drafts.get(rowId) ?? { base: {}, fields: {} };
    const typed = { ...draft.fields, ...fields };
    // why: the value seen before the first unsaved edit is what others' saves are compared with.
    drafts.set(rowId, { base: { ...base, ...draft.base }, fields: typed });
    dirty.add(rowId);
    problems = problems.filter((each) => !each.at?.startsWith(`${rowId}.`));
  }

  async function flush(): Promise<void> {
    if (isSending || dirty.size === 0) return;
    const sent = [...dirty].flatMap((rowId) => {
      const draft = drafts.get(rowId);
      return draft ? [{ rowId, base: { ...draft.base }, fields: { ...draft.fields } }] : [];
    });
    dirty.clear();
    isSending = true;
    status = "saving";
    tell();
    try {
      take(sent, await post(sent));
      status = "saved";
    } catch {
      for (const each of sent) dirty.add(each.rowId);
      status = "failed";
    }
    isSending = false;
    tell();
    if (status === "saved") await flush();
  }

  function take(sent: readonly GridEdit[], answer: CellsReply): void {
    for (const row of answer.rows) saved.set(row.id, { version: row.version, values: row.values });
    const rowOf = (each: Problem) => each.at?.split(".")[0];
    for (const edit of sent) {
      const own = answer.problems.filter((each) => rowOf(each) === edit.rowId);
      if (own.length > 0) problems = [...problems.filter((each) => rowOf(each) !== edit.rowId), ...own];
      else settle(edit);
    }
    const isSame = (a: CellConflict, b: CellConflict) => a.rowId === b.rowId && a.field === b.field;
    conflicts = [
      ...conflicts.filter((old) => !answer.conflicts.some((each) => isSame(old, each))),
      ...answer.conflicts,
    ];
  }

  /** What was sent is recorded; what was typed into the row meanwhile stays, seen over what was sent. */
  function settle({ rowId, fields }: GridEdit): void {
    const draft = drafts.get(rowId);
    if (!draft) return;
    const rest: Draft = { base: {}, fields: {} };
    for (const field of typedFields) {
      const [now, was] = [draft.fields[field], fields[field]];
      if (now === undefined || now === was) continue;
      rest.fields[field] = now;
      rest.base[field] = was ?? draft.base[field] ?? "";
    }
    if (Object.keys(rest.fields).length === 0) drafts.delete(rowId);
    else drafts.set(rowId, rest);
  }

  function write(edits: readonly GridEdit[]): void {
    for (const each of edits) keep(each);
    tell();
    void flush();
  }
  function turn(from: GridEdit[][], to: GridEdit[][]): void {
    const edits = from.pop();
    if (!edits) return;
    to.push(inverseOf(edits));
    write(edits);
  }

  return {
    state: () => state,
    write(edits: readonly GridEdit[]): void {
      if (edits.length === 0) return;
      done.push(inverseOf(edits));
      undone.length = 0;
      write(edits);
    },
    undo: () => turn(done, undone),
    redo: () => turn(undone, done),
    retry: () => void flush(),
    /** A person looked at both values: mine is written over theirs, or theirs stays. */
    choose(conflict: CellConflict, which: "mine" | "theirs"): void {
      conflicts = conflicts.filter((each) => each !== conflict);
      const { rowId, field, mine, theirs } = conflict;
      if (which === "mine") write([{ rowId, base: { [field]: theirs }, fields: { [field]: mine } }]);
      else tell();
    },
    /** Forgets a refused text: the row shows what is recorded. */
    dropRow(rowId: string): void {
      drafts.delete(rowId);
      dirty.delete(rowId);
      problems = problems.filter((each) => !each.at?.startsWith(`${rowId}.`));
      tell();
    },
  };
}
export type Saving = ReturnType<typeof createSaving>;
