import { choicesOf } from "#db/queries/registers.server";
import type { EntryMode } from "~/components/entry-fields";
import type { EntryLine } from "~/components/entry-history";
import type { HistoryLine } from "~/components/history";
import type { RawValues } from "~/components/plain-fields";
import type { ConnectionFields } from "~/domain/connection-form";
import type { ConnectionProposal } from "~/domain/connection-proposal";
import { BEGINNING } from "~/domain/contract-terms";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { entryLines } from "~/entry-lines";
import { readHistory } from "~/history.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showConnection, showConnectionProposal } from "~/use-cases/connections.server";

/** A new entry; with a system in the address, what its disclosures say stands in the fields already. */
export async function readNewConnection(visit: Visit, systemId: string) {
  const proposal = systemId === "" ? null : await proposalOf(visit, systemId);
  const values: RawValues = { ...emptyFields, systemId, ...(proposal ? proposedFields(proposal) : {}) };
  const mode: EntryMode = "new";
  return {
    connection: null,
    mode,
    entry: null,
    lines: noLines,
    today: dayInTokyo(visit.ports.now()),
    values,
    proposal,
    systemId,
    systems: await systemOptions(visit),
    mayEdit: may(visit.scope, "register:write"),
    history: noHistory,
  };
}

/**
 * A connection with the form of a change from today on; with an entry's id (`entry`), the form that puts this entry
 * right; with `take=proposal`, what the disclosures say differently stands in the fields.
 * @throws 404 when this hospital has no such connection or entry
 */
export async function readConnectionPage(visit: Visit, connectionId: string, asked: URLSearchParams) {
  const entryId = asked.get("entry") ?? "";
  const found = await showConnection(visit.ports, visit.scope, { connectionId });
  if (!found.ok) throw refuse(found.problems);
  const { entries, ...connection } = found.value;
  const chosen = entries.find((each) => each.entry.id === entryId)?.entry ?? null;
  const mode: EntryMode = entryId === "" ? "change" : "correct";
  const isTaken = mode === "change" && asked.get("take") === "proposal";
  if (mode === "correct" && chosen === null) throw refuse([{ code: "not-found", params: {} }]);
  const today = dayInTokyo(visit.ports.now());
  const mayEdit = may(visit.scope, "register:write");
  const systems = await systemOptions(visit);
  const names = new Map(systems.map((each) => [each.value, each.label]));
  const lines = entryLines(entries, {
    heldId: connection.entryId,
    today,
    textsOf: (each) => ({
      ...textsOf(each),
      systemId: names.get(each.systemId) ?? each.system,
      confirmedOn: each.confirmedOn ?? "",
    }),
    correctAt:
      mayEdit && connection.archivedAt === null
        ? (each) => `/connections/${connectionId}?entry=${each}`
        : null,
  });
  const from = chosen?.effectiveFrom ?? today;
  const taken = isTaken ? connection.differences.map((each) => [each.field, each.proposed]) : [];
  const values: RawValues = {
    ...textsOf(chosen ?? connection),
    ...Object.fromEntries(taken),
    effectiveFrom: from === BEGINNING ? "" : from,
  };
  return {
    connection,
    mode,
    entry: chosen && { id: chosen.id, origin: chosen.origin, effectiveFrom: chosen.effectiveFrom },
    lines,
    today,
    values,
    proposal: await proposalOf(visit, connection.systemId),
    systemId: connection.systemId,
    systems,
    mayEdit,
    history: await readHistory(visit.ports.db, visit.scope, "connection", connection.id),
  };
}

function textsOf(fields: ConnectionFields): Record<string, string> {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    systemId: fields.systemId,
    name: fields.name,
    purpose: fields.purpose,
    counterpart: fields.counterpart,
    method: fields.method,
    opening: fields.opening,
    device: fields.device,
    patchBearer: fields.patchBearer,
    accounts: fields.accounts,
    accountCount: text(fields.accountCount),
    secondFactor: fields.secondFactor,
    secondFactorBy: text(fields.secondFactorBy),
    sourceLimit: fields.sourceLimit,
    sourceNote: fields.sourceNote,
    logDays: text(fields.logDays),
    note: fields.note,
  };
}

async function proposalOf({ ports, scope }: Visit, systemId: string): Promise<ConnectionProposal | null> {
  const shown = await showConnectionProposal(ports, scope, { systemId });
  if (!shown.ok) throw refuse(shown.problems);
  return shown.value.proposal;
}

async function systemOptions({ ports, scope }: Visit) {
  const systems = await choicesOf(ports.db, scope, "system");
  return systems.map(({ id, name }) => ({ value: id, label: name }));
}

const noHistory: HistoryLine[] = [];
const noLines: EntryLine[] = [];

const emptyFields = {
  purpose: "remote-maintenance",
  method: "unclear",
  opening: "unclear",
  patchBearer: "unclear",
  accounts: "unclear",
  secondFactor: "unclear",
  sourceLimit: "unclear",
};

function proposedFields({ keepsLogs: _logs, answers: _answers, ...fields }: ConnectionProposal) {
  return fields;
}
