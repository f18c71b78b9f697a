import { clauseText, type Guideline, parseClause, type Requirement } from "./guideline.ts";
import { judgeLine, type LineRule } from "./line-rule.ts";
import type { MappingLine } from "./mapping.ts";
import type { AnswerValue } from "./questionnaire.ts";
import { isGap, type Verdict, verdicts, worstVerdict } from "./verdict.ts";

/** One answer of a disclosure, as it takes part in an assessment. */
export type AssessedAnswer = {
  /** Question key of a questionnaire catalogue, or `row:12` for a form without a catalogue. */
  ref: string;
  no: string;
  question: string;
  clauses: string[];
  answer: AnswerValue;
  remark: string;
  cell: string;
  /** 引継: the answer was given to an older version of the form and reached this item by a crosswalk. */
  carried?: CarriedMark;
};

/** Where a carried answer comes from; `isToConfirm`: the question was reworded, so the answer counts as none yet. */
export type CarriedMark = {
  fromVersion: string;
  fromNo: string;
  fromQuestion: string;
  fromAnswer: AnswerValue;
  /** `id@version` of the crosswalk, and its line. */
  crosswalk: string;
  line: string;
  isToConfirm: boolean;
};

/** Where a line comes from: a published mapping, or the clause printed in the question itself. */
export type LineOrigin = "published" | "printed-clause";
export type AssessmentLine = MappingLine & { origin: LineOrigin; mapping: string };

export type LineFinding = {
  line: AssessmentLine;
  verdict: Verdict;
  rule: LineRule;
  answers: AssessedAnswer[];
  /** Questions of the line that the disclosure does not hold at all. */
  absent: string[];
};

/** 所見: one requirement, its verdict and everything the verdict rests on. */
export type Finding = {
  requirement: Requirement;
  clause: string;
  /** What the lines come to. */
  verdict: Verdict;
  lines: LineFinding[];
  /** A person read the same answers otherwise; shown beside the verdict of the lines, never in its place. */
  override?: OverrideMark;
};

/** `isLapsed`: the answers are others since, so that the verdict of the lines counts again. */
export type OverrideMark = {
  id: string;
  verdict: Verdict;
  reason: string;
  by: string | null;
  /** UTC moment. */
  recordedAt: string;
  isLapsed: boolean;
};

/** The verdict that counts: the person's while it holds, else that of the lines. */
export function judgedVerdict({ verdict, override }: Pick<Finding, "verdict" | "override">): Verdict {
  return override && !override.isLapsed ? override.verdict : verdict;
}

/** What was answered where a finding is `unmet` although nobody said いいえ. */
export const unmetAnswers = ["not-applicable", "yes"] as const;
export type UnmetAnswer = (typeof unmetAnswers)[number];

/**
 * The answer that made a finding `unmet` in the place of いいえ: 対象外 where that does not settle the matter, はい where
 * いいえ is expected; so that no word says 「いいえ」あり of a disclosure that holds none. Null for every other finding.
 */
export function unmetAnswerOf({ verdict, lines }: Pick<Finding, "verdict" | "lines">): UnmetAnswer | null {
  if (verdict !== "unmet") return null;
  const said = lines
    .filter((each) => each.verdict === "unmet")
    .flatMap(({ line, answers }) =>
      answers.map(({ answer }) => ({ answer, expected: line.expected ?? "yes" })),
    );
  if (said.some((each) => each.answer === "no" && each.expected === "yes")) return null;
  if (said.some((each) => each.answer === "yes" && each.expected === "no")) return "yes";
  return said.some((each) => each.answer === "not-applicable") ? "not-applicable" : null;
}

