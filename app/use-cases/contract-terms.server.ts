import { findContractDocument } from "#db/queries/contract-documents.server";
import {
  contractsToTurn,
  insertRevisions,
  revisionsOfTerms,
  showTermsInRegister,
} from "#db/queries/contract-terms.server";
import { findContract, systemsNamed } from "#db/queries/contracts.server";
import { existsWith, insertRecord, nameOfRecord, updateRecord } from "#db/queries/registers.server";
import { serversNamed } from "#db/queries/servers.server";
import {
  parseAmendment,
  parseContractForm,
  parseReason,
  type RawForm,
  readAmendment,
} from "~/domain/contract-form";
import {
  BEGINNING,
  type ContractTerms,
  type TermsOrigin,
  type TermsRevision,
  type TermsSource,
  termsChanged,
  termsOf,
  termsOn,
} from "~/domain/contract-terms";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { RegisterValues } from "~/domain/register";
import type { Scope } from "~/domain/scope";
import { tieToChoice } from "./contract-of-choice.server";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record, recordWithoutAccount } from "./record.server";

export const noSource: TermsSource = { number: "", title: "", signedOn: null, documentId: null };

/**
 * 契約を登録する: the contract with its first terms, in force from the beginning of its period.
 * @param input.choiceId the choice of a procurement case it comes from; null where it comes from none
 * @returns Problems: of each field, field-unknown-reference (choiceId)
 */
export async function registerContract(
  ports: Ports,
  scope: Scope,
  input: { raw: RawForm; choiceId?: string | null },
): Promise<Result<{ id: string }>> {
  const parsed = parseContractForm(input.raw);
  if (!parsed.ok) return parsed;
  const { values, terms } = parsed.value;
  const id = ports.newId();
  const { choiceId = null } = input;
  const head = {
    verb: "register",
    noun: "contract",
    recordId: id,
    change: changeOf({}, { ...values, ...terms, choiceId }),
  };
  return record(ports, scope, "contract:write", head, async (entry) => {
    const problems = [
      ...(await numberTaken(entry, scope, values, null)),
      ...(await unknownReferences(entry, scope, id, terms, null)),
    ];
    if (problems.length > 0) return failed(...problems);
    await insertRecord(entry.tx, scope, "contract", { id, createdAt: entry.at, values });
    await keepFirstTerms(ports, scope, entry, id, terms);
    const tied = await tieToChoice(ports, scope, entry, { contractId: id, choiceId });
    return tied.ok ? done({ id }) : tied;
  });
}

/** The first revision of a contract that was just written into the register. */
export async function keepFirstTerms(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  contractId: string,
  terms: ContractTerms,
): Promise<void> {
  const effectiveFrom = terms.inForceFrom ?? BEGINNING;
  const first = { origin: "first", effectiveFrom, supersedes: null, reason: "", source: noSource } as const;
  await addRevision(ports, scope, entry, { contractId, version: null, ...first, terms });
}

type Added = {
  contractId: string;
  /** The version that was shown; null when nobody else can have saved it. */
  version: number | null;
  origin: TermsOrigin;
  effectiveFrom: Day;
  supersedes: string | null;
  reason: string;
  source: TermsSource;
  terms: ContractTerms;
};

/** One more revision; the register shows the terms of today afterwards. */
async function addRevision(ports: Ports, scope: Scope, entry: Entry, added: Added): Promise<boolean> {
  const { contractId, version, terms, ...times } = added;
  const revision = { ...times, ...terms, id: ports.newId(), contractId, recordedSeq: entry.seq };
  await insertRevisions(entry.tx, scope, [
    { ...revision, recordedAt: entry.at, recordedBy: scope.accountId },
  ]);
  return turnContract(ports, scope, entry, contractId, version);
}

async function turnContract(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  contractId: string,
  version: number | null,
): Promise<boolean> {
  const revisions = await revisionsOfTerms(entry.tx, scope, contractId);
  // why not the entry's moment: it never goes back, and what holds is asked for the day of the clock.
  const now = termsOn(revisions, dayInTokyo(ports.now()), entry.seq);
  if (now === null) return false;
  const { revision } = now;
  const shown = { revisionId: revision.id, terms: termsOf(revision), version, newId: ports.newId };
  return showTermsInRegister(entry.tx, scope, contractId, shown);
}

/**
 * 改定する: terms that hold from a day on, by a 覚書 (`amendment`) or by renewal. Later terms stay as they are.
 * Problems: not-found, changed-meanwhile, amendment-before-contract, those of the form and of what it changes.
 */
