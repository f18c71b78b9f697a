import type { AskedDays } from "~/components/two-dates";
import { readContract } from "~/contract-records.server";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showSubcontractors } from "~/use-cases/subcontractors.server";

/** @throws 404 when this hospital has no such contract, 422 when a day is none */
export async function readSubcontractorsPage(visit: Visit, contractId: string, asked: AskedDays) {
  const { head } = await readContract(visit, contractId, asked);
  const shown = await showSubcontractors(visit.ports, visit.scope, { contractId, ...asked });
  if (!shown.ok) throw refuse(shown.problems);
  const { model, placed, putAway, dates } = shown.value;
  const { day, knownOn, isPast } = dates;
  return {
    head,
    model,
    asked: { day, knownOn },
    isPast,
    placed: placed.map(({ member, ...place }) => ({ ...place, ...member })),
    putAway: putAway.map(({ id, name }) => ({ id, name })),
  };
}
export type SubcontractorsPage = Awaited<ReturnType<typeof readSubcontractorsPage>>;
