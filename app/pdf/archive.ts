import { createHash } from "node:crypto";
import {
  AFRelationship,
  getDefaultSRGBProfile,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
} from "pdf-lib";
import type { PaperDocument } from "../domain/annex-document.ts";
import { printedData } from "./printed-data.ts";

/** What Info and XMP both say; PDF/A wants the two alike. */
type Description = { title: string; program: string; createdAt: Date };
const program = "Buntan";

/**
 * What makes the file fit for archives (PDF/A-3a, ISO 19005-3) and for assistive technology (PDF/UA-1, ISO 14289-1)
 * apart from its tags: title, language, identifier, XMP, the output intent of its greys, and the printed document as
 * data. The same document and moment give the same bytes.
 */
export async function describeForArchive(
  pdf: PDFDocument,
  document: PaperDocument,
  createdAt: Date,
): Promise<void> {
  const title = [document.printedNo ?? "", document.title].filter((each) => each !== "").join("　");
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage("ja-JP");
  pdf.setProducer(program);
  pdf.setCreator(program);
  pdf.setCreationDate(createdAt);
  pdf.setModificationDate(createdAt);
  const data = JSON.stringify(printedData(document));
  const seed = JSON.stringify([createdAt.toISOString(), document.audience, data]);
  const id = PDFHexString.of(createHash("sha256").update(seed).digest("hex").slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  writeXmp(pdf, { title, program, createdAt });
  writeOutputIntent(pdf);
  await pdf.attach(new TextEncoder().encode(data), "document.json", {
    mimeType: "application/json",
    description: "印字した内容のデータ",
    creationDate: createdAt,
    modificationDate: createdAt,
    afRelationship: AFRelationship.Data,
  });
}

const srgb = "sRGB IEC61966-2.1";

function writeOutputIntent(pdf: PDFDocument): void {
  const { context } = pdf;
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFString.of(srgb),
    Info: PDFString.of(srgb),
    DestOutputProfile: context.register(context.flateStream(getDefaultSRGBProfile(), { N: 3 })),
  });
  pdf.catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
}

function writeXmp(pdf: PDFDocument, description: Description): void {
  const bytes = new TextEncoder().encode(xmpOf(description));
  // why not compressed: archives find the packet by its mark in the raw file (ISO 19005-3, 6.6.2.1).
  const stream = pdf.context.stream(bytes, { Type: "Metadata", Subtype: "XML" });
  pdf.catalog.set(PDFName.of("Metadata"), pdf.context.register(stream));
}

function xmpOf({ title, program: tool, createdAt }: Description): string {
  const moment = createdAt.toISOString().replace(/\.\d+Z$/, "Z");
  const description = (prefix: string, uri: string, body: string) =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">${body}</rdf:Description>`;
  return [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    description(
      "dc",
      "http://purl.org/dc/elements/1.1/",
      `<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    ),
    description(
      "xmp",
      "http://ns.adobe.com/xap/1.0/",
      `<xmp:CreatorTool>${tool}</xmp:CreatorTool><xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
    ),
    description("pdf", "http://ns.adobe.com/pdf/1.3/", `<pdf:Producer>${tool}</pdf:Producer>`),
    description(
      "pdfaid",
      "http://www.aiim.org/pdfa/ns/id/",
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    ),
    description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>"),
    uaSchema,
    `</rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="w"?>`,
  ].join("\n");
}

/** PDF/A knows no PDF/UA: its property has to be declared in the file (ISO 19005-3, 6.6.2.3.3). */
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
