import * as XLSX from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const compound = (stream: string) => {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, `/${stream}`, new Uint8Array(5000).fill(7));
  return new Uint8Array(Buffer.from(XLSX.CFB.write(container, { type: "buffer" })));
};
const types = (kind: string) => ({
  "[Content_Types].xml": `<Types><Override ContentType="${kind}"/></Types>`,
});
const openDocument = (kind: string) => zip({ mimetype: `application/vnd.oasis.opendocument.${kind}` });
const openXml = "application/vnd.openxmlformats-officedocument.";
const binaryWorkbook = (bookType: "xlsb" | "biff5") => {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([["MDS"]]), "MDS");
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType }));
};

describe("files that are no workbook for us are named, with what to do next", () => {
  test.each<[string, string, Uint8Array]>([
    ["回答.ods", "ods", openDocument("spreadsheet")],
    ["回答.odt", "word", openDocument("text")],
    ["回答.xlsb", "xlsb", binaryWorkbook("xlsb")],
    ["回答.xls", "xls95", binaryWorkbook("biff5")],
    ["回答.docx", "word", zip(types(`${openXml}wordprocessingml.document.main+xml`))],
    ["回答.pptx", "powerpoint", zip(types(`${openXml}presentationml.presentation.main+xml`))],
    ["回答.doc", "word", compound("WordDocument")],
    ["回答.ppt", "powerpoint", compound("PowerPoint Document")],
    ["回答.numbers", "numbers", zip({ "Index/Document.iwa": "x", "preview.jpg": "x" })],
    ["回答.html", "markup", strToU8("<html><table><tr><td>MDS</td></tr></table></html>")],
    ["回答.tiff", "tiff", new Uint8Array([0x49, 0x49, 42, 0, 8, 0, 0, 0])],
  ])("%s is %s", async (fileName, kind, bytes) => {
    const { recognised, problems } = await readWorkbookBytes(bytes, fileName);
    expect(recognised).toBe("refused");
    expect(problems).toEqual([{ code: "file-kind-unsupported", params: { kind } }]);
  });
});
