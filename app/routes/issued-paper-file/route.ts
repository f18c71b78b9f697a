import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openPaperFile, paperFileKinds } from "~/use-cases/paper-files.server";

/** An issued paper as Word or Excel: `paper.docx`, `paper.xlsx`. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const kind = paperFileKinds.find((each) => params.file === `paper.${each}`);
  if (kind === undefined) throw refuse([problem("not-found")]);
  const of = { noun: "paper", recordId: params.paperId ?? "" } as const;
  const opened = await noteRead(ports, scope, of, () =>
    openPaperFile(ports, scope, { paperId: params.paperId ?? "", kind }),
  );
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
