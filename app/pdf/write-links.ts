import { type PDFDocument, PDFHexString } from "pdf-lib";
import type { LeadingLink } from "./ink.ts";
import { destinationOf } from "./outline.ts";
import type { TaggedAnnotation } from "./write-structure.ts";

/** A link over every place that names a heading, to where that heading stands; nothing is printed for it. */
export function writeLinks(pdf: PDFDocument, links: readonly LeadingLink[]): TaggedAnnotation[] {
  const { context } = pdf;
  return links.map((link): TaggedAnnotation => {
    const page = pdf.getPage(link.pageIndex);
    const { x, y, width, height } = link;
    const annotation = context.register(
      context.obj({
        Type: "Annot",
        Subtype: "Link",
        Rect: [x, y, x + width, y + height].map((each) => Math.round(each * 100) / 100),
        Border: [0, 0, 0],
        F: 4,
        P: page.ref,
        Contents: PDFHexString.fromText(`${link.text}へ`),
        Dest: destinationOf(pdf.getPage(link.to.pageIndex).ref, link.to),
      }),
    );
    page.node.addAnnot(annotation);
    return { element: link.element, pageIndex: link.pageIndex, annotation };
  });
}
