import { z } from "zod";
import { confirmedClauses } from "#db/queries/decisions.server";
import { sheetsThen } from "#db/queries/in-charge.server";
import { decisionsLinkedToSheet } from "#db/queries/linked-decisions.server";
import { reviewsOfSheet } from "#db/queries/role-reviews.server";
import { historyOfRow } from "#db/queries/role-rows.server";
import {
  revisionsOfSheet,
  rowsOfRevision,
  type SheetRevision,
} from "#db/queries/role-sheet-revisions.server";
import { dayInTokyo } from "~/domain/day";
import { silenceOf } from "~/domain/in-charge";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countRows, type RoleRow } from "~/domain/role-sheet";
import type { RoleSheetForm } from "~/domain/role-sheet-form";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showNegotiation } from "~/use-cases/role-proposals.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { readDates } from "~/use-cases/two-dates.server";

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
 * Everything the sheet's page shows: the sheet being worked on, one agreed revision of it, or what was agreed as of
 * DAY, known on KNOWN. Only the sheet being worked on can be written.
 * @param asked.revision id of a revision to look at, "" for the sheet itself; the two dates come first
 * @throws 404 when there is no such sheet or revision in this hospital, 422 when a day is none
 */
export async function readSheetPage(visit: Visit, id: string, asked: AskedSheet) {
  const { ports, scope } = visit;
  const shown = await showRoleSheet(ports, scope, { roleSheetId: id });
  if (!shown.ok) throw refuse(shown.problems);
  const { sheet, form } = shown.value;
  const then = await readSheetThen(visit, sheet, asked);
  const { revision, isWorking } = then;
  const rows: ShownRow[] = revision ? await frozenRows(visit, revision) : isWorking ? shown.value.rows : [];
  // why also by its key: a record of another day knows the row by the key it keeps over revisions.
  const open = rows.find((each) => each.id === asked.row) ?? rows.find((each) => each.rowKey === asked.row);
  const confirmed = await confirmedClauses(ports.db, scope, sheet.form);
  return {
    sheet,
    rows,
    counts: countRows(rows),
    help: helpOf(form, new Set(confirmed.map((each) => each.requirement))),
    form: form && { title: form.head.title, notice: form.head.notice, isTotalUnknown: form.isTotalUnknown },
    ...then,
    openRow: isWorking ? (open?.id ?? "") : "",
    history: await readRowHistory(visit, sheet.id, isWorking ? open : undefined),
    reviews: await reviewsOfSheet(ports.db, scope, sheet.id),
    negotiation: await readNegotiation(visit, sheet.id),
    decisions: await decisionsLinkedToSheet(ports.db, scope, sheet.id, then.dates.knownSeq),
    mayEdit: isWorking && may(scope, "role-sheet:write"),
    mayAsk: isWorking && may(scope, "request:write"),
    mayAgree: isWorking && may(scope, "role-sheet:agree"),
    mayReview: isWorking && may(scope, "role-sheet:review"),
    today: dayInTokyo(ports.now()),
  };
}

export type SheetPage = Awaited<ReturnType<typeof readSheetPage>>;

type AskedSheet = { revision: string; row: string; day: string; knownOn: string };

/** Which revision the page shows, and those known then; `silence` says why none held on the day. */
async function readSheetThen(visit: Visit, sheet: { id: string; contractId: string }, asked: AskedSheet) {
  const { ports, scope } = visit;
  const read = await readDates(ports, scope, asked);
  if (!read.ok) throw refuse(read.problems);
  const dates = read.value;
  const all = await revisionsOfSheet(ports.db, scope, sheet.id);
  if (!dates.isPast) {
    const revision = all.find((each) => each.id === asked.revision) ?? null;
    if (asked.revision !== "" && revision === null) throw refuse([problem("not-found")]);
    return { dates, revisions: all, revision, silence: null, isWorking: revision === null };
  }
  const sheets = await sheetsThen(ports.db, scope, dates, { contractId: sheet.contractId });
  const own = sheets.find((each) => each.roleSheetId === sheet.id);
  const silence = own ? silenceOf(own, dates.day) : "no-contract-then";
  const revision = silence === null ? (all.find((each) => each.id === own?.revisionId) ?? null) : null;
  const revisions = all.filter((each) => each.recordedSeq <= dates.knownSeq);
  return { dates, revisions, revision, silence, isWorking: false };
}

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
