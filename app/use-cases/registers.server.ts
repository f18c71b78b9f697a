import { systemsNamed } from "#db/queries/contracts.server";
import { findSalt, insertSalt } from "#db/queries/personal-data.server";
import {
  existsWith,
  findRecord,
  insertRecord,
  nameOfRecord,
  type RegisterRecord,
  setArchived,
  updateRecord,
} from "#db/queries/registers.server";
import { openTerms, termsOfValues } from "~/domain/contract-form";
import { parseSinceDay } from "~/domain/entry-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import {
  type FieldSpec,
  fieldsOf,
  parseRegister,
  type RegisterNoun,
  type RegisterValues,
  rowFieldsOf,
} from "~/domain/register";
import type { Scope } from "~/domain/scope";
import { updatesOfValues } from "~/domain/update-bearer";
import { correctTermsOfToday, keepFirstTerms } from "./contract-terms.server";
import { correctVendorName } from "./party-names.server";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, hashPersonal, record } from "./record.server";
import { askForReviews } from "./role-reviews.server";
import { keepFirstUpdates } from "./update-bearers.server";

type Raw = Readonly<Record<string, string | string[] | undefined>>;

/**
 * 登録する: a new row in a register.
 * @param raw the fields of `registerFields[noun]` as typed; of a server also `effectiveFrom`, the day since which its
 *   updates are borne so (empty: nobody knows)
 * @returns the new id, or Problems that name their field
 */
export async function registerRecord(
  ports: Ports,
  scope: Scope,
  input: { noun: RegisterNoun; raw: Raw },
): Promise<Result<{ id: string }>> {
  const parsed = parseRegister(input.noun, input.raw);
  const since = input.noun === "server" ? parseSinceDay(input.raw) : null;
  if (!parsed.ok || since?.ok === false)
    return failed(...(parsed.ok ? [] : parsed.problems), ...(since?.ok === false ? since.problems : []));
  const id = ports.newId();
  const salt = ports.newToken();
  const change = personalHidden(input.noun, changeOf({}, parsed.value), salt);
  const head = { verb: "register", noun: input.noun, recordId: id, change };
  return record(ports, scope, "register:write", head, async (entry) => {
    if (personalFields(input.noun).length > 0) await keepSalt(ports, scope, entry, id, salt);
    const problems = [
      ...(await danglingReferences(entry, scope, input.noun, parsed.value)),
      ...(await duplicateOf(entry, scope, input.noun, parsed.value, null)),
    ];
    if (problems.length > 0) return failed(...problems);
    await insertRecord(entry.tx, scope, input.noun, { id, createdAt: entry.at, values: parsed.value });
    if (since) {
      const first = { serverId: id, fields: updatesOfValues(parsed.value), effectiveFrom: since.value };
      await keepFirstUpdates(ports, scope, entry, [first]);
    }
    if (input.noun === "system") await askForReviews(ports, scope, entry, [id]);
    if (input.noun === "contract") {
      const terms = { ...openTerms, ...termsOfValues(parsed.value) };
      await keepFirstTerms(ports, scope, entry, id, terms);
    }
    return done({ id });
  });
}

/**
 * 直す: all fields of a row, provided that nobody saved it since `version` was shown. What corrects the terms of a
 * contract or a recorded name of a vendor needs `raw.reason`. Fields that are dated have verbs of their own.
 */
export async function reviseRecord(
  ports: Ports,
  scope: Scope,
  input: { noun: RegisterNoun; id: string; version: number; raw: Raw },
): Promise<Result<{ id: string }>> {
  const parsed = parseRegister(input.noun, input.raw, rowFieldsOf(input.noun));
  if (!parsed.ok) return parsed;
  const before = await findRecord(ports.db, scope, input.noun, input.id);
  if (!before) return failed(problem("not-found"));
  if (before.archivedAt !== null) return failed(problem("record-archived"));
  const isPersonal = personalFields(input.noun).length > 0;
  const kept = isPersonal ? await findSalt(ports.db, scope, input.id) : null;
  const salt = kept ?? ports.newToken();
  const change = personalHidden(input.noun, changeOf(before.values, parsed.value), salt);
  if (Object.keys(change).length === 0) return done({ id: input.id });
  const head = { verb: "revise", noun: input.noun, recordId: input.id, change };
  return record(ports, scope, "register:write", head, async (entry) => {
    const problems = [
      ...(await danglingReferences(entry, scope, input.noun, parsed.value)),
      ...(await duplicateOf(entry, scope, input.noun, parsed.value, input.id)),
    ];
    if (problems.length > 0) return failed(...problems);
    const isSaved = await updateRecord(entry.tx, scope, input.noun, { ...input, values: parsed.value });
    if (!isSaved) return failed(problem("changed-meanwhile"));
    if (isPersonal && kept === null) await keepSalt(ports, scope, entry, input.id, salt);
    const fault = await correctHistory(ports, scope, entry, { ...input, change, values: parsed.value });
    return fault ? failed(fault) : done({ id: input.id });
  });
}

