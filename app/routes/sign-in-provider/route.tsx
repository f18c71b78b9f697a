import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { readForm, redirectOutside, redirectTo, refuse, safePath, textOf } from "~/http.server";
import { keepTrip, providerCallback } from "~/provider-trip.server";

export function loader() {
  return redirectTo("/sign-in");
}

/** To the hospital's own identity provider, for signing in or (`for=link`) for linking whoever is signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { provider } = context;
  if (provider === null) throw refuse([problem("provider-off")]);
  const fields = await readForm(request);
  const begun = await provider.begin(providerCallback(request, context)).catch(() => null);
  if (begun === null) throw refuse([problem("provider-failed")]);
  const isLink = textOf(fields, "for") === "link";
  const trip = { ...begun.trip, isLink, next: safePath(textOf(fields, "next")) };
  return redirectOutside(begun.address, { headers: { "Set-Cookie": await keepTrip(context, trip) } });
}

/** Never shown: the way leads on, or a refusal has the words. Without a page the browser would show bare data. */
export default function Nothing() {
  return null;
}
