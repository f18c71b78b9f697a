import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { listOf, refuse, textOf } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showOwnChecklist } from "~/use-cases/own-checklists.server";

/** The sheet an address names. @throws 404 when this hospital has none of that id */
export async function readSelfCheck({ ports, scope }: Visit, id: string | undefined) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const shown = await showOwnChecklist(ports, scope, { checklistId: id });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value;
}

/** Rows as the form posts them: one field a row and kind, `answer.<key>`. */
export function typedRows(fields: Readonly<Record<string, string | string[]>>) {
  return listOf(fields, "itemKey").map((itemKey) => ({
    itemKey,
    answer: textOf(fields, `answer.${itemKey}`),
    remark: textOf(fields, `remark.${itemKey}`),
    targetOn: textOf(fields, `targetOn.${itemKey}`),
    cites: textOf(fields, `cites.${itemKey}`) === "1",
  }));
}
