import { answersOfResponse, findChecklistResponse } from "#db/queries/checklist-responses.server";
import { findIntake } from "#db/queries/intakes.server";
import {
  answersOfResponses,
  roundsOfOwnChecklist,
  rowsOfOwnChecklist,
} from "#db/queries/own-checklists.server";
import type { ChecklistItem } from "~/domain/checklist";
import type { ChecklistAnswer } from "~/domain/checklist-response";
import { answersOfRound } from "~/domain/own-checklist";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { partOfRound } from "~/workbook/writable-part";
import { cataloguesOf } from "./catalogues.server";
import { type OpenedSheet, openSheet } from "./open-own-checklist.server";
import type { Ports } from "./ports.server";
import { corrected, holdsRows } from "./write-back.server";
import { type WrittenFile, writeInto } from "./write-into.server";
import { type AnswerToWrite, writeIntoOfficial, writeRoundsIntoOfficial } from "./write-official.server";
import { writableSource } from "./write-source.server";

type Input = { responseId: string };

/**
 * 届いたチェックリストに書き戻す: the workbook a response was read from, with what people corrected in its round:
 * answer, remark and target day. Problems: not-found, write-back-not-from-file (answered on the web or by hand),
 * write-back-kind, file-…, and by row those of `writeInto`.
 */
export async function writeBackChecklist(
  ports: Ports,
  scope: Scope,
  input: Input,
): Promise<Result<WrittenFile>> {
  const response = await findChecklistResponse(ports.db, scope, input.responseId);
  if (!response) return failed(problem("not-found"));
  const { originalFileId, intakeId, round } = response;
  if (originalFileId === null || intakeId === null) return failed(problem("write-back-not-from-file"));
  const [answers, intake] = await Promise.all([
    answersOfResponse(ports.db, scope, response.id),
    findIntake(ports.db, scope, intakeId),
  ]);
  const source = await writableSource(ports, scope, originalFileId, intake);
  if (!source.ok) return source;
  return writeInto(ports, source.value, (reading) => {
    const list = reading.checklists?.find((each) => each.round === round && holdsRows(each.rows, answers));
    const part = list ? partOfRound(list, round) : null;
    return part === null
      ? failed(problem("write-back-not-same"))
      : done({ part, ...corrected(part, answers) });
  });
}

/**
 * 公式のチェックリストに書き出す: a response in the official workbook its edition was made from, in the same round.
 * Problems: not-found, catalogue-without-file, and those of `writeIntoOfficial`.
 */
export async function writeOfficialChecklist(
  ports: Ports,
  scope: Scope,
  input: Input,
): Promise<Result<WrittenFile>> {
  const response = await findChecklistResponse(ports.db, scope, input.responseId);
  if (!response) return failed(problem("not-found"));
  const ref = response.checklistRef;
  if (ref === null) return failed(problem("catalogue-without-file", { ref: response.title }));
  const [answers, catalogues] = await Promise.all([
    answersOfResponse(ports.db, scope, response.id),
    cataloguesOf(ports, scope),
  ]);
  const items = new Map(catalogues.checklists.get(ref)?.items.map((each) => [each.key, each]));
  return writeIntoOfficial(ports, scope, {
    ref,
    round: response.round,
    respondent: response.respondent,
    answers: answersAsPrinted(answers, items),
  });
}

type GivenAnswer = Pick<ChecklistAnswer, "itemKey" | "no" | "item" | "answer" | "remark" | "targetOn">;

/** Answers under the number and words of their item, as the edition's own workbook prints them. */
function answersAsPrinted(
  answers: readonly GivenAnswer[],
  items: ReadonlyMap<string, Pick<ChecklistItem, "no" | "item">>,
): AnswerToWrite[] {
  return answers.map(({ itemKey, no, item, answer, remark, targetOn }) => {
    const own = itemKey === null ? undefined : items.get(itemKey);
    return { no: own?.no ?? no, question: own?.item ?? item, answer, remark, targetOn };
  });
}

/**
 * 自院の点検表を公式の様式に書き出す: every frozen round that counts in its own columns of the official workbook the edition
 * was made from; before the first one is frozen, what stands in the sheet now as round 1. The gate of a year whose
 * edition prints none has no row and is left out.
 * @returns `isDraft`: nothing is frozen yet. Problems: not-found, catalogue-unknown, those of `writeRoundsIntoOfficial`
 */
export async function writeOwnChecklist(
  ports: Ports,
  scope: Scope,
  input: { checklistId: string },
): Promise<Result<WrittenFile & { isDraft: boolean }>> {
  const opened = await openSheet(ports, scope, input.checklistId);
  if (!opened.ok) return opened;
  const { sheet, edition } = opened.value;
  const frozen = (await roundsOfOwnChecklist(ports.db, scope, sheet.id)).filter(
    (each) => each.withdrawnReason === null,
  );
  const stored = await answersOfResponses(
    ports.db,
    scope,
    frozen.map((each) => each.responseId),
  );
  const items = new Map(edition.items.map((each) => [each.key, each]));
  const kept = frozen.map(({ round, responseId }) => ({
    round,
    answers: stored.filter((each) => each.responseId === responseId),
  }));
  const now = { round: 1, answers: await answersNow(ports, scope, opened.value) };
  const written = await writeRoundsIntoOfficial(
    ports,
    scope,
    sheet.checklistRef,
    (kept.length > 0 ? kept : [now]).map(({ round, answers }) => {
      const own = answers.filter((each) => each.itemKey !== null);
      return { round, respondent: "hospital" as const, answers: answersAsPrinted(own, items) };
    }),
  );
  return written.ok ? done({ ...written.value, isDraft: kept.length === 0 }) : written;
}

/** What stands in the sheet, as the round it would be. */
async function answersNow(ports: Ports, scope: Scope, { sheet, gate, items }: OpenedSheet) {
  const stored = await rowsOfOwnChecklist(ports.db, scope, sheet.id);
  const rows = new Map(stored.map((each) => [each.itemKey, each]));
  return answersOfRound({ gate, gateAnswer: sheet.gate, items, rows });
}
