import { choicesOf } from "#db/queries/registers.server";
import type { HistoryLine } from "~/components/history";
import type { RawValues } from "~/components/plain-fields";
import type { ConnectionProposal } from "~/domain/connection";
import { may } from "~/domain/rights";
import { readHistory } from "~/history.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showConnection, showConnectionProposal } from "~/use-cases/connections.server";

/** A new entry; with a system in the address, what its disclosures say stands in the fields already. */
export async function readNewConnection(visit: Visit, systemId: string) {
  const proposal = systemId === "" ? null : await proposalOf(visit, systemId);
  const values: RawValues = { ...emptyFields, systemId, ...(proposal ? proposedFields(proposal) : {}) };
  return {
    connection: null,
    values,
    proposal,
    systemId,
    systems: await systemOptions(visit),
    mayEdit: may(visit.scope, "register:write"),
    history: noHistory,
  };
}

/** @throws 404 when this hospital has no such connection */
export async function readConnectionPage(visit: Visit, connectionId: string) {
  const found = await showConnection(visit.ports, visit.scope, { connectionId });
  if (!found.ok) throw refuse(found.problems);
  const connection = found.value;
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  const values: RawValues = {
    systemId: connection.systemId,
    name: connection.name,
    purpose: connection.purpose,
    counterpart: connection.counterpart,
    method: connection.method,
    opening: connection.opening,
    device: connection.device,
    patchBearer: connection.patchBearer,
    accounts: connection.accounts,
    accountCount: text(connection.accountCount),
    secondFactor: connection.secondFactor,
    secondFactorBy: text(connection.secondFactorBy),
    sourceLimit: connection.sourceLimit,
    sourceNote: connection.sourceNote,
    logDays: text(connection.logDays),
    note: connection.note,
  };
  return {
    connection,
    values,
    proposal: await proposalOf(visit, connection.systemId),
    systemId: connection.systemId,
    systems: await systemOptions(visit),
    mayEdit: may(visit.scope, "register:write"),
    history: await readHistory(visit.ports.db, visit.scope, "connection", connection.id),
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

const emptyFields = {
  purpose: "remote-maintenance",
  method: "unclear",
  opening: "unclear",
  patchBearer: "unclear",
  accounts: "unclear",
  secondFactor: "unclear",
  sourceLimit: "unclear",
};

function proposedFields({ method, accounts, secondFactor }: ConnectionProposal) {
  return { method, accounts, secondFactor };
}
