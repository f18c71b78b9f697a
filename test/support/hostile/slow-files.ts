import { unzipSync, zipSync } from "fflate";
import { makeWorkbook } from "../make-workbook.ts";
import type { HostileFile } from "./hostile-file.ts";

/** A table of answers whose cells hold what makes careless patterns slow; stored, so that no ratio tells. */
function slowTexts(text: (at: number) => string, rows = 300): Uint8Array {
  const table = Array.from({ length: rows }, (_, at) => [
    `${at + 1}`,
    text(at),
    "○",
    text(at + 1),
    text(at + 2),
  ]);
  const book = makeWorkbook([
    { name: "MDS", rows: [["MDS Ver.5.0"], [text(1)], ["項番", "設問", "はい", "いいえ", "備考"], ...table] },
  ]);
  return zipSync(unzipSync(book), { level: 0 });
}
const LONG = 30_000;

export const slowFiles: HostileFile[] = [
  ...[
    "(",
    "（",
    " ",
    "　",
    "1",
    "1.",
    "か(",
    "。",
    "mds",
    "MDS書式",
    "備考1",
    "※1、",
    "□",
    "☑はい",
    "-",
    "/",
    "\n",
    "ー",
    "開示書（",
    "製造業者・",
    "システム運用編 14⑤、",
    "a:b：",
  ].map(
    (piece): HostileFile => ({
      name: `30,000 signs of ${JSON.stringify(piece)}`,
      fileName: "a.xlsx",
      outcome: "any",
      bytes: () => slowTexts((at) => `x${piece.repeat(Math.floor((LONG - at) / piece.length))}!`, 40),
    }),
  ),
  {
    name: "a heading in every row",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      makeWorkbook([
        {
          name: "MDS",
          rows: [
            ["MDS Ver.5.0"],
            ...Array.from({ length: 15_000 }, () => ["項番", "設問", "はい", "いいえ", "備考"]),
          ],
        },
      ]),
  },
  {
    name: "備考 in every row",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      makeWorkbook([
        {
          name: "MDS",
          rows: [
            ["MDS Ver.5.0"],
            ["項番", "設問", "はい", "いいえ", "備考"],
            ...Array.from({ length: 19_000 }, () => ["備考"]),
            ["1", "問いますか", "○"],
          ],
        },
      ]),
  },
  {
    name: "19,000 rows without a number",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      makeWorkbook([
        {
          name: "MDS",
          rows: [
            ["MDS Ver.5.0"],
            ["項番", "設問", "はい", "いいえ", "備考"],
            ...Array.from({ length: 19_000 }, (_, at) => ["", `区分の見出し${at}`]),
            ["1", "問いますか", "○"],
          ],
        },
      ]),
  },
];

/** A whole table of 100,000 cells that only looks like work: it is read or refused, never half read. */
export const largeFiles: HostileFile[] = [
  {
    name: "an honest table of 99,000 cells",
    fileName: "a.xlsx",
    outcome: "any",
    bytes: () =>
      makeWorkbook([
        {
          name: "MDS",
          rows: [
            ["MDS Ver.5.0"],
            ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
            ...Array.from({ length: 16_000 }, (_, at) => [
              `${Math.floor(at / 99) + 1}.${(at % 99) + 1}`,
              `設問 ${at} の文を書きます`,
              at % 3 === 0 ? "○" : "",
              at % 3 === 1 ? "○" : "",
              at % 3 === 2 ? "○" : "",
              `備考 ${at}`,
            ]),
          ],
        },
      ]),
  },
];
