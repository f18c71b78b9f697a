import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openSignedCopy } from "~/use-cases/signed-copies.server";

/** The file exactly as it came back, always as a download. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const copyId = params.copyId ?? "";
  const of = { noun: "signedCopy", recordId: copyId } as const;
  const opened = await noteRead(ports, scope, of, () => openSignedCopy(ports, scope, { copyId }));
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
