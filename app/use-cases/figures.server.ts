import { factsForFigures } from "#db/queries/figures.server";
import { dayInTokyo } from "~/domain/day";
import { figurePoints, figureYears, firstFiscalYear } from "~/domain/figures";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

/** Fiscal years shown at the most. */
export const MOST_YEARS = 10;

/** 年ごとの数字: points at the ends of fiscal years and today, and what happened in each year. Seven queries. */
export async function showFigures(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const facts = await factsForFigures(ports.db, scope);
  const firstYear = firstFiscalYear(facts, today, MOST_YEARS);
  if (firstYear === null) return { today, points: [], years: [] };
  return {
    today,
    points: figurePoints(facts, firstYear, today),
    years: figureYears(facts, firstYear, today),
  };
}
