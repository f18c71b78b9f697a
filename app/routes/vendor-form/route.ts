import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { formWorkbook } from "~/use-cases/vendor-files.server";
import { requireDesk } from "~/vendor-visit.server";

/** 用紙: the form asked, with the answers so far, as a workbook. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const made = await formWorkbook(ports, scope);
  if (!made.ok) throw refuse(made.problems);
  return fileReply(made.value.bytes, made.value.fileName);
}
