import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { printDraft } from "~/use-cases/papers.server";

/** 案の PDF: marked as a draft on every page; nothing is stored. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const of = { noun: "paperDraft", recordId: params.id ?? "" } as const;
  const printed = await noteRead(ports, scope, of, () =>
    printDraft(ports, scope, { draftId: params.id ?? "" }),
  );
  if (!printed.ok) throw refuse(printed.problems);
  return fileReply(printed.value.bytes, printed.value.fileName, { isInline: true });
}
