import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openDecisionFile } from "~/use-cases/show-decision.server";

/** The signed approval or the evidence of a decision, byte for byte. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const { id, fileId } = params;
  if (!isId(id) || !isId(fileId)) throw refuse([problem("not-found")]);
  const of = { noun: "originalFile", recordId: fileId } as const;
  const opened = await noteRead(ports, scope, of, () =>
    openDecisionFile(ports, scope, { decisionId: id, fileId }),
  );
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
