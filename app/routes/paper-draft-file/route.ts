import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { openDraftFile, paperFileKinds } from "~/use-cases/paper-files.server";

/** A draft as Word or Excel: `draft.docx`, `draft.xlsx`; marked 案, nothing is stored. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const kind = paperFileKinds.find((each) => params.file === `draft.${each}`);
  if (kind === undefined) throw refuse([problem("not-found")]);
  const of = { noun: "paperDraft", recordId: params.id ?? "" } as const;
  const opened = await noteRead(ports, scope, of, () =>
    openDraftFile(ports, scope, { draftId: params.id ?? "", kind }),
  );
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
