import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { languages } from "~/domain/scope";
import { readForm, redirectTo, refuse, safePath, textOf } from "~/http.server";
import { languageCookie } from "~/language.server";
import { findVisit } from "~/scope.server";
import { chooseLanguage } from "~/use-cases/language.server";

export function loader() {
  return redirectTo("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await findVisit(request, context);
  const fields = await readForm(request);
  const language = languages.find((each) => each === textOf(fields, "language"));
  if (!language) throw refuse([problem("field-not-an-option", {}, "language")]);
  if (visit) {
    const chosen = await chooseLanguage(visit.ports, visit.scope, language);
    if (!chosen.ok) throw refuse(chosen.problems);
  }
  const cookie = await languageCookie(context.isSecure).serialize(language);
  return redirectTo(safePath(textOf(fields, "next")), { headers: { "Set-Cookie": cookie } });
}
