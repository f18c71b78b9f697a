/** What a file that cannot be used is, by the reader's word for its kind. */
export const fileKinds: Readonly<Record<string, string>> = {
  pdf: "PDF",
  image: "画像",
  tiff: "TIFF の画像",
  zip: "ZIP",
  markup: "ウェブページや文書",
  word: "Word",
  powerpoint: "PowerPoint",
  xlsb: "Excel のバイナリ形式 .xlsb",
  xls95: "Excel 95 以前の .xls",
  ods: "OpenDocument の表 .ods",
  numbers: "Numbers",
};
