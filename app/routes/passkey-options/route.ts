import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { hashToken } from "~/scope.server";
import { keepChallengeToken, passkeyMaker, passkeySite, requireStep } from "~/sessions.server";
import { askForNewPasskey, askForPasskey } from "~/use-cases/passkeys.server";

export function loader() {
  throw refuse([problem("not-found")]);
}

/**
 * What the browser needs before it asks for a passkey (`for=sign-in`, or `for=second-factor` behind a password) or makes
 * one (`for=register`).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const site = passkeySite(request, context);
  const what = textOf(fields, "for");
  if (what === "sign-in" || what === "second-factor") {
    const person = what === "sign-in" ? null : (await requireStep(request, context, "second-factor")).person;
    const { options, token } = await askForPasskey(context.own, { site, person, hashOf: hashToken });
    return reply(options, { headers: { "Set-Cookie": await keepChallengeToken(context, token) } });
  }
  const { ports, scope } = await passkeyMaker(request, context);
  const asked = await askForNewPasskey(ports, scope, { site, hashOf: hashToken });
  if (!asked.ok) throw refuse(asked.problems);
  const { options, token } = asked.value;
  return reply(options, { headers: { "Set-Cookie": await keepChallengeToken(context, token) } });
}
