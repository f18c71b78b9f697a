import { namesOfSystems } from "#db/queries/coverage.server";
import { jointEntries } from "#db/queries/joints.server";
import { type JointEntry, jointsOn } from "~/domain/joint";
import type { Scope } from "~/domain/scope";
import { contractsInForce } from "./contracts-in-force.server";
import type { Ports } from "./ports.server";
import type { Dates } from "./two-dates.server";

type ContractBeside = { contractId: string; number: string; vendor: string; systemIds: readonly string[] };
type JointHeld = ReturnType<typeof jointsOn<JointEntry>>[number];

/** A joint of the day with the contracts that cover the systems on either side. */
export function jointShown(
  joint: JointHeld,
  contracts: readonly ContractBeside[],
  systems: ReadonlyMap<string, string>,
) {
  const side = (systemId: string) => ({
    system: systems.get(systemId) ?? "",
    contracts: contracts
      .filter((each) => each.systemIds.includes(systemId))
      .map(({ contractId, number, vendor }) => ({ contractId, number, vendor })),
  });
  const { id, what, party, thirdPartyName, emergencyParty, note, effectiveFrom } = joint;
  return {
    ...{ id, what, party, thirdPartyName, emergencyParty, note, effectiveFrom },
    firstSystemId: joint.firstSystemId,
    secondSystemId: joint.secondSystemId,
    first: side(joint.firstSystemId),
    second: side(joint.secondSystemId),
  };
}
export type JointShown = ReturnType<typeof jointShown>;

/**
 * その日の接合部 of these systems, or of the whole hospital, with the contracts in force on either side. Four queries
 * whatever there is.
 * @param input.systemIds null: wherever systems meet
 */
export async function jointsThen(
  ports: Ports,
  scope: Scope,
  input: { systemIds: readonly string[] | null; dates: Pick<Dates, "day" | "knownSeq"> },
): Promise<JointShown[]> {
  const { systemIds, dates } = input;
  const [entries, systems, contracts] = await Promise.all([
    jointEntries(ports.db, scope),
    namesOfSystems(ports.db, scope),
    contractsInForce(ports, scope, dates),
  ]);
  const isOf = (id: string) => systemIds === null || systemIds.includes(id);
  return jointsOn(entries, dates.day, dates.knownSeq)
    .filter((each) => isOf(each.firstSystemId) || isOf(each.secondSystemId))
    .map((each) => jointShown(each, contracts, systems));
}
