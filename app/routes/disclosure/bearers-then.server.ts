import { z } from "zod";
import { assessedAnswers, currentThen } from "~/domain/disclosure";
import { catalogueRef } from "~/domain/provenance";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showBearers } from "~/use-cases/bearers.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import type { DisclosurePage, ShownDisclosureWithAnswers } from "./disclosure-page.server";

const clausesSchema = z.array(z.string());

/**
 * Who bears each item of the page on the day asked, as known then, by ordinal; and which disclosure of the series was
 * the current one then. Problems: field-not-a-day.
 */
export async function bearersThen(
  { ports, scope }: Visit,
  shown: ShownDisclosureWithAnswers,
  page: DisclosurePage,
  params: URLSearchParams,
) {
  const { form, formVersion, productVersionId } = shown.disclosure;
  const questionnaire = (await cataloguesOf(ports, scope)).questionnaireFor(form, formVersion);
  const answers = shown.answers.map((each) => ({
    ...each,
    clauses: clausesSchema.parse(JSON.parse(each.clauses)),
  }));
  const keys = assessedAnswers(answers, questionnaire).map((each) => each.ref);
  const keyOf = new Map(shown.answers.map((each, at) => [each.ordinal, keys[at] ?? ""]));
  const items = page.answers.map((each) => keyOf.get(each.ordinal) ?? "");
  const asked = { day: params.get("day") ?? "", knownOn: params.get("knownOn") ?? "" };
  const itemsRef = questionnaire && catalogueRef(questionnaire.head);
  const found = await showBearers(ports, scope, { ...asked, itemsRef, items, productVersionId });
  if (!found.ok) throw refuse(found.problems);
  const { dates, byItem } = found.value;
  return {
    dates,
    bearers: Object.fromEntries(page.answers.map((each, at) => [each.ordinal, byItem[items[at] ?? ""]])),
    currentThen: currentThen(shown.series, dates.day, dates.knownSeq)?.id ?? null,
  };
}
export type BearersThen = Awaited<ReturnType<typeof bearersThen>>;
