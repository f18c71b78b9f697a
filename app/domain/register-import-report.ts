import { rowOutcomes } from "./register-import.ts";
import { plannedOutcomes } from "./register-import-plan.ts";

/** What a row would do, or what became of it; in the order people read it. */
export const reportOutcomes = [...new Set([...plannedOutcomes, ...rowOutcomes])] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** A figure to filter rows by; `noticed`: rows that are taken and have something to say. */
export type ReportFilter = ReportOutcome | "noticed";
export const reportFilters: readonly ReportFilter[] = [...reportOutcomes, "noticed"];

/** The filter of an address, or null for all rows. */
export function reportFilterOf(text: string | null): ReportFilter | null {
  return reportFilters.find((each) => each === text) ?? null;
}
