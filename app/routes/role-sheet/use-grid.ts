import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { parseClipboard, writeClipboard } from "~/domain/clipboard-table";
import {
  type Block,
  type GridChange,
  type GridRow,
  type GridWords,
  planFillDown,
  planPaste,
} from "~/domain/role-grid";
import { typedFields } from "~/domain/role-row-input";
import { moveOf, type Place } from "./grid-keys";
import type { Saving } from "./saving";

/** What the last paste or typing could not take, told once above the grid. */
export type GridReport = Pick<GridChange, "problems" | "beyond"> & { taken: number };

type Given = {
  rows: readonly GridRow[];
  saving: Saving;
  words: GridWords;
  /** A cell as people read it, to be edited or copied out. */
  textOf: (row: GridRow, column: number) => string;
};

/** Where the cursor stands, what is being typed, and what each key does: the grid without its looks. */
export function useGrid(given: Given) {
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [typing, setTyping] = useState<string | null>(null);
  const [report, setReport] = useState<GridReport | null>(null);
  const isLeaving = useRef(false);
  const wasMoved = useRef(false);
  const block = useMemo(() => blockOf(active, anchor), [active, anchor]);
  const size = { rows: given.rows.length, columns: typedFields.length };
  const row = given.rows[active.row];
  const text = row ? given.textOf(row, active.column) : "";

  const go = (to: Place, isExtending = false) => {
    wasMoved.current = true;
    setTyping(null);
    setActive(to);
    if (!isExtending) setAnchor(to);
  };
  const take = (change: GridChange): boolean => {
    given.saving.write(change.edits);
    const isClean = change.problems.length + change.beyond.rows + change.beyond.columns === 0;
    setReport(isClean ? null : { ...change, taken: change.edits.length });
    return change.problems.length === 0;
  };
  const lay = (cells: readonly (readonly string[])[], over: Block) =>
    take(planPaste(cells, over, given.rows, typedFields, given.words));
  /** Records what is being typed; a word that is not understood stays open for correction. */
  const commit = (): boolean => {
    if (typing === null || typing === text) {
      setTyping(null);
      return true;
    }
    const isTaken = lay([[typing]], blockOf(active, active));
    if (isTaken) setTyping(null);
    return isTaken;
  };
  const copied = () =>
    writeClipboard(
      given.rows
        .slice(block.top, block.bottom + 1)
        .map((each) => range(block.left, block.right).map((column) => given.textOf(each, column))),
    );
  const keys = { active, size, typing, setTyping, go, commit, text, isLeaving, block, lay };
  return {
    active,
    block,
    typing,
    wasMoved,
    report,
    setTyping,
    go,
    commit,
    clearReport: () => setReport(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.key === "Process") return;
      if (typing !== null) return typeKey(event, keys);
      const isOwn = commandKey(event, keys, given.saving, () =>
        take(planFillDown(block, given.rows, typedFields)),
      );
      if (!isOwn) walkKey(event, keys);
    },
    onPaste: (event: ClipboardEvent) => {
      if (typing !== null) return;
      event.preventDefault();
      lay(parseClipboard(event.clipboardData.getData("text/plain")), block);
    },
    onCopy: (event: ClipboardEvent) => {
      if (typing !== null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copied());
      if (event.type === "cut") lay([[""]], block);
    },
  };
}

type Keys = {
  active: Place;
  size: { rows: number; columns: number };
  typing: string | null;
  setTyping: (text: string | null) => void;
  go: (to: Place, isExtending?: boolean) => void;
  commit: () => boolean;
  text: string;
  isLeaving: { current: boolean };
  block: Block;
  lay: (cells: readonly (readonly string[])[], over: Block) => boolean;
};

/** While typing: Enter and Tab record and go on, Esc forgets; Shift+Enter and Alt+Enter begin a new line. */
function typeKey(event: KeyboardEvent, { active, size, setTyping, go, commit, typing }: Keys): void {
  const isLong = event.currentTarget.querySelector("textarea:focus") !== null;
  if (event.key === "Escape") {
    event.preventDefault();
    setTyping(null);
  } else if (event.key === "Enter" && isLong && (event.altKey || event.shiftKey)) {
    if (event.altKey) setTyping(`${typing ?? ""}\n`);
  } else if (event.key === "Enter" || event.key === "Tab") {
    event.preventDefault();
    const move = moveOf(event, active, size);
    if (commit() && move) go(move.to);
  }
}

/** Undo, redo, fill down, everything marked, emptying, F2. True when the key was one of them. */
function commandKey(event: KeyboardEvent, keys: Keys, saving: Saving, fillDown: () => void): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  const act = commandOf(event, isCommand, keys, saving, fillDown);
  if (act === null) return false;
  event.preventDefault();
  act();
  return true;
}

function commandOf(
  event: KeyboardEvent,
  isCommand: boolean,
  keys: Keys,
  saving: Saving,
  fillDown: () => void,
): (() => void) | null {
  const key = event.key.toLowerCase();
  if (event.key === "F2" || (event.altKey && event.key === "ArrowDown"))
    return () => keys.setTyping(keys.text);
  if (event.key === "Delete" || event.key === "Backspace") return () => keys.lay([[""]], keys.block);
  if (!isCommand) return null;
  if (key === "d") return fillDown;
  if (key === "y" || (key === "z" && event.shiftKey)) return saving.redo;
  if (key === "z") return saving.undo;
  if (key !== "a") return null;
  const { rows, columns } = keys.size;
  return () => {
    keys.go({ row: 0, column: 0 });
    keys.go({ row: rows - 1, column: columns - 1 }, true);
  };
}

/** Moves the cursor. Esc lets the next Tab leave the grid, so that nobody is caught in it (WCAG 2.1.2). */
function walkKey(event: KeyboardEvent, { active, size, go, isLeaving }: Keys): void {
  if (event.key === "Escape") {
    isLeaving.current = true;
    return;
  }
  const isLeavingNow = isLeaving.current && event.key === "Tab";
  if (event.key !== "Shift") isLeaving.current = false;
  const move = isLeavingNow ? null : moveOf(event, active, size);
  if (!move) return;
  event.preventDefault();
  go(move.to, move.isExtending);
}

function blockOf(one: Place, other: Place): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_each, at) => from + at);

/** True once scripts run and the window is wide enough for a grid; cards are shown until then. */
export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const query = window.matchMedia("(min-width: 761px)");
    const look = () => setIsWide(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isWide;
}
