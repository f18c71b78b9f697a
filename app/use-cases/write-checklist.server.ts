import { answersOfResponse, findChecklistResponse } from "#db/queries/checklist-responses.server";
import { findIntake } from "#db/queries/intakes.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { partOfRound } from "~/workbook/writable-part";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { corrected, holdsRows } from "./write-back.server";
import { type WrittenFile, writeInto } from "./write-into.server";
import { writeIntoOfficial } from "./write-official.server";
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
    answers: answers.map(({ itemKey, no, item, answer, remark, targetOn }) => {
      const own = itemKey === null ? undefined : items.get(itemKey);
      return { no: own?.no ?? no, question: own?.item ?? item, answer, remark, targetOn };
    }),
  });
}
