import { setImmediate } from "node:timers";
import { openPackage } from "./open-workbook.ts";
import { recogniseWorkbook } from "./recognise/recognise-workbook.ts";

// why: a process reads its first files three times as slowly as its later ones, for its code is not compiled yet.
// An invented form, read in small pieces while nobody waits, does that work before the next file comes.

const ROWS = 40;
const ROUNDS = 60;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const cell = (address: string, text: string) =>
  text === "" ? "" : `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A form with three option columns, or one column of words. */
function rowsOf(isOptions: boolean): string[][] {
  const heads = isOptions ? ["はい", "いいえ", "対象外"] : ["回答"];
  const items = Array.from({ length: ROWS }, (_, at) => {
    const marks = heads.map((_head, column) => (column === at % 3 ? "○" : ""));
    const answer = isOptions ? marks : [at % 2 === 0 ? "はい" : "いいえ。"];
    const question = `設問 ${at} を実施していますか（システム運用編 14⑤）。`;
    return [
      `${Math.floor(at / 10) + 1}.${(at % 10) + 1}`,
      question,
      ...answer,
      at % 4 === 0 ? "" : "補足の文",
    ];
  });
  return [
    ["医療情報セキュリティ開示書（MDS） Ver.5.0"],
    ["作成日", "2026/4/15"],
    ["項番", "設問", ...heads, "備考"],
    ...items,
  ];
}

function partsOf(isOptions: boolean): Map<string, Uint8Array> {
  const rows = rowsOf(isOptions).map((row, at) => {
    const cells = row.map((text, column) => cell(`${"ABCDEF"[column]}${at + 1}`, text));
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  const texts: [string, string][] = [
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="MDS" r:id="a"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      "xl/worksheets/sheet1.xml",
      `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ],
  ];
  return new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

/** Reads the invented form round by round; a file that arrives is read between two rounds. */
export function warmReader(): void {
  const forms = [partsOf(true), partsOf(false)];
  const next = (round: number) => {
    const parts = forms[round % forms.length];
    if (round >= ROUNDS || !parts) return;
    recogniseWorkbook(openPackage(parts), "");
    setImmediate(next, round + 1);
  };
  next(0);
}
