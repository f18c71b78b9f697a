import type { ActionFunctionArgs } from "@remix-run/node";
import { demoSignIn } from "~/demo/make-demo.server";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, textOf } from "~/http.server";
import { findVisit } from "~/scope.server";
import { dropToken, startSession } from "~/sessions.server";

export function loader() {
  return redirectTo("/");
}

/** Opens the demo hospital, or (`intent=discard`, from inside the demo only) throws it away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  if (textOf(fields, "intent") === "discard") {
    const visit = await findVisit(request, context);
    if (visit?.place !== "demo") throw refuse([problem("demo-only")]);
    await context.discardDemo();
    return redirectTo("/", { headers: { "Set-Cookie": await dropToken("demo", context) } });
  }
  const ports = await context.openDemo();
  const started = await startSession(ports, await demoSignIn(ports), "demo", context);
  if (!started.ok) throw refuse(started.problems);
  return redirectTo("/", { headers: { "Set-Cookie": started.value.cookie } });
}
