import { z } from "zod";
import { confirmedClauses } from "#db/queries/decisions.server";
import { reviewsOfSheet } from "#db/queries/role-reviews.server";
import { historyOfRow } from "#db/queries/role-rows.server";
import {
  revisionsOfSheet,
  rowsOfRevision,
  type SheetRevision,
} from "#db/queries/role-sheet-revisions.server";
import { dayInTokyo } from "~/domain/day";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countRows, type RoleRow } from "~/domain/role-sheet";
import type { RoleSheetForm } from "~/domain/role-sheet-form";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showNegotiation } from "~/use-cases/role-proposals.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";

/** A row as the table shows it; a frozen row has no id to write to. */
export type ShownRow = RoleRow & { id: string | null; version: number; lockedAt: string | null };

/** What the form says about an item, shown beside the row. */
export type ItemHelp = {
  recommended: string | null;
  risk: string | null;
  guidelineRefs: string[];
  /** An official number nobody has compared with the official form yet. */
  isNumberUnconfirmed: boolean;
};

/**
 * Everything the sheet's page shows: the sheet being worked on, or one agreed revision of it.
 * @param asked.revision id of a revision to look at, "" for the sheet itself
 * @throws 404 when there is no such sheet or revision in this hospital
 */
export async function readSheetPage(visit: Visit, id: string, asked: { revision: string; row: string }) {
  const { ports, scope } = visit;
  const shown = await showRoleSheet(ports, scope, { roleSheetId: id });
  if (!shown.ok) throw refuse(shown.problems);
  const { sheet, form } = shown.value;
  const revisions = await revisionsOfSheet(ports.db, scope, sheet.id);
  const revision = revisions.find((each) => each.id === asked.revision) ?? null;
  if (asked.revision !== "" && revision === null) throw refuse([problem("not-found")]);
  const rows: ShownRow[] = revision ? await frozenRows(visit, revision) : shown.value.rows;
  const confirmed = await confirmedClauses(ports.db, scope, sheet.form);
  return {
    sheet,
    rows,
    counts: countRows(rows),
    help: helpOf(form, new Set(confirmed.map((each) => each.requirement))),
    form: form && { title: form.head.title, notice: form.head.notice, isTotalUnknown: form.isTotalUnknown },
    revisions,
    revision,
    openRow: revision === null ? asked.row : "",
    history: await readRowHistory(
      visit,
      sheet.id,
      revision ? undefined : rows.find((each) => each.id === asked.row),
    ),
    reviews: await reviewsOfSheet(ports.db, scope, sheet.id),
    negotiation: await readNegotiation(visit, sheet.id),
    mayEdit: revision === null && may(scope, "role-sheet:write"),
    mayAgree: revision === null && may(scope, "role-sheet:agree"),
    mayReview: revision === null && may(scope, "role-sheet:review"),
    today: dayInTokyo(ports.now()),
  };
}

export type SheetPage = Awaited<ReturnType<typeof readSheetPage>>;

async function readNegotiation({ ports, scope }: Visit, roleSheetId: string) {
  const shown = await showNegotiation(ports, scope, { roleSheetId });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value;
}

const changeSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));

/** History of the opened row, newest first; values as text. */
async function readRowHistory({ ports, scope }: Visit, sheetId: string, row: ShownRow | undefined) {
  if (row === undefined) return [];
  const lines = await historyOfRow(ports.db, scope, sheetId, row.rowKey);
  const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  return lines.map(({ change, ...line }) => ({
    ...line,
    changes: Object.entries(changeSchema.parse(JSON.parse(change))).map(([field, [before, after]]) => ({
      field,
      before: text(before),
      after: text(after),
    })),
  }));
}
export type RowHistoryLine = SheetPage["history"][number];

async function frozenRows({ ports, scope }: Visit, revision: SheetRevision): Promise<ShownRow[]> {
  const rows = await rowsOfRevision(ports.db, scope, revision.id);
  return rows.map((row) => ({ ...row, id: null, version: 0, lockedAt: null }));
}

function helpOf(form: RoleSheetForm | null, confirmed: ReadonlySet<string>): Record<string, ItemHelp> {
  const items = form?.items ?? [];
  return Object.fromEntries(
    items.map(({ key, recommended, risk, guidelineRefs, provenance, no }) => [
      key,
      {
        recommended,
        risk,
        guidelineRefs: [...guidelineRefs],
        isNumberUnconfirmed: provenance === "official-number" && no !== null && !confirmed.has(key),
      },
    ]),
  );
}
