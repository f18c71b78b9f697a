import fontkit from "@cantoo/fontkit";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from "pdf-lib";

const name = PDFName.of;

/** One element of the structure tree as a file holds it. */
export type TaggedElement = {
  role: string;
  scope: string | null;
  /** `page:mcid` of what it marks, in order. */
  marks: string[];
  objects: PDFRef[];
  kids: TaggedElement[];
};

export async function openTagged(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = pdf;
  const pageOf = new Map(pdf.getPages().map((each, at) => [each.ref.tag, at]));
  const tree = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const read = (entry: PDFDict): TaggedElement => {
    const own = entry.get(name("Pg"));
    const element: TaggedElement = {
      role: nameOf(entry, "S"),
      scope: scopeOf(entry),
      marks: [],
      objects: [],
      kids: [],
    };
    const mark = (page: unknown, mcid: number) =>
      element.marks.push(`${page instanceof PDFRef ? pageOf.get(page.tag) : "?"}:${mcid}`);
    const raw = entry.get(name("K"));
    const looked = raw === undefined ? undefined : context.lookup(raw);
    for (const each of looked instanceof PDFArray ? looked.asArray() : raw === undefined ? [] : [raw]) {
      const kid = context.lookup(each);
      if (kid instanceof PDFNumber) mark(own, kid.asNumber());
      else if (kid instanceof PDFDict && nameOf(kid, "Type") === "MCR")
        mark(kid.get(name("Pg")), kid.lookup(name("MCID"), PDFNumber).asNumber());
      else if (kid instanceof PDFDict && nameOf(kid, "Type") === "OBJR")
        element.objects.push(refOf(kid, "Obj"));
      else if (kid instanceof PDFDict) element.kids.push(read(kid));
    }
    return element;
  };
  return { pdf, root: read(tree.lookup(name("K"), PDFDict)), parents: parentsOf(pdf, tree) };
}

function parentsOf(pdf: PDFDocument, tree: PDFDict): Map<number, PDFRef | PDFArray> {
  const numbers = tree.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray).asArray();
  const parents = new Map<number, PDFRef | PDFArray>();
  for (let at = 0; at < numbers.length; at += 2) {
    const [key, value] = [numbers[at], numbers[at + 1]];
    const looked = value === undefined ? undefined : pdf.context.lookup(value);
    if (!(key instanceof PDFNumber)) throw new Error("a key of the parent tree is no number");
    if (looked instanceof PDFArray) parents.set(key.asNumber(), looked);
    else if (value instanceof PDFRef) parents.set(key.asNumber(), value);
  }
  return parents;
}

export function everyElement(root: TaggedElement): TaggedElement[] {
  return [root, ...root.kids.flatMap(everyElement)];
}

/** Faults of a page's marked content: what is painted outside, nested sequences, MCIDs out of order. */
export function faultsOfContent(pdf: PDFDocument, pageIndex: number): { faults: string[]; tags: string[] } {
  const faults: string[] = [];
  const tags: string[] = [];
  let open: string | null = null;
  for (const line of contentOf(pdf, pageIndex).split("\n")) {
    const operator = line.trim().split(/\s+/).at(-1) ?? "";
    if (operator === "BDC" || operator === "BMC") {
      if (open !== null) faults.push(`${line} inside ${open}`);
      open = line;
      const mcid = /MCID (\d+)/.exec(line)?.[1];
      if (mcid === undefined && !line.startsWith("/Artifact")) faults.push(`${line} without MCID`);
      if (mcid !== undefined && Number(mcid) !== tags.push(/^\/(\w+)/.exec(line)?.[1] ?? "") - 1)
        faults.push(`${line} out of order`);
    } else if (operator === "EMC") open = null;
    else if (["Tj", "TJ", "S", "f", "Do", "B"].includes(operator) && open === null)
      faults.push(`${line} is unmarked`);
    else if (["gs", "sh", "BI"].includes(operator)) faults.push(`${line} is not allowed here`);
  }
  if (open !== null) faults.push(`${open} never ends`);
  return { faults, tags };
}

function contentOf(pdf: PDFDocument, pageIndex: number): string {
  const contents = pdf.getPage(pageIndex).node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((each) => {
      const stream = each === undefined ? undefined : pdf.context.lookup(each);
      if (!(stream instanceof PDFRawStream)) throw new Error("a content stream is none");
      return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    })
    .join("\n");
}

/** Faults of the fonts: not embedded, no ToUnicode, widths in the PDF that are not the font's own. */
export function faultsOfFonts(pdf: PDFDocument): string[] {
  const faults: string[] = [];
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || nameOf(font, "Subtype") !== "CIDFontType2") continue;
    const base = nameOf(font, "BaseFont");
    const file = font.lookup(name("FontDescriptor"), PDFDict).lookup(name("FontFile2"));
    if (!(file instanceof PDFRawStream)) return [...faults, `${base} is not embedded`];
    const embedded = fontkit.create(decodePDFRawStream(file).decode());
    if (embedded === null || !("getGlyph" in embedded)) return [...faults, `${base} cannot be read`];
    for (const [gid, width] of widthsOf(font.lookup(name("W"), PDFArray))) {
      const own = ((embedded.getGlyph(gid)?.advanceWidth ?? 0) * 1000) / embedded.unitsPerEm;
      if (Math.abs(own - width) > 1) faults.push(`${base} glyph ${gid}: ${width}, in the font ${own}`);
    }
  }
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (font instanceof PDFDict && nameOf(font, "Subtype") === "Type0" && !font.has(name("ToUnicode")))
      faults.push(`${nameOf(font, "BaseFont")} has no ToUnicode`);
  }
  return faults;
}

/** `[1 [1000 500] 7 [250]]` → (1, 1000) (2, 500) (7, 250). */
function widthsOf(array: PDFArray): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < array.size(); at += 2) {
    const first = array.lookup(at, PDFNumber).asNumber();
    const widths = array.lookup(at + 1, PDFArray);
    for (let no = 0; no < widths.size(); no += 1)
      found.push([first + no, widths.lookup(no, PDFNumber).asNumber()]);
  }
  return found;
}

/** The XMP packet as text. */
export function xmpOf(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(name("Metadata"));
  if (!(stream instanceof PDFRawStream)) throw new Error("no XMP");
  return Buffer.from(stream.contents).toString("utf8");
}

function nameOf(entry: PDFDict, key: string): string {
  return entry.lookupMaybe(name(key), PDFName)?.decodeText() ?? "";
}

function scopeOf(entry: PDFDict): string | null {
  const attributes = entry.lookupMaybe(name("A"), PDFDict);
  return attributes === undefined ? null : nameOf(attributes, "Scope");
}

function refOf(entry: PDFDict, key: string): PDFRef {
  const ref = entry.get(name(key));
  if (!(ref instanceof PDFRef)) throw new Error(`${key} is no reference`);
  return ref;
}
