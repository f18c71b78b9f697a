import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { redirectTo, refuse } from "~/http.server";
import { dropTrip, providerReturn, tripOf } from "~/provider-trip.server";
import { requireScope } from "~/scope.server";
import { goOn, signInFrom } from "~/sessions.server";
import { linkIdentity, signInByIdentity } from "~/use-cases/identities.server";

/** Back from the identity provider: what came with the address is proved against what this browser kept. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const trip = await tripOf(request, context);
  if (context.provider === null || trip === null) throw refuse([problem("provider-failed")]);
  const identity = await context.provider.finish(providerReturn(request, context), trip);
  if (identity === null) throw refuse([problem("provider-failed")]);
  if (trip.isLink) {
    const { ports, scope } = await requireScope(request, context, "own:write");
    const linked = await linkIdentity(ports, scope, identity);
    if (!linked.ok) throw refuse(linked.problems);
    return redirectTo("/account?done=provider", { headers: { "Set-Cookie": await dropTrip(context) } });
  }
  const signedIn = await signInByIdentity(context.own, { ...identity, ...signInFrom(request, context) });
  if (!signedIn.ok) throw refuse(signedIn.problems);
  return goOn(context, signedIn.value, trip.next);
}

/** Never shown: the way leads on, or a refusal has the words. Without a page the browser would show bare data. */
export default function Nothing() {
  return null;
}
