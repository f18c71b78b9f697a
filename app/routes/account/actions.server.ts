import type { AppLoadContext } from "@remix-run/node";
import { parseAnswer } from "~/answer-json.server";
import { failed, problem, type Result } from "~/domain/problem";
import { textOf } from "~/http.server";
import { hashToken, type Visit } from "~/scope.server";
import { challengeToken, passkeySite } from "~/sessions.server";
import { unlinkIdentity } from "~/use-cases/identities.server";
import { changePassword, endSessions } from "~/use-cases/own-account.server";
import { addPasskey, removePasskey } from "~/use-cases/passkeys.server";
import { confirmApp, removeApp, renewRecoveryCodes } from "~/use-cases/second-factor.server";

type Fields = Readonly<Record<string, string | string[]>>;
type Done = { codes?: string[] } | null;

/** What a form of 「サインインと安全」 asks for, by its `intent`. @returns fresh recovery codes where there are some */
export async function carryOut(
  request: Request,
  context: AppLoadContext,
  { ports, scope, sessionHandle: handle }: Visit,
  fields: Fields,
): Promise<Result<Done>> {
  const text = (name: string) => textOf(fields, name);
  switch (text("intent")) {
    case "password":
      return changePassword(ports, scope, { current: text("current"), password: text("password"), handle });
    case "app":
      return confirmApp(ports, scope, { code: text("code") });
    case "app-removed":
      return removeApp(ports, scope);
    case "codes":
      return renewRecoveryCodes(ports, scope);
    case "passkey":
      return addPasskey(ports, scope, {
        token: await challengeToken(request, context),
        answer: parseAnswer(text("answer")),
        name: text("passkeyName"),
        site: passkeySite(request, context),
        hashOf: hashToken,
      });
    case "passkey-removed":
      return removePasskey(ports, scope, { id: text("id") });
    case "sessions":
      return endSessions(ports, scope, text("handle") === "" ? { but: handle } : { handle: text("handle") });
    case "unlinked":
      return unlinkIdentity(ports, scope, { id: text("id") });
    default:
      return failed(problem("form-unreadable"));
  }
}