export type Assessment = {
  guideline: string;
  /** Requirements that concern vendors, in the guideline's order. */
  findings: Finding[];
  /** Duties of the hospital itself: not asked of a vendor, listed so that nothing is hidden. */
  hospitalOwn: Requirement[];
  counts: Record<Verdict, number>;
  /** Answers no line uses, so that nothing disclosed is silently left aside. */
  unusedAnswers: AssessedAnswer[];
  /**
   * Printed clauses this edition does not hold (or holds without a number). `movedTo`: clauses of this edition
   * a list of moves names for it; a candidate for a mapping, and no part of any verdict before one is published.
   */
  unknownClauses: { clause: string; no: string; cell: string; movedTo?: string[] }[];
};

/** What people decided about printed clauses before, and where older clauses went; empty when nothing is known. */
export type ClauseKnowledge = {
  published: readonly Pick<MappingLine, "requirement" | "questions">[];
  rejected: readonly Pick<MappingLine, "requirement" | "questions">[];
  /** Clauses of this edition a list of moves names for an older clause (`6.5 C.13`). */
  movedTo: (clause: string) => readonly string[];
};
const nothingKnown: ClauseKnowledge = { published: [], rejected: [], movedTo: () => [] };

/**
 * Lines that follow from the clause references printed inside the questions (domain/README 4): all questions
 * that cite one requirement make one all-yes line. A person has not confirmed them; `origin` says so. What a
 * person took into a published mapping or rejected there is not cited again. A moved clause makes no line: it
 * stays unknown, with where it may have gone, until a mapping is published.
 */
export function linesFromClauses(
  answers: readonly AssessedAnswer[],
  guideline: Guideline,
  known: ClauseKnowledge = nothingKnown,
): { lines: AssessmentLine[]; unknownClauses: Assessment["unknownClauses"] } {
  // why lists: an edition may print one number twice (6.0, 経営管理編 1.2.2①); then both are cited.
  const byClause = new Map<string, Requirement[]>();
  for (const each of guideline.requirements) {
    if (each.no !== null) byClause.set(clauseText(each), [...(byClause.get(clauseText(each)) ?? []), each]);
  }
  const cited: Cited = new Map();
  const unknownClauses: Assessment["unknownClauses"] = [];
  for (const answer of answers) {
    for (const clause of answer.clauses) {
      const parsed = parseClause(clause);
      const requirements = (parsed && byClause.get(clauseText(parsed))) ?? [];
      for (const requirement of requirements) {
        const isDecided = [known.published, known.rejected].some((lines) =>
          joins(lines, requirement, answer),
        );
        if (!isDecided) cite(cited, requirement, answer);
      }
      if (requirements.length === 0) unknownClauses.push(...unknownClause(clause, answer, byClause, known));
    }
  }
  return { lines: [...cited.values()].map(printedLine), unknownClauses };
}

function joins(
  lines: ClauseKnowledge["published"],
  { key }: Pick<Requirement, "key">,
  { ref }: Pick<AssessedAnswer, "ref">,
): boolean {
  return lines.some((each) => each.requirement === key && each.questions.includes(ref));
}

/** One entry, with candidates nobody decided on; none once a mapping took the question to where it moved. */
function unknownClause(
  clause: string,
  answer: AssessedAnswer,
  byClause: ReadonlyMap<string, Requirement[]>,
  known: ClauseKnowledge,
): Assessment["unknownClauses"] {
  const moved = known.movedTo(clause);
  const isAt = (lines: ClauseKnowledge["published"]) => (target: string) =>
    (byClause.get(target) ?? []).some((each) => joins(lines, each, answer));
  if (moved.some(isAt(known.published))) return [];
  const open = moved.filter((target) => !isAt(known.rejected)(target));
  // why the old number: it is the one printed beside this clause in the vendor's sheet.
  const entry = { clause, no: answer.carried?.fromNo ?? answer.no, cell: answer.cell };
  return [open.length > 0 ? { ...entry, movedTo: open } : entry];
}

