import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { openRequestFile } from "~/use-cases/vendor-files.server";
import { requireDesk } from "~/vendor-visit.server";

/** A file of this request, byte for byte. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  if (!isId(params.fileId)) throw refuse([problem("not-found")]);
  const opened = await openRequestFile(ports, scope, { fileId: params.fileId });
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
