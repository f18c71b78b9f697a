import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { problem } from "~/domain/problem";
import { isRegisterNoun } from "~/domain/register";
import { fileReply } from "~/file-reply.server";
import { refuse } from "~/http.server";
import { columnLabel } from "~/messages/labels";
import { wordsOf } from "~/messages/words";
import { columnsOf, listStateOf, readList } from "~/registers.server";
import { requireScope } from "~/scope.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";
import { exportRows } from "./export-rows";

/** More rows than this are cut; no hospital has so many vendors. */
const MAX_ROWS = 10_000;

/** The list of an address as a file: all its pages, in the visitor's language (`as=xlsx` or `as=csv`). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const noun = params.noun;
  if (!isRegisterNoun(noun)) throw refuse([problem("not-found")]);
  const asked = new URL(request.url).searchParams;
  const state = { ...listStateOf(noun, asked), page: 1 };
  const page = await readList(visit, noun, state, MAX_ROWS);
  const words = wordsOf(visit.language);
  const columns = columnsOf(noun).map(({ name }) => ({ key: name, heading: columnLabel(words, noun, name) }));
  const rows = exportRows(words, noun, page.rows);
  const many = words.nouns[noun].many;
  const name = words.registers.exportName(many, dayInTokyo(visit.ports.now()));
  return asked.get("as") === "csv"
    ? fileReply(tableAsCsv(columns, rows), `${name}.csv`)
    : fileReply(await tableAsXlsx(many, columns, rows), `${name}.xlsx`);
}
