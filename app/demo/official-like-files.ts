import { inventedQuestions } from "./vendor-sheet";

/**
 * Blank forms the way official files look, for the demo: every wording and number is invented, and every sheet
 * says so. No line of an official form is in them.
 */
const NOTE = "※ 架空の様式です。文言と番号は、この体験のために作ったもので、公式の様式のものではありません。";

type Question = { no: string; section: string; text: string; clause: string };

/** Two editions of one form: the second rewords, splits, drops and adds, so that a crosswalk has something to say. */
export function inventedEdition(version: "0.1" | "0.2"): Question[] {
  const first = inventedQuestions.map(([section, text, clause], at) => ({
    no: `EX-${at + 1}`,
    section,
    text: text.replace("{x}", "製品"),
    clause,
  }));
  if (version === "0.1") return first;
  const [second, third] = [first[1], first[2]];
  const kept = first.filter((each) => each !== second && each.no !== "EX-11");
  const next = kept.map((each) =>
    each === third ? { ...each, text: "通常時と非常時の作業の分担を、書面で病院に示せますか。" } : each,
  );
  if (!second) return next;
  const parts = [
    { ...second, no: "EX-2", text: "障害に備えた対応手順書を渡せますか。" },
    { ...second, no: "EX-2-2", text: "攻撃に備えた対応手順書を渡せますか。" },
  ];
  const added = {
    no: "EX-28",
    section: "攻撃",
    text: "復旧の訓練を年に一度は行っていますか。",
    clause: "システム運用編 18①",
  };
  return [...next.slice(0, 1), ...parts, ...next.slice(1), added];
}

/** The edition as an .xlsx with three option columns, blank. */
export async function inventedFormFile(version: "0.1" | "0.2"): Promise<Uint8Array> {
  const rows = inventedEdition(version).map(({ no, text, clause }) => [
    no,
    `${text}（${clause}）`,
    "",
    "",
    "",
    "",
  ]);
  return xlsx(
    "MDS",
    [9, 60, 8, 8, 8, 40],
    [
      [`製造業者による医療情報セキュリティ開示書（MDS）　Ver.${version}`],
      [NOTE],
      ["製造業者名", "", "製品名", "", "作成日", ""],
      ["項番", "設問", "はい", "いいえ", "対象外", "備考"],
      ...rows,
    ],
  );
}

/** A checklist with what a person has to look at: a number twice, nobody named, a note that is no item. */
export async function inventedChecklistFile(): Promise<Uint8Array> {
  return xlsx(
    "確認表",
    [8, 16, 60, 16, 16],
    [
      ["サイバーセキュリティ対策チェックリスト（架空）"],
      [NOTE],
      ["番号", "区分", "チェック項目", "対象", "目標日"],
      ["1-1", "体制", "連絡網を作り、年に一度は見直している。", "医療機関", "毎年度"],
      ["1-2", "", "機器の台帳を作っている。", "医療機関・事業者", "毎年度"],
      ["2-1", "対策", "使っていない口をふさいでいる。", "事業者", "今年度"],
      ["2-1", "", "更新プログラムを当てる手順がある。", "事業者", "今年度"],
      ["2-3", "", "利用者を一人ずつ区別し、", "医療機関", "今年度"],
      ["", "", "退職者のアカウントを止めている。", "", ""],
      ["3-1", "備え", "止まったときの連絡先を決めている。", "関係者", ""],
      ["", "", "", "", "※ 目標日は架空です。"],
    ],
  );
}

async function xlsx(name: string, widths: readonly number[], rows: readonly string[][]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [{ name, columns: widths.map((width) => ({ width })), rows: rows.map((each) => [...each]) }],
  });
}
