import type { MeasureGrapheme } from "./line-break.ts";
import type { StructureElement } from "./structure.ts";

/** body = Mincho, heading = Gothic bold. */
export type Face = "body" | "heading";
/** Width of a grapheme in em, per face. */
export type Measures = Readonly<Record<Face, MeasureGrapheme>>;

/** What is drawn, in points from the lower left corner of the page. */
export type Ink =
  | {
      kind: "text";
      face: Face;
      size: number;
      x: number;
      /** Baseline. */
      y: number;
      text: string;
      /** Extra points after every character, so that full lines end at the right edge. */
      spacing: number;
      /** What it is part of; null = an artifact: running header, n / N, a table head that was read already. */
      element: StructureElement | null;
    }
  | { kind: "rule"; x1: number; y1: number; x2: number; y2: number }
  | { kind: "fill"; x: number; y: number; width: number; height: number; gray: number };

/** One page before it is ink on a PDF. */
export type PageInk = Ink[];
/** Where a heading stands, for the bookmarks and what leads to it; `number` as the heading prints it (「第３条」). */
export type Bookmark = { title: string; number: string; pageIndex: number; y: number };
/** A box in points from the lower left corner of a page. */
export type PageBox = { pageIndex: number; x: number; y: number; width: number; height: number };
/** Words that lead to a heading, by its number or its whole title; nothing is drawn there but the words. */
export type LinkPlace = PageBox & { target: string; text: string; element: StructureElement };
export type LeadingLink = LinkPlace & { to: Bookmark };
/** Where a party may sign electronically; nothing is drawn there. */
export type SignaturePlace = PageBox & {
  /** 「甲」, as the paper calls the party. */
  label: string;
  element: StructureElement;
};
