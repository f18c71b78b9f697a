import { currentDisclosures } from "#db/queries/deadlines.server";
import {
  commentsOn,
  fileNames,
  inspectionTextsOf,
  linkChoices,
  linkOf,
  promisesAnswered,
  promisesAsked,
} from "#db/queries/decision-records.server";
import {
  currentDecisionsOf,
  decisionsOfSeries,
  findDecision,
  type ShownDecision,
} from "#db/queries/decisions.server";
import { findOriginalFile, readBlob } from "#db/queries/files.server";
import { contactsOf } from "#db/queries/request-candidates.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { basisOf, type DecisionBasis } from "~/domain/decision";
import { parseBasis } from "~/domain/decision-file";
import {
  basisDifference,
  decisionStateOf,
  linkKindsOf,
  promiseStateOf,
  reopenCausesOf,
} from "~/domain/decision-state";
import type { InspectionFacts } from "~/domain/inspection-text";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { assessDisclosure, type DisclosureAssessment } from "./assess.server";
import type { Ports } from "./ports.server";

export type DecisionPage = Awaited<ReturnType<typeof showDecision>> extends Result<infer T> ? T : never;

/**
 * 対応方針を見る: one decision with what it rests on and what of that changed, where it is carried out, what the vendor
 * said, who accepted it, its evidence, its comments and every version of the inspector's text. A constant number of
 * queries. Problems: not-found.
 */
export async function showDecision(ports: Ports, scope: Scope, input: { decisionId: string }) {
  const decision = await findDecision(ports.db, scope, input.decisionId);
  if (!decision) return failed(problem("not-found"));
  const today = dayInTokyo(ports.now());
  const { basis: json, ...shown } = decision;
  const basis = parseBasis(json);
  const [compared, series, link, texts] = await Promise.all([
    comparedNow(ports, scope, decision),
    decisionsOfSeries(ports.db, scope, decision),
    linkOf(ports.db, scope, decision.id),
    inspectionTextsOf(ports.db, scope, decision.id),
  ]);
  const history = series.filter((each) => each.requirement === decision.requirement);
  const files = [decision.approvalFileId, decision.closingFileId].flatMap((each) => each ?? []);
  const [asked, answered, comments, named, choices] = await Promise.all([
    promisesAsked(ports.db, scope, [decision.id]),
    promisesAnswered(ports.db, scope, [decision.id]),
    commentsOn(
      ports.db,
      scope,
      history.map((each) => each.id),
    ),
    fileNames(ports.db, scope, files),
    linkChoices(ports.db, scope, decision.productVersionId),
  ]);
  const finding = compared?.assessment.findings.find((each) => each.requirement.key === decision.requirement);
  const now = finding ? basisOf(finding, decision.guideline) : null;
  const facts = { ...shown, isApproved: decision.approvedOn !== null };
  const causes = reopenCausesOf({ ...facts, basis }, now, today);
  const supersededBy = history.find((each) => each.supersedes === decision.id) ?? null;
  const promise = promiseStateOf(
    asked.map((each) => ({ ...each, isRevoked: each.state === "revoked" })),
    answered,
  );
  const disclosure = compared?.disclosure ?? null;
  const page = {
    today,
    decision: shown,
    basis,
    state: decisionStateOf(facts, causes),
    causes,
    difference: now && basisDifference(basis, now),
    disclosure,
    /** The disclosure the decision is seen on and taken anew. */
    assessedAt: disclosure?.id ?? decision.disclosureId,
    isClauseConfirmed: compared?.confirmed.has(decision.requirement) ?? false,
    supersededBy: supersededBy && { id: supersededBy.id, decidedAt: supersededBy.decidedAt },
    history: history.map(({ basis: _basis, ...each }) => each),
    link,
    linkKinds: linkKindsOf(decision.kind),
    choices,
    promise: { state: promise, asked, answered },
    contacts:
      decision.kind === "vendor-fix" && disclosure
        ? await contactsOf(ports.db, scope, [disclosure.vendorId], today)
        : [],
    otherPromises: await otherPromises(ports, scope, decision),
    comments,
    files: named,
    texts,
  };
  return done({ ...page, built: ports.inspectionWording(inspectionFacts(page)) });
}

