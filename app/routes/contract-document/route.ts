import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openContractDocument } from "~/use-cases/contract-documents.server";
import { noteRead } from "~/use-cases/note-read.server";

/** The file exactly as it was filed, always as a download. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const of = { noun: "contractDocument", recordId: params.documentId ?? "" } as const;
  const opened = await noteRead(ports, scope, of, () =>
    openContractDocument(ports, scope, { documentId: params.documentId ?? "" }),
  );
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
