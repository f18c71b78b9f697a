import type { Bookmark, Face, Ink, LinkPlace, Measures, PageBox, PageInk, SignaturePlace } from "./ink.ts";
import { breakLines, endsHanging, graphemesOf, type LineOptions } from "./line-break.ts";
import { piecesOfLine, type Stretch } from "./linked-text.ts";
import { ascent, type TextSize } from "./paper-format.ts";
import { printableText } from "./printable-text.ts";
import { newElement, type Role, type StructureElement } from "./structure.ts";

export type TextPlace = {
  face: Face;
  format: TextSize;
  x: number;
  width: number;
  align: "left" | "center" | "right";
};

/** Pages that fill from the top. Decides where a page ends; knows nothing of what is on it. */
export class PageFlow {
  readonly pages: PageInk[] = [[]];
  readonly bookmarks: Bookmark[] = [];
  readonly signatures: SignaturePlace[] = [];
  readonly links: LinkPlace[] = [];
  /** What the next text belongs to; null where it is an artifact. */
  element: StructureElement | null;
  readonly measures: Measures;
  /** Upper edge of what comes next. */
  y: number;
  private readonly top: number;
  private readonly bottom: number;

  /**
   * @param area upper and lower edge of the text area: smaller when header or footer take more lines
   * @param root the element that what is drawn becomes part of; null for what is an artifact on every page
   */
  constructor(measures: Measures, area: { top: number; bottom: number }, root: StructureElement | null) {
    this.measures = measures;
    this.top = area.top;
    this.bottom = area.bottom;
    this.y = area.top;
    this.element = root;
  }

  /** What `draw` draws becomes a new part of the element that is open now. */
  as(role: Role, draw: () => void): void {
    this.within(this.element === null ? null : newElement(this.element, role), draw);
  }

  /** What `draw` draws becomes part of that element, or of none. */
  within(element: StructureElement | null, draw: () => void): void {
    const before = this.element;
    this.element = element;
    draw();
    this.element = before;
  }

  get room(): number {
    return this.y - this.bottom;
  }
  get fullRoom(): number {
    return this.top - this.bottom;
  }
  get isAtTop(): boolean {
    return this.y === this.top;
  }

  newPage(): void {
    this.pages.push([]);
    this.y = this.top;
  }

  /** Starts a new page unless this much still fits; what no page can hold starts where it is. */
  ensure(height: number): void {
    if (height > this.room && !this.isAtTop && height <= this.fullRoom) this.newPage();
  }

  skip(height: number): void {
    if (!this.isAtTop) this.y -= height;
  }

  put(...ink: Ink[]): void {
    this.pages.at(-1)?.push(...ink);
  }

  bookmark(title: string, number: string): void {
    this.bookmarks.push({ title, number, pageIndex: this.pages.length - 1, y: this.y });
  }

  widthOf(text: string, face: Face, size: number): number {
    const measure = this.measures[face];
    let width = 0;
    for (const each of graphemesOf(text)) width += measure(each);
    return width * size;
  }

  breakText(
    text: string,
    place: Pick<TextPlace, "face" | "format" | "width">,
    { firstWidthPt = place.width, canHang = true }: LineOptions = {},
  ): string[] {
    const { size } = place.format;
    const options = { firstWidthPt: firstWidthPt / size, canHang };
    return breakLines(printableText(text), place.width / size, this.measures[place.face], options);
  }

  /** Draws one line with its upper edge at `top`; does not move `y`. Stretches of it may lead elsewhere. */
  line(
    text: string,
    place: TextPlace,
    top: number,
    { isJustified = false, stretches = [] }: { isJustified?: boolean; stretches?: readonly Stretch[] } = {},
  ): void {
    if (text === "") return;
    const { size, line } = place.format;
    const free = place.width - this.widthOf(endsHanging(text) ? text.slice(0, -1) : text, place.face, size);
    const offset = place.align === "left" ? 0 : place.align === "center" ? free / 2 : free;
    const gaps = graphemesOf(text).length - (endsHanging(text) ? 2 : 1);
    // why: a line that is far too short (a long word moved on) looks torn when it is spread.
    const isSpread = isJustified && gaps > 0 && free > 0 && free <= 2 * size;
    const spacing = isSpread ? free / gaps : 0;
    const y = top - (line - size) / 2 - ascent * size;
    let x = place.x + Math.max(0, offset);
    const ink = { kind: "text" as const, face: place.face, size, y, spacing };
    if (stretches.length === 0 || this.element === null) {
      this.put({ ...ink, x, text, element: this.element });
      return;
    }
    for (const piece of piecesOfLine(text, stretches)) {
      const width = this.widthOf(piece.text, place.face, size) + spacing * graphemesOf(piece.text).length;
      const box = { x, y: top - line, width, height: line };
      const element =
        piece.target === null ? this.element : this.linkElement(this.element, piece.text, piece.target, box);
      this.put({ ...ink, x, text: piece.text, element });
      x += width;
    }
  }

  /** The element of words that lead to a heading, part of what is open now. */
  private linkElement(
    parent: StructureElement,
    text: string,
    target: string,
    box: Omit<PageBox, "pageIndex">,
  ): StructureElement {
    const element = newElement(parent, "Link");
    this.links.push({ target, text, pageIndex: this.pages.length - 1, ...box, element });
    return element;
  }

  /** Draws lines one below the other from `y` on; `y` ends below them. They must fit. */
  lines(texts: readonly string[], place: TextPlace): void {
    for (const text of texts) {
      this.line(text, place, this.y);
      this.y -= place.format.line;
    }
  }
}
