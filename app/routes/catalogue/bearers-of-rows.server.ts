import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showBearers } from "~/use-cases/bearers.server";
import type { CataloguePage } from "./catalogue-page.server";

/** Kinds whose rows somebody bears. */
const borneKinds: readonly CataloguePage["kind"][] = ["guideline", "questionnaire", "checklist"];

/** Who bears the rows of the page today, over the whole hospital; null for a kind whose rows nobody bears. */
export async function bearersOfRows({ ports, scope }: Visit, page: CataloguePage) {
  if (!borneKinds.includes(page.kind)) return null;
  const items = page.rows.map((each) => each.key);
  const asked = { itemsRef: page.ref, items, productVersionId: null, day: "", knownOn: "" };
  const shown = await showBearers(ports, scope, asked);
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value.byItem;
}
export type ShownCatalogue = CataloguePage & {
  canEdit: boolean;
  bearers: Awaited<ReturnType<typeof bearersOfRows>>;
};
