import path from "node:path";
import { expect } from "vitest";
import { type Catalogues, loadCatalogues } from "~/catalogues.server";
import type { Mapping } from "~/domain/mapping";
import type { CatalogueHead } from "~/domain/provenance";
import type { Questionnaire } from "~/domain/questionnaire";

export const templatesFolder = path.resolve(import.meta.dirname, "../../templates");

let loading: Promise<Catalogues> | undefined;
/** The catalogues the repository ships, read once for a test file. */
export function shipped(): Promise<Catalogues> {
  loading ??= loadCatalogues(templatesFolder);
  return loading;
}

/** Fails the test with the name of what is missing instead of a type error further on. */
export function present<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${name}`);
  return value;
}

/** Every head says who, from where and under which licence, and what a page has to show beside it. */
export function expectWholeHead(head: CatalogueHead): void {
  for (const text of [head.title, head.issuer, head.source, head.licence, head.notice]) {
    expect(text.trim().length).toBeGreaterThan(3);
  }
}

/** What holds for both in-house questionnaires. */
export function expectInHouseQuestionnaire(questionnaire: Questionnaire, keyStart: string): void {
  expectWholeHead(questionnaire.head);
  const { questions } = questionnaire;
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(questions.length).toBeLessThanOrEqual(60);
  for (const each of questions) {
    expect(each.key).toBe(`starter:${keyStart}-${each.no}`);
    expect(each.no).toMatch(/^\d{1,2}-\d{1,2}$/);
    expect(each.provenance).toBe("own-wording");
    expect(each.question.endsWith("か。") || /か（.+）。$/.test(each.question), each.question).toBe(true);
    expect(each.help, each.no).toMatch(/。$/);
    // why: a clerk reads one or two sentences; a third is one nobody reads.
    expect(each.help.split("。").length - 1, each.help).toBeLessThanOrEqual(2);
    expect(each.askVendor, each.no).toMatch(/ください。$/);
  }
  expect(new Set(questions.map((each) => each.question)).size).toBe(questions.length);
  // why: ours is never taken for the JAHIS/JIRA form, and never says that something complies.
  const words = JSON.stringify([questionnaire.head.title, questions]);
  expect(words).not.toMatch(/MDS|SDS|準拠|適合/);
}

/** Sections follow one another chapter by chapter, numbers rise inside a chapter without a hole. */
export function expectChapterOrder(questionnaire: Questionnaire): void {
  const places = questionnaire.questions.map((each) => each.no.split("-").map(Number));
  let chapter = 0;
  let last = 0;
  for (const [atChapter, at] of places) {
    expect(atChapter).toBeGreaterThanOrEqual(chapter);
    expect(at).toBe(atChapter === chapter ? last + 1 : 1);
    chapter = atChapter ?? 0;
    last = at ?? 0;
  }
  const sectionOf = new Map(questionnaire.questions.map((each) => [each.no.split("-")[0], each.section]));
  for (const each of questionnaire.questions) expect(each.section).toBe(sectionOf.get(each.no.split("-")[0]));
  expect(new Set(sectionOf.values()).size).toBe(sectionOf.size);
}

/** What holds for every mapping of ours. */
export async function expectMapping(mapping: Mapping, from: string, to: string): Promise<void> {
  expectWholeHead(mapping.head);
  expect([mapping.from, mapping.to]).toEqual([from, to]);
  const catalogues = await shipped();
  const guideline = present(catalogues.guideline(to), to);
  const requirements = new Map(guideline.requirements.map((each) => [each.key, each]));
  const questions = present(catalogues.questionnaires.get(from), from).questions;
  const keys = new Set(questions.map((each) => each.key));
  for (const line of mapping.lines) {
    // why: a hospital's own duty must never be settled by a vendor's answer.
    expect(requirements.get(line.requirement)?.isVendorRelevant, line.id).toBe(true);
    expect(line.questions.every((each) => keys.has(each))).toBe(true);
    expect(line.reason, line.id).toMatch(/[。]$/);
    expect(line.reason).not.toMatch(/準拠|適合/);
  }
}

/** Keys of vendor-relevant requirements of a volume, and those of them that a mapping reaches. */
export async function coverageOf(
  mapping: Mapping,
  volume: string,
): Promise<{ all: string[]; reached: string[] }> {
  const guideline = present((await shipped()).guideline(mapping.to), mapping.to);
  const reachable = new Set(mapping.lines.map((line) => line.requirement));
  const all = guideline.requirements
    .filter((each) => each.volume === volume && each.isVendorRelevant)
    .map((each) => each.key);
  return { all, reached: all.filter((each) => reachable.has(each)) };
}
