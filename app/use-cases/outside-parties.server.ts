import { connectionEntries } from "#db/queries/connection-entries.server";
import { subcontractorEntries } from "#db/queries/subcontractor-entries.server";
import { connectionsOn } from "~/domain/connection-entry";
import type { Scope } from "~/domain/scope";
import { placeInTree } from "~/domain/subcontractor";
import { subcontractorsOn } from "~/domain/subcontractor-entry";
import { jointsThen } from "./joints-then.server";
import type { Ports } from "./ports.server";
import { serverUpdatesThen } from "./server-updates-then.server";
import type { Dates } from "./two-dates.server";

/** A contract as it stood on the day: what it covered, and with whom. */
export type ContractThen = {
  contractId: string;
  number: string;
  vendor: string;
  systemIds: readonly string[];
};

/**
 * その日の再委託先と外部接続: who worked below the vendors of these contracts, and which ways led into the systems they
 * covered, where these systems met others and who bore the updates of their servers, as of DAY, known on KNOWN. Nine
 * queries whatever there is.
 * @param input.isWhole every system of the hospital, those under no contract too
 */
export async function outsidePartiesThen(
  ports: Ports,
  scope: Scope,
  input: { contracts: readonly ContractThen[]; isWhole: boolean; dates: Omit<Dates, "today"> },
) {
  const { contracts, isWhole, dates } = input;
  const systemIds = contracts.flatMap((each) => each.systemIds);
  const [own] = contracts;
  const isOne = contracts.length === 1 && own !== undefined;
  const [members, ways, joints, servers] = await Promise.all([
    contracts.length === 0
      ? []
      : subcontractorEntries(ports.db, scope, isOne ? { contractId: own.contractId } : {}),
    connectionEntries(ports.db, scope, isWhole ? {} : { systemIds }),
    jointsThen(ports, scope, { systemIds: isWhole ? null : systemIds, dates }),
    serverUpdatesThen(ports, scope, { systemIds: isWhole ? null : systemIds, dates }),
  ]);
  const subcontractors = contracts.flatMap(({ contractId, number, vendor }) => {
    const entries = members.filter((each) => each.contractId === contractId);
    return placeInTree(subcontractorsOn(entries, dates.day, dates.knownSeq)).map((each) => ({
      id: each.member.id,
      name: each.member.name,
      work: each.member.work,
      dataContact: each.member.dataContact,
      country: each.member.country,
      use: each.member.use,
      effectiveFrom: each.member.effectiveFrom,
      level: each.level,
      worksFor: each.path.at(-1) ?? (each.isDetached ? null : vendor),
      contractId,
      number,
    }));
  });
  const connections = connectionsOn(ways, dates.day, dates.knownSeq)
    .filter((each) => isWhole || systemIds.includes(each.systemId))
    .map(
      ({
        id,
        name,
        system,
        purpose,
        counterpart,
        method,
        device,
        patchBearer,
        effectiveFrom,
        confirmedOn,
      }) => ({
        ...{
          id,
          name,
          system,
          purpose,
          counterpart,
          method,
          device,
          patchBearer,
          effectiveFrom,
          confirmedOn,
        },
      }),
    )
    .sort((a, b) => a.system.localeCompare(b.system, "ja") || a.name.localeCompare(b.name, "ja"));
  const proofs = new Map(contracts.map((each) => [each.contractId, each]));
  return {
    ...{ subcontractors, connections, joints },
    servers: servers.map((each) => {
      const proof = each.contractId === null ? undefined : proofs.get(each.contractId);
      return { ...each, contract: proof?.number ?? "", vendor: proof?.vendor ?? "" };
    }),
  };
}
export type OutsideParties = Awaited<ReturnType<typeof outsidePartiesThen>>;
