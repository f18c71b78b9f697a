import fc from "fast-check";
import { expect, it } from "vitest";
import { moveOf } from "~/routes/role-sheet/grid-keys";

const size = { rows: 4, columns: 3 };
const press = (key: string, more: Partial<Record<"ctrlKey" | "shiftKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const place = (row: number, column: number) => ({ row, column });

it.each([
  ["ArrowDown", {}, place(1, 1), place(2, 1)],
  ["ArrowDown", {}, place(3, 1), place(3, 1)],
  ["ArrowRight", { ctrlKey: true }, place(1, 0), place(1, 2)],
  ["Home", { ctrlKey: true }, place(3, 2), place(0, 0)],
  ["Enter", {}, place(0, 1), place(1, 1)],
  ["Enter", { shiftKey: true }, place(1, 1), place(0, 1)],
  ["Tab", {}, place(0, 2), place(1, 0)],
  ["Tab", { shiftKey: true }, place(1, 0), place(0, 2)],
])("%s %o leads from %o to %o", (key, more, from, to) => {
  expect(moveOf(press(key, more), from, size)?.to).toEqual(to);
});

it("marks a block with shift and an arrow, and not with Enter or Tab", () => {
  expect(moveOf(press("ArrowDown", { shiftKey: true }), place(0, 0), size)?.isExtending).toBe(true);
  expect(moveOf(press("Enter", { shiftKey: true }), place(1, 0), size)?.isExtending).toBe(false);
  expect(moveOf(press("Tab", { shiftKey: true }), place(1, 0), size)?.isExtending).toBe(false);
});

it("lets Tab out at either end: the grid is no trap", () => {
  expect(moveOf(press("Tab"), place(3, 2), size)).toBeNull();
  expect(moveOf(press("Tab", { shiftKey: true }), place(0, 0), size)).toBeNull();
});

it("never leaves the grid, whatever is pressed", () => {
  const keys = fc.constantFrom(
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Enter",
    "Tab",
    "a",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean(), fc.boolean())), (pressed) => {
      let at = place(0, 0);
      for (const [key, ctrlKey, shiftKey] of pressed)
        at = moveOf(press(key, { ctrlKey, shiftKey }), at, size)?.to ?? at;
      expect(at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < size.columns).toBe(true);
    }),
  );
});
