import type { Respondent } from "./checklist.ts";
import type { Problem } from "./problem.ts";
import type { AnswerValue, FormId } from "./questionnaire.ts";
import type { RowParty } from "./role-sheet.ts";

/**
 * What the reader says about one workbook: which forms it holds, every answer with its cell, and every
 * non-empty cell of the answer area that it could not read, with the reason. It is data from a file of a
 * stranger and decides nothing: a person confirms it before it becomes a disclosure.
 */
export const lookAlikes = ["mds2", "service-spec", "checklist", "role-sheet"] as const;
export type LookAlike = (typeof lookAlikes)[number];

/** Why a receipt waits when no form was read from it. */
export const summaries = [...lookAlikes, "locked", "by-hand", "unknown"] as const;
export type WaitingSummary = (typeof summaries)[number];

export const recognitions = ["disclosure", "look-alike", "unknown", "refused"] as const;
export type Recognition = (typeof recognitions)[number];

/** Why a cell or an answer needs a person. Words in messages/. */
export const unreadReasons = [
  "no-question-in-row",
  "mark-unknown",
  "word-unknown",
  "two-marks",
  "several-answer-columns",
  "all-words-printed",
  "emphasis-without-mark",
  "merged-over-options",
  "struck-through",
  "shape-over-answer",
  "control-without-state",
  "formula-without-value",
  "formula-error",
  "number-lost-as-date",
  "remark-number-without-text",
  "duplicate-number",
  "outside-columns",
  "hidden-row-or-column",
  "cell-comment",
  "not-visible",
  "symbol-font",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

export type ReadAnswer = {
  /** Number as printed, half width (`8.10`); empty when the row has none. */
  no: string;
  section: string;
  question: string;
  /** Clause references printed inside the question, taken out of it (`システム運用編 14⑤`, `6.5 C.13`). */
  clauses: string[];
  answer: AnswerValue;
  /** Why it is conflict or unclear; null for a clear answer or a blank. */
  reason: UnreadReason | null;
  remark: string;
  /** The cell that decided, `MDS!C22`; for a blank the first option cell of the row. */
  cell: string;
  /** Every cell the row's answer was read from (two for a conflict). */
  cells: string[];
  remarkCell: string | null;
};

export type UnreadCell = { cell: string; text: string; reason: UnreadReason };

export type ReadHeader = {
  /** Day in ISO form; null when none was found or it is impossible (then a problem names the cell). */
  issuedOn: string | null;
  vendor: string | null;
  product: string | null;
  productVersion: string | null;
  /** Where each was read from, by field name. */
  cells: Partial<Record<"issuedOn" | "vendor" | "product" | "productVersion" | "formVersion", string>>;
};

export type ReadForm = {
  form: FormId;
  /** `5.0`; null when the sheet does not say. */
  formVersion: string | null;
  sheet: string;
  header: ReadHeader;
  answers: ReadAnswer[];
  unread: UnreadCell[];
};

/** One row of an answered checklist: `question` is the item as printed. */
export type ReadChecklistRow = ReadAnswer & {
  /** 目標日; null when none stands or it names no whole day. */
  targetOn: string | null;
  targetText: string;
  targetCell: string | null;
  /** 確認日 of the row as written. */
  checkedText: string;
};

/** One round (1回目, 2回目 …) of one sheet of a checklist. */
export type ReadChecklist = {
  sheet: string;
  /** The sheet's own title; "" when it has none. */
  title: string;
  /** 事業者確認用 or 医療機関確認用; null when the sheet does not say. */
  respondent: Respondent | null;
  round: number;
  header: ReadHeader;
  rows: ReadChecklistRow[];
  unread: UnreadCell[];
  /** Where each round of this table is answered, empty ones too; absent in readings kept before it was told. */
  rounds?: FoundRound[];
};

/** One row of a filled-in 役割分担確認表; what it says of columns we have none for stands in `others`. */
export type ReadRoleRow = {
  no: string;
  /** Null when the sheet does not say. */
  part: 1 | 2 | null;
  section: string;
  label: string;
  content: string;
  /** 初回確認. */
  check: AnswerValue;
  reason: UnreadReason | null;
  /** Null where no day stands or it is none; then the text says what does. */
  checkedOn: string | null;
  checkedText: string;
  completedOn: string | null;
  completedText: string;
  /** Null where the sheet does not say, or says it in words no rule knows; then the text says what. */
  party: RowParty | null;
  partyText: string;
  remark: string;
  others: { heading: string; text: string; cell: string }[];
  /** The cell of the row's item, `確認表!D3`. */
  cell: string;
};

export type ReadRoleSheet = {
  sheet: string;
  /** The sheet's own title; "" when it has none. */
  title: string;
  rows: ReadRoleRow[];
  unread: UnreadCell[];
};

/** How a cell was used, for colouring the vendor's sheet on screen. */
export const cellUses = [
  "number",
  "question",
  "answer",
  "remark",
  "header",
  "section",
  "meta",
  "note",
  "needs-look",
  "unread",
  "unused",
] as const;
export type CellUse = (typeof cellUses)[number];

export type SheetCell = { address: string; text: string; use: CellUse };
export type SheetView = {
  name: string;
  isHidden: boolean;
  /** Rows as the vendor made them, empty rows left out; `row` is the sheet's own row number. */
  rows: { row: number; cells: SheetCell[] }[];
  /** Ranges whose cells are joined over several rows; absent when there are none. */
  joined?: { top: number; bottom: number; column: number }[];
  /** Rows nobody sees without unhiding them; absent when there are none. */
  hiddenRows?: number[];
};

export type WorkbookReading = {
  recognised: Recognition;
  lookAlike: LookAlike | null;
  forms: ReadForm[];
  problems: Problem[];
  sheets: SheetView[];
  /** Files of a ZIP that holds several: each is read by itself (`ReadOptions.member`). */
  members?: ArchiveMember[];
  /** Pages a person can look at as pictures, where rows could not be read; absent for workbooks. */
  pages?: number;
  /** The file opens with a password only: reading it again needs the password again. */
  needsPassword?: true;
  /** Answered checklists, read down their own path; only where the file is a look-alike of that kind. */
  checklists?: ReadChecklist[];
  /** Filled-in 役割分担確認表, read the same way. */
  roleSheets?: ReadRoleSheet[];
  /** Answer tables that were found, whether or not anything says of which form: a person's starting point. */
  tables?: FoundTable[];
};

/** Where an answer table seems to stand. */
export type FoundTable = Omit<ReadingRecipe, "form" | "formVersion">;
/** One round of a checklist's table; `targetColumn` is its 目標日. */
export type FoundRound = FoundTable & { targetColumn: number | null };

/** One file of a ZIP; `isReadable` is false for kinds that nobody reads here. */
export type ArchiveMember = { name: string; isReadable: boolean };

/**
 * What a person adds to a file: its password (kept in memory only), the columns they pointed at, and which
 * file of a ZIP is meant.
 */
export type ReadOptions = {
  password?: string;
  recipe?: ReadingRecipe;
  member?: string;
};

/**
 * 読み方: what a person pointed at on one vendor's layout. Column numbers from 1; rows are sheet rows. Data
 * only: no pattern, no script.
 */
export type ReadingRecipe = {
  sheet: string;
  form: FormId;
  formVersion: string | null;
  /** Last row of the headings; answers begin below it. */
  headerRow: number;
  /** Null = to the end of the sheet. */
  lastRow: number | null;
  noColumn: number | null;
  questionColumn: number;
  remarkColumn: number | null;
  /** One column for each option, or one column with words. */
  answer:
    | { kind: "options"; yes: number; no: number; notApplicable: number | null }
    | { kind: "word"; column: number };
};
