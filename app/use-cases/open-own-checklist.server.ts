import { findOwnChecklist } from "#db/queries/own-checklists.server";
import type { Checklist, ChecklistItem } from "~/domain/checklist";
import type { Day } from "~/domain/day";
import { endOfFiscalYear, fiscalYearOf } from "~/domain/figures";
import { type Gate, sheetOf } from "~/domain/own-checklist";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { type ChecklistYear, heldInYear } from "~/domain/self-check-templates";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";

/** The years a sheet can be begun for: this fiscal year and the one before. */
export function yearsToBegin(today: Day): number[] {
  return [fiscalYearOf(today), fiscalYearOf(today) - 1];
}

export type OpenedSheet = {
  sheet: NonNullable<Awaited<ReturnType<typeof findOwnChecklist>>>;
  edition: Checklist;
  year: ChecklistYear;
  isYearAssumed: boolean;
  gate: Gate | null;
  /** Rows the hospital answers, without the gate. */
  items: ChecklistItem[];
};

/** A sheet with its edition and what its year defines. Problems: not-found, catalogue-unknown. */
export async function openSheet(
  ports: Ports,
  scope: Scope,
  checklistId: string,
): Promise<Result<OpenedSheet>> {
  const sheet = await findOwnChecklist(ports.db, scope, checklistId);
  if (!sheet) return failed(problem("not-found"));
  const edition = (await cataloguesOf(ports, scope)).checklists.get(sheet.checklistRef);
  const year = heldInYear(ports.catalogues.selfChecks.years, sheet.fiscalYear);
  if (!edition || !year) return failed(problem("catalogue-unknown", { ref: sheet.checklistRef }));
  const { topics } = ports.catalogues.selfChecks.topics;
  const isYearAssumed = year.fromFiscalYear !== sheet.fiscalYear;
  return done({ sheet, edition, year, isYearAssumed, ...sheetOf(edition, year, topics) });
}

/** The day the evidence is about: today, or the last day of a fiscal year that is over. */
export function dayOfSheet(fiscalYear: number, today: Day): Day {
  const end = endOfFiscalYear(fiscalYear);
  return end < today ? end : today;
}
