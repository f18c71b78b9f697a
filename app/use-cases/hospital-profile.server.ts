import type { DbOrTx } from "#db/client.server";
import { insertProfile, profilesOfHospital } from "#db/queries/hospital-profile.server";
import { findHospital } from "#db/queries/people.server";
import { type Day, dayInTokyo } from "~/domain/day";
import {
  type HospitalFacts,
  profileOn,
  type RawHospitalFacts,
  readHospitalFacts,
} from "~/domain/hospital-profile";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { inForceOf } from "~/domain/timeline";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;
const MAX_REASON = 1000;

/** 医療機関の概要: what holds today and every record of it, the newest first. */
export async function showHospitalProfile(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const records = await profilesOfHospital(ports.db, scope);
  const held = await factsOn(ports.db, scope, today);
  const superseded = new Set(records.map((each) => each.supersedes));
  return {
    today,
    held,
    records: records.map((each) => ({ ...each, isSuperseded: superseded.has(each.id) })).reverse(),
  };
}

/**
 * Facts of the hospital on a day. Before anything was recorded, the beds given when the hospital was opened count
 * and everything else is unknown. Two queries.
 */
export async function factsOn(
  db: DbOrTx,
  scope: Scope,
  day: Day,
): Promise<HospitalFacts & { isRecorded: boolean }> {
  const [records, hospital] = [await profilesOfHospital(db, scope), await findHospital(db, scope)];
  const held = profileOn(records, day, AS_KNOWN_NOW);
  if (held !== null) {
    const { beds, ownerType, sites, staff, gmisClass } = held;
    return { beds, ownerType, sites, staff, gmisClass, isRecorded: true };
  }
  const beds = hospital?.beds ?? null;
  return { beds, ownerType: "", sites: null, staff: "unknown", gmisClass: "", isRecorded: false };
}

/**
 * 医療機関の概要を記録する: facts of the hospital as from a day. `supersedes` names the record that was wrong and needs a
 * reason; without it this is a change from its day on, and the one before stays true for its time.
 * Problems: correction-reason-empty, changed-meanwhile, those of the fields.
 */
export async function recordHospitalProfile(
  ports: Ports,
  scope: Scope,
  input: { supersedes: string | null; reason: string; raw: RawHospitalFacts },
): Promise<Result<{ recordId: string }>> {
  const { supersedes } = input;
  const reason = input.reason.trim();
  const read = readHospitalFacts(input.raw);
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  if (supersedes !== null && reason === "") return failed(problem("correction-reason-empty", {}, "reason"));
  if (reason.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "reason"));
  const recordId = ports.newId();
  const change = changeOf({}, { ...facts, supersedes });
  const head = { verb: "record-profile", noun: "hospital", recordId: scope.hospitalId, change };
  return record(ports, scope, "hospital:write", head, async ({ tx, seq, at }) => {
    const held = inForceOf(await profilesOfHospital(tx, scope), AS_KNOWN_NOW);
    if (supersedes !== null && !held.some((each) => each.id === supersedes))
      return failed(problem("changed-meanwhile"));
    await insertProfile(tx, scope, {
      ...facts,
      id: recordId,
      reason,
      supersedes,
      recordedSeq: seq,
      recordedAt: at,
    });
    return done({ recordId });
  });
}
