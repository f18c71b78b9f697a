import { knownSeqOn } from "#db/queries/audit.server";
import { type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

/** The two dates of every look back. */
export type AskedDates = { day: string; knownOn: string };
export type Dates = { today: Day; day: Day; knownOn: Day; knownSeq: number; isPast: boolean };

/** why: after a clock was set back, what was just recorded carries a later time; known today is all there is. */
const EVER = "9999-12-31";

/**
 * Reads the two dates: today in Tokyo where nothing is asked.
 * Problems: field-not-a-day at `day` or `knownOn`.
 */
export async function readDates(ports: Ports, scope: Scope, asked: AskedDates): Promise<Result<Dates>> {
  const today = dayInTokyo(ports.now());
  const [day, knownOn] = [asked.day || today, asked.knownOn || today];
  for (const [field, value] of [
    ["day", day],
    ["knownOn", knownOn],
  ] as const) {
    if (!isRealDay(value)) return failed(problem("field-not-a-day", { value }, field));
  }
  const knownSeq = await knownSeqOn(ports.db, scope, knownOn < today ? knownOn : EVER);
  return done({ today, day, knownOn, knownSeq, isPast: day !== today || knownOn !== today });
}
