import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { targetFrom, writtenFile } from "~/routes/write-back/targets.server";
import { requireScope } from "~/scope.server";

/** The workbook with the answers written into it; the original stays as it came. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const file = await writtenFile(ports, scope, params.id, targetFrom(new URL(request.url).searchParams));
  if (!file.ok) throw refuse(file.problems);
  const { fileName, bytes } = file.value;
  const at = fileName.lastIndexOf(".");
  const name = wordsOf(language).catalogueDrafts.writeBack.file(at > 0 ? fileName.slice(0, at) : fileName);
  return fileReply(bytes, `${name}${at > 0 ? fileName.slice(at) : ".xlsx"}`);
}
