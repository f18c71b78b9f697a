import { problem } from "~/domain/problem";
import type { RawHouseAnswer } from "~/domain/survey";
import { listOf, refuse, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showSurvey } from "~/use-cases/surveys.server";

/** The survey of the fiscal year in an address. @throws 404 for a year that cannot be answered */
export async function readSurvey({ ports, scope }: Visit, year: string | undefined) {
  if (!/^\d{4}$/.test(year ?? "")) throw refuse([problem("not-found")]);
  const shown = await showSurvey(ports, scope, { fiscalYear: Number(year) });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value;
}

/** Answers as the form posts them; several options of one question come as repeated fields. */
export function typedAnswers(fields: Readonly<Record<string, string | string[]>>): RawHouseAnswer[] {
  return listOf(fields, "questionKey").map((questionKey) => ({
    questionKey,
    value: listOf(fields, `value.${questionKey}`).filter(Boolean).join(","),
    happenedOn: textOf(fields, `happenedOn.${questionKey}`),
    note: textOf(fields, `note.${questionKey}`),
    seenId: textOf(fields, `seenId.${questionKey}`),
  }));
}

/** How many answers were just saved, out of the address; null when it says nothing of the kind. */
export function savedCount(url: string): number | null {
  const given = new URL(url).searchParams.get("saved") ?? "";
  return /^\d{1,4}$/.test(given) ? Number(given) : null;
}
