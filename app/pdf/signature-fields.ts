import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from "pdf-lib";
import type { SignaturePlace } from "./ink.ts";
import type { TaggedAnnotation } from "./write-structure.ts";

/**
 * An empty signature field per party, where the paper has its 署名欄: a signing program finds it, nothing is printed.
 * The fields are named `Signature1`, `Signature2` in the order of the parties.
 */
export function writeSignatureFields(
  pdf: PDFDocument,
  places: readonly SignaturePlace[],
): TaggedAnnotation[] {
  const { context } = pdf;
  const written = places.map((place, at): TaggedAnnotation => {
    const { element, pageIndex } = place;
    return { element, pageIndex, annotation: writeField(pdf, place, `Signature${at + 1}`) };
  });
  if (written.length === 0) return [];
  const form = context.obj({ Fields: written.map((each) => each.annotation) });
  pdf.catalog.set(PDFName.of("AcroForm"), context.register(form));
  return written;
}

function writeField(pdf: PDFDocument, place: SignaturePlace, name: string): PDFRef {
  const { context } = pdf;
  const page = pdf.getPage(place.pageIndex);
  const { x, y, width, height } = place;
  const box = [x, y, x + width, y + height].map((each) => Math.round(each * 100) / 100);
  // why an appearance although it is empty: an annotation with a size must have one (ISO 19005-3, 6.3.3).
  const empty = context.stream("", { Type: "XObject", Subtype: "Form", BBox: [0, 0, width, height] });
  const field = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      Rect: box,
      F: 4,
      P: page.ref,
      T: PDFString.of(name),
      TU: PDFHexString.fromText(`${place.label}の電子署名欄`),
      AP: { N: context.register(empty) },
    }),
  );
  page.node.addAnnot(field);
  return field;
}
