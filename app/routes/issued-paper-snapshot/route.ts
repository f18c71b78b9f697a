import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { noteRead } from "~/use-cases/note-read.server";
import { showPaper } from "~/use-cases/papers.server";

/** The frozen input an issued paper was made from, exactly as it was kept (JSON, UTF-8). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const paperId = params.paperId ?? "";
  const of = { noun: "paper", recordId: paperId } as const;
  const open = () => showPaper(visit.ports, visit.scope, { paperId });
  const shown = await noteRead(visit.ports, visit.scope, of, open);
  if (!shown.ok) throw refuse(shown.problems);
  const { paper, snapshot } = shown.value;
  const name = wordsOf(visit.language).papers.snapshotName(paper.title, paper.issuedOn);
  return fileReply(Buffer.from(snapshot, "utf8"), `${name}.json`);
}
