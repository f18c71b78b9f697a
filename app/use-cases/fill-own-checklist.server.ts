import { factsForChecks } from "#db/queries/check-facts.server";
import {
  findOwnChecklistOf,
  insertOwnChecklist,
  insertOwnRound,
  moveOwnChecklist,
  roundsOfOwnChecklist,
  rowsOfOwnChecklist,
  writeOwnRows,
} from "#db/queries/own-checklists.server";
import type { NewChecklistResponse } from "~/domain/checklist-response";
import { type Day, dayInTokyo } from "~/domain/day";
import type { Evidence } from "~/domain/evidence";
import {
  answersOfRound,
  gateAnswers,
  nextRound,
  type OwnRow,
  problemsOfRound,
  type RawOwnRow,
  readOwnRow,
} from "~/domain/own-checklist";
import { evidenceOfItems } from "~/domain/own-checklist-beside";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { evidenceSources } from "~/domain/self-check-templates";
import { cataloguesOf } from "./catalogues.server";
import { enteredByHand, writeChecklistResponse } from "./keep-checklist.server";
import { dayOfSheet, type OpenedSheet, openSheet, yearsToBegin } from "./open-own-checklist.server";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/**
 * 自院の点検表をはじめる, for this fiscal year or the one before. Problems: fiscal-year-outside at `fiscalYear`,
 * catalogue-unknown at `checklistRef`, already-exists.
 */
export async function beginOwnChecklist(
  ports: Ports,
  scope: Scope,
  input: { fiscalYear: number; checklistRef: string },
): Promise<Result<{ checklistId: string }>> {
  const { fiscalYear, checklistRef } = input;
  if (!yearsToBegin(dayInTokyo(ports.now())).includes(fiscalYear)) {
    return failed(problem("fiscal-year-outside", { year: fiscalYear }, "fiscalYear"));
  }
  if (!(await cataloguesOf(ports, scope)).checklists.has(checklistRef)) {
    return failed(problem("catalogue-unknown", { ref: checklistRef }, "checklistRef"));
  }
  const checklistId = ports.newId();
  const change: Change = { fiscalYear: [null, fiscalYear], checklistRef: [null, checklistRef] };
  const head = { verb: "begin-own-checklist", noun: "own-checklist", recordId: checklistId, change };
  return record(ports, scope, "self-check:write", head, async ({ tx, at }) => {
    if (await findOwnChecklistOf(tx, scope, input))
      return failed(problem("already-exists", {}, "checklistRef"));
    await insertOwnChecklist(tx, scope, { id: checklistId, fiscalYear, checklistRef, createdAt: at });
    return done({ checklistId });
  });
}

/** A row as it is typed; `cites`: the evidence as it stands now is the ground of the answer. */
export type TypedOwnRow = RawOwnRow & { cites: boolean };

/**
 * 点検表を途中まで保存する: gate and rows as typed; a row that cites keeps the evidence of today with it.
 * Problems: not-found, changed-meanwhile, of each field (`answer.<key>` …) as of `readOwnRow`.
 */
export async function saveOwnChecklist(
  ports: Ports,
  scope: Scope,
  input: { checklistId: string; version: number; gate: string; rows: readonly TypedOwnRow[] },
): Promise<Result<null>> {
  const opened = await openSheet(ports, scope, input.checklistId);
  if (!opened.ok) return opened;
  const { sheet, items, year } = opened.value;
  const known = new Set(items.map((each) => each.key));
  const typed = input.rows.filter((each) => known.has(each.itemKey));
  const read = typed.map((raw) => ({ raw, ...readOwnRow(raw, year, sheet.fiscalYear) }));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return failed(...problems);
  const gate = gateAnswers.find((each) => each === input.gate) ?? "";
  const evidence = await evidenceNow(ports, scope, opened.value);
  const before = new Map(
    (await rowsOfOwnChecklist(ports.db, scope, sheet.id)).map((each) => [each.itemKey, each]),
  );
  const rows = read.map(({ raw, row }) => ({
    ...row,
    evidence: evidenceToKeep(raw.cites, row, before.get(row.itemKey), evidence.of(row.itemKey)),
  }));
  const changed = rows.filter((row) => isOther(before.get(row.itemKey), row));
  const change: Change = Object.fromEntries(
    changed.map((row) => [row.itemKey, [before.get(row.itemKey)?.answer ?? null, row.answer]]),
  );
  if (gate !== sheet.gate) change.gate = [sheet.gate, gate];
  const head = { verb: "save-own-checklist", noun: "own-checklist", recordId: sheet.id, change };
  return record(ports, scope, "self-check:write", head, async ({ tx, at }) => {
    const moved = await moveOwnChecklist(tx, scope, { id: sheet.id, version: input.version, gate });
    if (!moved) return failed(problem("changed-meanwhile"));
    const stored = changed.map((row) => ({ ...row, checklistId: sheet.id, savedAt: at }));
    await writeOwnRows(tx, scope, stored);
    return done(null);
  });
}

