import type { Finding, LineFinding } from "~/domain/assessment";
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
    verdict: finding.verdict,
    isGap: isGap(finding.verdict),
    lines: finding.lines.map((line) => lineRow(line, questionnaire)),
    // why filtered: an imported question has no words of ours.
    help: questions
      .filter((each) => each.help !== "" && each.askVendor !== "")
      .map(({ no, help, askVendor }) => ({ no, help, askVendor })),
    decision: decision && decisionRow(decision),
    causes,
  };
}
export type FindingRow = ReturnType<typeof findingRow>;

function lineRow({ line, verdict, rule, answers, absent }: LineFinding, questionnaire: Questionnaire | null) {
  return {
    id: line.id,
    relation: line.relation,
    reason: line.reason,
    origin: line.origin,
    mapping: line.mapping,
    verdict,
    rule,
    answers: answers.map(({ no, question, answer, remark, cell }) => ({
      no,
      question,
      answer,
      remark,
      cell,
    })),
    absent: absent.map((ref) => questionnaire?.questions.find((each) => each.key === ref)?.no ?? ref),
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
