import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

// The same workbook as other programs would have written it: each way below is one that some library takes.

type Files = Record<string, string>;
type Rewrite = (files: Files) => Files;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name);

const each = (change: (xml: string, name: string) => string): Rewrite => {
  return (files) => Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, change(xml, name)]));
};

const inSheets = (change: (xml: string) => string) =>
  each((xml, name) => (isSheet(name) ? change(xml) : xml));

/** Strings in a part of their own, each with a phonetic run, as a Japanese spreadsheet keeps them. */
function withSharedStrings(files: Files): Files {
  const items: string[] = [];
  const moved = inSheets((xml) =>
    xml.replace(/<c ([^<>]*?)t="inlineStr"([^<>]*)><is>(.*?)<\/is><\/c>/gs, (_all, before, after, item) => {
      items.push(`<si>${item}<rPh sb="0" eb="1"><t>ハイ</t></rPh><phoneticPr fontId="0"/></si>`);
      return `<c ${before}t="s"${after}><v>${items.length - 1}</v></c>`;
    }),
  )(files);
  const rels = moved["xl/_rels/workbook.xml.rels"] ?? "";
  return {
    ...moved,
    "xl/sharedStrings.xml": `<sst xmlns="${main}" count="${items.length}">${items.join("")}</sst>`,
    "xl/_rels/workbook.xml.rels": rels.replace(
      "</Relationships>",
      `<Relationship Id="rIdT" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
  };
}

/** Every element of the spreadsheet's own namespace with a prefix. */
const withPrefix = each((xml, name) =>
  isSheet(name) || /^xl\/(?:workbook|styles|sharedStrings)\.xml$/.test(name)
    ? xml.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace(`xmlns="${main}"`, `xmlns:x="${main}"`)
    : xml,
);

/** Cells and rows by their order alone; what is left out is there as an empty cell. */
function withoutPlaces(xml: string): string {
  const at = (address: string) => {
    const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
    return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  };
  return xml.replace(/<row r="\d+"/g, "<row").replace(/<row(?: [^<>]*)?>.*?<\/row>/gs, (row) => {
    let last = 0;
    return row.replace(/<c r="([A-Z]+\d+)"/g, (_all, address: string) => {
      const gap = "<c/>".repeat(at(address) - last - 1);
      last = at(address);
      return `${gap}<c`;
    });
  });
}

/** Ways of writing, by what is peculiar to each. */
export const otherWriters: Record<string, Rewrite> = {
  "shared strings with furigana": withSharedStrings,
  "a prefix before every name": withPrefix,
  "shared strings and prefixes": (files) => withPrefix(withSharedStrings(files)),
  "targets from the package's root": each((xml, name) =>
    name.endsWith("workbook.xml.rels") ? xml.replace(/Target="/g, 'Target="/xl/') : xml,
  ),
  "a size of the sheet that is wrong": inSheets((xml) =>
    xml.replace(/(<worksheet[^<>]*>)/, '$1<dimension ref="A1"/>'),
  ),
  "single quotes and wide spaces": inSheets((xml) =>
    xml.replace(
      /<(c|row) ([^<>]*)>/g,
      (_all, tag, rest) => `<${tag}\n  ${rest.replace(/="([^"]*)"/g, " = '$1'")} >`,
    ),
  ),
  "lines and indents between elements": inSheets((xml) =>
    xml.replace(/<(row|c|\/row|\/sheetData|mergeCells)([ >])/g, "\r\n    <$1$2"),
  ),
  "text in CDATA": inSheets((xml) => xml.replace(/<t( [^<>]*)?>([^<&]*)<\/t>/g, "<t$1><![CDATA[$2]]></t>")),
  "characters as numbers": inSheets((xml) =>
    xml.replace(/<t( [^<>]*)?>([^<&]*)<\/t>/g, (_all, space = "", text: string) => {
      return `<t${space}>${[...text].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join("")}</t>`;
    }),
  ),
  "cells that tell no place": inSheets(withoutPlaces),
  "the strict namespace": each((xml) =>
    xml
      .replaceAll(main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll(relations, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
  ),
  "a mark for the byte order": each((xml, name) => (isSheet(name) ? `\ufeff${xml}` : xml)),
  "styles of rows and columns that strike through": inSheets((xml) =>
    xml
      .replace(/<row /g, '<row s="1" customFormat="1" ')
      .replace("<sheetData>", '<cols><col min="1" max="9" width="9" style="1"/></cols><sheetData>'),
  ),
};

/** Rewrites a workbook that `makeWorkbook` made. */
export function writtenBy(bytes: Uint8Array, rewrite: Rewrite): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, part]): [string, string] => [
    name,
    strFromU8(part),
  ]);
  const changed = Object.entries(rewrite(Object.fromEntries(files)));
  const before = new Map(files);
  if (changed.every(([name, xml]) => before.get(name) === xml))
    throw new Error("nothing was written otherwise");
  return zipSync(Object.fromEntries(changed.map(([name, xml]) => [name, strToU8(xml)])));
}
