import { z } from "zod";
import {
  type ConnectionQuery,
  findConnection,
  insertConnection,
  isConnectionNamed,
  listConnections,
  type ShownConnection,
  systemsWithoutConnection,
  updateConnection,
} from "#db/queries/connections.server";
import { findRecord, nameOfRecord } from "#db/queries/registers.server";
import { type ConnectionProposal, concernsOfConnection } from "~/domain/connection";
import { type ConnectionFields, parseConnection } from "~/domain/connection-form";
import type { RawForm } from "~/domain/contract-form";
import { dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { proposalsFor } from "./connection-proposals.server";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

/** What a person saw when confirming: one line an answer. */
const basisSchema = z.array(
  z.object({
    field: z.string(),
    disclosureId: z.string(),
    no: z.string(),
    question: z.string(),
    answer: z.string(),
    remark: z.string(),
    cell: z.string(),
  }),
);
export type BasisLine = z.infer<typeof basisSchema>[number];

function withConcerns(row: ShownConnection) {
  const { basis, ...rest } = row;
  return { ...rest, basis: basisSchema.parse(JSON.parse(basis)), concerns: concernsOfConnection(row) };
}

/** 外部接続の台帳: one page of it. */
export async function showConnections(ports: Ports, scope: Scope, query: ConnectionQuery) {
  const page = await listConnections(ports.db, scope, query);
  return { rows: page.rows.map(withConcerns), total: page.total };
}

/** Systems of which no remote maintenance is registered, with what their disclosures say about it. */
export async function showMissingConnections(ports: Ports, scope: Scope) {
  const systems = await systemsWithoutConnection(ports.db, scope);
  const proposals = await proposalsFor(ports, scope, systems);
  return systems.map(({ id, name }) => ({ id, name, proposal: proposals.get(id) ?? null }));
}

/** One connection with its basis. */
export async function showConnection(ports: Ports, scope: Scope, input: { connectionId: string }) {
  const found = await findConnection(ports.db, scope, input.connectionId);
  return found ? done(withConcerns(found)) : failed(problem("not-found"));
}

/** 登録の案: what the current disclosures of a system say, for a new entry or beside one that stands. */
export async function showConnectionProposal(
  ports: Ports,
  scope: Scope,
  input: { systemId: string },
): Promise<Result<{ systemId: string; system: string; proposal: ConnectionProposal | null }>> {
  const system = await findRecord(ports.db, scope, "system", input.systemId);
  if (!system) return failed(problem("not-found"));
  const { id, values } = system;
  const asked = [{ id, productVersionId: String(values.productVersionId) }];
  const proposal = (await proposalsFor(ports, scope, asked)).get(id) ?? null;
  return done({ systemId: id, system: String(values.name), proposal });
}

/**
 * 接続を登録する. `isConfirmed`: a person looked at every field; what the disclosures said then is kept as its basis.
 * Problems: field-unknown-reference, already-exists, those of the fields.
 */
export async function addConnection(
  ports: Ports,
  scope: Scope,
  input: { raw: RawForm; isConfirmed: boolean },
): Promise<Result<{ id: string }>> {
  const parsed = parseConnection(input.raw);
  if (!parsed.ok) return parsed;
  const id = ports.newId();
  const head = { verb: "register", noun: "connection", recordId: id, change: changeOf({}, parsed.value) };
  const basis = await basisOf(ports, scope, parsed.value.systemId, input.isConfirmed);
  return record(ports, scope, "register:write", head, async (entry) => {
    const problems = await faultsOf(entry, scope, parsed.value, null);
    if (problems.length > 0) return failed(...problems);
    const confirmed = confirmation(ports, scope, input.isConfirmed);
    const row = { ...parsed.value, ...confirmed, basis, id, createdAt: entry.at };
    await insertConnection(entry.tx, scope, row);
    return done({ id });
  });
}

/** 接続を直す: a change takes the confirmation away, unless the person confirms again. */
export async function reviseConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; raw: RawForm; isConfirmed: boolean },
): Promise<Result<{ id: string }>> {
  const before = await findConnection(ports.db, scope, input.connectionId);
  if (!before) return failed(problem("not-found"));
  if (before.archivedAt !== null) return failed(problem("record-archived"));
  const parsed = parseConnection(input.raw);
  if (!parsed.ok) return parsed;
  const change = changeOf(fieldsOf(before), parsed.value);
  if (Object.keys(change).length === 0 && !input.isConfirmed) return done({ id: before.id });
  const confirmed = confirmation(ports, scope, input.isConfirmed);
  const told = {
    ...change,
    ...changeOf({ confirmedOn: before.confirmedOn }, { confirmedOn: confirmed.confirmedOn }),
  };
  const head = { verb: "revise", noun: "connection", recordId: before.id, change: told };
  const basis = await basisOf(ports, scope, parsed.value.systemId, input.isConfirmed);
  return record(ports, scope, "register:write", head, async (entry) => {
    const problems = await faultsOf(entry, scope, parsed.value, before.id);
    if (problems.length > 0) return failed(...problems);
    const values = { ...parsed.value, ...confirmed, basis };
    const isSaved = await updateConnection(entry.tx, scope, {
      id: before.id,
      version: input.version,
      values,
    });
    return isSaved ? done({ id: before.id }) : failed(problem("changed-meanwhile"));
  });
}

