import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { createWorkbookReader } from "../../app/workbook/reader.server.ts";
import { makeWorkbook } from "../support/make-workbook.ts";
import { inTurns, printRow } from "./measure.ts";
import { root } from "./world.ts";

// 200 questions with remarks: guard, process hand-over, parsing and recognising, against the bare parser.
const head = [
  ["製造業者による医療情報セキュリティ開示書 MDS Ver.5.0（測定用の文）"],
  ["製造業者名", "測定株式会社"],
  ["製品名", "測定品"],
  ["作成日", "2026/4/15"],
  ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
];
const rows = Array.from({ length: 200 }, (_each, at) => {
  const marks = ["", "", ""];
  marks[at % 3] = "○";
  return [
    `${Math.floor(at / 10) + 1}.${(at % 10) + 1}`,
    `設問 ${at} の文を測定のためにここへ書きます（システム運用編 14⑤）`,
    ...marks,
    // why a sentence: 「備考 12」 would point to a remark elsewhere, which no vendor writes in every row.
    `規程第 ${at} 条により、担当者が毎月点検して記録します。`,
  ];
});
const bytes = makeWorkbook([{ name: "MDS", rows: [...head, ...rows] }]);
const reader = createWorkbookReader({ entry: path.join(root, "build/reader-process.js") });

const reading = await reader.read(bytes, "測定.xlsx");
const count = reading.forms[0]?.answers.length ?? 0;
if (count !== 200) throw new Error(`read ${count} of 200 questions`);

const result = await inTurns(
  25,
  () => reader.read(bytes, "測定.xlsx"),
  () => XLSX.read(bytes, { cellStyles: true, cellNF: true, WTF: true }),
);
await reader.close();
printRow({
  ours: result.ours,
  peer: result.peer,
  unit: "ms",
  peerName: "@e965/xlsx alone, in process",
  goal: "≤ 1.5",
});
