import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { problem } from "~/domain/problem";
import { rawOf, typedFields } from "~/domain/role-row-input";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { requireScope } from "~/scope.server";
import { writeCells } from "~/use-cases/role-rows.server";

const fieldsSchema = z.partialRecord(z.enum(typedFields), z.string().max(20_000));
const editsSchema = z
  .array(z.strictObject({ rowId: z.string(), base: fieldsSchema, fields: fieldsSchema }))
  .max(2000);

/** 欄の自動保存: takes the edits of the grid and answers with the rows as recorded, what clashed, what was refused. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "role-sheet:write");
  const edits = readEdits(textOf(await readForm(request), "edits"));
  if (edits === null) throw refuse([problem("form-unreadable")]);
  const written = await writeCells(ports, scope, { roleSheetId: params.id ?? "", edits });
  if (!written.ok) throw refuse(written.problems);
  const { rows, conflicts, problems } = written.value;
  const saved = rows.map((row) => ({ id: row.id, version: row.version, values: rawOf(row) }));
  return reply({ rows: saved, conflicts, problems });
}

function readEdits(json: string): z.infer<typeof editsSchema> | null {
  try {
    const parsed = editsSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
