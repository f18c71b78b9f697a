import type { RowParty } from "../../domain/role-sheet.ts";
import type { Cell } from "../sheet.ts";
import type { Grid } from "./grid.ts";
import { foldWidth, squash } from "./text.ts";

/**
 * What a column of a 役割分担確認表 is for. `checkYes`/`checkNo`: a column for each answer, `check`: one with words;
 * `party`: one with words, `partyMark`: one for each party.
 */
export type RoleColumn =
  | "no"
  | "part"
  | "section"
  | "label"
  | "content"
  | "checkYes"
  | "checkNo"
  | "check"
  | "checkedOn"
  | "completedOn"
  | "party"
  | "partyMark"
  | "remark";

export type RoleTable = {
  /** First and last row of the headings. */
  top: number;
  bottom: number;
  columns: ReadonlyMap<number, RoleColumn>;
  /** Whose mark a `partyMark` column holds. */
  parties: ReadonlyMap<number, RowParty>;
  /** Every heading as printed, by column. */
  headings: ReadonlyMap<number, string>;
};

/** Headings compared without spaces and brackets; the first that fits wins. */
const headingShapes: readonly [RegExp, RoleColumn][] = [
  [/^(?:項番|項目番号|番号|no\.?|№|#|通番|連番|項)$/i, "no"],
  [/^(?:part|パート|部)$/i, "part"],
  [/^(?:区分|分類|大項目|大分類|領域|カテゴリー?)$/i, "section"],
  [/^(?:項目|項目名|分担項目|確認項目|確認事項|役割|業務|作業|中項目)$/, "label"],
  [/^(?:確認内容|分担内容|取り決め(?:事項|内容)?|具体的な内容|内容|説明)$/, "content"],
  [/^(?:はい|yes)$/i, "checkYes"],
  [/^(?:いいえ|no)$/i, "checkNo"],
  [/^(?:初回)?(?:確認|チェック)(?:結果|状況)?$/, "check"],
  [/^(?:初回)?(?:確認|実施)(?:年月)?日(?:付)?$/, "checkedOn"],
  [/^(?:対応|調整|確認)?完了(?:年月)?日(?:付)?$/, "completedOn"],
  [/^(?:担当|担当者|分担|役割分担|実施主体|主体|責任|責任者|担当区分)$/, "party"],
  [/^(?:備考|特記事項|補足|メモ)$/, "remark"],
];

const partyHeadings: readonly [RegExp, RowParty][] = [
  [/^(?:医療機関等?|病院|診療所|発注者)(?:側)?$/, "hospital"],
  [/^(?:(?:システム|サービス|関連)?事業者|ベンダー?|受注者)(?:側)?$/, "vendor"],
  [/^(?:両者|双方|共同|協働|医療機関等?[・/と]事業者)$/, "both"],
  [/^(?:第三者|その他)$/, "third-party"],
];

const bare = (text: string) =>
  squash(foldWidth(text))
    .replace(/[(（[【※].*$/, "")
    .replace(/[:：]$/, "");

function roleOf(text: string): RoleColumn | null {
  const flat = bare(text);
  if (flat === "" || flat.length > 20) return null;
  // why: 「No」 alone is a number's heading; the answer いいえ in English stands under another heading.
  return headingShapes.find(([shape]) => shape.test(flat))?.[1] ?? null;
}

/** The party a heading or a word names; 甲 and 乙 are names of one contract and say nothing here. */
export function partyNamed(text: string): RowParty | null {
  const flat = bare(text);
  return partyHeadings.find(([shape]) => shape.test(flat))?.[1] ?? null;
}

const yesHeading = /^(?:はい|yes|有)$/i;
const isAnsweredIn = (cells: readonly Cell[]) => cells.some((each) => yesHeading.test(bare(each.text)));

/** Under 初回確認 and 担当 a second line of headings says more. */
function roleUnder(above: RoleColumn | null, text: string, isAnswered: boolean): RoleColumn | null {
  const flat = bare(text);
  if (yesHeading.test(flat)) return "checkYes";
  // why: "No" without a "Yes" beside it heads the numbers.
  if (/^(?:いいえ|無)$/.test(flat) || (isAnswered && /^no$/i.test(flat))) return "checkNo";
  if (/^(?:年月日|日付|日)$/.test(flat)) return above === "completedOn" ? "completedOn" : "checkedOn";
  if (partyNamed(text) !== null) return "partyMark";
  return roleOf(text);
}

/** Rows in which the headings are looked for. */
const HEADING_ROWS = 40;

/** The table of a role sheet: an item column and at least two more that its headings name; null when there is none. */
export function roleTableOf(grid: Grid): RoleTable | null {
  let best: RoleTable | null = null;
  for (const top of grid.rows.slice(0, HEADING_ROWS)) {
    for (const bottom of [top, top + 1]) {
      const table = headingsIn(grid, top, bottom);
      const isBetter = table !== null && (best === null || table.columns.size > best.columns.size);
      if (isBetter) best = table;
    }
  }
  return best;
}

function headingsIn(grid: Grid, top: number, bottom: number): RoleTable | null {
  const below = bottom > top ? grid.cellsIn(bottom) : [];
  if (bottom > top && !isSecondLine(grid, top, below)) return null;
  const [columns, parties, headings] = [
    new Map<number, RoleColumn>(),
    new Map<number, RowParty>(),
    new Map<number, string>(),
  ];
  const places = new Set([...grid.cellsIn(top), ...below].map((each) => each.column));
  for (const column of [...places].sort((a, b) => a - b)) {
    const above = grid.ownerAt(top, column);
    const under = below.find((each) => each.column === column);
    const text = [above, under].flatMap((each) => (each ? [squash(each.text)] : [])).join(" ");
    if (text !== "") headings.set(column, text);
    const first = above ? roleOf(above.text) : null;
    const role = under ? roleUnder(first, under.text, isAnsweredIn(below)) : first;
    const party = partyNamed((under ?? above)?.text ?? "");
    if (party !== null && (role === null || role === "partyMark")) parties.set(column, party);
    else if (role !== null && ![...columns.values()].includes(role)) columns.set(column, role);
  }
  // why two: a column 「事業者」 alone may hold a name; marks of parties stand in columns beside each other.
  if (parties.size >= 2) for (const column of parties.keys()) columns.set(column, "partyMark");
  else parties.clear();
  const named = new Set(columns.values());
  const hasItems = named.has("label") || named.has("content");
  return hasItems && named.size >= 3 ? { top, bottom, columns, parties, headings } : null;
}

/** A second line holds short headings only, none below the items' own heading. */
function isSecondLine(grid: Grid, top: number, below: readonly Cell[]): boolean {
  const named = below.filter((each) => roleUnder(null, each.text, isAnsweredIn(below)) !== null);
  const isUnderItems = (cell: Cell) => {
    const above = grid.ownerAt(top, cell.column);
    return above !== undefined && ["no", "label", "content"].includes(roleOf(above.text) ?? "");
  };
  return named.length > 0 && below.every((each) => bare(each.text).length <= 12 && !isUnderItems(each));
}
