import type { ActionFunctionArgs } from "@remix-run/node";
import { parseAnswer } from "~/answer-json.server";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, textOf } from "~/http.server";
import { challengeToken, nextAfter, passkeySite, signedInHeaders, signInFrom } from "~/sessions.server";
import { signInByPasskey } from "~/use-cases/passkeys.server";

export function loader() {
  return redirectTo("/sign-in");
}

/** The browser's proof of a passkey; the answer says where to go on, because a script asks. */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const key = `sign-in ${context.remoteAddress}`;
  if (!(await context.hasTries(key))) throw refuse([problem("too-many-attempts")]);
  const signedIn = await signInByPasskey(context.own, {
    token: await challengeToken(request, context),
    answer: parseAnswer(textOf(fields, "answer")),
    site: passkeySite(request, context),
    ...signInFrom(request, context),
  });
  if (!signedIn.ok) {
    await context.countTry(key);
    throw refuse(signedIn.problems);
  }
  const to = nextAfter(signedIn.value, textOf(fields, "next"));
  return reply({ to }, { headers: await signedInHeaders(context, signedIn.value) });
}
