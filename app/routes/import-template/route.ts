import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateFields } from "~/domain/register-import-template";
import { fileReply } from "~/file-reply.server";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { importTemplate } from "~/workbook/import-template.server";
import { templateColumn } from "./template-column";

/** The blank list for whoever starts from nothing. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = await requireScope(request, context, "viewer");
  const words = wordsOf(language);
  const { fileName, sheet, guide, guideHead } = words.imports.template;
  const columns = templateFields.map((each) => templateColumn(words, each));
  return fileReply(await importTemplate(columns, { list: sheet, guide, guideHead }), `${fileName}.xlsx`);
}
