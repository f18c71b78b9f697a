import type { AppLoadContext } from "@remix-run/node";
import { type Language, languages } from "~/domain/scope";
import { cookieOf } from "~/http.server";
import { findVisit, type Visit } from "~/scope.server";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the language of a browser in which nobody is signed in. */
export function languageCookie(isSecure: boolean) {
  return cookieOf("buntan_language", { isSecure, maxAgeSeconds: YEAR_SECONDS });
}

/** The account's language, else the cookie's, else Japanese. */
export async function languageOf(
  request: Request,
  context: AppLoadContext,
  visit: Pick<Visit, "language"> | null,
): Promise<Language> {
  if (visit !== null) return visit.language;
  const kept: unknown = await languageCookie(context.isSecure).parse(request.headers.get("cookie"));
  return languages.find((each) => each === kept) ?? "ja";
}

/** Who is asking, or null, with the language to answer in; for pages that need no account. */
export async function greet(request: Request, context: AppLoadContext) {
  const visit = await findVisit(request, context);
  return { visit, language: await languageOf(request, context, visit) };
}
