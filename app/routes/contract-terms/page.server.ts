import { systemsNamed } from "#db/queries/contracts.server";
import { vendorsNamed } from "#db/queries/party-names.server";
import { serversNamed } from "#db/queries/servers.server";
import { readContract } from "~/contract-records.server";
import { termsHistory, termsOf } from "~/domain/contract-terms";
import { readHistory } from "~/history.server";
import type { Visit } from "~/scope.server";

const AS_KNOWN_NOW = Number.MAX_SAFE_INTEGER;

/**
 * Every revision of the contract's terms with what it changed, and the names of what they point to.
 * @throws 404 when this hospital has no such contract
 */
export async function readTermsPage(visit: Visit, contractId: string) {
  const { head, shown } = await readContract(visit, contractId);
  const { ports, scope } = visit;
  const { terms, held } = shown;
  const idsOf = (pick: (each: (typeof terms)[number]) => readonly string[]) => [
    ...new Set(terms.flatMap(pick)),
  ];
  const parties = idsOf((each) => [
    each.vendorId,
    ...each.thirdParties.flatMap(({ vendorId }) => vendorId ?? []),
  ]);
  const [vendors, systems, servers] = [
    await vendorsNamed(ports.db, scope, parties),
    await systemsNamed(
      ports.db,
      scope,
      idsOf((each) => each.systemIds),
    ),
    await serversNamed(
      ports.db,
      scope,
      idsOf((each) => each.serverIds),
    ),
  ];
  const lines = termsHistory(terms, AS_KNOWN_NOW).map(({ revision, before, isSuperseded, changed }) => ({
    id: revision.id,
    origin: revision.origin,
    effectiveFrom: revision.effectiveFrom,
    reason: revision.reason,
    source: revision.source,
    isCorrection: revision.supersedes !== null,
    isSuperseded,
    isHeld: held !== null && !held.isComing && held.revision.id === revision.id,
    isComing: !isSuperseded && revision.effectiveFrom > head.today,
    recordedAt: revision.recordedAt,
    recordedBy: revision.recordedBy,
    terms: termsOf(revision),
    before: before === null ? null : termsOf(before),
    changed,
  }));
  return {
    head,
    lines,
    held: held === null ? null : termsOf(held.revision),
    isEnded: head.state === "expired" && held?.revision.renewal === "automatic",
    names: Object.fromEntries([...vendors, ...systems, ...servers].map(({ id, name }) => [id, name])),
    history: await readHistory(ports.db, scope, "contract", contractId),
  };
}
export type TermsPage = Awaited<ReturnType<typeof readTermsPage>>;
