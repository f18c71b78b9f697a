import { factsForChecks } from "#db/queries/check-facts.server";
import { rowsOfRevisions } from "#db/queries/coverage.server";
import { findMeasure, insertMeasure, measuresOfSystem } from "#db/queries/measures.server";
import { findRecord } from "#db/queries/registers.server";
import { systemsOn } from "~/domain/check-facts";
import { dayInTokyo } from "~/domain/day";
import { feeBoard } from "~/domain/fee-board";
import { fiscalYearOf } from "~/domain/figures";
import { measureBoard, problemsOfMeasure, type RawMeasure } from "~/domain/measure-board";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { evidenceSources, heldInYear, houseQuestions } from "~/domain/self-check-templates";
import { measureAnswers } from "./measure-answers.server";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

export type MeasureQuery = { measureKey: string; systemId: string };

/**
 * 対策の一覧: of every system in use and measure what the vendor disclosed, who bears it, when it was last done; one
 * measure or one system only where asked. 16 queries, whatever the hospital's size.
 */
export async function listMeasures(ports: Ports, scope: Scope, query: MeasureQuery) {
  const today = dayInTokyo(ports.now());
  const facts = await factsForChecks(ports.db, scope, today);
  const all = ports.catalogues.selfChecks.measures;
  const asked = all.filter((each) => query.measureKey === "" || each.key === query.measureKey);
  const systems = systemsOn(facts, today);
  const shown = systems.filter((each) => query.systemId === "" || each.id === query.systemId);
  const [answers, rows] = await Promise.all([
    measureAnswers(
      ports,
      scope,
      shown.map((each) => each.productVersionId),
      asked,
    ),
    rowsOfRevisions(
      ports.db,
      scope,
      facts.sheets.map((each) => each.id),
    ),
  ]);
  const board = { facts: { ...facts, systems: shown }, answers, rows, day: today };
  return {
    today,
    cells: measureBoard(asked, board),
    measures: all.map(({ key, title }) => ({ key, title })),
    systems: systems.map(({ id, name }) => ({ id, name })),
  };
}

/** 一つのシステムの対策: every measure with its answers, bearers and records, taken-back ones too. Problems: not-found. */
export async function showMeasures(ports: Ports, scope: Scope, input: { systemId: string }) {
  const system = await findRecord(ports.db, scope, "system", input.systemId);
  if (!system) return failed(problem("not-found"));
  const [board, records] = await Promise.all([
    listMeasures(ports, scope, { measureKey: "", systemId: input.systemId }),
    measuresOfSystem(ports.db, scope, input.systemId),
  ]);
  return done({ name: String(system.values.name), ...board, records });
}

/**
 * 対策の実施を記録する. Problems: not-found, those of `problemsOfMeasure`.
 */
export async function recordMeasure(
  ports: Ports,
  scope: Scope,
  input: { systemId: string; raw: RawMeasure },
): Promise<Result<{ recordId: string }>> {
  const { systemId, raw } = input;
  if (!(await findRecord(ports.db, scope, "system", systemId))) return failed(problem("not-found"));
  const { measures } = ports.catalogues.selfChecks;
  const problems = problemsOfMeasure(raw, measures, dayInTokyo(ports.now()));
  if (problems.length > 0) return failed(...problems);
  const recordId = ports.newId();
  const { measureKey, doneOn } = raw;
  const row = { systemId, measureKey, doneOn, what: raw.what.trim(), evidence: raw.evidence.trim() };
  const head = { verb: "record-measure", noun: "measure", recordId: systemId, change: changeOf({}, row) };
  return record(ports, scope, "self-check:write", head, async ({ tx, seq, at }) => {
    await insertMeasure(tx, scope, { ...row, id: recordId, reason: "", recordedSeq: seq, recordedAt: at });
    return done({ recordId });
  });
}

/** 誤った記録を取り消す: it stays readable with the reason. Problems: not-found, correction-reason-empty, changed-meanwhile. */
export async function takeBackMeasure(
  ports: Ports,
  scope: Scope,
  input: { recordId: string; reason: string },
): Promise<Result<null>> {
  const found = await findMeasure(ports.db, scope, input.recordId);
  if (!found) return failed(problem("not-found"));
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("correction-reason-empty", {}, "reason"));
  const change = changeOf({}, { measureKey: found.measureKey, doneOn: found.doneOn, reason });
  const head = { verb: "take-back-measure", noun: "measure", recordId: found.systemId, change };
  return record(ports, scope, "self-check:write", head, async ({ tx, seq, at }) => {
    const records = await measuresOfSystem(tx, scope, found.systemId);
    const isOver = found.isWithdrawn || records.some((each) => each.supersedes === found.id);
    if (isOver) return failed(problem("changed-meanwhile"));
    const { systemId, measureKey, doneOn, what, evidence } = found;
    const row = { systemId, measureKey, doneOn, what, evidence, reason, isWithdrawn: 1 };
    await insertMeasure(tx, scope, {
      ...row,
      id: ports.newId(),
      supersedes: found.id,
      recordedSeq: seq,
      recordedAt: at,
    });
    return done(null);
  });
}

/** 加算の条件と記録: of each condition what the records hold today; no verdict on the fee. Ten queries. */
export async function showFeeConditions(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const { selfChecks } = ports.catalogues;
  const facts = await factsForChecks(ports.db, scope, today);
  const basis = { facts, day: today, ...evidenceSources(selfChecks) };
  const fee = heldInYear(selfChecks.fees, fiscalYearOf(today));
  const lines = fee === null ? [] : feeBoard(fee, houseQuestions(selfChecks.surveys), basis);
  return { today, fee: fee && { name: fee.name, head: fee.head, sourceCount: fee.sourceCount }, lines };
}
