import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import {
  candidatesOf,
  choicesOfProcurement,
  contractsOfProcurement,
  currentChoiceId,
  findProcurement,
  insertCandidates,
  insertChoice,
  insertProcurement,
  knownVersions,
  listOfProcurements,
  requestsOfVersions,
  type StoredCandidate,
  updateCandidate,
  updateProcurement,
  versionsToConsider,
} from "#db/queries/procurements.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { MAX_CANDIDATES, type RawProcurement, readProcurement } from "~/domain/procurement";
import { parseChoiceBasis } from "~/domain/procurement-file";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { basisOfChoice } from "./procurement-comparison.server";
import { changeOf, record } from "./record.server";

const MAX_REASON = 4000;

/** 案件の一覧: the newest first, with candidates and what was chosen. One query. */
export async function listProcurements(ports: Ports, scope: Scope) {
  return listOfProcurements(ports.db, scope);
}

/** 案件をはじめる. Problems: those of `readProcurement`. */
export async function openProcurement(
  ports: Ports,
  scope: Scope,
  input: { raw: RawProcurement },
): Promise<Result<{ procurementId: string }>> {
  const read = readProcurement(input.raw);
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  const id = ports.newId();
  const head = { verb: "register", noun: "procurement", recordId: id, change: changeOf({}, facts) };
  return record(ports, scope, "procurement:write", head, async ({ tx, at }) => {
    await insertProcurement(tx, scope, { id, ...facts, createdAt: at, createdBy: scope.accountId });
    return done({ procurementId: id });
  });
}

