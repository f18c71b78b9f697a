import type { ActionFunctionArgs } from "@remix-run/node";
import { redirectTo } from "~/http.server";
import { leaveDesk } from "~/use-cases/vendor-entry.server";
import { dropDesk, requireDesk } from "~/vendor-visit.server";

/** 終える: this browser forgets the desk; the link opens it again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  await leaveDesk(ports, scope);
  return redirectTo(path, { headers: { "Set-Cookie": await dropDesk(context, scope.requestId) } });
}
