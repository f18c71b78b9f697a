import { z } from "zod";
import { factsForChecks } from "#db/queries/check-facts.server";
import {
  answersOfResponses,
  listOwnChecklists,
  openChecklistRequests,
  responsesBetween,
  roundsOfOwnChecklist,
  rowsOfOwnChecklist,
  targetsOfNewestSheets,
} from "#db/queries/own-checklists.server";
import type { PaperDocument } from "~/domain/annex-document";
import { citedKinds } from "~/domain/check-facts";
import { dayInTokyo } from "~/domain/day";
import { type Evidence, evidenceCodes, leans } from "~/domain/evidence";
import { evidenceTopics } from "~/domain/evidence-topic";
import { endOfFiscalYear } from "~/domain/figures";
import { sheetOf, startOfFiscalYear } from "~/domain/own-checklist";
import { evidenceOfItems, rowsBeside, vendorSheets } from "~/domain/own-checklist-beside";
import { done, type Result } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { AnswerValue } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { evidenceSources, heldInYear } from "~/domain/self-check-templates";
import { cataloguesOf } from "./catalogues.server";
import { dayOfSheet, openSheet, yearsToBegin } from "./open-own-checklist.server";
import type { Ports } from "./ports.server";

/** 根拠 as it is stored with an answer. */
const storedEvidenceSchema = z.object({
  topic: z.enum(evidenceTopics),
  lean: z.enum(leans),
  statements: z.array(
    z.object({
      code: z.enum(evidenceCodes),
      count: z.number(),
      total: z.number(),
      cites: z.array(
        z.object({
          kind: z.enum(citedKinds),
          id: z.string(),
          label: z.string(),
          on: z.string().nullable(),
        }),
      ),
      missing: z.array(z.string()),
    }),
  ),
});

function storedEvidence(text: string | null): Evidence | null {
  return text === null ? null : storedEvidenceSchema.parse(JSON.parse(text));
}

/** 自院の点検表の一覧: one line a year and edition, and what a new one can be begun with. Two queries. */
export async function listSelfChecks(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const [rows, catalogues] = await Promise.all([
    listOwnChecklists(ports.db, scope),
    cataloguesOf(ports, scope),
  ]);
  const { years } = ports.catalogues.selfChecks;
  const sheets = rows.map(({ checklistRef, ...row }) => {
    const edition = catalogues.checklists.get(checklistRef);
    const year = heldInYear(years, row.fiscalYear);
    const items =
      edition && year ? sheetOf(edition, year, ports.catalogues.selfChecks.topics.topics).items : [];
    return {
      ...row,
      title: edition?.head.title ?? checklistRef,
      items: items.length,
      mostRounds: year?.rounds.length ?? 0,
    };
  });
  return {
    today,
    sheets,
    years: yearsToBegin(today).map((fiscalYear) => ({
      fiscalYear,
      name: heldInYear(years, fiscalYear)?.name ?? "",
    })),
    editions: [...catalogues.checklists.values()]
      .filter((each) => each.items.some((item) => item.audience !== "vendor"))
      .map(({ head }) => ({ ref: catalogueRef(head), title: head.title }))
      .reverse(),
  };
}

export type ShownOwnChecklist =
  Awaited<ReturnType<typeof showOwnChecklist>> extends Result<infer T> ? T : never;

/**
 * 自院の点検表を見る: rows with the answer, what the records say, what vendors answered, what the hospital answered
 * last year; and of each vendor whether its sheet has come. 17 queries at most. Problems: not-found, catalogue-unknown.
 */
export async function showOwnChecklist(ports: Ports, scope: Scope, input: { checklistId: string }) {
  const opened = await openSheet(ports, scope, input.checklistId);
  if (!opened.ok) return opened;
  const { sheet, edition, gate, items, ...defined } = opened.value;
  const today = dayInTokyo(ports.now());
  const day = dayOfSheet(sheet.fiscalYear, today);
  const [facts, rows, rounds, responses, requests] = await Promise.all([
    factsForChecks(ports.db, scope, day),
    rowsOfOwnChecklist(ports.db, scope, sheet.id),
    roundsOfOwnChecklist(ports.db, scope, sheet.id),
    responsesBetween(
      ports.db,
      scope,
      startOfFiscalYear(sheet.fiscalYear - 1),
      endOfFiscalYear(sheet.fiscalYear),
    ),
    openChecklistRequests(ports.db, scope),
  ]);
  const sources = evidenceSources(ports.catalogues.selfChecks);
  const beside = rowsBeside(responses, sheet.fiscalYear);
  const answers = await answersOfResponses(ports.db, scope, beside.responseIds);
  const evidence = evidenceOfItems(items, sources, { facts, day });
  const saved = new Map(
    rows.map(({ evidence: text, ...row }) => {
      const isOutdated = text !== null && text !== JSON.stringify(evidence.of(row.itemKey));
      return [row.itemKey, { ...row, evidence: storedEvidence(text), isOutdated }];
    }),
  );
  return done({
    sheet,
    edition: { ref: sheet.checklistRef, title: edition.head.title, notice: edition.head.notice },
    ...defined,
    today,
    day,
    gate,
    gateEvidence: evidenceOfItems([], sources, { facts, day }).gate,
    rounds,
    rows: beside.place(items, answers, sheet.checklistRef).map((row) => ({
      ...row,
      saved: saved.get(row.item.key) ?? null,
      evidence: evidence.of(row.item.key),
    })),
    vendors: vendorSheets(facts.contracts, responses, requests, sheet.fiscalYear),
  });
}

/**
 * What the frozen rounds that count said to each item, by key; the gate of a year without a row of its own stands
 * under "". One query.
 */
export async function answersOfRounds(
  ports: Ports,
  scope: Scope,
  rounds: ShownOwnChecklist["rounds"],
): Promise<{ round: number; answeredOn: string; answers: Map<string, AnswerValue> }[]> {
  const counting = rounds.filter((each) => each.withdrawnReason === null);
  const ids = counting.map((each) => each.responseId);
  const answers = await answersOfResponses(ports.db, scope, ids);
  return counting.map(({ round, answeredOn, responseId }) => ({
    round,
    answeredOn,
    answers: new Map(
      answers
        .filter((each) => each.responseId === responseId)
        .map((each) => [each.itemKey ?? "", each.answer]),
    ),
  }));
}

/** 点検表の控え as PDF bytes; nothing is stored. Problems: those of the printer (paper-glyph-missing). */
export async function printOwnChecklist(ports: Ports, document: PaperDocument<"internal">) {
  return ports.printPaper(document, { createdAt: new Date(ports.now()) });
}

/** 目標日: every いいえ of the newest own sheets that carries one, named by its item. Problems: none. */
export async function checklistTargets(ports: Ports, scope: Scope) {
  const [targets, catalogues] = await Promise.all([
    targetsOfNewestSheets(ports.db, scope),
    cataloguesOf(ports, scope),
  ]);
  return targets.map(({ id, checklistRef, itemKey, targetOn, fiscalYear }) => {
    const edition = catalogues.checklists.get(checklistRef);
    const item = edition?.items.find((each) => each.key === itemKey);
    const name = item ? `${item.no} ${item.item}`.trim() : itemKey;
    return {
      id,
      part: itemKey,
      targetOn,
      name,
      about: `${edition?.head.title ?? checklistRef} ${fiscalYear}`,
    };
  });
}
