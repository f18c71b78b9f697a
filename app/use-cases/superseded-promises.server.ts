import { requestsLeftWithout } from "#db/queries/decision-records.server";
import { insertEvent } from "#db/queries/request-records.server";
import { endLinks, moveRequest } from "#db/queries/requests.server";
import { dayInTokyo } from "~/domain/day";
import { stateAfter } from "~/domain/request-state";
import type { Scope } from "~/domain/scope";
import { withdrawMails } from "./mail.server";
import type { Ports } from "./ports.server";
import type { Entry } from "./record.server";

/**
 * Inside the transaction of a decision: the vendor is no longer asked for a promise that another decision took the
 * place of. A request of which every promise is gone is withdrawn: its links end, mails that have not left stay. One
 * that holds other promises goes on.
 */
export async function endSupersededPromises(
  ports: Ports,
  entry: Entry,
  scope: Scope,
  superseded: readonly string[],
): Promise<void> {
  const { tx, seq, at } = entry;
  if (superseded.length === 0) return;
  for (const { requestId, state } of await requestsLeftWithout(tx, scope, superseded)) {
    const to = stateAfter(state, "revoke");
    const reach = { ...scope, requestId };
    if (to === null || !(await moveRequest(tx, reach, { from: state, to }))) continue;
    await endLinks(tx, reach, at);
    await withdrawMails(entry, scope, requestId);
    await insertEvent(tx, reach, {
      id: ports.newId(),
      kind: "revoked",
      channel: "program",
      happenedOn: dayInTokyo(at),
      note: "",
      recordedSeq: seq,
      recordedAt: at,
      recordedBy: scope.accountId,
    });
  }
}
