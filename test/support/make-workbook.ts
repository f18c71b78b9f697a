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
      /** Formula; `value` undefined means that none was saved. */
      formula?: string;
      value?: string | number;
      error?: string;
      /** Raw content of `<is>`: rich runs, furigana. */
      rich?: string;
    };

export type MadeSheet = {
  name: string;
  rows: MadeCell[][];
  merges?: string[];
  isHidden?: boolean;
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** Shapes from cell to cell, zero-based: [column, row, column, row]. */
  shapes?: [number, number, number, number][];
};

const escapeXml = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Builds an .xlsx by hand, so that a test controls every byte of it. */
export function makeWorkbook(sheets: MadeSheet[], extraParts: Record<string, string> = {}): Uint8Array {
  const formats = [...new Set(sheets.flatMap((sheet) => sheet.rows.flat().flatMap(formatOf)))];
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
    "xl/styles.xml": styles(formats),
    ...extraParts,
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, formats);
    if (sheet.shapes) Object.assign(files, drawingParts(sheet.shapes, at + 1));
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

/** Style 2n: format n; style 2n+1: the same struck through. Format 0 is General. */
function styles(formats: string[]): string {
  const all = ["General", ...formats];
  return `${head}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
    .map((format, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escapeXml(format)}"/>`)
    .join(
      "",
    )}</numFmts><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${all.length * 2}">${all
    .map((_, at) => {
      const id = at === 0 ? 0 : 169 + at;
      return `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/><xf numFmtId="${id}" fontId="1" applyNumberFormat="1"/>`;
    })
    .join("")}</cellXfs></styleSheet>`;
}

function sheetXml(sheet: MadeSheet, formats: string[]): string {
  const rows = sheet.rows.map((row, at) => {
    const hidden = sheet.hiddenRows?.includes(at + 1) ? ' hidden="1"' : "";
    return `<row r="${at + 1}"${hidden}>${row.map((cell, index) => cellXml(cell, addressOf(at + 1, index + 1), formats)).join("")}</row>`;
  });
  const cols = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column}" max="${column}" width="8" hidden="1"/>`,
  );
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  return `${head}<worksheet xmlns="${main}" xmlns:r="${relations}">${cols.length > 0 ? `<cols>${cols.join("")}</cols>` : ""}<sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : ""}${sheet.shapes ? '<drawing r:id="rId1"/>' : ""}</worksheet>`;
}

function cellXml(cell: MadeCell, address: string, formats: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return inline(address, "", `<t xml:space="preserve">${escapeXml(cell)}</t>`);
  const number = (cell.format ? formats.indexOf(cell.format) + 1 : 0) * 2 + (cell.isStruck ? 1 : 0);
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

function drawingParts(shapes: [number, number, number, number][], number: number): Record<string, string> {
  const anchors = shapes.map(
    ([left, top, right, bottom]) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>${left}</xdr:col><xdr:colOff>1000</xdr:colOff><xdr:row>${top}</xdr:row><xdr:rowOff>1000</xdr:rowOff></xdr:from><xdr:to><xdr:col>${right}</xdr:col><xdr:colOff>9000</xdr:colOff><xdr:row>${bottom}</xdr:row><xdr:rowOff>9000</xdr:rowOff></xdr:to><xdr:sp><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return {
    [`xl/drawings/drawing${number}.xml`]: `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${anchors.join("")}</xdr:wsDr>`,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/drawing" Target="../drawings/drawing${number}.xml"/></Relationships>`,
  };
}
