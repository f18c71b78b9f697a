import { z } from "zod";
import type { DbOrTx } from "#db/client.server";
import { historyOf } from "#db/queries/audit.server";
import type { HistoryLine } from "~/components/history";
import type { Scope } from "~/domain/scope";

const changeSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));

/** 履歴 of one record for the page: newest first, values as text ("" for nothing, lists joined by commas). */
export async function readHistory(
  db: DbOrTx,
  scope: Scope,
  noun: string,
  recordId: string,
): Promise<HistoryLine[]> {
  const entries = await historyOf(db, scope, noun, recordId);
  return entries.map(({ change, ...entry }) => {
    const parsed = changeSchema.safeParse(JSON.parse(change));
    const changes = Object.entries(parsed.success ? parsed.data : {});
    return {
      ...entry,
      // why: nothing before and nothing after is no change to a reader, whatever the two were stored as.
      changes: changes
        .map(([field, [before, after]]) => ({ field, before: textOf(before), after: textOf(after) }))
        .filter(({ before, after }) => before !== "" || after !== ""),
    };
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(textOf).join(",") : String(value);
}
