import { insertRevisions, pointAtTerms } from "#db/queries/contract-terms.server";
import { BEGINNING, type ContractTerms } from "~/domain/contract-terms";
import type { Scope } from "~/domain/scope";
import { noSource } from "./contract-terms.server";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/**
 * The first revisions of many contracts that were just written, in two statements: their rows and covered systems
 * already say what the terms say. A contract that has not begun shows the terms that come, like all others.
 */
export async function keepFirstTermsOfMany(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  contracts: readonly { contractId: string; terms: ContractTerms }[],
): Promise<void> {
  const first = { origin: "first", supersedes: null, reason: "", source: noSource } as const;
  const revisions = contracts.map(({ contractId, terms }) => ({
    ...first,
    ...terms,
    id: ports.newId(),
    contractId,
    effectiveFrom: terms.inForceFrom ?? BEGINNING,
    recordedSeq: entry.seq,
    recordedAt: entry.at,
    recordedBy: scope.accountId,
  }));
  await insertRevisions(entry.tx, scope, revisions);
  await pointAtTerms(entry.tx, scope, revisions);
}