export async function amendContract(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; version: number; origin: "amendment" | "renewal"; raw: RawForm },
): Promise<Result<{ id: string; revisionId: string }>> {
  const found = await openContract(ports, scope, input.contractId);
  if (!found.ok) return found;
  const { contract, revisions } = found.value;
  const { contractId, origin } = input;
  // why before the rest: against terms somebody changed meanwhile, nothing may seem to change any more.
  if (contract.version !== input.version) return failed(problem("changed-meanwhile"));
  const parsed = readAmendment(input.raw, origin, { revisions, number: contract.number });
  if (!parsed.ok) return parsed;
  const { terms, effectiveFrom, source, note, before } = parsed.value;
  const told = { effectiveFrom, sourceNumber: source.number, sourceTitle: source.title };
  const change = { ...changeOf(before ?? {}, terms), ...changeOf({}, { ...told, reason: note }) };
  const verb = origin === "renewal" ? "renew" : "amend";
  const head = { verb, noun: "contract", recordId: contractId, change };
  return record(ports, scope, "contract:write", head, async (entry) => {
    const problems = await unknownReferences(entry, scope, contractId, terms, source.documentId);
    if (problems.length > 0) return failed(...problems);
    const added = { ...input, effectiveFrom, supersedes: null, reason: note, source, terms };
    if (!(await addRevision(ports, scope, entry, added))) return failed(problem("changed-meanwhile"));
    const revisionId = (await revisionsOfTerms(entry.tx, scope, contractId)).at(-1)?.id ?? "";
    return done({ id: contractId, revisionId });
  });
}

/**
 * 訂正する: puts right what was recorded wrongly. The corrected revision stays readable; what is entered now counts in
 * its place, from `effectiveFrom` (of the first terms: from the beginning of the period). Number and note of the
 * contract's own row are put right along with it.
 * Problems: not-found, changed-meanwhile, revision-superseded, field-required at `reason`, those of the form.
 */
export async function correctContract(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; revisionId: string; version: number; raw: RawForm },
): Promise<Result<{ id: string }>> {
  const found = await openContract(ports, scope, input.contractId);
  if (!found.ok) return found;
  const { revisions } = found.value;
  const wrong = revisions.find((each) => each.id === input.revisionId);
  if (!wrong) return failed(problem("not-found"));
  if (!isStanding(revisions, wrong)) return failed(problem("revision-superseded"));
  const parsed = parseContractForm(input.raw);
  const reason = parseReason(input.raw);
  const day = parsed.ok ? (parsed.value.terms.inForceFrom ?? BEGINNING) : BEGINNING;
  const isFirst = wrong.origin === "first";
  const amendment = isFirst
    ? done({ effectiveFrom: day, source: wrong.source })
    : parseAmendment(input.raw, wrong.origin);
  if (!parsed.ok || !reason.ok || !amendment.ok)
    return failed(...problemsOf(amendment), ...problemsOf(parsed), ...problemsOf(reason));
  const { values, terms } = parsed.value;
  const corrected = { ...amendment.value, reason: reason.value, terms, values };
  return keepCorrection(ports, scope, { ...input, wrong, before: found.value.contract, ...corrected });
}

type Correction = {
  contractId: string;
  version: number;
  wrong: TermsRevision;
  before: { number: string; note: string };
  effectiveFrom: Day;
  source: TermsSource;
  reason: string;
  terms: ContractTerms;
  values: RegisterValues;
};

async function keepCorrection(
  ports: Ports,
  scope: Scope,
  input: Correction,
): Promise<Result<{ id: string }>> {
  const { contractId, wrong, terms, source, reason, effectiveFrom, values } = input;
  const own = { number: values.number ?? "", note: values.note ?? "" };
  const kept = { number: input.before.number, note: input.before.note };
  const times = { effectiveFrom, sourceNumber: source.number, sourceTitle: source.title };
  const were = {
    effectiveFrom: wrong.effectiveFrom,
    sourceNumber: wrong.source.number,
    sourceTitle: wrong.source.title,
  };
  const change = changeOf({ ...termsOf(wrong), ...kept, ...were }, { ...terms, ...own, ...times });
  if (Object.keys(change).length === 0) return done({ id: contractId });
  const head = {
    verb: "correct-terms",
    noun: "contract",
    recordId: contractId,
    change: { ...change, ...changeOf({}, { reason }) },
  };
  return record(ports, scope, "contract:write", head, async (entry) => {
    const problems = [
      ...(await numberTaken(entry, scope, values, contractId)),
      ...(await unknownReferences(entry, scope, contractId, terms, source.documentId)),
    ];
    if (problems.length > 0) return failed(...problems);
    const row = { id: contractId, version: input.version, values: own };
    if (!(await updateRecord(entry.tx, scope, "contract", row))) return failed(problem("changed-meanwhile"));
    const times = { origin: wrong.origin, supersedes: wrong.id, effectiveFrom, reason, source };
    await addRevision(ports, scope, entry, { contractId, version: null, ...times, terms });
    return done({ id: contractId });
  });
}

