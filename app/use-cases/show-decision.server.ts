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
import { dayInTokyo } from "~/domain/day";
import { basisOf } from "~/domain/decision";
import { parseBasis } from "~/domain/decision-file";
import {
  basisDifference,
  decisionStateOf,
  linkKindsOf,
  promiseStateOf,
  reopenCausesOf,
} from "~/domain/decision-state";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { assessDisclosure, type DisclosureAssessment } from "./assess.server";
import { inspectionFacts } from "./inspection-facts.server";
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
  const standing = { ...shown, isApproved: decision.approvedOn !== null };
  const causes = reopenCausesOf({ ...standing, basis }, now, today);
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
    state: decisionStateOf(standing, causes),
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
  const facts = inspectionFacts({
    ...{ decision: { ...shown, basis }, link, promise: page.promise },
    vendor: disclosure?.vendor ?? "",
    product: disclosure ? `${disclosure.product} ${disclosure.productVersion}` : "",
    isClauseConfirmed: page.isClauseConfirmed,
    now:
      disclosure && finding ? { disclosureId: disclosure.id, issuedOn: disclosure.issuedOn, finding } : null,
  });
  return done({ ...page, built: ports.inspectionWording(facts) });
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
