import { incidentEntries, insertIncidentEntry } from "#db/queries/incidents.server";
import { findRecord } from "#db/queries/registers.server";
import { dayInTokyo } from "~/domain/day";
import {
  type IncidentEntry,
  type IncidentFacts,
  incidentsKnownAt,
  type RawIncident,
  readIncident,
} from "~/domain/incident";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

/** できごとを記録する: a first entry. Problems: of each field; field-unknown-reference. */
export async function recordIncident(
  ports: Ports,
  scope: Scope,
  input: { raw: RawIncident },
): Promise<Result<{ incidentId: string }>> {
  const read = readIncident(input.raw, dayInTokyo(ports.now()));
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  const unknown = await unknownReferences(ports, scope, facts);
  if (unknown.length > 0) return failed(...unknown);
  const incidentId = ports.newId();
  const head = {
    verb: "record-incident",
    noun: "incident",
    recordId: incidentId,
    change: changeOf({}, facts),
  };
  return record(ports, scope, "incident:write", head, async ({ tx, seq, at }) => {
    const entry = { ...facts, incidentId, isWithdrawn: 0, reason: "", supersedes: null };
    await insertIncidentEntry(tx, scope, { ...entry, id: ports.newId(), recordedSeq: seq, recordedAt: at });
    return done({ incidentId });
  });
}

/**
 * できごとを訂正する: a further entry that supersedes the one `supersedes` names; both stay visible.
 * @param input.isWithdrawn true = it did not happen; the typed facts are then those of the entry before
 * Problems: not-found, changed-meanwhile (another correction came first), correction-reason-empty, of each field.
 */
export async function correctIncident(
  ports: Ports,
  scope: Scope,
  input: { incidentId: string; supersedes: string; reason: string; isWithdrawn: boolean; raw: RawIncident },
): Promise<Result<{ incidentId: string }>> {
  const { incidentId } = input;
  const found = await newestEntry(ports, scope, incidentId);
  if (!found) return failed(problem("not-found"));
  if (found.id !== input.supersedes) return failed(problem("changed-meanwhile"));
  if (input.reason.trim() === "") return failed(problem("correction-reason-empty", {}, "reason"));
  const read = input.isWithdrawn
    ? { facts: factsOf(found), problems: [] }
    : readIncident(input.raw, dayInTokyo(ports.now()));
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  const unknown = await unknownReferences(ports, scope, facts);
  if (unknown.length > 0) return failed(...unknown);
  const isWithdrawn = input.isWithdrawn ? 1 : 0;
  const change = changeOf({ ...factsOf(found), isWithdrawn: 0 }, { ...facts, isWithdrawn });
  const head = { verb: "correct-incident", noun: "incident", recordId: incidentId, change };
  return record(ports, scope, "incident:write", head, async ({ tx, seq, at }) => {
    const entries = await incidentEntries(tx, scope, { incidentId });
    if (entries.at(-1)?.id !== found.id) return failed(problem("changed-meanwhile"));
    const entry = { ...facts, incidentId, isWithdrawn, reason: input.reason.trim(), supersedes: found.id };
    await insertIncidentEntry(tx, scope, { ...entry, id: ports.newId(), recordedSeq: seq, recordedAt: at });
    return done({ incidentId });
  });
}

/** One incident with every entry, the newest last. Problems: not-found. */
export async function showIncident(ports: Ports, scope: Scope, input: { incidentId: string }) {
  const entries = await incidentEntries(ports.db, scope, input);
  const newest = entries.at(-1);
  return newest ? done({ entries, newest }) : failed(problem("not-found"));
}

/** できごとの一覧: what is known now, newest day first. */
export async function listIncidents(ports: Ports, scope: Scope) {
  const entries = await incidentEntries(ports.db, scope);
  return incidentsKnownAt(entries, Number.MAX_SAFE_INTEGER).reverse();
}

async function newestEntry(ports: Ports, scope: Scope, incidentId: string) {
  return (await incidentEntries(ports.db, scope, { incidentId })).at(-1) ?? null;
}

function factsOf(entry: IncidentEntry): IncidentFacts {
  const { kind, title, happenedOn, endedOn, systemId, contractId, note } = entry;
  return { kind, title, happenedOn, endedOn, systemId, contractId, note };
}

async function unknownReferences(ports: Ports, scope: Scope, facts: IncidentFacts): Promise<Problem[]> {
  const asked = [
    ["system", facts.systemId, "systemId"],
    ["contract", facts.contractId, "contractId"],
  ] as const;
  const problems: Problem[] = [];
  for (const [noun, id, at] of asked) {
    if (id !== null && !(await findRecord(ports.db, scope, noun, id)))
      problems.push(problem("field-unknown-reference", {}, at));
  }
  return problems;
}
