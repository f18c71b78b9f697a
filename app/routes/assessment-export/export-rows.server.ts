import { unmetAnswerOf } from "~/domain/assessment";
import { type Day, dayInTokyo } from "~/domain/day";
import { decisionStateOf } from "~/domain/decision-state";
import { verdictWord } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { DisclosureAssessment } from "~/use-cases/assess.server";
import { overrideNote } from "~/use-cases/overrides-beside.server";
import type { TableColumn, TableRow } from "~/workbook/table-file.server";
import { causesOf } from "../assessment/assessment-page.server";

const keys = [
  "clause",
  "confirmed",
  "summary",
  "verdict",
  "override",
  "answers",
  "kind",
  "state",
  "owner",
  "dueOn",
  "measure",
  "reason",
  "likelihood",
  "impact",
  "approval",
  "inspectionText",
] as const;

/** Columns of the exported comparison; the ones that stay in the house say so in their heading. */
export function exportColumns({ assessments, decisions, judging }: Words): TableColumn[] {
  const { columns, decisionField: field } = assessments;
  const inside = (text: string) => `${text}（${assessments.internal}）`;
  const headings: Record<(typeof keys)[number], string> = {
    clause: columns.clause,
    confirmed: assessments.confirmed,
    summary: columns.summary,
    verdict: columns.verdict,
    override: inside(judging.override.title),
    answers: columns.answer,
    kind: field.kind,
    state: decisions.page.state,
    owner: field.owner,
    dueOn: field.dueOn,
    measure: field.measure,
    reason: inside(field.reason),
    likelihood: inside(field.likelihood),
    impact: inside(field.impact),
    approval: inside(decisions.approval.title),
    inspectionText: inside(field.inspectionText),
  };
  return keys.map((key) => ({ key, heading: headings[key], width: key === "summary" ? 50 : 20 }));
}

/** One row a finding, in the order of the edition; what is not decided is said, never left out. */
export function exportRows(given: DisclosureAssessment, words: Words, now: string): TableRow[] {
  const today = dayInTokyo(now);
  return given.assessment.findings.map((finding) => {
    const { key, summary } = finding.requirement;
    const said = finding.lines
      .flatMap((line) => line.answers)
      .map(
        ({ no, answer, remark }) => `${no} ${words.answers[answer]}${remark === "" ? "" : `「${remark}」`}`,
      );
    return {
      clause: finding.clause,
      confirmed: given.confirmed.has(key) ? "○" : "",
      summary,
      verdict: verdictWord(words, finding.verdict, unmetAnswerOf(finding)),
      override: overrideCell(finding, words),
      answers: [...new Set(said)].join("\n"),
      ...decisionCells(given, finding, words, today),
    };
  });
}

type Finding = DisclosureAssessment["assessment"]["findings"][number];

/** A person's verdict beside that of the rules, with the reason and who gave it; nothing where none holds. */
function overrideCell(finding: Finding, words: Words): string | null {
  const note = overrideNote(finding);
  if (note === null) return null;
  return [words.verdicts[note.verdict].word, note.reason, `${note.on} ${note.by}`.trim()].join("\n");
}

function decisionCells(given: DisclosureAssessment, finding: Finding, words: Words, today: Day): TableRow {
  const decision = given.decisions.get(finding.requirement.key);
  if (!decision) return { kind: null };
  const isApproved = decision.approvedOn !== null;
  const state = decisionStateOf({ ...decision, isApproved }, causesOf(finding, given, today));
  return {
    kind: words.decisionKinds[decision.kind].word,
    state: words.decisions.states[state],
    owner: decision.owner,
    dueOn: decision.dueOn,
    measure: decision.measure,
    reason: decision.reason,
    likelihood: decision.likelihood && words.riskLevels[decision.likelihood],
    impact: decision.impact && words.riskLevels[decision.impact],
    approval: isApproved
      ? `${decision.approvedOn} ${decision.approverTitle ?? ""} ${decision.approver ?? ""}`.trim()
      : null,
    inspectionText: decision.inspectionText,
  };
}
