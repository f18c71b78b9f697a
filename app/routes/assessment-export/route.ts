import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { assessDisclosure } from "~/use-cases/assess.server";
import { parseAssessmentQuery } from "../assessment/assessment-query";
import { exportColumns, exportRows } from "./export-rows.server";

/** 照合の書き出し: every finding of one disclosure with its answers and decision; 院内限. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  if (!isId(params.disclosureId)) throw refuse([problem("not-found")]);
  const { guideline } = parseAssessmentQuery(new URL(request.url).searchParams);
  const assessed = await assessDisclosure(ports, scope, { disclosureId: params.disclosureId, guideline });
  if (!assessed.ok) throw refuse(assessed.problems);
  const words = wordsOf(language);
  const { disclosure } = assessed.value;
  const rows = exportRows(assessed.value, words, ports.now());
  const title = words.assessments.pageTitle(disclosure.product);
  const name = `照合_${disclosure.product}_${disclosure.productVersion}_${disclosure.issuedOn}`;
  return tableReply(request.url, { title, name, columns: exportColumns(words), rows });
}
