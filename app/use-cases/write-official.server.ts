import { findPublished } from "#db/queries/catalogues.server";
import { type AskedItem, matchRows, sameText } from "~/domain/asked-form";
import type { Respondent } from "~/domain/checklist";
import type { Day } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { AnswerValue } from "~/domain/questionnaire";
import type { ReadAnswer, WorkbookReading } from "~/domain/reading";
import type { Scope } from "~/domain/scope";
import { partOfForm, partOfRound, type WritablePart } from "~/workbook/writable-part";
import { rowName, type WantedRow } from "~/workbook/write-answers";
import type { Ports } from "./ports.server";
import { type Picked, type WrittenFile, writeInto } from "./write-into.server";
import { writableSource } from "./write-source.server";

/** An answer that shall stand in a workbook; `targetOn` is the 目標日 of a checklist's row. */
export type AnswerToWrite = {
  no: string;
  question: string;
  answer: AnswerValue;
  remark: string;
  targetOn?: Day | null;
};
export type OfficialInput = {
  /** `id@version` of a catalogue that was read from an official file. */
  ref: string;
  answers: readonly AnswerToWrite[];
  /** Of a checklist: the round to write into, and whose sheet. */
  round?: number;
  respondent?: Respondent;
  /** Whose hands the file goes to: nothing that is not about them may stand in it. Absent: the hospital's own. */
  recipient?: Recipient;
};
type Recipient = { vendor: string; product: string | null };

/** True when a catalogue was read from a file that is kept. */
export async function hasOfficialFile(
  ports: Ports,
  owner: Pick<Scope, "groupId">,
  ref: string,
): Promise<boolean> {
  return ((await findPublished(ports.db, owner, ref))?.originalFileId ?? null) !== null;
}

/**
 * 公式の様式に書き出す: answers to a catalogue, whoever gave them, in the official workbook it was made from. Rows are joined by
 * number and question, both exactly; whatever finds no row is named. A file that was filled in when it became a
 * catalogue is not written to, because somebody else's answers would stand beside ours.
 * Problems: catalogue-without-file, write-back-kind, write-back-form-filled, form-not-found, and by row those of
 * `writeInto`.
 */
export async function writeIntoOfficial(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  input: OfficialInput,
): Promise<Result<WrittenFile>> {
  const published = await findPublished(ports.db, owner, input.ref);
  if (!published?.originalFileId) return failed(problem("catalogue-without-file", { ref: input.ref }));
  const source = await writableSource(ports, owner, published.originalFileId, null);
  if (!source.ok) return source;
  return writeInto(ports, source.value, (reading) => {
    const filled = input.recipient ? filledCell(reading, input.recipient) : null;
    if (filled !== null) return failed(problem("write-back-form-filled", { cell: filled }));
    return pickOfficial(reading, input);
  });
}

/**
 * 複数の回を一つの公式の様式に書き出す: the rounds of one checklist one after the other into the same copy, so that the file
 * holds them side by side. What one round could not write is named with the others'.
 * Problems: those of `writeIntoOfficial`; of no round at all field-required.
 */
export async function writeRoundsIntoOfficial(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  ref: string,
  rounds: readonly Omit<OfficialInput, "ref" | "recipient">[],
): Promise<Result<WrittenFile>> {
  const published = await findPublished(ports.db, owner, ref);
  if (!published?.originalFileId) return failed(problem("catalogue-without-file", { ref }));
  const source = await writableSource(ports, owner, published.originalFileId, null);
  if (!source.ok) return source;
  const { bytes, fileName, options } = source.value;
  let whole: WrittenFile = { fileName, bytes, written: [], problems: [] };
  for (const round of rounds) {
    const next = await writeInto(ports, { bytes: whole.bytes, fileName, options }, (reading) =>
      pickOfficial(reading, { ...round, ref }),
    );
    if (!next.ok) return next;
    const { written, problems } = next.value;
    whole = {
      ...next.value,
      written: [...whole.written, ...written],
      problems: [...whole.problems, ...problems],
    };
  }
  return done(whole);
}