/** しまう / 戻す. */
export async function archiveConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; isArchived: boolean },
): Promise<Result<{ id: string }>> {
  const before = await findConnection(ports.db, scope, input.connectionId);
  if (!before) return failed(problem("not-found"));
  const verb = input.isArchived ? "archive" : "restore";
  return record(
    ports,
    scope,
    "register:write",
    { verb, noun: "connection", recordId: before.id, change: {} },
    async ({ tx, at }) => {
      const values = { archivedAt: input.isArchived ? at : null };
      const isSaved = await updateConnection(tx, scope, { id: before.id, version: input.version, values });
      return isSaved ? done({ id: before.id }) : failed(problem("changed-meanwhile"));
    },
  );
}

function confirmation(ports: Ports, scope: Scope, isConfirmed: boolean) {
  return isConfirmed
    ? { confirmedOn: dayInTokyo(ports.now()), confirmedBy: scope.accountId }
    : { confirmedOn: null, confirmedBy: null };
}

async function basisOf(ports: Ports, scope: Scope, systemId: string, isConfirmed: boolean): Promise<string> {
  if (!isConfirmed) return "[]";
  const shown = await showConnectionProposal(ports, scope, { systemId });
  const answers = shown.ok ? (shown.value.proposal?.answers ?? []) : [];
  return JSON.stringify(
    answers.map(({ field, disclosureId, no, question, answer, remark, cell }) => ({
      field,
      disclosureId,
      no,
      question,
      answer,
      remark,
      cell,
    })),
  );
}

async function faultsOf(
  { tx }: Entry,
  scope: Scope,
  fields: ConnectionFields,
  exceptId: string | null,
): Promise<Problem[]> {
  if ((await nameOfRecord(tx, scope, "system", fields.systemId)) === null)
    return [problem("field-unknown-reference", {}, "systemId")];
  const { systemId, name } = fields;
  const isTaken = await isConnectionNamed(tx, scope, { systemId, name, exceptId });
  return isTaken ? [problem("already-exists", {}, "name")] : [];
}

function fieldsOf(row: ShownConnection): ConnectionFields {
  return {
    systemId: row.systemId,
    name: row.name,
    purpose: row.purpose,
    counterpart: row.counterpart,
    method: row.method,
    opening: row.opening,
    device: row.device,
    patchBearer: row.patchBearer,
    accounts: row.accounts,
    accountCount: row.accountCount,
    secondFactor: row.secondFactor,
    secondFactorBy: row.secondFactorBy,
    sourceLimit: row.sourceLimit,
    sourceNote: row.sourceNote,
    logDays: row.logDays,
    note: row.note,
  };
}
