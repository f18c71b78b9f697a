import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { draftFromIntake } from "~/use-cases/draft-catalogue.server";

/** Read by address, as after signing in again: the button stands on the page of the file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  return redirectTo(`/intakes/${params.id}`);
}

/** この様式を書式として登録. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "disclosure:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const formIndex = countOf(await readForm(request), "form");
  const { kinds, load } = wordsOf(language).catalogueDrafts;
  const words = { issuer: kinds.questionnaire.issuer, licence: load.licence, notice: load.notice };
  const drafted = await draftFromIntake(ports, scope, { intakeId: params.id, formIndex, words });
  if (!drafted.ok) throw refuse(drafted.problems);
  return redirectTo(`/catalogues/drafts/${drafted.value.draftId}`);
}
