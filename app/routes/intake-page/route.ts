import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openPage } from "~/use-cases/reread-intake.server";

/** One page of a scan as a picture the program drew; the vendor's own bytes are never shown inline. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const page = Number(params.page);
  if (!isId(params.id) || !Number.isInteger(page) || page < 1) throw refuse([problem("not-found")]);
  const drawn = await openPage(ports, scope, { intakeId: params.id, page });
  if (!drawn.ok) throw refuse(drawn.problems);
  return fileReply(drawn.value, `page-${page}.png`, { isInline: true });
}
