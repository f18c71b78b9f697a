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
import { type ConnectionConcern, concernsOfConnection } from "~/domain/connection";
import { type ConnectionProposal, differencesFrom } from "~/domain/connection-proposal";
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

/** Rows with what a person should look at, and what the disclosures say differently since they were confirmed. */
async function withConcerns(ports: Ports, scope: Scope, rows: readonly ShownConnection[]) {
  const asked = rows.filter(isAskedOn).map((each) => ({ ...each, id: each.systemId }));
  const proposals = await proposalsFor(ports, scope, asked);
  return rows.map(({ productVersionId: _version, basis: kept, ...row }) => {
    const basis = basisSchema.parse(JSON.parse(kept));
    const proposal = isAskedOn(row) ? (proposals.get(row.systemId) ?? null) : null;
    const differences = differencesFrom({ ...row, basis }, proposal);
    const concerns: ConnectionConcern[] = concernsOfConnection(row);
    return {
      ...row,
      basis,
      differences,
      concerns: differences.length === 0 ? concerns : [...concerns, "disclosure-differs" as const],
    };
  });
}

/** The questions ask about remote maintenance; another connection of the system may well be kept in another way. */
const isAskedOn = (row: Pick<ShownConnection, "purpose" | "archivedAt">) =>
  row.purpose === "remote-maintenance" && row.archivedAt === null;

/** 外部接続の台帳: one page of it. */
export async function showConnections(ports: Ports, scope: Scope, query: ConnectionQuery) {
  const page = await listConnections(ports.db, scope, query);
  return { rows: await withConcerns(ports, scope, page.rows), total: page.total };
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
  const [shown] = await withConcerns(ports, scope, [found]);
  return shown ? done({ ...shown, entries: entryHistory(entries) }) : failed(problem("not-found"));
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