/** Promises of the same product version that were not put before the vendor yet: they go out with this one. */
async function otherPromises(ports: Ports, scope: Scope, decision: ShownDecision) {
  if (decision.kind !== "vendor-fix") return [];
  const current = await currentDecisionsOf(ports.db, scope, [decision.productVersionId]);
  const open = current.filter(
    (each) => each.kind === "vendor-fix" && each.closedOn === null && each.id !== decision.id,
  );
  const asked = await promisesAsked(
    ports.db,
    scope,
    open.map((each) => each.id),
  );
  const known = new Set(asked.map((each) => each.decisionId));
  return open.filter((each) => !known.has(each.id)).map(({ id, measure, dueOn }) => ({ id, measure, dueOn }));
}

/** The newest disclosure of the decision's series compared with its edition; null when there is none any more. */
async function comparedNow(
  ports: Ports,
  scope: Scope,
  decision: ShownDecision,
): Promise<DisclosureAssessment | null> {
  const current = (await currentDisclosures(ports.db, scope)).find(
    (each) => each.productVersionId === decision.productVersionId && each.form === decision.form,
  );
  if (!current) return null;
  const { guideline } = decision;
  const assessed = await assessDisclosure(ports, scope, { disclosureId: current.id, guideline });
  return assessed.ok ? assessed.value : null;
}

type Known = {
  decision: Omit<ShownDecision, "basis">;
  basis: DecisionBasis;
  disclosure: { vendor: string; product: string; productVersion: string; issuedOn: Day } | null;
  isClauseConfirmed: boolean;
  link: Awaited<ReturnType<typeof linkOf>>;
  promise: { state: InspectionFacts["promise"]["state"]; answered: readonly { answeredAt: string }[] };
};

/** The facts an inspector's text is built from. */
function inspectionFacts(page: Known): InspectionFacts {
  const { decision, basis, disclosure, promise } = page;
  const answeredAt = promise.answered.at(-1)?.answeredAt;
  const { approver, approverTitle, approvedOn, closedOn } = decision;
  return {
    vendor: disclosure?.vendor ?? "",
    product: disclosure ? `${disclosure.product} ${disclosure.productVersion}` : "",
    clause: page.isClauseConfirmed ? basis.clause : null,
    summary: basis.summary,
    issuedOn: disclosure?.issuedOn ?? null,
    verdict: basis.verdict,
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
    place: placeOf(page.link),
    promise: { state: promise.state, on: answeredAt === undefined ? null : dayInTokyo(answeredAt) },
    closing: closedOn === null ? null : { on: closedOn, reason: decision.closingReason ?? "" },
  };
}

/** What a decision is linked to, as a person would look it up. */
export function placeOf(link: Awaited<ReturnType<typeof linkOf>>): string | null {
  if (link === null) return null;
  if (link.roleSheetRowId !== null) return `${link.rowNo ?? ""} ${link.rowLabel ?? ""}`.trim();
  if (link.contractClauseId !== null) return link.clauseNumber;
  return link.annexNo;
}

/** 添えたファイル: the signed approval or the evidence of a decision of this hospital. Problems: not-found. */
export async function openDecisionFile(
  ports: Ports,
  scope: Scope,
  input: { decisionId: string; fileId: string },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const decision = await findDecision(ports.db, scope, input.decisionId);
  const isOwn = decision && [decision.approvalFileId, decision.closingFileId].includes(input.fileId);
  const file = isOwn ? await findOriginalFile(ports.db, scope, input.fileId) : null;
  const bytes = file && (await readBlob(ports.db, scope, file.sha256));
  return file && bytes ? done({ fileName: file.fileName, bytes }) : failed(problem("not-found"));
}
