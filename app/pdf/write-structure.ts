import { PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef } from "pdf-lib";
import type { StructureElement } from "./structure.ts";

/** An annotation (widget, link) and the element that stands for it. */
export type TaggedAnnotation = { element: StructureElement; annotation: PDFRef; pageIndex: number };

/**
 * Writes the structure tree, the parent tree and what the pages say of it.
 * @param sequences per page the element of each MCID, as `drawPage` returned them
 */
export function writeStructure(
  pdf: PDFDocument,
  root: StructureElement,
  sequences: readonly (readonly StructureElement[])[],
  annotations: readonly TaggedAnnotation[],
): void {
  const { context } = pdf;
  const pages = pdf.getPages();
  const content = contentOf(sequences);
  const refs = new Map<StructureElement, PDFRef>();
  const treeRef = context.nextRef();
  const scopes = {
    Column: context.register(context.obj({ O: "Table", Scope: "Column" })),
    Row: context.register(context.obj({ O: "Table", Scope: "Row" })),
  };
  const owned = new Map(annotations.map((each) => [each.element, each]));
  const write = (element: StructureElement, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    refs.set(element, ref);
    const marked = content.get(element) ?? [];
    const first = marked[0]?.pageIndex;
    const parts: Part[] = marked.map((place) => ({
      place,
      kid:
        place.pageIndex === first
          ? context.obj(place.mcid)
          : context.obj({ Type: "MCR", Pg: pageRef(pages, place.pageIndex), MCID: place.mcid }),
    }));
    const own = owned.get(element);
    if (own !== undefined) {
      const kid = context.obj({ Type: "OBJR", Pg: pageRef(pages, own.pageIndex), Obj: own.annotation });
      parts.push({ place: null, kid });
    }
    for (const kid of element.kids)
      if (isWritten(kid, content, owned))
        parts.push({ place: first === undefined ? null : firstPlace(kid, content), kid: write(kid, ref) });
    const kids = first === undefined ? parts.map((each) => each.kid) : inReadingOrder(parts);
    const entry = context.obj({ S: element.role, P: parent });
    if (first !== undefined) entry.set(PDFName.of("Pg"), pageRef(pages, first));
    if (element.scope !== undefined) entry.set(PDFName.of("A"), scopes[element.scope]);
    if (kids.length > 0) entry.set(PDFName.of("K"), kids.length === 1 ? (kids[0] ?? ref) : context.obj(kids));
    context.assign(ref, entry);
    return ref;
  };
  const documentRef = write(root, treeRef);
  const tree = context.obj({ Type: "StructTreeRoot", K: documentRef });
  writeParentTree(pdf, tree, sequences, annotations, refs);
  context.assign(treeRef, tree);
  pdf.catalog.set(PDFName.of("StructTreeRoot"), treeRef);
  pdf.catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
}

type Marked = { pageIndex: number; mcid: number };
/** What stands under an element, and where it begins on the pages; null for what is not drawn. */
type Part = { place: Marked | null; kid: PDFObject };

/** Text of an element and the links within it in the order in which they are read; what is not drawn stays behind. */
function inReadingOrder(parts: readonly Part[]): PDFObject[] {
  let last: Marked = { pageIndex: 0, mcid: -1 };
  const placed = parts.map(({ place, kid }) => {
    last = place ?? last;
    return { place: last, kid };
  });
  return placed
    .sort((one, other) => one.place.pageIndex - other.place.pageIndex || one.place.mcid - other.place.mcid)
    .map((each) => each.kid);
}

function firstPlace(element: StructureElement, content: Content): Marked | null {
  const own = content.get(element)?.[0];
  if (own !== undefined) return own;
  for (const kid of element.kids) {
    const place = firstPlace(kid, content);
    if (place !== null) return place;
  }
  return null;
}

type Content = ReadonlyMap<StructureElement, Marked[]>;

function contentOf(sequences: readonly (readonly StructureElement[])[]): Content {
  const content = new Map<StructureElement, Marked[]>();
  for (const [pageIndex, elements] of sequences.entries()) {
    for (const [mcid, element] of elements.entries()) {
      const known = content.get(element);
      if (known === undefined) content.set(element, [{ pageIndex, mcid }]);
      else known.push({ pageIndex, mcid });
    }
  }
  return content;
}

/** Empty cells keep their place in the grid; anything else without content says nothing. */
function isWritten(
  element: StructureElement,
  content: Content,
  owned: ReadonlyMap<StructureElement, TaggedAnnotation>,
): boolean {
  if (element.role === "TD" || element.role === "TH") return true;
  if (content.has(element) || owned.has(element)) return true;
  return element.kids.some((each) => isWritten(each, content, owned));
}

/** From a page's MCID, and from an annotation, back to the element (ISO 32000-1, 14.7.4.4). */
function writeParentTree(
  pdf: PDFDocument,
  tree: PDFDict,
  sequences: readonly (readonly StructureElement[])[],
  annotations: readonly TaggedAnnotation[],
  refs: ReadonlyMap<StructureElement, PDFRef>,
): void {
  const { context } = pdf;
  const pages = pdf.getPages();
  const refsOf = (elements: readonly StructureElement[]) => elements.flatMap((each) => refs.get(each) ?? []);
  const numbers: (number | PDFRef)[] = [];
  for (const [at, elements] of sequences.entries()) {
    numbers.push(at, context.register(context.obj(refsOf(elements))));
    const node = pages[at]?.node;
    node?.set(PDFName.of("StructParents"), context.obj(at));
    node?.set(PDFName.of("Tabs"), PDFName.of("S"));
  }
  for (const [at, { element, annotation }] of annotations.entries()) {
    const key = sequences.length + at;
    numbers.push(key, ...refsOf([element]));
    context.lookup(annotation, PDFDict).set(PDFName.of("StructParent"), context.obj(key));
  }
  tree.set(PDFName.of("ParentTree"), context.register(context.obj({ Nums: numbers })));
  tree.set(PDFName.of("ParentTreeNextKey"), context.obj(sequences.length + annotations.length));
}

function pageRef(pages: readonly { ref: PDFRef }[], at: number): PDFRef {
  const page = pages[at];
  if (page === undefined) throw new Error(`the paper has no page ${at}`);
  return page.ref;
}
