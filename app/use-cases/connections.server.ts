import { z } from "zod";
import { connectionEntries } from "#db/queries/connection-entries.server";
import {
  type ConnectionQuery,
  findConnection,
  listConnections,
  type ShownConnection,
  systemsWithoutConnection,
} from "#db/queries/connections.server";
import { findRecord } from "#db/queries/registers.server";
import { type ConnectionProposal, concernsOfConnection } from "~/domain/connection";
import { entryHistory } from "~/domain/dated-entry";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { proposalsFor } from "./connection-proposals.server";
import type { Ports } from "./ports.server";

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

/** One connection with its basis and every entry about it. */
export async function showConnection(ports: Ports, scope: Scope, input: { connectionId: string }) {
  const found = await findConnection(ports.db, scope, input.connectionId);
  if (!found) return failed(problem("not-found"));
  const entries = await connectionEntries(ports.db, scope, { connectionId: found.id });
  return done({ ...withConcerns(found), entries: entryHistory(entries) });
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
