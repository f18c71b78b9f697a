import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openOriginal } from "~/use-cases/disclosures.server";
import { noteRead } from "~/use-cases/note-read.server";

/** 原本: the vendor's file, byte for byte. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const { id } = params;
  if (!isId(id)) throw refuse([problem("not-found")]);
  const of = { noun: "originalFile", recordId: id } as const;
  const opened = await noteRead(ports, scope, of, () => openOriginal(ports, scope, { fileId: id }));
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