function printedLine({
  requirement,
  refs,
  nos,
}: {
  requirement: Requirement;
  refs: string[];
  nos: string[];
}) {
  return {
    id: `clause:${requirement.key}`,
    requirement: requirement.key,
    questions: refs,
    rule: "all-yes",
    relation: "covers",
    acceptsNotApplicable: true,
    ...(requirement.yesMayMeanPlanned ? { yesMayMeanPlanned: true } : {}),
    reason: nos.join(", "),
    origin: "printed-clause",
    mapping: "printed-clause",
  } satisfies AssessmentLine;
}

type Cited = Map<string, { requirement: Requirement; refs: string[]; nos: string[] }>;

function cite(cited: Cited, requirement: Requirement, answer: AssessedAnswer): void {
  const entry = cited.get(requirement.key) ?? { requirement, refs: [], nos: [] };
  if (!entry.refs.includes(answer.ref)) {
    entry.refs.push(answer.ref);
    entry.nos.push(answer.no);
  }
  cited.set(requirement.key, entry);
}

/**
 * 照合: every requirement of the edition against the answers, by the lines alone (never by likeness of
 * wording). Runs in one pass over lines and answers.
 */
export function assess(
  guideline: Guideline,
  guidelineRef: string,
  answers: readonly AssessedAnswer[],
  lines: readonly AssessmentLine[],
  unknownClauses: Assessment["unknownClauses"] = [],
): Assessment {
  const byRef = new Map(answers.map((each) => [each.ref, each]));
  const byRequirement = groupLines(lines);
  const used = new Set<string>();
  const findings: Finding[] = [];
  for (const requirement of guideline.requirements) {
    if (!requirement.isVendorRelevant) continue;
    const own = byRequirement.get(requirement.key) ?? [];
    const found = own.map((line) => lineFinding(line, own, byRef));
    for (const each of found) for (const answer of each.answers) used.add(answer.ref);
    findings.push({
      requirement,
      clause: clauseText(requirement),
      verdict: worstVerdict(found.map((each) => each.verdict)),
      lines: found,
    });
  }
  return {
    guideline: guidelineRef,
    findings,
    hospitalOwn: guideline.requirements.filter((each) => !each.isVendorRelevant),
    counts: countVerdicts(findings),
    unusedAnswers: answers.filter((each) => !used.has(each.ref)),
    unknownClauses: [...unknownClauses],
  };
}

function groupLines(lines: readonly AssessmentLine[]): Map<string, AssessmentLine[]> {
  const groups = new Map<string, AssessmentLine[]>();
  for (const line of lines) groups.set(line.requirement, [...(groups.get(line.requirement) ?? []), line]);
  return groups;
}

function lineFinding(
  line: AssessmentLine,
  siblings: readonly AssessmentLine[],
  byRef: ReadonlyMap<string, AssessedAnswer>,
): LineFinding {
  const answers = line.questions.flatMap((ref) => byRef.get(ref) ?? []);
  const absent = line.questions.filter((ref) => !byRef.has(ref));
  // An absent question is an unanswered one: a form that leaves a row out may not look better for it.
  const values = [...answers, ...absent.map(() => ({ answer: "blank" as const, remark: "" }))];
  const hasCover = siblings.some(
    (each) => each !== line && each.relation === "covers" && !each.yesMayMeanPlanned,
  );
  return { line, ...judgeLine(line, values, hasCover), answers, absent };
}

/** How many findings come to each verdict, overrides that hold included. */
export function countVerdicts(
  findings: readonly Pick<Finding, "verdict" | "override">[],
): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    met: 0,
    partial: 0,
    unmet: 0,
    unanswered: 0,
    "not-applicable": 0,
    "not-mapped": 0,
  };
  for (const each of findings) counts[judgedVerdict(each)] += 1;
  return counts;
}

/** Findings that ask for a decision, in the order of `verdicts` from the worst. */
export function gapsFirst(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => {
    const verdict = judgedVerdict(finding);
    return verdicts.length - verdicts.indexOf(verdict) + (isGap(verdict) ? 0 : 10);
  };
  return findings
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.at - b.at)
    .map((each) => each.finding);
}
