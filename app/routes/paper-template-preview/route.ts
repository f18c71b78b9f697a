import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { shownNames, wordingFrom } from "~/routes/paper-template-draft/shown-names";
import { requireScope } from "~/scope.server";
import { previewTemplate, showTemplateDraft } from "~/use-cases/edit-annex-template.server";

/** The paper with the wording as typed so far; nothing is stored. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "template:write");
  const draftId = params.id ?? "";
  const shown = await showTemplateDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const fields = await readForm(request);
  const typed = wordingFrom(fields, shownNames(shown.value.template, wordsOf(language)));
  const contractId = textOf(fields, "contract");
  const built = await previewTemplate(ports, scope, { draftId, contractId, fields: typed });
  if (!built.ok) throw refuse(built.problems);
  return reply({ document: built.value.built.document });
}
