import { hasChoice, insertContractOfChoice } from "#db/queries/procurements.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/**
 * Inside the transaction that registers a contract: ties it to the choice of a procurement case it comes from; nothing
 * without one. A choice that another took the place of meanwhile counts, because the contract was made on it.
 * Problems: field-unknown-reference (choiceId)
 */
export async function tieToChoice(
  ports: Ports,
  scope: Scope,
  { tx, seq }: Entry,
  input: { contractId: string; choiceId: string | null },
): Promise<Result<null>> {
  const { contractId, choiceId } = input;
  if (choiceId === null) return done(null);
  if (!(await hasChoice(tx, scope, choiceId)))
    return failed(problem("field-unknown-reference", {}, "choiceId"));
  await insertContractOfChoice(tx, scope, { id: ports.newId(), choiceId, contractId, recordedSeq: seq });
  return done(null);
}
