import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectTo, refuse } from "~/http.server";
import { findVisit, hashToken, sessionCookie } from "~/scope.server";
import { dropToken } from "~/sessions.server";
import { signOut } from "~/use-cases/people.server";

export function loader() {
  return redirectTo("/");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await findVisit(request, context);
  if (visit === null) return redirectTo("/sign-in");
  const cookie = sessionCookie(visit.place, context.isSecure);
  const token: unknown = await cookie.parse(request.headers.get("cookie"));
  const ended = await signOut(visit.ports, visit.scope, hashToken(String(token)));
  if (!ended.ok) throw refuse(ended.problems);
  return redirectTo("/sign-in", { headers: { "Set-Cookie": await dropToken(visit.place, context) } });
}
