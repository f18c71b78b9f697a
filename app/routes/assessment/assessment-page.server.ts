import type { Catalogues } from "~/catalogues.server";
import { countVerdicts, type Finding, gapsFirst, judgedVerdict } from "~/domain/assessment";
import { chapterKey, chaptersOf, nextUndecided, undecidedGaps } from "~/domain/assessment-overview";
import type { Day } from "~/domain/day";
import { basisOf } from "~/domain/decision";
import { parseBasis } from "~/domain/decision-file";
import { type ReopenCause, reopenCausesOf } from "~/domain/decision-state";
import type { Guideline } from "~/domain/guideline";
import { catalogueRef } from "~/domain/provenance";
import { isSelected, setsFor } from "~/domain/selection";
import { isGap } from "~/domain/verdict";
import type { DisclosureAssessment } from "~/use-cases/assess.server";
import type { AssessmentQuery } from "./assessment-query";
import { findingRow } from "./finding-row.server";

/** Findings on one page. */
const PAGE_ROWS = 50;

/** What the page shows of an assessment: counts, chapters, one page of findings, the open one in full. */
export function assessmentPage(
  given: DisclosureAssessment,
  catalogues: Catalogues,
  asked: AssessmentQuery,
  today: Day,
) {
  const { assessment, disclosure, guideline, guidelineRef, decisions } = given;
  const { questionnaire } = given;
  const formRef = questionnaire && catalogueRef(questionnaire.head);
  const sets = setsFor(catalogues.itemSets.values(), guidelineRef, [formRef, given.carriedTo?.ref ?? null]);
  const set = sets.find((each) => catalogueRef(each.head) === asked.set) ?? null;
  const findings = set
    ? assessment.findings.filter((each) => isSelected(each, set, guidelineRef))
    : assessment.findings;
  const query = { ...asked, guideline: guidelineRef, set: set && catalogueRef(set.head) };
  const causes = new Map(findings.map((each) => [each.requirement.key, causesOf(each, given, today)]));
  // why: a decision that reopened by itself is no decision until somebody decides anew.
  const decided = new Set([...decisions.keys()].filter((key) => (causes.get(key) ?? []).length === 0));
  const undecided = undecidedGaps(findings, decided);
  const chosen = choose(findings, undecided, query);
  const { from, page, pages } = pageOf(chosen, query);
  const gaps = findings.filter((each) => isGap(judgedVerdict(each)));
  const open = findings.find((each) => each.requirement.key === query.open) ?? null;
  const shown = chosen.slice(from, from + PAGE_ROWS);
  // why: the row that was just decided leaves 「未決のみ」, and must still be seen.
  const rows = open && !shown.includes(open) ? [open, ...shown] : shown;
  return {
    disclosure,
    sets: sets.map(({ head }) => ({ ref: catalogueRef(head), title: head.title })),
    query,
    guideline: { ...guideline.head, isTotalUnknown: guideline.isTotalUnknown },
    held: guideline.requirements.length,
    editions: editionChoices([...catalogues.guidelines.values()]),
    questionnaire: questionnaire && {
      ref: catalogueRef(questionnaire.head),
      title: questionnaire.head.title,
    },
    unjoined: given.unjoined.map(({ no, question, answer, remark, cell }) => ({
      no,
      question,
      answer,
      remark,
      cell,
    })),
    counts: set ? countVerdicts(findings) : assessment.counts,
    total: findings.length,
    gapCount: gaps.length,
    undecidedCount: undecided.length,
    changedCount: [...causes.values()].filter((each) => each.length > 0).length,
    showCounts: { gaps: gaps.length, open: undecided.length, all: findings.length },
    next: nextUndecided(undecided, query.open)?.requirement.key ?? null,
    chapters: chaptersOf(findings),
    rows: rows.map((each) => findingRow(each, given, questionnaire, causes.get(each.requirement.key) ?? [])),
    paging: { page, pages, from: from + 1, to: from + shown.length, total: chosen.length },
    history: given.decisionHistory
      .filter((each) => each.requirement === query.open)
      .map(({ basis, ...each }) => ({ ...each, verdictThen: parseBasis(basis).verdict })),
    carriedTo: given.carriedTo,
    overriddenCount: findings.filter((each) => each.override && !each.override.isLapsed).length,
    overrides: given.overrideHistory
      .filter((each) => each.requirement === query.open)
      .map(({ basis: _basis, ...each }) => each)
      .reverse(),
    own: assessment.hospitalOwn.map(({ key, summary, volume, chapter, no }) => ({
      key,
      summary,
      volume,
      chapter,
      no,
      isConfirmed: given.confirmed.has(key),
    })),
    unused: assessment.unusedAnswers.map(({ no, question, answer, remark, cell }) => ({
      no,
      question,
      answer,
      remark,
      cell,
    })),
    unknownClauses: assessment.unknownClauses,
  };
}
/** Editions by version; with the title where a shipped and an own edition carry one version. */
function editionChoices(guidelines: readonly Guideline[]) {
  return guidelines.map(({ head }) => {
    const isAlone = guidelines.filter((each) => each.head.version === head.version).length === 1;
    return {
      ref: catalogueRef(head),
      version: isAlone ? head.version : `${head.version}（${head.title}）`,
    };
  });
}

export type AssessmentPage = ReturnType<typeof assessmentPage>;

function choose(
  findings: readonly Finding[],
  undecided: readonly Finding[],
  query: AssessmentQuery,
): Finding[] {
  const inChapter = findings.filter((each) => query.chapter === null || chapterKey(each) === query.chapter);
  const passing = inChapter.filter((each) => {
    if (query.show === "all") return true;
    return query.show === "open" ? undecided.includes(each) : isGap(judgedVerdict(each));
  });
  return gapsFirst(passing);
}

function pageOf(chosen: readonly Finding[], query: AssessmentQuery) {
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE_ROWS));
  const at = chosen.findIndex((each) => each.requirement.key === query.open);
  const wanted = query.page ?? Math.floor(Math.max(0, at) / PAGE_ROWS) + 1;
  const page = Math.min(pages, wanted);
  return { page, pages, from: (page - 1) * PAGE_ROWS };
}

/** Why the current decision on a finding has to be looked at again; nothing where there is none. */
export function causesOf(
  finding: Finding,
  { decisions, guidelineRef }: DisclosureAssessment,
  today: Day,
): ReopenCause[] {
  const decision = decisions.get(finding.requirement.key);
  if (!decision) return [];
  const facts = { ...decision, basis: parseBasis(decision.basis), isApproved: decision.approvedOn !== null };
  return reopenCausesOf(facts, basisOf(finding, guidelineRef), today);
}
