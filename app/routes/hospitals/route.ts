import type { ActionFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, textOf } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openSisterHospital, switchHospital } from "~/use-cases/memberships.server";

export function loader() {
  return redirectTo("/account");
}

/** 病院を切り替える (`intent=switch`), or 病院を加える (`intent=open`) and go on there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope, sessionHandle: handle } = await requireScope(request, context, "own:write");
  const fields = await readForm(request);
  let hospitalId = textOf(fields, "hospitalId");
  if (textOf(fields, "intent") === "open") {
    const opened = await openSisterHospital(ports, scope, { name: textOf(fields, "name") });
    if (!opened.ok) throw refuse(opened.problems);
    hospitalId = opened.value.hospitalId;
  } else if (textOf(fields, "intent") !== "switch") throw refuse([problem("form-unreadable")]);
  const switched = await switchHospital(ports, scope, { hospitalId, handle });
  if (!switched.ok) throw refuse(switched.problems);
  return redirectTo("/");
}