async function evidenceNow(ports: Ports, scope: Scope, { sheet, items }: OpenedSheet) {
  const day = dayOfSheet(sheet.fiscalYear, dayInTokyo(ports.now()));
  const facts = await factsForChecks(ports.db, scope, day);
  return evidenceOfItems(items, evidenceSources(ports.catalogues.selfChecks), { facts, day });
}

/** The ground of an answer stays as it stood when the answer was given; another answer takes that of today. */
function evidenceToKeep(cites: boolean, row: OwnRow, before: Stored | undefined, now: Evidence | null) {
  if (!cites || row.answer === "" || now === null) return null;
  const isSame = before !== undefined && before.answer === row.answer && before.evidence !== null;
  return isSame ? before.evidence : JSON.stringify(now);
}

type Stored = OwnRow & { evidence: string | null };
const nothing: Stored = { itemKey: "", answer: "", remark: "", targetOn: null, evidence: null };

function isOther(before: Stored = nothing, now: Stored): boolean {
  const of = ({ answer, remark, targetOn, evidence }: Stored) =>
    JSON.stringify([answer, remark, targetOn, evidence]);
  return of(before) !== of(now);
}

/**
 * 回を固定する: freezes what stands in the sheet as the next round, as a response of the hospital with its 確認日 and
 * the evidence named. Problems: not-found, changed-meanwhile, those of `problemsOfRound` and `problemsOfResponse`.
 */
export async function freezeOwnRound(
  ports: Ports,
  scope: Scope,
  input: { checklistId: string; version: number; answeredOn: string },
): Promise<Result<{ responseId: string }>> {
  const opened = await openSheet(ports, scope, input.checklistId);
  if (!opened.ok) return opened;
  const { id: checklistId, gate } = opened.value.sheet;
  const responseId = ports.newId();
  const change: Change = { responseId: [null, responseId], answeredOn: [null, input.answeredOn] };
  const head = { verb: "freeze-own-checklist", noun: "own-checklist", recordId: checklistId, change };
  return record(ports, scope, "self-check:write", head, async (entry) => {
    const { tx, seq, at } = entry;
    if (!(await moveOwnChecklist(tx, scope, { id: checklistId, version: input.version, gate }))) {
      return failed(problem("changed-meanwhile"));
    }
    const stored = await rowsOfOwnChecklist(tx, scope, checklistId);
    const rounds = await roundsOfOwnChecklist(tx, scope, checklistId);
    const today = dayInTokyo(ports.now());
    const planned = responseOfRound(opened.value, { stored, rounds, answeredOn: input.answeredOn, today });
    if (!planned.ok) return planned;
    const response = planned.value;
    const written = await writeChecklistResponse(ports, scope, entry, responseId, response, enteredByHand);
    if (!written.ok) return written;
    const evidence = JSON.stringify(Object.fromEntries(stored.map((each) => [each.itemKey, each.evidence])));
    const round = { id: ports.newId(), checklistId, round: response.round, responseId, evidence };
    await insertOwnRound(tx, scope, { ...round, recordedSeq: seq, recordedAt: at });
    return done({ responseId });
  });
}

type Standing = {
  stored: Awaited<ReturnType<typeof rowsOfOwnChecklist>>;
  rounds: Awaited<ReturnType<typeof roundsOfOwnChecklist>>;
  answeredOn: string;
  today: Day;
};

/** The response that the next round would be. Problems: those of `problemsOfRound`. */
function responseOfRound(
  { sheet, edition, year, gate, items }: OpenedSheet,
  { stored, rounds, answeredOn, today }: Standing,
): Result<NewChecklistResponse> {
  const before = rounds.filter((each) => each.withdrawnReason === null);
  const rows = new Map(stored.map((each) => [each.itemKey, each]));
  const { fiscalYear, checklistRef, gate: gateAnswer } = sheet;
  const round = { fiscalYear, year, before, answeredOn, today, gate, gateAnswer, items, rows };
  const problems = problemsOfRound(round);
  if (problems.length > 0) return failed(...problems);
  return done({
    respondent: "hospital",
    vendorId: null,
    checklistRef,
    title: edition.head.title,
    round: nextRound(before),
    answeredOn,
    systemIds: [],
    answers: answersOfRound(round),
    unread: [],
  });
}
