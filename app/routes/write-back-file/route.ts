import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeTargetFrom } from "~/components/write-targets";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import { writtenDisclosure } from "~/routes/write-back/targets.server";
import { requireScope } from "~/scope.server";
import { writtenReply } from "~/written-file.server";

/** The workbook with the answers written into it; the original stays as it came. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const target = writeTargetFrom(new URL(request.url).searchParams);
  const file = await writtenDisclosure(ports, scope, params.id, target);
  return writtenReply(file, language, `/disclosures/${params.id}/write-back?to=${target}`);
}
