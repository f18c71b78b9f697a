import type { AppLoadContext } from "@remix-run/node";
import { parseAnswer } from "~/answer-json.server";
import { done, type Result } from "~/domain/problem";
import { textOf } from "~/http.server";
import { challengeToken, passkeySite, requireStep, signInFrom } from "~/sessions.server";
import { addPasskey } from "~/use-cases/passkeys.server";
import { renewRecoveryCodes, setUpApp } from "~/use-cases/second-factor.server";
import { passStep, type SignedIn } from "~/use-cases/sign-in.server";

/** The first code of an app, or the first passkey, and the recovery codes that belong to it. */
export async function setUp(
  request: Request,
  context: AppLoadContext,
  fields: Readonly<Record<string, string | string[]>>,
): Promise<Result<SignedIn & { codes: string[] }>> {
  const from = signInFrom(request, context);
  const { token, ...at } = await requireStep(request, context, "set-up");
  if (textOf(fields, "answer") === "") {
    return setUpApp(context.own, { token, code: textOf(fields, "code"), ...from });
  }
  const added = await addPasskey(context.own, at.scope, {
    token: await challengeToken(request, context),
    answer: parseAnswer(textOf(fields, "answer")),
    name: from.browser || "Passkey",
    site: passkeySite(request, context),
    hashOf: from.hashOf,
  });
  if (!added.ok) return added;
  const codes = await renewRecoveryCodes(context.own, at.scope);
  if (!codes.ok) return codes;
  const passed = await passStep(context.own, at, from, "passkey");
  return passed.ok ? done({ ...passed.value, codes: codes.value.codes }) : passed;
}