/**
 * A change of the register's own fields or of the covered systems: corrects the terms in effect today, with a
 * reason. Naming the covered systems for the first time completes the terms and needs none.
 * @param reason the person's words; of an import the name of its file
 * @returns field-required or field-too-long at `reason`, or null
 */
export async function correctTermsOfToday(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  contractId: string,
  reason: string,
  change: (now: ContractTerms) => Partial<ContractTerms>,
): Promise<Problem | null> {
  const revisions = await revisionsOfTerms(entry.tx, scope, contractId);
  const now = termsOn(revisions, dayInTokyo(ports.now()), entry.seq)?.revision;
  if (!now) return null;
  const terms = { ...termsOf(now), ...change(termsOf(now)) };
  const changed = termsChanged(now, terms);
  if (changed.length === 0) return null;
  const isCompletion = now.systemIds.length === 0 && changed.every((each) => each === "systemIds");
  const given = parseReason({ reason });
  if (!given.ok && !(isCompletion && reason.trim() === "")) return given.problems[0] ?? null;
  const effectiveFrom = now.origin === "first" ? (terms.inForceFrom ?? BEGINNING) : now.effectiveFrom;
  const times = { origin: now.origin, supersedes: now.id, effectiveFrom, source: now.source };
  const told = { ...times, reason: given.ok ? given.value : "" };
  await addRevision(ports, scope, entry, { contractId, version: null, ...told, terms });
  return null;
}

/**
 * 新しい内容が有効になった日: lets the register show the terms that began since, for one hospital. Nothing is decided
 * here; the revisions say what holds.
 * @returns how many contracts show other terms now
 */
export async function turnContracts(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  day: Day,
): Promise<number> {
  let count = 0;
  for (const contractId of await contractsToTurn(ports.db, owner, day)) {
    const head = { verb: "terms-begin", noun: "contract", recordId: contractId, change: {} };
    const turned = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
      const scope = { ...owner, accountId: null, role: "viewer", via: "scheduler" } as const;
      const isTurned = await turnContract(ports, scope, entry, contractId, null);
      return isTurned ? done(null) : failed(problem("not-found"));
    });
    if (turned.ok) count += 1;
  }
  return count;
}

async function openContract(ports: Ports, scope: Scope, contractId: string) {
  const contract = await findContract(ports.db, scope, contractId);
  if (!contract) return failed(problem("not-found"));
  if (contract.archivedAt !== null) return failed(problem("record-archived"));
  return done({ contract, revisions: await revisionsOfTerms(ports.db, scope, contractId) });
}

/** True when no other revision corrected it. */
function isStanding(revisions: readonly TermsRevision[], revision: TermsRevision): boolean {
  return !revisions.some((each) => each.supersedes === revision.id);
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}

async function numberTaken(
  { tx }: Entry,
  scope: Scope,
  values: RegisterValues,
  exceptId: string | null,
): Promise<Problem[]> {
  const isTaken = await existsWith(tx, scope, "contract", { number: values.number ?? null }, exceptId);
  return isTaken ? [problem("already-exists", {}, "number")] : [];
}

/** Everything the terms point to belongs to this hospital (or its group), and the document to this contract. */
async function unknownReferences(
  { tx }: Entry,
  scope: Scope,
  contractId: string,
  terms: ContractTerms,
  documentId: string | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if ((await nameOfRecord(tx, scope, "vendor", terms.vendorId)) === null)
    problems.push(problem("field-unknown-reference", {}, "vendorId"));
  for (const { vendorId } of terms.thirdParties) {
    if (vendorId !== null && (await nameOfRecord(tx, scope, "vendor", vendorId)) === null)
      problems.push(problem("field-unknown-reference", {}, "partyVendorId"));
  }
  if ((await systemsNamed(tx, scope, terms.systemIds)).length < terms.systemIds.length)
    problems.push(problem("field-unknown-reference", {}, "systemIds"));
  const servers = await serversNamed(tx, scope, terms.serverIds);
  const isOutside = servers.some((each) => !terms.systemIds.includes(each.systemId));
  if (servers.length < terms.serverIds.length || isOutside)
    problems.push(problem("field-unknown-reference", {}, "serverIds"));
  if (documentId !== null && !(await isDocumentOf(tx, scope, documentId, contractId)))
    problems.push(problem("field-unknown-reference", {}, "documentId"));
  return problems;
}

async function isDocumentOf(tx: Entry["tx"], scope: Scope, documentId: string, contractId: string) {
  const found = await findContractDocument(tx, scope, documentId);
  return found !== null && found.contractId === contractId;
}
