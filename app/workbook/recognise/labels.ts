import { squash } from "./text.ts";
import { countOptionsNamed } from "./words.ts";

/** What a column of the answer table is for. */
export const columnRoles = [
  "no",
  "question",
  "answer",
  "remark",
  "remark-no",
  "section",
  "clause",
  "help",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

const labelsOfColumns: Record<ColumnRole, string> = {
  no: "項番 項目番号 項目no 番号 no № # 質問番号 設問番号 質問no 設問no 管理番号 通番 連番 項 q# id itemno",
  question: `設問 質問 質問事項 質問項目 質問内容 設問内容 内容 項目 開示項目 開示内容 確認項目 確認事項 確認内容 要求事項 要件
    対策項目 セキュリティ対策項目 セキュリティ項目 チェック項目 点検項目
    question questions item items description descriptions`,
  answer: `回答 回答欄 ご回答 答え 回答内容 選択 選択欄 該当 チェック チェック欄 記入欄 有無 対応 対応状況 対応有無 実施状況 実施有無
    適用 判定 結果 1回目 2回目 3回目 4回目 第1回 第2回 第3回 第4回 answer response selection`,
  remark: `備考 備考欄 補足 補足説明 補足事項 コメント 特記事項 注記 摘要 理由 備考・補足 備考/補足 補足・備考 回答の補足 回答理由
    remark remarks comment comments note notes`,
  "remark-no": "",
  section: `区分 分類 カテゴリ カテゴリー 章 節 大項目 中項目 小項目 大分類 中分類 小分類 大区分 中区分 小区分 項目名 領域
    category section`,
  clause: `ガイドライン ガイドライン項番 ガイドライン条項 ガイドライン参照 ガイドライン対応 ガイドラインの項目 ガイドライン該当箇所
    参照 参照条項 参照先 参照箇所 参照項目 関連条項 対応条項 条項 根拠 gl gl参照 gl項番 gl条項 遵守事項 reference`,
  help: `説明 解説 補足解説 記入方法 記載方法 留意点 回答のポイント ヘルプ 確認のポイント 確認先への問い 事業者に尋ねること
    help guidance`,
};

/** Every combination of a first and a second part. */
const combined = (first: string, second: string) =>
  first.split(" ").flatMap((one) => second.split(" ").map((two) => one + two));

// why help: last year's answers stand beside this year's in forms that are filled again; they are no answer.
const combinations: readonly [ColumnRole, string[]][] = [
  ["remark-no", combined("備考 注記 補足 脚注", "番号 no 欄番号")],
  [
    "help",
    combined(
      "前回 前回の 前年 前年の 前年度 前年度の 昨年 昨年の 昨年度 昨年度の 旧",
      "回答 ご回答 結果 回答欄",
    ),
  ],
  [
    "answer",
    combined(
      "貴社 御社 事業者 ベンダー ベンダ メーカー メーカ 製造業者 供給者 開示者 提供者 お客様",
      "回答 ご回答 回答欄 の回答",
    ),
  ],
  ["answer", combined("今回 今回の 今年度 今年度の 本年度 本年度の 新", "回答 ご回答 結果")],
];

const roleOf = new Map<string, ColumnRole>([
  ...columnRoles.flatMap((role) =>
    labelsOfColumns[role].split(/\s+/).map((label): [string, ColumnRole] => [label, role]),
  ),
  ...combinations.flatMap(([role, labels]) => labels.map((label): [string, ColumnRole] => [label, role])),
]);
roleOf.delete("");
/** Signs a label can begin with. */
const firstSigns = new Set([...roleOf.keys()].map((label) => label.charCodeAt(0)));
const codesOf = (signs: string) => new Set([...signs].map((sign) => sign.charCodeAt(0)));
/** Signs that years before a label, and labels in more words, begin with. */
const [yearSigns, longRemarkSigns] = [codesOf("2令r"), codesOf("ご回対実設各自そ")];

const LONGEST_LABEL = 40;

/**
 * The role a heading names, or null: compared without spaces, width, a dot behind "No" and brackets at its
 * end. 「はい/いいえ/対象外」 in one heading is an answer column.
 */
export function columnRole(text: string): ColumnRole | null {
  if (text.length > 3 * LONGEST_LABEL) return null;
  if (text.length > 30 ? isRunningText.test(text) : isDigits.test(text)) return null;
  const flat = squash(text).toLowerCase();
  if (flat === "" || flat.length > LONGEST_LABEL) return null;
  const first = flat.charCodeAt(0);
  if (firstSigns.has(first)) {
    const found = roleOf.get(flat) ?? roleOf.get(bareLabel(flat));
    if (found) return found;
  }
  // why the first signs: most cells are no heading, and the rules below cost more than a look.
  const ofYear =
    yearSigns.has(first) && year.test(flat) ? roleOf.get(bareLabel(flat.replace(year, ""))) : undefined;
  if (ofYear === "answer" || ofYear === "remark") return ofYear;
  if (longRemarkSigns.has(first) && longRemark.test(bareLabel(flat))) return "remark";
  if (flat.startsWith("凡例")) return null;
  return flat.length <= 30 && countOptionsNamed(flat) >= 2 ? "answer" : null;
}

/** 「ご回答に関する補足説明」「回答の備考」: what heads a column of remarks in more words. */
const longRemark =
  /^(?:ご?回答|対応|実施|設問|各項目|自由|その他)(?:内容|状況)?(?:の|に関する|に対する|についての)?(?:備考|補足|補足説明|補足事項|コメント|特記事項)欄?$/;

/** 「2026年度回答」「令和8年度の回答」. */
const year = /^(?:20\d\d|(?:令和|r)\d{1,2})(?:年度?)?の?(?=\D)/;

/** A heading's words without a year before them and brackets behind them: 「回答（2026年）」 is 「回答」. */
export function labelWithoutYear(text: string): string {
  return bareLabel(squash(text).toLowerCase().replace(year, ""));
}

/** No label and no list of options goes on like this before its first space, stroke or bracket. */
const isRunningText = /^[^\s\u3000(（[［【※・/／、,，|:：.]{31}/;
/** Most cells of the number column: no label is made of these alone. */
const isDigits = /^[\d.-]*$/;

function bareLabel(flat: string): string {
  const end = flat.search(/[(（[【※]/);
  const bare = end < 0 ? flat : flat.slice(0, end);
  return /[:：.]$/.test(bare) ? bare.slice(0, -1) : bare;
}

export const metaFields = ["issuedOn", "vendor", "product", "productVersion", "formVersion"] as const;
export type MetaField = (typeof metaFields)[number];

/** Labels of the header block, in the order of trying: a version label must win over its product's name. */
const metaLabels: readonly [RegExp, MetaField][] = [
  [/^(?:様式|書式|質問票|開示書|帳票)の?(?:版数?|バージョン|ver\.?|version)$/, "formVersion"],
  [
    /^(?:(?:開示書の?)?作成(?:年月)?日(?:付)?|作成[(（]?(?:・|\/)?更新[)）]?(?:年月)?日|記入(?:年月)?日|記載(?:年月)?日|開示(?:年月)?日|回答(?:年月)?日|発行(?:年月)?日|作成日時|提出日|日付|date|dateissued)$/,
    "issuedOn",
  ],
  [
    /^(?:(?:製品|サービス|製品・?サービス|製品\/サービス|対象|対象製品|対象サービス|システム|ソフトウェア|ソフト|機器|本製品|本サービス|商品|プログラム)の?(?:版|版数|バージョン(?:番号|no\.?)?|ver\.?(?:no\.?)?|version|改版番号|リビジョン)|バージョン(?:番号|情報|no\.?)?|版|版数|ver\.?(?:no\.?)?|version|productversion|softwareversion)$/,
    "productVersion",
  ],
  [
    /^(?:(?:製造|サービス|製造販売|販売|供給|提供|開示|サービス提供|クラウドサービス|製造\/サービス|製造・サービス|受託|保守)?(?:業者|事業者|供給者)(?:の?名称?|の?名)?|(?:開示者|供給者|提供者)(?:名|名称)?|(?:提供|販売|製造|開発|製造販売)(?:会社|企業)(?:名|名称)?|(?:会社|企業|法人|社|ベンダー?|メーカー?|組織|提供元|貴社)(?:名|名称)|(?:製造元|販売元|開発元|提供元|ベンダー?|メーカー)|(?:製造|製造販売)業者(?:名|名称)?|vendor|vendorname|manufacturer|manufacturername|company|companyname)$/,
    "vendor",
  ],
  [
    /^(?:(?:対象)?(?:製品|商品|品|サービス|(?:医療)?(?:情報)?システム|機器|装置|ソフトウェア|プログラム|製品・?サービス|製品\/サービス|製品またはサービス|製品・?サービス等|医療機器)の?(?:名|名称)|対象製品・?サービス|製品名\(型番\)|販売名|対象製品|対象サービス|対象システム|製品|商品|サービス|製品・?サービス|製品\/サービス|機種名?|productname|product|servicename)$/,
    "product",
  ],
];

/** The field of the header block a label names, or null. 「作成日：」 and 「＊製品名」 count too. */
export function metaField(text: string): MetaField | null {
  const flat = squash(text)
    .toLowerCase()
    .replace(/^[*＊※■●◆・\d.()]+/, "")
    .replace(/[:：]$/, "");
  if (flat === "" || flat.length > 30) return null;
  const bare = flat.replace(/[(（[【].*$/, "");
  return metaLabels.find(([shape]) => shape.test(flat) || (bare !== "" && shape.test(bare)))?.[1] ?? null;
}
