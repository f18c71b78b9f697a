import { readContract } from "~/contract-records.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showSubcontractors } from "~/use-cases/subcontractors.server";

/** @throws 404 when this hospital has no such contract */
export async function readSubcontractorsPage(visit: Visit, contractId: string) {
  const { head } = await readContract(visit, contractId);
  const shown = await showSubcontractors(visit.ports, visit.scope, { contractId });
  if (!shown.ok) throw refuse(shown.problems);
  const { model, placed, putAway } = shown.value;
  return {
    head,
    model,
    placed: placed.map(({ member, ...place }) => ({ ...place, ...member })),
    putAway: putAway.map(({ id, name, version }) => ({ id, name, version })),
  };
}
export type SubcontractorsPage = Awaited<ReturnType<typeof readSubcontractorsPage>>;
