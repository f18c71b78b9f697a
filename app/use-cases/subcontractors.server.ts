import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { findContract } from "#db/queries/contracts.server";
import {
  findSubcontractor,
  insertSubcontractor,
  type ShownSubcontractor,
  subcontractorsOf,
  updateSubcontractor,
} from "#db/queries/subcontractors.server";
import type { RawForm } from "~/domain/contract-form";
import { termsOn } from "~/domain/contract-terms";
import { dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { concernsOf, faultOfMove, MAX_LEVELS, placeInTree } from "~/domain/subcontractor";
import { parseSubcontractor, type SubcontractorFields } from "~/domain/subcontractor-form";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

/** 再委託先: the tree of one contract with what a person should look at, and the contract's own rule. */
export async function showSubcontractors(ports: Ports, scope: Scope, input: { contractId: string }) {
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  const [revisions, members] = [
    await revisionsOfTerms(ports.db, scope, contract.id),
    await subcontractorsOf(ports.db, scope, contract.id),
  ];
  const today = dayInTokyo(ports.now());
  const model = termsOn(revisions, today, Number.MAX_SAFE_INTEGER)?.revision.subcontracting ?? "unclear";
  const placed = placeInTree(members.filter((each) => each.archivedAt === null)).map((each) => ({
    ...each,
    concerns: concernsOf(each.member, model, today),
  }));
  return done({
    contract,
    model,
    today,
    placed,
    putAway: members.filter((each) => each.archivedAt !== null),
  });
}

/** One subcontractor for its form. */
export async function showSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string },
): Promise<Result<ShownSubcontractor>> {
  const found = await findSubcontractor(ports.db, scope, input.subcontractorId);
  return found ? done(found) : failed(problem("not-found"));
}

/** 再委託先を加える. Problems: not-found, subcontractor-too-deep, those of the fields. */
export async function addSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; raw: RawForm },
): Promise<Result<{ id: string; contractId: string }>> {
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  if (contract.archivedAt !== null) return failed(problem("record-archived"));
  const parsed = parseSubcontractor(input.raw);
  if (!parsed.ok) return parsed;
  const id = ports.newId();
  const { contractId } = input;
  const change = changeOf({}, parsed.value);
  return record(
    ports,
    scope,
    "contract:write",
    { verb: "register", noun: "subcontractor", recordId: id, change },
    async (entry) => {
      const problems = await faultsOfPlace(entry, scope, contractId, null, parsed.value.parentId);
      if (problems.length > 0) return failed(...problems);
      await insertSubcontractor(entry.tx, scope, {
        ...stored(parsed.value),
        id,
        contractId,
        createdAt: entry.at,
      });
      return done({ id, contractId });
    },
  );
}

/** 再委託先を直す. Problems: not-found, changed-meanwhile, subcontractor-cycle, subcontractor-too-deep. */
export async function reviseSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; raw: RawForm },
): Promise<Result<{ id: string; contractId: string }>> {
  const before = await findSubcontractor(ports.db, scope, input.subcontractorId);
  if (!before) return failed(problem("not-found"));
  if (before.archivedAt !== null) return failed(problem("record-archived"));
  const parsed = parseSubcontractor(input.raw);
  if (!parsed.ok) return parsed;
  const { id, contractId } = before;
  const change = changeOf(fieldsOf(before), parsed.value);
  if (Object.keys(change).length === 0) return done({ id, contractId });
  return record(
    ports,
    scope,
    "contract:write",
    { verb: "revise", noun: "subcontractor", recordId: id, change },
    async (entry) => {
      const problems = await faultsOfPlace(entry, scope, contractId, id, parsed.value.parentId);
      if (problems.length > 0) return failed(...problems);
      const row = { id, version: input.version, values: stored(parsed.value) };
      const isSaved = await updateSubcontractor(entry.tx, scope, row);
      return isSaved ? done({ id, contractId }) : failed(problem("changed-meanwhile"));
    },
  );
}

/** しまう / 戻す: one below which others still work stays. Problems: not-found, subcontractor-has-children. */
export async function archiveSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; isArchived: boolean },
): Promise<Result<{ id: string; contractId: string }>> {
  const before = await findSubcontractor(ports.db, scope, input.subcontractorId);
  if (!before) return failed(problem("not-found"));
  const { id, contractId } = before;
  const verb = input.isArchived ? "archive" : "restore";
  const head = { verb, noun: "subcontractor", recordId: id, change: {} };
  return record(ports, scope, "contract:write", head, async ({ tx, at }) => {
    const members = await subcontractorsOf(tx, scope, contractId);
    const below = members.filter((each) => each.parentId === id && each.archivedAt === null);
    if (input.isArchived && below.length > 0)
      return failed(problem("subcontractor-has-children", { count: below.length }));
    const values = { archivedAt: input.isArchived ? at : null };
    const isSaved = await updateSubcontractor(tx, scope, { id, version: input.version, values });
    return isSaved ? done({ id, contractId }) : failed(problem("changed-meanwhile"));
  });
}

/** The one it works for is a company of the same contract, in use, and the chain stays a tree of five levels. */
async function faultsOfPlace(
  { tx }: Entry,
  scope: Scope,
  contractId: string,
  id: string | null,
  parentId: string | null,
): Promise<Problem[]> {
  if (parentId === null) return [];
  const members = (await subcontractorsOf(tx, scope, contractId)).filter((each) => each.archivedAt === null);
  if (!members.some((each) => each.id === parentId))
    return [problem("field-unknown-reference", {}, "parentId")];
  const fault = faultOfMove(members, id, parentId);
  if (fault === "cycle") return [problem("subcontractor-cycle", {}, "parentId")];
  return fault === "too-deep" ? [problem("subcontractor-too-deep", { max: MAX_LEVELS }, "parentId")] : [];
}

function fieldsOf(row: ShownSubcontractor): SubcontractorFields {
  const { parentId, name, address, work, dataContact, dataKinds, country, certificates } = row;
  const { approvedOn, sameDuty, usedFrom, usedTo, note } = row;
  const what = { parentId, name, address, work, dataContact, dataKinds, country, certificates };
  return { ...what, approvedOn, sameDuty, usedFrom, usedTo, note };
}

function stored(fields: SubcontractorFields) {
  return {
    ...fields,
    dataKinds: JSON.stringify(fields.dataKinds),
    certificates: JSON.stringify(fields.certificates),
  };
}
