import { catalogueRef } from "~/domain/provenance";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showBearers } from "~/use-cases/bearers.server";
import type { AssessmentPage } from "./assessment-page.server";
import type { Person } from "./decision-form";

/** Who bears the requirements of the page today, by the contracts that cover the disclosure's product version. */
export async function bearersOfPage({ ports, scope }: Visit, page: AssessmentPage) {
  const { productVersionId } = page.disclosure;
  const items = [...page.rows, ...page.own].map((each) => each.key);
  const asked = { itemsRef: catalogueRef(page.guideline), items, productVersionId, day: "", knownOn: "" };
  const shown = await showBearers(ports, scope, asked);
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value.byItem;
}
export type ShownAssessment = AssessmentPage & {
  canEdit: boolean;
  /** Whom work can be shown to. */
  people: readonly Person[];
  bearers: Awaited<ReturnType<typeof bearersOfPage>>;
};
