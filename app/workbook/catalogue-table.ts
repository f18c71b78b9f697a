import {
  carriedFields,
  type DraftField,
  type DraftItem,
  type DraftTexts,
  fieldsOfKind,
  type OfficialDraft,
  type OfficialKind,
  type TableChoice,
} from "../domain/catalogue-draft-body.ts";
import { clauseLine } from "../domain/catalogue-from-draft.ts";
import { guidelineVolumes } from "../domain/guideline.ts";
import type { FoundTable, ReadForm, SheetView, UnreadReason, WorkbookReading } from "../domain/reading.ts";
import { readClauseList, takeClauses } from "./recognise/clauses.ts";
import { itemNumber } from "./recognise/numbers.ts";
import { squash, trimText } from "./recognise/text.ts";
import { columnNumber } from "./sheet.ts";

type SheetRow = SheetView["rows"][number];

/** Headings of an official table, by kind, compared without spaces and brackets. First match wins. */
const shared: readonly [RegExp, DraftField][] = [
  [/^(?:項番|項目番号|番号|no\.?|№|#|通番|連番|項|管理番号)$/i, "no"],
  [
    /^(?:参照(?:条項|先|箇所)?|関連条項|対応条項|条項|根拠|ガイドライン(?:項番|条項|参照|該当箇所|の項目)?)$/,
    "clauses",
  ],
  [/^(?:説明|解説|補足(?:説明)?|留意点|考え方|マニュアル|確認のポイント|備考)$/, "help"],
];
const headings: Readonly<Record<OfficialKind, readonly [RegExp, DraftField][]>> = {
  questionnaire: [
    ...shared,
    [/^(?:区分|分類|章|大項目|中項目|大分類|中分類|領域)$/, "section"],
    [/^(?:設問|質問|質問(?:事項|項目|内容)|設問内容|内容|項目|開示項目|確認(?:項目|事項))$/, "text"],
  ],
  checklist: [
    ...shared,
    [/^(?:区分|分類|章|大項目|中項目|大分類|中分類|領域)$/, "section"],
    [/^(?:対象|対象者|確認者|確認主体|実施主体|回答者)$/, "audience"],
    [/^(?:目標|目標日|実施目標|期限|実施期限|達成目標|達成時期)$/, "target"],
    [/^(?:チェック項目|チェック内容|点検項目|確認(?:項目|事項|内容)|項目|内容)$/, "text"],
  ],
  "role-sheet": [
    ...shared.filter(([, field]) => field !== "help"),
    [/^(?:part|パート|部)$/i, "part"],
    [/^(?:区分|分類|大項目|大分類|領域)$/, "section"],
    [/^(?:想定される)?(?:リスク|懸念|問題点)(?:の例)?$/, "risk"],
    [/^(?:推奨(?:される)?(?:対応|内容|事項)?|望ましい(?:対応|姿))$/, "recommended"],
    [/^(?:確認内容|分担内容|取り決め(?:事項|内容)|具体的な内容|内容|説明)$/, "content"],
    [/^(?:項目|項目名|分担項目|役割|業務|作業|確認(?:項目|事項)|中項目)$/, "text"],
  ],
  guideline: [
    ...shared.filter(([, field]) => field !== "clauses"),
    [/^(?:編|編名|分冊)$/, "volume"],
    [/^(?:章|章番号|節|章節)$/, "chapter"],
    [/^(?:章題|章名|見出し|区分|分類|表題)$/, "section"],
    [/^(?:対象|主体|実施主体)$/, "audience"],
    [/^(?:遵守事項|要求事項|本文|内容|項目|規定)$/, "text"],
  ],
};

function fieldOfHeading(kind: OfficialKind, text: string): DraftField | null {
  const flat = squash(text).toLowerCase();
  const bare = flat.replace(/[(（[【※].*$/, "").replace(/[:：]$/, "");
  if (flat.length > 30) return null;
  return headings[kind].find(([shape]) => shape.test(flat) || shape.test(bare))?.[1] ?? null;
}

/** Column number of a cell: `C22` → 3. */
export function columnOfAddress(address: string): number {
  return columnNumber(address.replace(/\d+$/, ""));
}

function columnsInRow(kind: OfficialKind, row: SheetRow): TableChoice["columns"] {
  const found: Partial<Record<DraftField, number>> = {};
  for (const { address, text } of row.cells) {
    const field = fieldOfHeading(kind, text);
    if (field && found[field] === undefined) found[field] = columnOfAddress(address);
  }
  return found;
}

/** Rows in which a heading is looked for. */
const HEADER_ROWS = 40;

/**
 * The columns of an official table as its headings name them; a person corrects them. `wanted` narrows to a
 * sheet and heading row the person pointed at. Fields without a heading stay open: nothing is guessed from
 * what the cells hold.
 */
export function proposeColumns(
  kind: OfficialKind,
  sheets: readonly SheetView[],
  wanted: { sheet?: string | undefined; headerRow?: number | undefined } = {},
): TableChoice | null {
  const looked = sheets.filter((each) => (wanted.sheet ? each.name === wanted.sheet : !each.isHidden));
  let best: { sheet: SheetView; row: SheetRow; columns: TableChoice["columns"]; score: number } | null = null;
  for (const sheet of looked) {
    const rows = wanted.headerRow
      ? sheet.rows.filter((each) => each.row === wanted.headerRow)
      : sheet.rows.slice(0, HEADER_ROWS);
    for (const row of rows) {
      const columns = columnsInRow(kind, row);
      const score = Object.keys(columns).length + (columns.text === undefined ? 0 : 10);
      if (score > 0 && (best === null || score > best.score)) best = { sheet, row, columns, score };
    }
  }
  const first = looked[0] ?? sheets[0];
  if (!first) return null;
  return {
    sheet: best?.sheet.name ?? first.name,
    headerRow: best?.row.row ?? wanted.headerRow ?? 0,
    lastRow: null,
    columns: best?.columns ?? {},
    constants: {},
  };
}

/** 医療機関 → hospital, 事業者 → vendor, both words → both; anything else is kept as printed, to be asked. */
function audienceOf(text: string): string {
  const isHospital = /医療機関|病院|hospital/i.test(text);
  const isVendor = /事業者|ベンダ|vendor/i.test(text);
  if (isHospital && isVendor) return "both";
  return isHospital ? "hospital" : isVendor ? "vendor" : text;
}

function plain(field: DraftField, text: string): string {
  if (field === "no") return itemNumber(text);
  if (field === "audience") return audienceOf(text);
  if (field === "part") return /[12１２]/.exec(text)?.[0].normalize("NFKC") ?? text;
  if (field === "volume") return guidelineVolumes.find((each) => squash(text).includes(each)) ?? text;
  if (field === "chapter") return squash(text).replace(/^第(.+)章$/, "$1");
  if (field === "clauses") {
    const clauses = readClauseList(text);
    return clauses ? clauseLine(clauses) : trimText(text);
  }
  return trimText(text);
}

type Taken = Pick<OfficialDraft, "unread"> & { items: DraftItem[] };

/**
 * The rows of a table as draft items. A row without an item text makes no item: its cells are listed with
 * their addresses, unless it is a section's row (one cell alone, no section column chosen).
 */
export function takeTable(kind: OfficialKind, sheet: SheetView, choice: TableChoice): Taken {
  const taken: Taken = { items: [], unread: [] };
  const carried = new Map<DraftField, string>();
  for (const row of sheet.rows) {
    if (row.row <= choice.headerRow || (choice.lastRow !== null && row.row > choice.lastRow)) continue;
    const fields = fieldsInRow(kind, row, choice, carried);
    const text = (fields.text ?? "").trim();
    const [only, ...others] = row.cells.filter((each) => each.text.trim() !== "");
    if (text !== "" && !(isSectionRow(kind, choice) && only && others.length === 0)) {
      taken.items.push(itemOf(kind, sheet, row, choice, fields, taken.items.length + 1));
    } else if (only && others.length === 0 && isSectionRow(kind, choice)) {
      carried.set("section", trimText(only.text));
      // why listed too: an item without a number looks the same, and must not vanish into a section.
      if (text !== "") taken.unread.push(...leftOf(sheet, [only]));
    } else {
      taken.unread.push(...leftOf(sheet, row.cells));
    }
  }
  return taken;
}

function leftOf(sheet: SheetView, cells: SheetRow["cells"]): OfficialDraft["unread"] {
  return cells
    .filter((each) => each.text.trim() !== "")
    .map(({ address, text }) => ({ cell: `${sheet.name}!${address}`, text, reason: "no-question-in-row" }));
}

/** With no column for sections, a row with one cell alone names the section of the rows below it. */
function isSectionRow(kind: OfficialKind, choice: TableChoice): boolean {
  return fieldsOfKind[kind].includes("section") && choice.columns.section === undefined;
}

function fieldsInRow(
  kind: OfficialKind,
  row: SheetRow,
  choice: TableChoice,
  carried: Map<DraftField, string>,
): DraftTexts {
  const fields: DraftTexts = {};
  for (const field of fieldsOfKind[kind]) {
    const column = choice.columns[field];
    const constant =
      field === "part" || field === "volume" || field === "audience" ? choice.constants[field] : "";
    const cell = row.cells.find((each) => columnOfAddress(each.address) === column);
    const printed = cell && cell.text.trim() !== "" ? plain(field, cell.text) : "";
    const above = carriedFields.includes(field) ? (carried.get(field) ?? "") : "";
    if (printed !== "" && carriedFields.includes(field)) carried.set(field, printed);
    fields[field] = printed || above || constant || "";
  }
  return fields;
}

function itemOf(
  kind: OfficialKind,
  sheet: SheetView,
  row: SheetRow,
  choice: TableChoice,
  fields: DraftTexts,
  at: number,
): DraftItem {
  const address =
    row.cells.find((each) => columnOfAddress(each.address) === choice.columns.text)?.address ?? "";
  const hasClauses = fieldsOfKind[kind].includes("clauses") && choice.columns.clauses === undefined;
  const found = hasClauses ? takeClauses(fields.text ?? "") : null;
  const whole =
    found && found.clauses.length > 0
      ? { ...fields, text: found.question, clauses: clauseLine(found.clauses) }
      : fields;
  const cell = `${sheet.name}!${address}`;
  return { row: at, fields: whole, read: whole, cell, reason: null, ...standing };
}

const standing = { isRemoved: false, removedBecause: "", mergedInto: null } as const;

/** Reasons that concern the item itself, not the answer somebody gave to it. */
const itemReasons: ReadonlySet<UnreadReason> = new Set<UnreadReason>([
  "number-lost-as-date",
  "duplicate-number",
  "hidden-row-or-column",
  "no-question-in-row",
]);

/**
 * The sheets of a file as a draft keeps them: what somebody answered is taken out, by what the reader used
 * each cell for and by the columns of every table it found.
 */
export function sheetsWithoutAnswers({
  sheets,
  tables,
}: Pick<WorkbookReading, "sheets" | "tables">): SheetView[] {
  return sheets.map((sheet) => {
    const own = (tables ?? []).filter((each) => each.sheet === sheet.name);
    const isFilledIn = ({ row }: SheetRow, { address, use }: SheetRow["cells"][number]) =>
      use === "answer" ||
      use === "remark" ||
      use === "needs-look" ||
      own.some((each) => row > each.headerRow && filledColumns(each).includes(columnOfAddress(address)));
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.filter((each) => !isFilledIn(row, each)),
    }));
    return { ...sheet, rows: rows.filter((each) => each.cells.length > 0) };
  });
}

function filledColumns({ answer, remarkColumn }: FoundTable): number[] {
  const answers = answer.kind === "word" ? [answer.column] : [answer.yes, answer.no, answer.notApplicable];
  return [...answers, remarkColumn].flatMap((each) => each ?? []);
}

/** The columns the reader itself used for a form, so that a person can look at them and point elsewhere. */
export function columnsOfForm(form: ReadForm, tables: readonly FoundTable[]): TableChoice | null {
  const table = tables.find((each) => each.sheet === form.sheet);
  if (!table) return null;
  const { sheet, headerRow, lastRow, noColumn, questionColumn } = table;
  const columns = { text: questionColumn, ...(noColumn === null ? {} : { no: noColumn }) };
  return { sheet, headerRow, lastRow, columns, constants: {} };
}

/** The items of a form the reader recognised. Answers and remarks somebody filled in are left out. */
export function takeForm(form: ReadForm): Taken {
  const items = form.answers.map((answer, at): DraftItem => {
    const { no, section, question, clauses, cell } = answer;
    const fields = { no, section, text: question, clauses: clauseLine(clauses), help: "" };
    const reason = answer.reason && itemReasons.has(answer.reason) ? answer.reason : null;
    return { row: at + 1, fields, read: fields, cell, reason, ...standing };
  });
  return { items, unread: form.unread };
}
