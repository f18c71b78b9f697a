/**
 * Roles of the structure tree (ISO 32000-1, 14.8.4) that papers need: what a screen reader, a converter or an archive
 * reads instead of positions.
 */
export type Role =
  | "Document"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "Caption"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Span"
  | "Link"
  | "Form";

/** One element; what is drawn points at its element, so the tree itself holds no text. */
export type StructureElement = {
  role: Role;
  /** What a header cell heads. */
  scope?: "Column" | "Row";
  kids: StructureElement[];
};

export function newElement(parent: StructureElement, role: Role): StructureElement {
  const element: StructureElement = { role, kids: [] };
  parent.kids.push(element);
  return element;
}

/**
 * Numbered clauses below a 項 as lists in lists. Clauses arrive one by one with an indent; an open list is continued
 * until something that is no clause comes between.
 */
export class OpenLists {
  private open: { indent: number; list: StructureElement; body: StructureElement }[] = [];

  /** Label and body of the next clause at this indent. */
  next(parent: StructureElement, indent: number): { label: StructureElement; body: StructureElement } {
    this.open = this.open.filter((each) => each.indent <= indent);
    const known = this.open.at(-1);
    const list =
      known?.indent === indent ? known.list : newElement(known === undefined ? parent : known.body, "L");
    const item = newElement(list, "LI");
    const [label, body] = [newElement(item, "Lbl"), newElement(item, "LBody")];
    this.open = [...this.open.filter((each) => each.indent < indent), { indent, list, body }];
    return { label, body };
  }

  close(): void {
    this.open = [];
  }
}
