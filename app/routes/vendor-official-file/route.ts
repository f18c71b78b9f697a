import type { LoaderFunctionArgs } from "@remix-run/node";
import { greet } from "~/language.server";
import { writeDesk } from "~/use-cases/write-request.server";
import { requireDesk } from "~/vendor-visit.server";
import { writtenReply } from "~/written-file.server";

/** The official workbook with the answers at the desk. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const { language } = await greet(request, context);
  return writtenReply(await writeDesk(ports, scope), language, `${path}/official`);
}
