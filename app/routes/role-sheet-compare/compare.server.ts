import { revisionsOfSheet, rowsOfRevision } from "#db/queries/role-sheet-revisions.server";
import { changedWords } from "~/domain/changed-words";
import { problem } from "~/domain/problem";
import { differencesOfRevisions, type RowDifference } from "~/domain/role-sheet-difference";
import { refuse } from "~/http.server";
import type { Words } from "~/messages/words";
import { cellWord, type Labels } from "~/routes/role-sheet/party-words";
import type { Visit } from "~/scope.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";

/**
 * Two agreed revisions of a sheet beside each other; without a choice the last two, or the last one and the sheet
 * as it stands (`to=now`).
 * @throws 404 when there is no such sheet or revision in this hospital
 */
export async function readComparison(visit: Visit, id: string, asked: { from: string; to: string }) {
  const { ports, scope } = visit;
  const shown = await showRoleSheet(ports, scope, { roleSheetId: id });
  if (!shown.ok) throw refuse(shown.problems);
  const { sheet, rows: current } = shown.value;
  const revisions = await revisionsOfSheet(ports.db, scope, sheet.id);
  const inOrder = [...revisions].sort((a, b) => a.revisionNo - b.revisionNo);
  const to = asked.to === "" ? (inOrder.length > 1 ? inOrder.at(-1)?.id : "now") : asked.to;
  const from = asked.from === "" ? inOrder.filter((each) => each.id !== to).at(-1)?.id : asked.from;
  const isKnown = (each: string | undefined) => each === "now" || revisions.some((one) => one.id === each);
  if (from !== undefined && (!isKnown(from) || !isKnown(to))) throw refuse([problem("not-found")]);
  const rowsOf = async (each: string) => (each === "now" ? current : rowsOfRevision(ports.db, scope, each));
  const differences =
    from === undefined ? [] : differencesOfRevisions(await rowsOf(from), await rowsOf(to ?? "now"));
  return { sheet, revisions: inOrder, from: from ?? "", to: to ?? "now", differences };
}

export type ComparedRow = Pick<RowDifference, "rowKey" | "part" | "no" | "label" | "kind"> & {
  reason: string;
  fields: { field: string; old: string; next: string; pieces: ReturnType<typeof changedWords> }[];
};

/** The rows in words: every changed field with its old and new text and the words that changed. */
export function comparedRows(words: Words, labels: Labels, rows: readonly RowDifference[]): ComparedRow[] {
  return rows.map(({ rowKey, part, no, label, kind, next, old, fields }) => ({
    ...{ rowKey, part, no, label, kind },
    reason: next?.leftOutReason || old?.leftOutReason || "",
    fields: fields.map(({ field, ...values }) => {
      const text = (value: string) => (value === "" ? "" : cellWord(words, labels, field, value));
      const [was, is] = [text(values.old), text(values.next)];
      return { field: words.roles.column[field], old: was, next: is, pieces: changedWords(was, is) };
    }),
  }));
}
