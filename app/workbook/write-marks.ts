import type { ProblemCode } from "../domain/problem.ts";
import { type AnswerOption, answerOptions } from "../domain/questionnaire.ts";
import type { SheetView } from "../domain/reading.ts";
import type { CellEdit } from "./patch-cells.ts";
import type { CellValue } from "./patch-sheet.ts";
import { isChosenSign, isEmptySign, isFilledSign, readMarkText } from "./recognise/marks.ts";
import { squash } from "./recognise/text.ts";
import { optionOfWord } from "./recognise/words.ts";
import { columnName } from "./sheet.ts";

const textsOf = new WeakMap<SheetView, ReadonlyMap<string, string>>();

/** Every text of a sheet by its address. */
export function cellTexts(sheet: SheetView): ReadonlyMap<string, string> {
  const known = textsOf.get(sheet);
  if (known) return known;
  const cells = sheet.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.text] as const));
  const texts = new Map(cells);
  textsOf.set(sheet, texts);
  return texts;
}

/** Texts of a column below the headings, in the order of the rows. */
export function textsBelow(sheet: SheetView, column: number, headerRow: number): string[] {
  const texts = cellTexts(sheet);
  return sheet.rows.flatMap(({ row }) =>
    row > headerRow ? [(texts.get(`${columnName(column)}${row}`) ?? "").trim()] : [],
  );
}

function mostCommon(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const each of texts) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

type Columns = Readonly<Record<AnswerOption, number | null>>;

/** Marks of a row with one column for each option. @returns a Problem's code when a cell is written in no known way */
export function optionEdits(
  sheet: SheetView,
  columns: Columns,
  headerRow: number,
  row: number,
  wanted: AnswerOption | null,
): CellEdit[] | ProblemCode {
  if (wanted !== null && columns[wanted] === null) return "write-back-no-column";
  const all = answerOptions.flatMap((each) => columns[each] ?? []);
  const edits: CellEdit[] = [];
  for (const option of answerOptions) {
    const column = columns[option];
    if (column === null) continue;
    const address = `${columnName(column)}${row}`;
    const text = (cellTexts(sheet).get(address) ?? "").trim();
    const mark = readMarkText(text);
    const isPlain = mark.kind === "empty" || (mark.kind === "chosen" && mark.remarkNumber === null);
    if (!isPlain) return "write-back-mark-unknown";
    const isChosen = mark.kind === "chosen";
    if (option === wanted && !isChosen) {
      edits.push({
        sheet: sheet.name,
        address,
        value: typed(chosenText(sheet, column, all, headerRow, text)),
      });
    } else if (option !== wanted && isChosen) {
      edits.push({ sheet: sheet.name, address, value: typed(emptyText(sheet, column, headerRow)) });
    }
  }
  return edits;
}

/** How this column says "this one": as it does elsewhere, as its empty box asks for, as the other columns do, or ○. */
function chosenText(
  sheet: SheetView,
  column: number,
  columns: readonly number[],
  headerRow: number,
  standing: string,
): string {
  const chosenIn = (each: number) => textsBelow(sheet, each, headerRow).filter(isPlainChoice);
  const [sign = ""] = [...standing];
  const boxed = isEmptySign(sign)
    ? standing.replace(sign, "☑")
    : standing === "0"
      ? "1"
      : standing === "FALSE"
        ? "TRUE"
        : null;
  const own = mostCommon(chosenIn(column));
  if (own !== null && (boxed === null || [...own].length === [...boxed].length)) return own;
  if (boxed !== null) return boxed;
  return (
    mostCommon(columns.flatMap(chosenIn).filter((each) => [...each].length === 1 || each === "TRUE")) ?? "○"
  );
}

function isPlainChoice(text: string): boolean {
  const mark = readMarkText(text);
  return mark.kind === "chosen" && mark.remarkNumber === null;
}

/** How this column says nothing: its printed box, or an empty cell. */
function emptyText(sheet: SheetView, column: number, headerRow: number): string | null {
  const texts = textsBelow(sheet, column, headerRow).filter(
    (each) => each !== "" && readMarkText(each).kind === "empty",
  );
  return mostCommon(texts);
}

/** The value behind a text that a spreadsheet shows for a number or a truth. */
function typed(text: string | null): CellValue {
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  return text === "1" || text === "0" ? Number(text) : text;
}

const japanese: Record<AnswerOption, string> = { yes: "はい", no: "いいえ", "not-applicable": "対象外" };
const latin: Record<AnswerOption, string> = { yes: "Yes", no: "No", "not-applicable": "N/A" };

/** The word of a row with one answer column, or its list of boxes with another one ticked. */
export function wordEdit(
  sheet: SheetView,
  column: number,
  headerRow: number,
  row: number,
  wanted: AnswerOption | null,
): CellEdit[] | ProblemCode {
  const address = `${columnName(column)}${row}`;
  const standing = (cellTexts(sheet).get(address) ?? "").trim();
  const edit = (value: CellValue) => [{ sheet: sheet.name, address, value }];
  const texts = textsBelow(sheet, column, headerRow);
  if (standing === "" || optionOfWord(squash(standing)) !== null) {
    if (wanted === null) return edit(null);
    const same = texts.filter((each) => optionOfWord(squash(each)) === wanted);
    const isLatin = texts.some((each) => /^[a-z/.]+$/i.test(squash(each)));
    return edit(mostCommon(same) ?? (isLatin ? latin : japanese)[wanted]);
  }
  const ticked = tickInList(standing, wanted, texts);
  return ticked === null ? "write-back-mark-unknown" : edit(ticked);
}

/** True for spaces and the strokes that part words. */
const isStrokes = (text: string) => /^[\s\u3000・/／、,|｜]*$/.test(text);

const listed = /(\S?)([\s\u3000]*)(はい|いいえ|対象外|該当なし|非該当|yes|no|n\/a)/gi;

/** 「☑はい □いいえ」 with the sign before another word filled; null when a word has no sign before it. */
function tickInList(text: string, wanted: AnswerOption | null, texts: readonly string[]): string | null {
  const signs = [...texts.join("")];
  const filled = [...text].find(isFilledSign) ?? signs.find(isFilledSign) ?? "☑";
  const empty = [...text].find(isEmptySign) ?? signs.find(isEmptySign) ?? "□";
  // why: 「はい・いいえ」 waits for a circle by hand; a box before each word says the same and leaves both standing.
  const isBare = isStrokes(text.replace(listed, (_, sign: string) => sign));
  let isKnown = false;
  let isBroken = false;
  const ticked = text.replace(listed, (all, sign: string, gap: string, word: string) => {
    if (isBare) {
      const isBareWanted = optionOfWord(word) === wanted;
      isKnown ||= isBareWanted;
      return `${sign}${gap}${isBareWanted ? filled : empty}${word}`;
    }
    if (!isChosenSign(sign) && !isEmptySign(sign) && !isFilledSign(sign)) {
      isBroken = true;
      return all;
    }
    const isWanted = optionOfWord(word) === wanted && wanted !== null;
    isKnown ||= isWanted || wanted === null;
    return `${isWanted ? filled : empty}${gap}${word}`;
  });
  return isBroken || !isKnown ? null : ticked;
}
