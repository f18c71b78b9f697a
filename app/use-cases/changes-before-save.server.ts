import { answersOf, seriesOf } from "#db/queries/disclosures.server";
import { correctionsOf, findIntake } from "#db/queries/intakes.server";
import { type AnswerDifference, correctedAnswers, differencesOf } from "~/domain/disclosure";
import { parseReading } from "~/domain/reading-file";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { FormToSave } from "./receive.server";

/** What one form would change against the disclosure before it; `older` null for the first of its series. */
export type FormChanges = {
  formIndex: number;
  older: { id: string; issuedOn: string } | null;
  differences: AnswerDifference[];
};

/**
 * 保存の前に、前回から変わること: for each form that goes to a registered version, the rows that would differ from
 * the newest disclosure made before it. Nothing is written. Three queries a form; an intake that is not there
 * gives none.
 */
export async function changesBeforeSave(
  ports: Ports,
  scope: Scope,
  input: { intakeId: string; forms: readonly FormToSave[] },
): Promise<FormChanges[]> {
  const found = await findIntake(ports.db, scope, input.intakeId);
  if (!found) return [];
  const reading = parseReading(found.reading);
  const corrections = await correctionsOf(ports.db, scope, found.id);
  return Promise.all(
    input.forms.map(async ({ formIndex, issuedOn, place }): Promise<FormChanges> => {
      const read = reading.forms[formIndex];
      const none = { formIndex, older: null, differences: [] };
      if (!read || !("productVersionId" in place)) return none;
      const series = await seriesOf(ports.db, scope, place.productVersionId, read.form);
      const older = series.find((each) => each.issuedOn < issuedOn && each.withdrawnReason === null);
      if (!older) return none;
      const own = corrections.filter((each) => each.formIndex === formIndex);
      const after = correctedAnswers(read.answers, own).map(({ read: row, answer, remark }) => ({
        no: row.no,
        question: row.question,
        answer,
        remark,
      }));
      const before = await answersOf(ports.db, scope, older.id);
      const { id, issuedOn: olderOn } = older;
      return { formIndex, older: { id, issuedOn: olderOn }, differences: differencesOf(before, after) };
    }),
  );
}
