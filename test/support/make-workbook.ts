import { zipSync } from "fflate";
import { addressOf } from "~/workbook/sheet";

/** A cell of a hand-made workbook: text, number, boolean, nothing, or one with what a spreadsheet can do to it. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | {
      text?: string;
      number?: number;
      format?: string;
      isStruck?: boolean;
      /** What sets the whole cell apart from its neighbours. */
      emphasis?: Emphasis;
      /** Formula; `value` undefined means that none was saved. */
      formula?: string;
      value?: string | number;
      error?: string;
      /** Raw content of `<is>`: rich runs, furigana. */
      rich?: string;
    };

/** Whole-cell emphasis: the font's weight, line, colour, or the cell's fill. */
export type Emphasis = "bold" | "underline" | "red" | "fill" | keyof typeof oddFonts;

/** Fonts that change what is seen of a text; in the styles of a book only where a cell uses them. */
const oddFonts = {
  white: '<color rgb="FFFFFFFF"/>',
  "theme's white": '<color theme="0"/>',
  tiny: '<sz val="1"/>',
  wingdings: '<name val="Wingdings"/><charset val="2"/>',
  "wingdings 2": '<name val="Wingdings 2"/>',
  "unknown pictures": '<name val="Our Signs"/><charset val="2"/>',
} as const;

export type MadeSheet = {
  name: string;
  rows: MadeCell[][];
  merges?: string[];
  isHidden?: boolean;
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** Shapes from cell to cell, zero-based: [column, row, column, row]. */
  shapes?: [number, number, number, number][];
  /** Raw content of the drawing part instead of `shapes`. */
  drawing?: string;
  /** Raw XML after the merged ranges (`<controls>`, `<legacyDrawing r:id="…"/>`). */
  tail?: string;
  /** Relations of the sheet besides its drawing (which is rId1): id, last word of the type, target. */
  relations?: [string, string, string][];
};

const escapeXml = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Builds an .xlsx by hand, so that a test controls every byte of it. */
export function makeWorkbook(sheets: MadeSheet[], extraParts: Record<string, string> = {}): Uint8Array {
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  const formats = [...new Set(cells.flatMap(formatOf))];
  const fonts = fontsOf(cells);
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(
        (sheet, at) =>
          `<sheet name="${escapeXml(sheet.name)}" sheetId="${at + 1}"${sheet.isHidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join("")}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles(formats, fonts),
    ...extraParts,
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, { formats, fonts });
    Object.assign(files, sheetRelations(sheet, at + 1));
  });
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])),
  );
}

function formatOf(cell: MadeCell): string[] {
  return cell !== null && typeof cell === "object" && cell.format ? [cell.format] : [];
}

function contentTypes(sheets: MadeSheet[]): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kind}.worksheet+xml"/>`).join("")}</Types>`;
}

type Fonts = readonly (Emphasis | null)[];

const isOdd = (emphasis: Emphasis): emphasis is keyof typeof oddFonts => emphasis in oddFonts;

function fontsOf(cells: MadeCell[]): Fonts {
  const used = cells.flatMap((cell) => (cell !== null && typeof cell === "object" && cell.emphasis) || []);
  return [null, "bold", "underline", "red", "fill", ...new Set(used.filter(isOdd))];
}

const fontOf: Record<Emphasis, string> = {
  ...oddFonts,
  bold: "<b/>",
  underline: "<u/>",
  red: '<color rgb="FFFF0000"/>',
  fill: "",
};

/** One style for each number format (0 is General), each emphasis, plain and struck through. */
function styles(formats: string[], emphases: Fonts): string {
  const all = ["General", ...formats];
  const fonts = emphases.flatMap((each) =>
    ["", "<strike/>"].map(
      (strike) =>
        `<font>${strike}${each === "tiny" ? "" : '<sz val="11"/>'}${each ? fontOf[each] : ""}</font>`,
    ),
  );
  const xfs = all.flatMap((_, at) =>
    fonts.map((_, font) => {
      const fill = emphases[Math.floor(font / 2)] === "fill" ? 2 : 0;
      return `<xf numFmtId="${at === 0 ? 0 : 169 + at}" fontId="${font}" fillId="${fill}" applyNumberFormat="1"/>`;
    }),
  );
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
    .map((format, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escapeXml(format)}"/>`)
    .join("")}</numFmts><fonts count="${fonts.length}">${fonts.join(
    "",
  )}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs></styleSheet>`;
}

type Styles = { formats: string[]; fonts: Fonts };

/** Number of a cell's style in the table that `styles` writes. */
function styleOf(
  cell: Exclude<MadeCell, string | number | boolean | null>,
  { formats, fonts }: Styles,
): number {
  const format = cell.format ? formats.indexOf(cell.format) + 1 : 0;
  const font = fonts.indexOf(cell.emphasis ?? null) * 2 + (cell.isStruck ? 1 : 0);
  return format * fonts.length * 2 + font;
}

function sheetXml(sheet: MadeSheet, styles: Styles): string {
  const rows = sheet.rows.map((row, at) => {
    const hidden = sheet.hiddenRows?.includes(at + 1) ? ' hidden="1"' : "";
    return `<row r="${at + 1}"${hidden}>${row.map((cell, index) => cellXml(cell, addressOf(at + 1, index + 1), styles)).join("")}</row>`;
  });
  const cols = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column}" max="${column}" width="8" hidden="1"/>`,
  );
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return `${head}<worksheet xmlns="${main}" xmlns:r="${relations}">${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : ""}${hasDrawing(sheet) ? '<drawing r:id="rId1"/>' : ""}${sheet.tail ?? ""}</worksheet>`;
}