/** The form or list that has most of the answers' rows, and what shall stand in each; the rest is named. */
function pickOfficial(reading: WorkbookReading, input: OfficialInput): Result<Picked> {
  const { answers } = input;
  const items = answers.map(
    ({ no, question }, at): AskedItem => ({
      key: String(at),
      no,
      question,
      section: "",
      help: "",
      clauses: [],
    }),
  );
  const matches = partsFor(reading, input).map((part) => ({ part, ...matchRows(items, part.rows) }));
  const best = matches.reduce<(typeof matches)[number] | null>(
    (found, each) => (found && found.matched.length >= each.matched.length ? found : each),
    null,
  );
  if (!best || best.matched.length === 0) return failed(problem("form-not-found"));
  const filled = firstAnswered(best.part.rows);
  if (filled !== null) return failed(problem("write-back-form-filled", { cell: filled }));
  const byRow = new Map(best.matched.map(({ item, row }) => [row, answers[Number(item.key)]]));
  const wanted = best.part.rows.map((read): WantedRow | null => {
    const said = byRow.get(read);
    if (!said) return null;
    // why: what the blank form prints in a remark's cell stays where there is no remark to write.
    const remark = said.remark === "" ? read.remark : said.remark;
    const day = said.targetOn === undefined ? {} : { targetOn: said.targetOn };
    // why: a row nobody answered stays as the form prints it.
    const answer = said.answer === "blank" ? read.answer : said.answer;
    return { read, answer, remark, ...day };
  });
  const problems = best.missing.map((item) => {
    const isTwice = best.part.rows.filter((each) => sameText(each.no) === sameText(item.no)).length > 1;
    return problem(isTwice ? "write-back-row-twice" : "write-back-row-unmatched", { no: rowName(item) });
  });
  return done({ part: best.part, wanted, problems });
}

/** Every form; of a checklist the round asked for, in the lists of whoever answers before the others. */
function partsFor(reading: WorkbookReading, { round = 1, respondent }: OfficialInput): WritablePart[] {
  const lists = (reading.checklists ?? []).filter((each) => each.round === 1);
  const own = lists.filter((each) => respondent === undefined || each.respondent === respondent);
  const open = lists.filter((each) => !own.includes(each) && each.respondent === null);
  return [
    ...reading.forms.map((_, at) => partOfForm(reading, at)),
    ...[...own, ...open].map((each) => partOfRound(roundOf(reading, each, round), round)),
  ].filter((each) => each !== null);
}

/** The list of this round, where something is answered in it already; else the first round's. */
function roundOf(
  reading: WorkbookReading,
  first: NonNullable<WorkbookReading["checklists"]>[number],
  round: number,
) {
  const same = reading.checklists?.find(
    (each) =>
      each.round === round &&
      each.sheet === first.sheet &&
      each.rounds?.[0]?.headerRow === first.rounds?.[0]?.headerRow,
  );
  return same ?? first;
}

function firstAnswered(rows: readonly ReadAnswer[]): string | null {
  const clear: readonly AnswerValue[] = ["yes", "no", "not-applicable", "conflict"];
  return rows.find((each) => clear.includes(each.answer))?.cell ?? null;
}

/** A cell that says what somebody answered, or names another vendor or product; null for a blank book. */
function filledCell({ forms, checklists = [] }: WorkbookReading, recipient: Recipient): string | null {
  const parts = [
    ...forms.map(({ header, answers }) => ({ header, rows: answers })),
    ...checklists.map(({ header, rows }) => ({ header, rows })),
  ];
  for (const { header, rows } of parts) {
    const other = (["vendor", "product"] as const).find(
      (each) => header[each] !== null && sameText(header[each]) !== sameText(recipient[each] ?? ""),
    );
    const cell = other ? (header.cells[other] ?? "") : firstAnswered(rows);
    if (cell !== null) return cell;
  }
  return null;
}
