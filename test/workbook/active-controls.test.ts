import { expect, test } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { makeWorkbook } from "../support/make-workbook.ts";

// ActiveX boxes keep their state in a binary part that is not looked at: no row is read from what it cannot see.

const control = (shape: number, id: string, [column, row]: [number, number]) =>
  `<control shapeId="${shape}" r:id="${id}" name="CheckBox${shape}"><controlPr defaultSize="0" autoLine="0"><anchor moveWithCells="1"><from><xdr:col>${column}</xdr:col><xdr:colOff>1000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>1000</xdr:rowOff></from><to><xdr:col>${column}</xdr:col><xdr:colOff>200000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>150000</xdr:rowOff></to></anchor></controlPr></control>`;

const part = (name: string) =>
  `<ax:ocx ax:classid="{8BD21D40-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistStreamInit" r:id="rId1" xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><!--${name}--></ax:ocx>`;

test("an ActiveX box over an answer makes its row unclear, its part is named, and other rows are read", async () => {
  const namespaces = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
  const bytes = makeWorkbook(
    [
      {
        name: "MDS",
        rows: [
          ["製造業者による医療情報セキュリティ開示書（MDS） Ver.5.0"],
          ["項番", "設問", "はい", "いいえ", "対象外"],
          ["1.1", "利用者を識別しますか。"],
          ["1.2", "権限を分けますか。", "○"],
        ],
        relations: [["rId9", "control", "../activeX/activeX1.xml"]],
        tail: `<controls ${namespaces}>${control(1025, "rId9", [2, 2])}</controls>`,
      },
    ],
    { "xl/activeX/activeX1.xml": part("CheckBox1") },
  );
  const { forms, problems } = await readWorkbookBytes(bytes, "MDS.xlsx");
  expect(forms[0]?.answers.map((each) => [each.no, each.answer, each.reason])).toEqual([
    ["1.1", "unclear", "control-without-state"],
    ["1.2", "yes", null],
  ]);
  expect(problems.map((each) => [each.code, each.at])).toContainEqual([
    "form-part-not-read",
    "xl/activeX/activeX1.xml",
  ]);
});
