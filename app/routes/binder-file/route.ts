import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openBinder } from "~/use-cases/binder.server";
import { noteRead } from "~/use-cases/note-read.server";

/** 立入検査の綴り as it was made, byte for byte. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const binderId = params.id;
  if (!isId(binderId)) throw refuse([problem("not-found")]);
  const of = { noun: "binder", recordId: binderId } as const;
  const opened = await noteRead(ports, scope, of, () => openBinder(ports, scope, { binderId }));
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
