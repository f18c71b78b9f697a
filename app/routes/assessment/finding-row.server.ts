import {
  type AssessedAnswer,
  type Finding,
  judgedVerdict,
  type LineFinding,
  unmetAnswerOf,
} from "~/domain/assessment";
import { chapterKey } from "~/domain/assessment-overview";
import type { ReopenCause } from "~/domain/decision-state";
import type { Question, Questionnaire } from "~/domain/questionnaire";
import { isGap } from "~/domain/verdict";
import type { DisclosureAssessment } from "~/use-cases/assess.server";

/** One finding with everything its row explains. */
export function findingRow(
  finding: Finding,
  given: DisclosureAssessment,
  questionnaire: Questionnaire | null,
  causes: readonly ReopenCause[],
) {
  const { key, summary, typicalEvidence, confidence, chapterTitle } = finding.requirement;
  const decision = given.decisions.get(key) ?? null;
  const questions = questionsOf(finding, questionnaire);
  return {
    key,
    clause: finding.clause,
    chapter: chapterKey(finding),
    chapterTitle,
    summary,
    evidence: typicalEvidence,
    confidence,
    isConfirmed: given.confirmed.has(key),
    verdict: judgedVerdict(finding),
    /** What the rules come to; another one than `verdict` while a person's override holds. */
    ruled: finding.verdict,
    unmetAnswer: unmetAnswerOf(finding),
    override: finding.override ?? null,
    isGap: isGap(judgedVerdict(finding)),
    lines: finding.lines.map((line) => lineRow(line, given, questionnaire)),
    // why filtered: an imported question has no words of ours.
    help: questions
      .filter((each) => each.help !== "" && each.askVendor !== "")
      .map(({ no, help, askVendor }) => ({ no, help, askVendor })),
    decision: decision && decisionRow(decision),
    causes,
  };
}
export type FindingRow = ReturnType<typeof findingRow>;

function lineRow(found: LineFinding, given: DisclosureAssessment, questionnaire: Questionnaire | null) {
  const { line, verdict, rule, answers, absent } = found;
  return {
    id: line.id,
    relation: line.relation,
    conditions: {
      expected: line.expected ?? "yes",
      acceptsNotApplicable: line.acceptsNotApplicable,
      remarkRequired: line.remarkRequired ?? false,
      yesMayMeanPlanned: line.yesMayMeanPlanned ?? false,
    },
    reason: line.reason,
    origin: line.origin,
    mapping: line.mapping,
    verdict,
    unmetAnswer: unmetAnswerOf({ verdict, lines: [found] }),
    rule,
    answers: answers.map(({ no, question, answer, remark, cell, carried }) => ({
      no,
      question,
      answer,
      remark,
      cell,
      carried: carried ? carriedRow(carried, given) : null,
    })),
    absent: absent.map((ref) => questionnaire?.questions.find((each) => each.key === ref)?.no ?? ref),
  };
}

/** 引継: where the answer was given, and the line of the crosswalk that brought it here with who confirmed it. */
function carriedRow(carried: NonNullable<AssessedAnswer["carried"]>, { carriedLines }: DisclosureAssessment) {
  const line = carriedLines.get(carried.line);
  return {
    ...carried,
    relation: line?.relation ?? null,
    reason: line?.reason ?? "",
    confirmedBy: line?.confirmedBy ?? "",
    confirmedOn: line?.confirmedOn ?? "",
  };
}

/** The form's own questions behind a finding, each once; none where the form is not ours. */
function questionsOf(finding: Finding, questionnaire: Questionnaire | null): Question[] {
  const refs = new Set(finding.lines.flatMap(({ line }) => line.questions));
  return questionnaire?.questions.filter((each) => refs.has(each.key)) ?? [];
}

function decisionRow({
  basis: _basis,
  ...decision
}: NonNullable<ReturnType<DisclosureAssessment["decisions"]["get"]>>) {
  return decision;
}
