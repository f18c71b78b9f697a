import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { demoSignIn } from "~/demo/make-demo.server";
import { type Problem, problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, textOf } from "~/http.server";
import { findVisit } from "~/scope.server";
import { dropToken, startSession } from "~/sessions.server";

export function loader() {
  return redirectTo("/");
}

/** Opens the demo hospital, or (`intent=discard`, from inside the demo only) throws it away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  const intent = textOf(fields, "intent");
  if (!["", "open", "discard"].includes(intent)) throw refuse([problem("form-unreadable")]);
  if (intent === "discard") {
    const visit = await findVisit(request, context);
    if (visit?.place !== "demo") throw refuse([problem("demo-only")]);
    await context.discardDemo();
    return redirectTo("/", { headers: { "Set-Cookie": await dropToken("demo", context) } });
  }
  const refusal = await refusalToOpen(request, context, textOf(fields, "setupCode"));
  if (refusal) throw refuse([refusal]);
  const ports = await context.openDemo();
  const started = await startSession(ports, await demoSignIn(ports), "demo", context);
  if (!started.ok) throw refuse(started.problems);
  return redirectTo("/", { headers: { "Set-Cookie": started.value.cookie } });
}

/**
 * Who may open the demo: whoever sits at the machine, an administrator of the real hospital, or whoever knows the
 * code printed at start. A demo takes space and lets its visitors upload files.
 */
async function refusalToOpen(
  request: Request,
  context: AppLoadContext,
  code: string,
): Promise<Problem | null> {
  if (context.isLoopback) return null;
  const visit = await findVisit(request, context);
  if (visit?.place === "own" && may(visit.scope, "setting:write")) return null;
  if (!(await context.countTry(`setup ${context.remoteAddress}`))) return problem("too-many-attempts");
  return context.isSetupCode(code) ? null : problem("setup-code-wrong", {}, "setupCode");
}
