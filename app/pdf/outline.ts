import { type PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFRef } from "pdf-lib";
import type { Bookmark } from "./ink.ts";

/** Writes the bookmarks of a document as one flat list, in reading order. */
export function writeOutline(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context } = pdf;
  const pages = pdf.getPages();
  const outline = context.nextRef();
  const items = bookmarks.map((bookmark) => ({ bookmark, ref: context.nextRef() }));
  items.forEach(({ bookmark, ref }, at) => {
    const page = pages[bookmark.pageIndex];
    if (page === undefined) return;
    const item = context.obj({
      Title: PDFHexString.fromText(bookmark.title),
      Parent: outline,
      Dest: destinationOf(page.ref, bookmark),
      ...neighbour("Prev", items[at - 1]?.ref),
      ...neighbour("Next", items[at + 1]?.ref),
    });
    context.assign(ref, item);
  });
  const list = {
    Type: "Outlines",
    Count: items.length,
    ...neighbour("First", items[0]?.ref),
    ...neighbour("Last", items.at(-1)?.ref),
  };
  context.assign(outline, context.obj(list));
  pdf.catalog.set(PDFName.of("Outlines"), outline);
}

/** Shows the page with the heading at the upper edge, as large as it was before. */
export function destinationOf(
  page: PDFRef,
  { y }: Bookmark,
): (PDFRef | PDFName | PDFNumber | typeof PDFNull)[] {
  return [page, PDFName.of("XYZ"), PDFNull, PDFNumber.of(Math.ceil(y)), PDFNull];
}

function neighbour(name: string, ref: PDFRef | undefined): Record<string, PDFRef> {
  return ref === undefined ? {} : { [name]: ref };
}
