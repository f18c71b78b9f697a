import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openPaper } from "~/use-cases/papers.server";

/** The frozen bytes, shown in the browser, or saved with `?save=1`. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const paperId = params.paperId ?? "";
  const of = { noun: "paper", recordId: paperId } as const;
  const opened = await noteRead(ports, scope, of, () => openPaper(ports, scope, { paperId }));
  if (!opened.ok) throw refuse(opened.problems);
  const isInline = new URL(request.url).searchParams.get("save") !== "1";
  return fileReply(opened.value.bytes, opened.value.fileName, { isInline });
}
