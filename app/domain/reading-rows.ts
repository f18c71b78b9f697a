import type { ReadAnswer, WorkbookReading } from "./reading.ts";

/**
 * The rows a person can correct: of a form, or of a checklist where the file holds no form. Both are counted
 * by the same index, because a reading has only one of the two.
 */
export function rowsOfReading(
  reading: Pick<WorkbookReading, "forms" | "checklists">,
  index: number,
): readonly ReadAnswer[] {
  if (reading.forms.length > 0) return reading.forms[index]?.answers ?? [];
  return reading.checklists?.[index]?.rows ?? [];
}
