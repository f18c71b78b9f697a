/** What a file that cannot be used is, by the reader's word for its kind. */
export const fileKinds: Readonly<Record<string, string>> = {
  pdf: "PDF",
  image: "picture",
  tiff: "TIFF picture",
  zip: "ZIP",
  markup: "web page or text document",
  word: "Word",
  powerpoint: "PowerPoint",
  xlsb: "binary Excel workbook, .xlsb",
  xls95: ".xls of Excel 95 or before",
  ods: "OpenDocument spreadsheet, .ods",
  numbers: "Numbers",
};