/** The histories that repeat a register's fields follow it, with the reason a person gave. */
async function correctHistory(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  input: { noun: RegisterNoun; id: string; raw: Raw; change: object; values: RegisterValues },
): Promise<Problem | null> {
  const { noun, id, values } = input;
  const given = input.raw.reason;
  const reason = typeof given === "string" ? given.trim() : "";
  if (noun === "vendor" && "name" in input.change)
    return correctVendorName(ports, scope, entry, { vendorId: id, name: String(values.name), reason });
  if (noun !== "contract") return null;
  return correctTermsOfToday(ports, scope, entry, id, reason, () => termsOfValues(values));
}

/** しまう / 戻す: archived rows leave lists and choices; nothing is deleted. */
export async function archiveRecord(
  ports: Ports,
  scope: Scope,
  input: { noun: RegisterNoun; id: string; version: number; isArchived: boolean },
): Promise<Result<{ id: string }>> {
  const before = await findRecord(ports.db, scope, input.noun, input.id);
  if (!before) return failed(problem("not-found"));
  const head = {
    verb: input.isArchived ? "archive" : "restore",
    noun: input.noun,
    recordId: input.id,
    change: {},
  };
  return record(ports, scope, "register:write", head, async ({ tx, at }) => {
    const isSaved = await setArchived(tx, scope, input.noun, {
      ...input,
      archivedAt: input.isArchived ? at : null,
    });
    return isSaved ? done({ id: input.id }) : failed(problem("changed-meanwhile"));
  });
}

/**
 * 対象システムを決める: the full list of systems that a contract covers; another list than the one before needs a
 * reason. Problems: not-found, field-unknown-reference, field-required at `reason`.
 */
export async function coverSystems(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; systemIds: string[]; reason?: string },
): Promise<Result<{ id: string }>> {
  const contract = await findRecord(ports.db, scope, "contract", input.contractId);
  if (!contract) return failed(problem("not-found"));
  const head = {
    verb: "cover-systems",
    noun: "contract",
    recordId: input.contractId,
    change: { systems: [null, input.systemIds] as [unknown, unknown] },
  };
  return record(ports, scope, "register:write", head, async (entry) => {
    const systemIds = [...new Set(input.systemIds)];
    const known = await systemsNamed(entry.tx, scope, systemIds);
    if (known.length < systemIds.length) return failed(problem("field-unknown-reference", {}, "systemIds"));
    const reason = (input.reason ?? "").trim();
    const fault = await correctTermsOfToday(ports, scope, entry, input.contractId, reason, () => ({
      systemIds,
    }));
    return fault ? failed(fault) : done({ id: input.contractId });
  });
}

/** The record itself, for pages and forms. */
export async function showRecord(
  ports: Ports,
  scope: Scope,
  input: { noun: RegisterNoun; id: string },
): Promise<Result<RegisterRecord>> {
  const found = await findRecord(ports.db, scope, input.noun, input.id);
  return found ? done(found) : failed(problem("not-found"));
}

async function danglingReferences(
  { tx }: Entry,
  scope: Scope,
  noun: RegisterNoun,
  values: RegisterValues,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, spec] of Object.entries<FieldSpec>(fieldsOf(noun))) {
    const value = values[name];
    if (spec.kind !== "reference" || typeof value !== "string") continue;
    if ((await nameOfRecord(tx, scope, spec.noun, value)) === null) {
      problems.push(problem("field-unknown-reference", {}, name));
    }
  }
  return problems;
}

function personalFields(noun: RegisterNoun): string[] {
  return Object.entries<FieldSpec>(fieldsOf(noun))
    .filter(([, spec]) => spec.isPersonal)
    .map(([name]) => name);
}

function personalHidden(noun: RegisterNoun, change: ReturnType<typeof changeOf>, salt: string) {
  return hashPersonal(change, personalFields(noun), salt);
}

async function keepSalt(ports: Ports, scope: Scope, entry: Entry, recordId: string, salt: string) {
  await insertSalt(entry.tx, scope, { id: ports.newId(), recordId, salt, createdAt: entry.at });
}

/** Fields that together may occur once per owner; a second row with them is refused at the last field. */
const onlyOnce: Partial<Record<RegisterNoun, readonly string[]>> = {
  contract: ["number"],
  productVersion: ["productId", "label"],
};

async function duplicateOf(
  { tx }: Entry,
  scope: Scope,
  noun: RegisterNoun,
  values: RegisterValues,
  exceptId: string | null,
): Promise<Problem[]> {
  const fields = onlyOnce[noun];
  if (!fields) return [];
  const key = Object.fromEntries(fields.map((name) => [name, values[name] ?? null]));
  const isTaken = await existsWith(tx, scope, noun, key, exceptId);
  return isTaken ? [problem("already-exists", {}, fields.at(-1))] : [];
}
