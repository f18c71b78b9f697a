import type { LoaderFunctionArgs } from "@remix-run/node";
import { problem } from "~/domain/problem";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { requireScope } from "~/scope.server";
import { questionnaireWorkbook } from "~/workbook/write-questionnaire.server";

/** One of our own questionnaires as a blank workbook; never an official form. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports } = await requireScope(request, context, "viewer");
  const ref = params.ref ?? "";
  const questionnaire = ports.catalogues.questionnaires.get(ref);
  if (!questionnaire || questionnaire.form === "MDS" || questionnaire.form === "SDS") {
    throw refuse([problem("catalogue-unknown", { ref })]);
  }
  const { title, version } = questionnaire.head;
  return fileReply(await questionnaireWorkbook(questionnaire), `${title}_${version}.xlsx`);
}
