import { choicesOf } from "#db/queries/registers.server";
import { serversInUse } from "#db/queries/servers.server";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showContract } from "~/use-cases/look-back.server";

/**
 * The contract as its pages show it, today or as of the two dates, with what stands above each of them. A past view
 * may be read only.
 * @throws 404 when this hospital has no such contract, 422 when a day is none
 */
export async function readContract(visit: Visit, contractId: string, asked = { day: "", knownOn: "" }) {
  const shown = await showContract(visit.ports, visit.scope, { contractId, ...asked });
  if (!shown.ok) throw refuse(shown.problems);
  const { contract, held, state, isPast } = shown.value;
  const isArchived = contract.archivedAt !== null;
  const isEditor = may(visit.scope, "contract:write") && !isPast;
  return {
    shown: shown.value,
    head: {
      id: contract.id,
      number: contract.number,
      title: contract.title,
      vendorName: contract.vendorName,
      version: contract.version,
      state: state ?? "undated",
      revisionId: held?.revision.id ?? "",
      isArchived,
      mayEdit: isEditor && !isArchived,
      mayRestore: isEditor && isArchived,
      today: dayInTokyo(visit.ports.now()),
    },
  };
}
export type ContractHead = Awaited<ReturnType<typeof readContract>>["head"];

/** What the form of a contract offers: vendors, systems in use, servers in use. */
export async function readTermsChoices({ ports, scope }: Visit) {
  const [vendors, systems, servers] = [
    await choicesOf(ports.db, scope, "vendor"),
    await choicesOf(ports.db, scope, "system"),
    await serversInUse(ports.db, scope, dayInTokyo(ports.now())),
  ];
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    vendors: vendors.map(option),
    systems: systems.map(option),
    servers: servers.map(({ id, name, system }) => ({ value: id, label: `${name}（${system}）` })),
  };
}
export type TermsChoices = Awaited<ReturnType<typeof readTermsChoices>>;
