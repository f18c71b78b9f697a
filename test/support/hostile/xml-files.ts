import { bookWith, type HostileFile, head, main, noise, sheetOf, times, withSheet } from "./hostile-file.ts";

const cells = (count: number, columns: number, cell: (address: string, at: number) => string) =>
  times(
    Math.ceil(count / columns),
    (row) =>
      `<row r="${row + 1}">${times(columns, (column) => cell(`${String.fromCharCode(65 + column)}${row + 1}`, row * columns + column))}</row>`,
  );

const styles = (formats: number) =>
  `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><strike/></font></fonts><cellXfs count="${formats}">${times(formats, (at) => `<xf numFmtId="${at % 60}" fontId="0"/>`)}</cellXfs></styleSheet>`;

export const xmlFiles: HostileFile[] = [
  {
    name: "entities that multiply",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () =>
      withSheet(
        sheetOf("").replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'),
      ),
  },
  {
    name: "UTF-16 with a mark",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () =>
      bookWith({
        "xl/worksheets/sheet1.xml": new Uint8Array(Buffer.from(`\ufeff${sheetOf("")}`, "utf16le")),
      }),
  },
  {
    name: "UTF-16 without a mark",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () =>
      bookWith({ "xl/worksheets/sheet1.xml": new Uint8Array(Buffer.from(sheetOf(""), "utf16le")) }),
  },
  {
    name: "450,000 empty cells",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells", "file-zip-bomb"],
    bytes: () =>
      withSheet(sheetOf(cells(450_000, 20, (address, at) => `<c r="${address}" s="${(at * 7919) % 13}"/>`))),
  },
  {
    name: "150,000 filled cells",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells", "file-zip-bomb"],
    bytes: () =>
      withSheet(
        sheetOf(cells(150_000, 20, (address, at) => `<c r="${address}"><v>${(at * 7919) % 10_007}</v></c>`)),
      ),
  },
  {
    name: "200,000 rows",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells", "file-zip-bomb"],
    bytes: () => withSheet(sheetOf(times(200_000, (at) => `<row r="${at + 1}"/>`))),
  },
  {
    name: "rows with a tab after their name",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells", "file-zip-bomb"],
    bytes: () => withSheet(sheetOf(times(60_000, (at) => `<row\tr="${at + 1}"/>`))),
  },
  {
    name: "60,000 merged ranges",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () =>
      withSheet(
        sheetOf(
          "",
          `<mergeCells>${times(60_000, (at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`)}</mergeCells>`,
        ),
      ),
  },
  {
    name: "merged over everything, often",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () =>
      withSheet(
        sheetOf(
          "",
          `<mergeCells>${times(200, (at) => `<mergeCell ref="A${at + 1}:XFD${900_000 - at}"/>`)}</mergeCells>`,
        ),
      ),
  },
  {
    name: "a rule with 200,000 ranges",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () =>
      withSheet(sheetOf("", `<conditionalFormatting sqref="${times(200_000, (at) => `A${at + 1} `)}A1"/>`)),
  },
  {
    name: "250,000 shared strings",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells"],
    bytes: () =>
      bookWith({
        "xl/sharedStrings.xml": `${head}<sst xmlns="${main}">${times(250_000, (at) => `<si><t>${(at * 7919) % 1_000_003}</t></si>`)}</sst>`,
      }),
  },
  {
    name: "one string of two million signs",
    fileName: "a.xlsx",
    outcome: ["file-damaged", "file-zip-bomb"],
    bytes: () =>
      withSheet(sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${noise(2_000_000)}</t></is></c></row>`)),
  },
  {
    name: "one long string in every cell",
    fileName: "a.xlsx",
    outcome: ["file-too-many-cells"],
    bytes: () =>
      bookWith({
        "xl/sharedStrings.xml": `${head}<sst xmlns="${main}"><si><t>${noise(32_000)}</t></si></sst>`,
        "xl/_rels/workbook.xml.rels": relsWithStrings(),
        "xl/worksheets/sheet1.xml": sheetOf(
          cells(90_000, 20, (address) => `<c r="${address}" t="s"><v>0</v></c>`),
        ),
      }),
  },
  {
    name: "a cell in the last corner",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () => withSheet(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  },
  {
    name: "a cell beyond the last corner",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => withSheet(sheetOf('<row r="9999999"><c r="ZZZ9999999"><v>1</v></c></row>')),
  },
  {
    name: "an empty last row",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () => withSheet(sheetOf('<row r="1048576"/>')),
  },
  {
    name: "5,000 sheets behind one part",
    fileName: "a.xlsx",
    outcome: ["file-zip-bomb"],
    bytes: () => bookWith({ "xl/workbook.xml": bookXml(5_000) }),
  },
  {
    name: "200 sheets behind one part",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => bookWith({ "xl/workbook.xml": bookXml(200) }),
  },
  {
    name: "100,000 cell formats",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      bookWith({
        "xl/styles.xml": styles(100_000),
        "xl/worksheets/sheet1.xml": sheetOf(
          cells(20_000, 20, (address, at) => `<c r="${address}" s="${(at * 31) % 100_000}"><v>${at}</v></c>`),
        ),
      }),
  },
  {
    name: "300,000 defined names",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      bookWith({
        "xl/workbook.xml": bookXml(1).replace(
          "</workbook>",
          `<definedNames>${times(300_000, (at) => `<definedName name="n${(at * 7919) % 1_000_003}">MDS!$A$1</definedName>`)}</definedNames></workbook>`,
        ),
      }),
  },
  {
    name: "relations that point at themselves",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      bookWith({
        "xl/worksheets/_rels/sheet1.xml.rels": rels(30_000, "drawing", "../worksheets/sheet1.xml"),
      }),
  },
  {
    name: "30,000 relations to one drawing",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      bookWith({
        "xl/worksheets/_rels/sheet1.xml.rels": rels(30_000, "drawing", "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x">${times(3_000, (at) => `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${at}</xdr:row></xdr:from>`)}</xdr:wsDr>`,
      }),
  },
  {
    name: "anchors that never end",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      bookWith({
        "xl/worksheets/_rels/sheet1.xml.rels": rels(1, "drawing", "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x">${times(60_000, (at) => `<xdr:twoCellAnchor><xdr:from><a14:x${at % 7}>`)}`,
      }),
  },
  {
    name: "rich runs that never end",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      withSheet(
        sheetOf(
          `<row r="1"><c r="A1" t="inlineStr"><is>${times(100_000, (at) => `<r><rPr><strike/></rPr><rPh${at % 3}>`)}</is></c></row>`,
        ),
      ),
  },
  {
    name: "formulas that never end",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      withSheet(
        `${head}<worksheet xmlns="${main}"><sheetData><row r="1">${times(100_000, (at) => `<c r="A${at + 1}"><f>1+`)}`,
      ),
  },
  {
    name: "comments that never end",
    fileName: "a.xlsx",
    outcome: ["file-damaged"],
    bytes: () => withSheet(sheetOf(times(200_000, (at) => `<!-- ${at % 97}`))),
  },
  {
    name: "a tag with a million attributes",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      withSheet(
        sheetOf(`<row r="1"><c ${times(400_000, (at) => `a${(at * 7919) % 1_000_003}="r"`)}/></row>`),
      ),
  },
];

function relsWithStrings(): string {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return `${head}<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
}
function rels(count: number, type: string, target: string): string {
  return `${head}<Relationships>${times(count, (at) => `<Relationship Id="rId${at + 1}" Type="http://x/${type}" Target="${target}"/>`)}</Relationships>`;
}
function bookXml(sheets: number): string {
  return `${head}<workbook xmlns="${main}" xmlns:r="r"><sheets>${times(sheets, (at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="rId1"/>`)}</sheets></workbook>`;
}
