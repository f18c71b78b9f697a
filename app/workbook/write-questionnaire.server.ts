import type { CellStyle, CellValue, MergeRange } from "hucre/xlsx";
import type { AnswerOption, AnswerValue, Questionnaire } from "../domain/questionnaire.ts";

/** An answer to print into the form, by the question's number. */
export type FilledAnswer = { answer: AnswerValue; remark: string };
/** Values of the header block; an empty one is left for the vendor to fill. */
export type FilledHeader = {
  vendor?: string;
  product?: string;
  productVersion?: string;
  /** ISO day. */
  issuedOn?: string;
};

const headings = ["項番", "設問", "はい", "いいえ", "対象外", "備考", "説明"];
const optionColumns: Record<AnswerOption, number> = { yes: 2, no: 3, "not-applicable": 4 };

const border = { style: "thin", color: { rgb: "999999" } } as const;
const boxed: CellStyle = {
  border: { top: border, bottom: border, left: border, right: border },
  alignment: { wrapText: true, vertical: "top" },
};
const centred: CellStyle = { ...boxed, alignment: { horizontal: "center", vertical: "top" } };
const heading: CellStyle = {
  ...boxed,
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
};

type Draft = { rows: CellValue[][]; styles: Map<string, CellStyle>; merges: MergeRange[] };

/**
 * One of our own questionnaires as .xlsx, blank or filled, in a layout our reader understands. Only for
 * in-house forms: MDS and SDS are never written by us.
 */
export async function questionnaireWorkbook(
  questionnaire: Questionnaire,
  answers: ReadonlyMap<string, FilledAnswer> = new Map(),
  header: FilledHeader = {},
): Promise<Uint8Array> {
  const draft = draftOf(questionnaire, answers, header);
  const { writeXlsx } = await import("hucre/xlsx"); // on first use: it would slow down every start
  return writeXlsx({
    sheets: [
      {
        name: "質問票",
        columns: [7, 52, 7, 7, 8, 36, 52].map((width) => ({ width })),
        rows: draft.rows,
        merges: draft.merges,
        cells: new Map([...draft.styles].map(([place, style]) => [place, { style }])),
        freezePane: { rows: HEADING_ROW + 1 },
        pageSetup: {
          orientation: "landscape",
          paperSize: "a4",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
      },
    ],
  });
}

/** Zero-based row of the column headings. */
const HEADING_ROW = 6;

function draftOf(
  questionnaire: Questionnaire,
  answers: ReadonlyMap<string, FilledAnswer>,
  header: FilledHeader,
): Draft {
  const draft: Draft = {
    rows: [
      [questionnaire.head.title],
      ["質問票の版", questionnaire.head.version],
      ["事業者名", header.vendor ?? ""],
      ["製品・サービス名", header.product ?? ""],
      ["製品・サービスの版", header.productVersion ?? "", "作成日", "", "", header.issuedOn ?? ""],
      ["はい・いいえ・対象外のどれか一つに ○ を付け、補足を備考に書いてください。"],
      headings,
    ],
    styles: new Map([["0,0", { font: { bold: true, size: 14 } }]]),
    merges: [],
  };
  headings.forEach((_, column) => {
    draft.styles.set(`${HEADING_ROW},${column}`, heading);
  });
  let section = "";
  for (const question of questionnaire.questions) {
    if (question.section !== section) addSection(draft, question.section);
    section = question.section;
    const row: CellValue[] = [question.no, question.question, "", "", "", "", question.help];
    const filled = answers.get(question.no);
    if (filled) fillAnswer(row, filled);
    addRow(draft, row);
  }
  return draft;
}

function fillAnswer(row: CellValue[], filled: FilledAnswer): void {
  row[5] = filled.remark;
  if (filled.answer === "yes" || filled.answer === "no" || filled.answer === "not-applicable") {
    row[optionColumns[filled.answer]] = "○";
  }
}

function addSection(draft: Draft, section: string): void {
  const row = draft.rows.length;
  draft.rows.push([section]);
  draft.styles.set(`${row},0`, heading);
  draft.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: headings.length - 1 });
}

function addRow(draft: Draft, row: CellValue[]): void {
  const at = draft.rows.length;
  draft.rows.push(row);
  row.forEach((_, column) => {
    draft.styles.set(`${at},${column}`, column >= 2 && column <= 4 ? centred : boxed);
  });
}
