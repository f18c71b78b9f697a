import fc from "fast-check";
import { assertNever } from "~/domain/problem";
import { type GeneratedLayout, generatedLayout } from "./generated-layout.ts";
import type { MadeCell } from "./make-workbook.ts";

/** What can go wrong in the answer of one row, so that nobody may say what it is. */
const faults = [
  "second-mark",
  "unknown-mark",
  "unknown-word",
  "lone-cross",
  "struck",
  "emphasis-only",
  "formula-without-value",
] as const;
export type Fault = { at: number; kind: (typeof faults)[number] };

/** Only our own writer makes these. */
const byHand: readonly Fault["kind"][] = ["struck", "emphasis-only", "formula-without-value"];

/** A clear layout and one row of it that is spoilt. */
export const spoiltLayout = fc
  .record({ made: generatedLayout, kind: fc.constantFrom(...faults), row: fc.nat(1000) })
  .map(({ made, kind, row }): { made: GeneratedLayout; fault: Fault } => ({
    made: byHand.includes(kind) ? { ...made, writer: "hand" } : made,
    fault: { at: row % made.rows.length, kind },
  }));

/** The answer cells of the spoilt row: `cells` are the clear ones. */
export function spoiltCells(layout: GeneratedLayout["kind"], cells: MadeCell[], fault: Fault): MadeCell[] {
  const marked = layout === "printed" ? cells.findIndex((cell) => String(cell).startsWith("○")) : -1;
  const chosen = marked >= 0 ? marked : cells.findIndex((cell) => cell !== null);
  const place = layout === "printed" ? Math.max(marked, 0) : Math.max(chosen, 0);
  const put = (own: MadeCell) => cells.map((cell, at) => (at === place ? own : cell));
  const word = layout === "printed" ? String(cells[place]).replace("○", "") : "";
  switch (fault.kind) {
    case "second-mark":
      if (layout === "word") return put("はい／いいえ");
      return cells.map((cell, at) =>
        at === place || at === (place + 1) % cells.length
          ? `○${String(cell ?? "").replace(/[^はいえ対象外]/g, "")}`
          : cell,
      );
    case "unknown-mark":
      return put(`▲${word}`);
    case "unknown-word":
      return put("要確認");
    case "lone-cross":
      return put(`×${word}`);
    case "struck":
      return put({ text: layout === "word" ? "はい" : `○${word}`, isStruck: true });
    case "emphasis-only":
      return layout === "printed"
        ? cells.map((cell, at) => {
            const text = String(cell).replace("○", "");
            return at === place ? { text, emphasis: "fill" } : text;
          })
        : put({ emphasis: "fill" });
    case "formula-without-value":
      return put({ formula: "ZZ1" });
    default:
      return assertNever(fault.kind);
  }
}
