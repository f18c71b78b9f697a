import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import { requireDesk } from "~/vendor-visit.server";
import { sentItems } from "../vendor-answers/typed-items.server";

/** Autosave: some items as JSON. The same verb as the page's own form. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const items = sentItems(textOf(await readForm(request), "items"));
  if (items === null) return refuse([problem("form-unreadable")]);
  const saved = await saveAnswers(ports, scope, items);
  return saved.ok ? reply(saved.value) : refuse(saved.problems);
}
