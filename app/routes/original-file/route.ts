import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { openOriginal } from "~/use-cases/disclosures.server";

/** 原本: the vendor's file, byte for byte. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const opened = await openOriginal(ports, scope, { fileId: params.id });
  if (!opened.ok) throw refuse(opened.problems);
  return fileReply(opened.value.bytes, opened.value.fileName);
}
