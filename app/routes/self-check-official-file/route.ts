import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { writeOwnChecklist } from "~/use-cases/write-checklist.server";
import { writtenReply } from "~/written-file.server";

/** The official checklist with the hospital's own answers written into a copy of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const file = await writeOwnChecklist(ports, scope, { checklistId: params.id });
  return writtenReply(file, language, `/self-checks/${params.id}/official`);
}
