import { choicesOf } from "#db/queries/registers.server";
import { catalogueRef } from "~/domain/provenance";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import type { Visit } from "~/scope.server";
import { previewTemplate, showTemplateDraft } from "~/use-cases/edit-annex-template.server";
import { shownNames, withShownNames } from "./shown-names";

/**
 * The wording as saved, and the paper of one contract with it.
 * @param contractId the contract whose records the preview shows; the first one when empty
 * @throws 404 when there is no such draft in this hospital
 */
export async function readTemplatePage(visit: Visit, draftId: string, contractId: string) {
  const { ports, scope, language } = visit;
  const shown = await showTemplateDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const { draft, basis, template } = shown.value;
  const contracts = await choicesOf(ports.db, scope, "contract");
  const chosen = contracts.find((each) => each.id === contractId) ?? contracts[0] ?? null;
  const names = shownNames(template, wordsOf(language));
  const built = chosen
    ? await previewTemplate(ports, scope, { draftId, contractId: chosen.id, fields: {} })
    : null;
  return {
    draft: { id: draft.id, version: draft.version, state: draft.state },
    basis: { ref: catalogueRef(basis.head), title: basis.head.title },
    template: withShownNames(template, names),
    names: names.names.map((each) => each.shown),
    contracts,
    contractId: chosen?.id ?? "",
    preview: built?.ok ? built.value.built.document : null,
    mayEdit: may(scope, "template:write") && draft.state === "open",
  };
}
export type TemplatePage = Awaited<ReturnType<typeof readTemplatePage>>;
