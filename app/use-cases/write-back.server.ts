import { findPublished } from "#db/queries/catalogues.server";
import { answersOf, findDisclosure } from "#db/queries/disclosures.server";
import { findOriginalFile, readBlob } from "#db/queries/files.server";
import { findIntake } from "#db/queries/intakes.server";
import { type AskedItem, matchRows, sameText } from "~/domain/asked-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { AnswerValue } from "~/domain/questionnaire";
import type { ReadForm, WorkbookReading } from "~/domain/reading";
import { readingRecipeSchema } from "~/domain/reading-recipe";
import type { Scope } from "~/domain/scope";
import { fileKind } from "~/workbook/file-kind";
import { rowName, type WantedRow } from "~/workbook/write-answers";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Source, type WrittenFile, writeInto } from "./write-into.server";

export type { WrittenFile } from "./write-into.server";

/** An answer that shall stand in a workbook. */
export type AnswerToWrite = { no: string; question: string; answer: AnswerValue; remark: string };

type Picked = { form: number; rows: (WantedRow | null)[]; problems: Problem[] };

/**
 * 事業者の様式に書き戻す: the vendor's own workbook with what people corrected since it was read. Rows nobody
 * corrected, and everything else in the file, stay as they are.
 * Problems: not-found, write-back-kind, file-…, and by row those of `writeInto`.
 */
export async function writeBackDisclosure(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string },
): Promise<Result<WrittenFile>> {
  const disclosure = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!disclosure) return failed(problem("not-found"));
  const [answers, source] = await Promise.all([
    answersOf(ports.db, scope, disclosure.id),
    sourceOf(ports, scope, disclosure.originalFileId, disclosure.intakeId),
  ]);
  if (!source.ok) return source;
  return writeInto(ports, source.value, (reading) => {
    const form = reading.forms.findIndex((each) => each.form === disclosure.form && holdsRows(each, answers));
    const own = reading.forms[form];
    if (!own) return failed(problem("write-back-not-same"));
    const problems: Problem[] = [];
    const rows = own.answers.map((read, ordinal): WantedRow | null => {
      const stored = answers[ordinal];
      if (!stored) return null;
      if (stored.cell === read.cell && stored.no === read.no && stored.readAnswer === read.answer) {
        return { read, answer: stored.answer, remark: stored.remark };
      }
      const isCorrected = stored.answer !== stored.readAnswer || stored.remark !== stored.readRemark;
      if (isCorrected) problems.push(problem("write-back-cell-changed", { no: rowName(read) }));
      return null;
    });
    return done({ form, rows, problems });
  });
}

/** The form of a fresh reading that these stored rows were read from. */
function holdsRows(form: ReadForm, stored: readonly { cell: string }[]): boolean {
  const cells = new Set(form.answers.map((each) => each.cell));
  return form.answers.length === stored.length && stored.some((each) => cells.has(each.cell));
}

/**
 * 公式の様式に書き出す: the answers of a disclosure in the official workbook its form's catalogue was made from.
 * Rows are joined by number and question, both exactly; whatever finds no row is named.
 * Problems: not-found, catalogue-without-file, write-back-kind, and by row those of `writeInto`.
 */
export async function writeOfficialDisclosure(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string },
): Promise<Result<WrittenFile>> {
  const disclosure = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!disclosure) return failed(problem("not-found"));
  const catalogues = await cataloguesOf(ports, scope);
  const form = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  if (!form)
    return failed(problem("catalogue-without-file", { ref: `${disclosure.form} ${disclosure.formVersion}` }));
  const answers = await answersOf(ports.db, scope, disclosure.id);
  return writeIntoOfficial(ports, scope, { ref: catalogueRef(form.head), answers });
}

/**
 * The same for any answers to a catalogue: of a request, of a checklist.
 * @param input.ref `id@version` of a catalogue that was read from an official file
 */
export async function writeIntoOfficial(
  ports: Ports,
  scope: Scope,
  input: { ref: string; answers: readonly AnswerToWrite[] },
): Promise<Result<WrittenFile>> {
  const published = await findPublished(ports.db, scope, input.ref);
  if (!published?.originalFileId) return failed(problem("catalogue-without-file", { ref: input.ref }));
  const source = await sourceOf(ports, scope, published.originalFileId, null);
  if (!source.ok) return source;
  return writeInto(ports, source.value, (reading) => pickOfficial(reading, input.answers));
}

/** The form that has most of the answers' rows, and what shall stand in each; the rest is named. */
function pickOfficial(reading: WorkbookReading, answers: readonly AnswerToWrite[]): Result<Picked> {
  const items = answers.map(
    (each, at): AskedItem => ({ ...each, key: String(at), section: "", help: "", clauses: [] }),
  );
  const matches = reading.forms.map((form, at) => ({ at, form, ...matchRows(items, form.answers) }));
  matches.sort((a, b) => b.matched.length - a.matched.length);
  const best = matches[0];
  if (!best || best.matched.length === 0) return failed(problem("form-not-found"));
  const wanted = new Map(best.matched.map(({ item, row }) => [row, answers[Number(item.key)]]));
  const rows = best.form.answers.map((read): WantedRow | null => {
    const answer = wanted.get(read);
    return answer ? { read, answer: answer.answer, remark: answer.remark } : null;
  });
  const problems = best.missing.map((item) => {
    const isTwice = best.form.answers.filter((each) => sameText(each.no) === sameText(item.no)).length > 1;
    return problem(isTwice ? "write-back-row-twice" : "write-back-row-unmatched", { no: rowName(item) });
  });
  return done({ form: best.at, rows, problems });
}

/** The bytes of a kept original and how it was read. Problems: not-found, write-back-kind. */
async function sourceOf(
  ports: Ports,
  scope: Scope,
  fileId: string,
  intakeId: string | null,
): Promise<Result<Source>> {
  const file = await findOriginalFile(ports.db, scope, fileId);
  const bytes = file && (await readBlob(ports.db, scope, file.sha256));
  if (!file || !bytes) return failed(problem("not-found"));
  const intake = intakeId === null ? null : await findIntake(ports.db, scope, intakeId);
  // why: a member of a ZIP is a file of the archive's; the archive is what the vendor sent.
  if (fileKind(bytes, file.fileName) !== "ooxml" || (intake && intake.member !== null)) {
    return failed(problem("write-back-kind"));
  }
  const recipe = intake?.recipe ? readingRecipeSchema.parse(JSON.parse(intake.recipe)) : undefined;
  return done({ bytes, fileName: file.fileName, options: recipe ? { recipe } : {} });
}
