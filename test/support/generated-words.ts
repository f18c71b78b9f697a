import type { AnswerOption } from "~/domain/questionnaire";
import type { MadeCell } from "./make-workbook.ts";

// What vendors write for one and the same thing.

export const words: Record<AnswerOption, readonly string[]> = {
  yes: [
    "はい",
    "はい。",
    "ハイ",
    "Yes",
    "ＹＥＳ",
    " は い",
    "☑はい □いいえ □対象外",
    "■はい",
    "(○)はい ( )いいえ",
    "1.はい",
  ],
  no: [
    "いいえ",
    "いいえ、",
    "No",
    "□はい☑いいえ□対象外",
    "はい□ いいえ■ 対象外□",
    "「いいえ」",
    "はい ○いいえ 対象外",
  ],
  "not-applicable": [
    "対象外",
    "該当なし",
    "N/A",
    "Ｎ／Ａ",
    "□はい・□いいえ・☑対象外",
    "[ ]はい [ ]いいえ [x]対象外",
  ],
};
export const marks: readonly MadeCell[] = [
  "○",
  "●",
  "◯",
  "〇",
  "✓",
  "✔",
  "レ",
  "ﾚ",
  "☑",
  "■",
  1,
  true,
  "１",
  " ○ ",
  "TRUE",
];
export const heading: Record<AnswerOption, readonly string[]> = {
  yes: ["はい", "は\nい", "はい(Yes)", "Yes"],
  no: ["いいえ", "いい\nえ", "いいえ(No)", "No"],
  "not-applicable": ["対象外", "対象\n外", "対象外(N/A)", "N/A"],
};
export const titles = {
  MDS: [
    "製造業者による医療情報セキュリティ開示書（MDS）",
    "ＭＤＳ",
    "製造業者／サービス事業者による医療情報セキュリティ開示書（MDS）",
  ],
  SDS: [
    "サービス事業者による医療情報セキュリティ開示書（SDS）",
    "SDS",
    "サービス事業者による医療情報セキュリティ開示書 SDS",
  ],
};
export const versions = [
  ["Ver.5.0", "5.0"],
  ["第4.1版", "4.1"],
  ["Version 4.0", "4.0"],
  ["3.0a", "3.0a"],
] as const;
export const days: readonly MadeCell[] = [
  "2026年4月15日",
  "令和8年4月15日",
  "R8.4.15",
  "２０２６／４／１５",
  "2026-04-15",
  { number: 46127, format: "yyyy/m/d" },
  { number: 46127, format: '[$-411]ggge"年"m"月"d"日"' },
];
