import type { linkOf, promisesAnswered } from "#db/queries/decision-records.server";
import type { ShownDecision } from "#db/queries/decisions.server";
import { type Finding, judgedVerdict } from "~/domain/assessment";
import { type Day, dayInTokyo } from "~/domain/day";
import type { DecisionBasis } from "~/domain/decision";
import type { PromiseState } from "~/domain/decision-state";
import type { InspectionFacts } from "~/domain/inspection-text";
import { overrideNote } from "./overrides-beside.server";

type Decided = Omit<ShownDecision, "basis"> & { basis: DecisionBasis };
type Link = Pick<
  NonNullable<Awaited<ReturnType<typeof linkOf>>>,
  "roleSheetRowId" | "rowNo" | "rowLabel" | "contractClauseId" | "clauseNumber" | "annexNo"
>;

export type InspectedDecision = {
  decision: Decided;
  vendor: string;
  product: string;
  isClauseConfirmed: boolean;
  link: Link | null;
  promise: { state: PromiseState; answered: readonly Pick<Answered, "answeredAt">[] };
  /** The newest disclosure of the series and what it comes to; null when there is none any more. */
  now: { disclosureId: string; issuedOn: Day; finding: Finding } | null;
};
type Answered = Awaited<ReturnType<typeof promisesAnswered>>[number];

/** The facts an inspector's text is built from: of the decision as it was taken, and of what is known since. */
export function inspectionFacts(given: InspectedDecision): InspectionFacts {
  const { decision, promise, now } = given;
  const { basis, approver, approverTitle, approvedOn, closedOn } = decision;
  const answeredAt = promise.answered.at(-1)?.answeredAt;
  const isNewer = now !== null && now.disclosureId !== decision.disclosureId;
  const isOther = isNewer && judgedVerdict(now.finding) !== basis.verdict;
  return {
    vendor: given.vendor,
    product: given.product,
    clause: given.isClauseConfirmed ? basis.clause : null,
    summary: basis.summary,
    issuedOn: decision.disclosureIssuedOn,
    verdict: basis.verdict,
    override: now && overrideNote(now.finding),
    since: isOther ? { issuedOn: now.issuedOn, verdict: judgedVerdict(now.finding) } : null,
    answers: basis.answers,
    kind: decision.kind,
    decidedOn: dayInTokyo(decision.decidedAt),
    reason: decision.reason,
    measure: decision.measure,
    owner: decision.owner,
    dueOn: decision.dueOn,
    likelihood: decision.likelihood,
    impact: decision.impact,
    approval:
      approver !== null && approvedOn !== null
        ? { approver, title: approverTitle ?? "", on: approvedOn }
        : null,
    place: placeOf(given.link),
    promise: { state: promise.state, on: answeredAt === undefined ? null : dayInTokyo(answeredAt) },
    closing: closedOn === null ? null : { on: closedOn, reason: decision.closingReason ?? "" },
  };
}

/** What a decision is linked to, as a person would look it up. */
export function placeOf(link: Link | null): string | null {
  if (link === null) return null;
  if (link.roleSheetRowId !== null) return `${link.rowNo ?? ""} ${link.rowLabel ?? ""}`.trim();
  if (link.contractClauseId !== null) return link.clauseNumber;
  return link.annexNo;
}
