import { answersOf, findDisclosure } from "#db/queries/disclosures.server";
import { findIntake } from "#db/queries/intakes.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { AnswerValue } from "~/domain/questionnaire";
import type { ReadAnswer } from "~/domain/reading";
import type { Scope } from "~/domain/scope";
import { partOfForm } from "~/workbook/writable-part";
import { rowName, type WantedRow } from "~/workbook/write-answers";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { type Picked, type WrittenFile, writeInto } from "./write-into.server";
import { writeIntoOfficial } from "./write-official.server";
import { writableSource } from "./write-source.server";

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
  const { originalFileId, intakeId } = disclosure;
  const [answers, intake] = await Promise.all([
    answersOf(ports.db, scope, disclosure.id),
    intakeId === null ? null : findIntake(ports.db, scope, intakeId),
  ]);
  const source = await writableSource(ports, scope, originalFileId, intake);
  if (!source.ok) return source;
  return writeInto(ports, source.value, (reading) => {
    const at = reading.forms.findIndex(
      (each) => each.form === disclosure.form && holdsRows(each.answers, answers),
    );
    const part = partOfForm(reading, at);
    return part === null
      ? failed(problem("write-back-not-same"))
      : done({ part, ...corrected(part, answers) });
  });
}

/** A row as it is kept: what was read from its cell, and what people made of it. */
export type KeptRow = {
  no: string;
  cell: string;
  answer: AnswerValue;
  remark: string;
  readAnswer: AnswerValue;
  readRemark: string;
  targetOn?: string | null;
};

/** True for the rows of a fresh reading that these kept rows were read from. */
export function holdsRows(rows: readonly ReadAnswer[], kept: readonly Pick<KeptRow, "cell">[]): boolean {
  const cells = new Set(rows.map((each) => each.cell));
  return rows.length === kept.length && kept.some((each) => cells.has(each.cell));
}

/** What shall stand in each row; a corrected one that is read otherwise than when it was received is named. */
export function corrected(
  { rows }: Pick<Picked["part"], "rows">,
  kept: readonly KeptRow[],
): Pick<Picked, "wanted" | "problems"> {
  const problems: Problem[] = [];
  const wanted = rows.map((read, ordinal): WantedRow | null => {
    const stored = kept[ordinal];
    if (!stored) return null;
    const { answer, remark, targetOn } = stored;
    if (stored.cell === read.cell && stored.no === read.no && stored.readAnswer === read.answer) {
      return { read, answer, remark, ...(targetOn === undefined ? {} : { targetOn }) };
    }
    const isCorrected = answer !== stored.readAnswer || remark !== stored.readRemark;
    if (isCorrected) problems.push(problem("write-back-cell-changed", { no: rowName(read) }));
    return null;
  });
  return { wanted, problems };
}

/**
 * 公式の様式に書き出す: the answers of a disclosure in the official workbook its form's catalogue was made from.
 * Rows are joined by number and question, both exactly; whatever finds no row is named.
 * Problems: not-found, and those of `writeIntoOfficial`.
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