function cellXml(cell: MadeCell, address: string, styles: Styles): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return inline(address, "", `<t xml:space="preserve">${escapeXml(cell)}</t>`);
  const number = styleOf(cell, styles);
  const style = number > 0 ? ` s="${number}"` : "";
  if (cell.error) return `<c r="${address}"${style} t="e"><f>1/0</f><v>${cell.error}</v></c>`;
  if (cell.formula !== undefined) {
    const type = typeof cell.value === "string" ? ' t="str"' : "";
    const value = cell.value === undefined ? "" : `<v>${escapeXml(String(cell.value))}</v>`;
    return `<c r="${address}"${style}${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
  }
  if (cell.number !== undefined) return `<c r="${address}"${style}><v>${cell.number}</v></c>`;
  return inline(address, style, cell.rich ?? `<t xml:space="preserve">${escapeXml(cell.text ?? "")}</t>`);
}

const inline = (address: string, style: string, content: string) =>
  `<c r="${address}"${style} t="inlineStr"><is>${content}</is></c>`;

const hasDrawing = (sheet: MadeSheet) => sheet.shapes !== undefined || sheet.drawing !== undefined;

function anchorsOf(shapes: [number, number, number, number][]): string {
  return shapes
    .map(
      ([left, top, right, bottom]) =>
        `<xdr:twoCellAnchor><xdr:from><xdr:col>${left}</xdr:col><xdr:colOff>1000</xdr:colOff><xdr:row>${top}</xdr:row><xdr:rowOff>1000</xdr:rowOff></xdr:from><xdr:to><xdr:col>${right}</xdr:col><xdr:colOff>9000</xdr:colOff><xdr:row>${bottom}</xdr:row><xdr:rowOff>9000</xdr:rowOff></xdr:to><xdr:sp><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`,
    )
    .join("");
}

function sheetRelations(sheet: MadeSheet, number: number): Record<string, string> {
  const own: [string, string, string][] = hasDrawing(sheet)
    ? [["rId1", "drawing", `../drawings/drawing${number}.xml`]]
    : [];
  const all = [...own, ...(sheet.relations ?? [])];
  if (all.length === 0) return {};
  const lines = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  const rels = {
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`,
  };
  if (!hasDrawing(sheet)) return rels;
  const content = sheet.drawing ?? anchorsOf(sheet.shapes ?? []);
  return {
    ...rels,
    [`xl/drawings/drawing${number}.xml`]: `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</xdr:wsDr>`,
  };
}
