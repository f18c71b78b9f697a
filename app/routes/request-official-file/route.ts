import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { writeSubmission } from "~/use-cases/write-request.server";
import { writtenReply } from "~/written-file.server";

/** The official workbook with the answers of the newest submission. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { requestId } = params;
  if (!isId(requestId)) throw refuse([problem("not-found")]);
  const file = await writeSubmission(ports, scope, { requestId });
  return writtenReply(file, language, `/requests/${requestId}/official`);
}
