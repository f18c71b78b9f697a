import type { RawForm } from "./contract-form.ts";
import { BEGINNING } from "./contract-terms.ts";
import { type Day, isRealDay } from "./day.ts";
import { failed, problem, type Result } from "./problem.ts";

const MAX_REASON = 1000;

/** The day from which what a form says holds. Problems at `effectiveFrom`. */
export function parseFromDay(raw: RawForm): Result<Day> {
  const day = textOf(raw, "effectiveFrom");
  if (day === "") return failed(problem("field-required", {}, "effectiveFrom"));
  if (!isRealDay(day)) return failed(problem("field-not-a-day", { value: day }, "effectiveFrom"));
  return { ok: true, value: day };
}

/** The same for something whose beginning may be unknown: an empty field is the beginning. */
export function parseSinceDay(raw: RawForm): Result<Day> {
  return textOf(raw, "effectiveFrom") === "" ? { ok: true, value: BEGINNING } : parseFromDay(raw);
}

/** Why something is put right. Problems at `reason`. */
export function parseEntryReason(raw: RawForm): Result<string> {
  const reason = textOf(raw, "reason");
  if (reason === "") return failed(problem("correction-reason-empty", {}, "reason"));
  if (reason.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "reason"));
  return { ok: true, value: reason };
}

function textOf(raw: RawForm, name: string): string {
  const value = raw[name];
  return ((Array.isArray(value) ? value[0] : value) ?? "").trim();
}