/** 案件の題名・目的・期限を直す. Problems: not-found, changed-meanwhile, those of `readProcurement`. */
export async function reviseProcurement(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; version: number; raw: RawProcurement },
): Promise<Result<null>> {
  const before = await findProcurement(ports.db, scope, input.procurementId);
  if (!before) return failed(problem("not-found"));
  const read = readProcurement(input.raw);
  if (!read.facts) return failed(...read.problems);
  const { facts } = read;
  const { title, purpose, wantedBy, id } = before;
  const change = changeOf({ title, purpose, wantedBy }, facts);
  const head = { verb: "revise", noun: "procurement", recordId: id, change };
  return record(ports, scope, "procurement:write", head, async ({ tx }) => {
    const isSaved = await updateProcurement(tx, scope, { id, version: input.version }, facts);
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** 案件をしまう: it leaves the list; everything in it stays readable. Problems: not-found, changed-meanwhile. */
export async function archiveProcurement(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; version: number },
): Promise<Result<null>> {
  const before = await findProcurement(ports.db, scope, input.procurementId);
  if (!before) return failed(problem("not-found"));
  const head = { verb: "archive", noun: "procurement", recordId: before.id, change: {} };
  return record(ports, scope, "procurement:write", head, async ({ tx, at }) => {
    const row = { id: before.id, version: input.version };
    const isSaved = await updateProcurement(tx, scope, row, { archivedAt: at });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/**
 * 候補を加える: product versions of the group, at most ten standing. One that was dropped stands again.
 * @returns Problems: not-found, field-required, field-unknown-reference, procurement-candidates-many
 */
export async function addCandidates(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; productVersionIds: readonly string[] },
): Promise<Result<null>> {
  const { procurementId } = input;
  if (!(await findProcurement(ports.db, scope, procurementId))) return failed(problem("not-found"));
  const asked = [...new Set(input.productVersionIds)];
  if (asked.length === 0) return failed(problem("field-required", {}, "productVersionIds"));
  const known = await knownVersions(ports.db, scope, asked);
  if (known.length < asked.length) return failed(problem("field-unknown-reference", {}, "productVersionIds"));
  const head = {
    verb: "add-candidates",
    noun: "procurement",
    recordId: procurementId,
    change: { candidates: [null, asked] satisfies [unknown, unknown] },
  };
  return record(ports, scope, "procurement:write", head, async ({ tx, at }) => {
    const before = await candidatesOf(tx, scope, procurementId);
    const of = (versionId: string) => before.find((each) => each.productVersionId === versionId);
    const fresh = asked.filter((each) => !of(each));
    const again = asked.flatMap((each) => of(each) ?? []).filter((each) => each.droppedReason !== "");
    const standing = before.filter((each) => each.droppedReason === "").length;
    if (standing + fresh.length + again.length > MAX_CANDIDATES)
      return failed(problem("procurement-candidates-many", { max: MAX_CANDIDATES }, "productVersionIds"));
    for (const each of again) await updateCandidate(tx, scope, each, { droppedReason: "" });
    const rows = fresh.map((productVersionId) => ({
      ...{ id: ports.newId(), procurementId, productVersionId, createdAt: at },
    }));
    if (rows.length > 0) await insertCandidates(tx, scope, rows);
    return done(null);
  });
}

/** 候補から外す, with a reason; it stays in the case. Problems: field-required, not-found, changed-meanwhile. */
export async function dropCandidate(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; candidateId: string; version: number; reason: string },
): Promise<Result<null>> {
  const reason = input.reason.trim();
  const { procurementId, candidateId, version } = input;
  if (!(await findProcurement(ports.db, scope, procurementId))) return failed(problem("not-found"));
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "reason"));
  const change = { reason: [null, reason] satisfies [unknown, unknown] };
  const head = { verb: "drop-candidate", noun: "procurement", recordId: procurementId, change };
  return record(ports, scope, "procurement:write", head, async ({ tx }) => {
    const found = (await candidatesOf(tx, scope, procurementId)).find((each) => each.id === candidateId);
    if (!found) return failed(problem("not-found"));
    const isSaved = await updateCandidate(tx, scope, { id: candidateId, version }, { droppedReason: reason });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/**
 * 案件を見る: its candidates with what was asked and disclosed, every choice and the contracts that came of them. Six
 * queries, whatever it holds.
 */
export async function showProcurement(ports: Ports, scope: Scope, input: { procurementId: string }) {
  const found = await findProcurement(ports.db, scope, input.procurementId);
  if (!found) return failed(problem("not-found"));
  const [candidates, choices, contracts] = await Promise.all([
    candidatesOf(ports.db, scope, found.id),
    choicesOfProcurement(ports.db, scope, found.id),
    contractsOfProcurement(ports.db, scope, found.id),
  ]);
  const versions = candidates.map((each) => each.productVersionId);
  const [disclosures, requests] = await Promise.all([
    currentDisclosuresOf(ports.db, scope, versions),
    requestsOfVersions(ports.db, scope, versions),
  ]);
  const withRecords = (each: StoredCandidate) => ({
    ...each,
    disclosures: disclosures
      .filter(({ productVersionId }) => productVersionId === each.productVersionId)
      .map(({ id, form, formVersion, issuedOn, noCount }) => ({ id, form, formVersion, issuedOn, noCount })),
    request: requests.find(({ productVersionId }) => productVersionId === each.productVersionId) ?? null,
  });
  return done({
    procurement: found,
    candidates: candidates.map(withRecords),
    contracts,
    choices: choices.map(({ basis, ...each }) => ({ ...each, basis: parseChoiceBasis(basis) })),
  });
}

/** 候補にできる製品の版: fifty at most that fit the search, those no system uses first. Problems: not-found. */
export async function findCandidates(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; search: string },
) {
  const found = await findProcurement(ports.db, scope, input.procurementId);
  if (!found) return failed(problem("not-found"));
  const [versions, candidates] = await Promise.all([
    versionsToConsider(ports.db, scope, input.search),
    candidatesOf(ports.db, scope, found.id),
  ]);
  const standing = candidates.filter((each) => each.droppedReason === "");
  return done(versions.filter((each) => !standing.some((one) => one.productVersionId === each.id)));
}

/**
 * 選ぶ: one candidate with the reason; what the comparison said is frozen with it. Another choice later
 * supersedes it, and both stay.
 * @param input.supersedes the choice the person saw (null = none): another one meanwhile is a conflict
 * @param input.form `id@version` the comparison stood on, null for the usual one
 * @returns Problems: field-required, field-too-long (reason), not-found, procurement-candidate-dropped,
 * changed-meanwhile
 */
export async function chooseCandidate(
  ports: Ports,
  scope: Scope,
  input: {
    procurementId: string;
    candidateId: string;
    supersedes: string | null;
    reason: string;
    form: string | null;
  },
): Promise<Result<{ choiceId: string }>> {
  const { procurementId, candidateId, supersedes } = input;
  const reason = input.reason.trim();
  const basis = await basisOfChoice(ports, scope, { procurementId, form: input.form });
  if (!basis.ok) return basis;
  if (candidateId === "") return failed(problem("field-required", {}, "candidateId"));
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "reason"));
  const choiceId = ports.newId();
  const change = { candidate: [null, candidateId] satisfies [unknown, unknown] };
  const head = { verb: "choose-candidate", noun: "procurement", recordId: procurementId, change };
  return record(ports, scope, "procurement:write", head, async ({ tx, seq, at }) => {
    const candidate = (await candidatesOf(tx, scope, procurementId)).find((each) => each.id === candidateId);
    if (!candidate) return failed(problem("not-found"));
    if (candidate.droppedReason !== "")
      return failed(problem("procurement-candidate-dropped", {}, "candidateId"));
    if ((await currentChoiceId(tx, scope, procurementId)) !== supersedes)
      return failed(problem("changed-meanwhile"));
    await insertChoice(tx, scope, {
      ...{ id: choiceId, procurementId, candidateId, reason, supersedes },
      basis: JSON.stringify(basis.value),
      recordedSeq: seq,
      chosenAt: at,
      chosenBy: scope.accountId,
    });
    return done({ choiceId });
  });
}
