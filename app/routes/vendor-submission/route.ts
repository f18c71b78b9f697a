import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { openSubmission } from "~/use-cases/vendor-submit.server";
import { requireDesk } from "~/vendor-visit.server";

/** What was submitted: exactly the bytes the receipt's SHA-256 was computed from. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  if (!isId(params.submissionId)) throw refuse([problem("not-found")]);
  const opened = await openSubmission(ports, scope, { submissionId: params.submissionId });
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
