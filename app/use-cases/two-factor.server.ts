import { findRecord } from "#db/queries/registers.server";
import {
  insertTwoFactor,
  renewalDays,
  type ShownTwoFactor,
  systemsForTwoFactor,
  twoFactorRecords,
} from "#db/queries/two-factor.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { inForceOf } from "~/domain/timeline";
import { type RawTwoFactor, readTwoFactor, twoFactorAsOf, twoFactorPlaces } from "~/domain/two-factor";
import { boardRow, costsOf, countStandings, nextRenewal, RENEWAL } from "~/domain/two-factor-board";
import { type RawPlan, readPlans } from "~/domain/two-factor-plan";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

/**
 * 二要素認証の状況を記録する: one system at one place, as from a day. `supersedes` names the record that was
 * wrong and needs a reason; without it this is a change from its day on, and the one before stays true for its time.
 * Problems: not-found (the system, or the record to correct), correction-reason-empty, of each field.
 */
export async function recordTwoFactor(
  ports: Ports,
  scope: Scope,
  input: { systemId: string; supersedes: string | null; reason: string; raw: RawTwoFactor },
): Promise<Result<{ recordId: string }>> {
  const { systemId, supersedes } = input;
  if (!(await findRecord(ports.db, scope, "system", systemId))) return failed(problem("not-found"));
  const read = readTwoFactor(input.raw);
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  if (supersedes !== null && input.reason.trim() === "")
    return failed(problem("correction-reason-empty", {}, "reason"));
  const recordId = ports.newId();
  const change = changeOf({}, { systemId, ...facts, supersedes });
  const head = { verb: "record-two-factor", noun: "twoFactor", recordId: systemId, change };
  return record(ports, scope, "register:write", head, async ({ tx, seq, at }) => {
    const before = await twoFactorRecords(tx, scope, systemId);
    const held = inForceOf(before, Number.MAX_SAFE_INTEGER);
    const isKnown = held.some((each) => each.id === supersedes && each.place === facts.place);
    if (supersedes !== null && !isKnown) return failed(problem("changed-meanwhile"));
    await insertTwoFactor(tx, scope, {
      ...facts,
      id: recordId,
      systemId,
      preconditions: JSON.stringify(facts.preconditions),
      reason: input.reason.trim(),
      supersedes,
      recordedSeq: seq,
      recordedAt: at,
    });
    return done({ recordId });
  });
}

/**
 * 予定を表に書き込む: plans of several rows at once, all of them or none, as from today.
 * @param input.source where they were learned; one for all rows
 * @returns Problems: those of `readPlans`, not-found (a system of somebody else), changed-meanwhile (a row holds another
 *   record than it showed)
 */
export async function planTwoFactor(
  ports: Ports,
  scope: Scope,
  input: { rows: readonly RawPlan[]; source: string },
): Promise<Result<{ count: number }>> {
  const today = dayInTokyo(ports.now());
  const before = heldToday(await twoFactorRecords(ports.db, scope), today);
  const read = readPlans(input.rows, before, { source: input.source, today });
  if (read.problems.length > 0) return failed(...read.problems);
  const change = changeOf({}, { rows: read.rows.map(({ systemId, facts }) => ({ systemId, ...facts })) });
  const head = { verb: "plan-two-factor", noun: "hospital", recordId: scope.hospitalId, change };
  return record(ports, scope, "register:write", head, async ({ tx, seq, at }) => {
    const systems = new Set((await systemsForTwoFactor(tx, scope)).map((each) => each.id));
    const held = heldToday(await twoFactorRecords(tx, scope), today);
    for (const { systemId, seen, facts } of read.rows) {
      if (!systems.has(systemId)) return failed(problem("not-found"));
      if ((held({ systemId, place: facts.place })?.id ?? null) !== seen)
        return failed(problem("changed-meanwhile"));
      const preconditions = JSON.stringify(facts.preconditions);
      const times = { supersedes: null, reason: "", recordedSeq: seq, recordedAt: at };
      await insertTwoFactor(tx, scope, { ...facts, ...times, id: ports.newId(), systemId, preconditions });
    }
    return done({ count: read.rows.length });
  });
}

/** What holds today for each system and place. */
function heldToday(records: readonly ShownTwoFactor[], today: Day) {
  return (of: { systemId: string; place: string }) => {
    const place = twoFactorPlaces.find((each) => each === of.place);
    if (!place) return null;
    return twoFactorAsOf(records, { systemId: of.systemId, place }, today, Number.MAX_SAFE_INTEGER);
  };
}

/**
 * 二要素認証の一覧: two rows a system, with what holds today (null where nobody has recorded anything), held against the next
 * renewal and against each date of the data; with the counts, whose parts add up, and the costs. Five queries.
 */
export async function listTwoFactor(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const [systems, records, days] = await Promise.all([
    systemsForTwoFactor(ports.db, scope),
    twoFactorRecords(ports.db, scope),
    renewalDays(ports.db, scope),
  ]);
  const dates = ports.catalogues.rules.twoFactorDates;
  const lastDay = new Map(days.systems.map((each) => [each.id, each.inUseTo]));
  const rows = systems.flatMap((system) => {
    const contracts = days.contracts.filter((each) => each.systemId === system.id);
    const renewal = nextRenewal(
      { name: system.name, inUseTo: lastDay.get(system.id) ?? null },
      contracts,
      today,
    );
    return twoFactorPlaces.map((place) => {
      const held = twoFactorAsOf(records, { systemId: system.id, place }, today, Number.MAX_SAFE_INTEGER);
      return { system, ...boardRow(place, held, renewal, dates) };
    });
  });
  const keys = [RENEWAL, ...dates.map((each) => each.key)];
  return { today, dates, rows, counts: countStandings(rows, keys), costs: costsOf(rows) };
}

/** One system's records, every one of them, oldest first. Problems: not-found. */
export async function showTwoFactor(ports: Ports, scope: Scope, input: { systemId: string }) {
  const system = await findRecord(ports.db, scope, "system", input.systemId);
  if (!system) return failed(problem("not-found"));
  const records = await twoFactorRecords(ports.db, scope, input.systemId);
  return done({ system, records, today: dayInTokyo(ports.now()) });
}
