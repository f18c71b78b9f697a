import { type Assessment, type Finding, gapsFirst, judgedVerdict } from "~/domain/assessment";
import { done, type Result } from "~/domain/problem";
import { verdicts } from "~/domain/verdict";
import { command } from "~/messages/command";
import { wordsOf } from "~/messages/words";
import { assessDisclosure, type DisclosureAssessment } from "~/use-cases/assess.server";
import { parseArguments, UsageError } from "./arguments";
import { type CommandWorld, withReading } from "./command-world";

/** `assess DISCLOSURE_ID …`: the comparison as the page shows it, gaps first; nothing is stored. */
export async function assessVerb(world: CommandWorld, given: readonly string[]): Promise<Result<null>> {
  const args = parseArguments(given, ["hospital", "as", "guideline", "json"]);
  const [disclosureId, ...rest] = args.words;
  if (disclosureId === undefined || rest.length > 0)
    throw new UsageError(command.missingOption(command.words.disclosure));
  const guideline = args.values.get("guideline") ?? null;
  return withReading(world, args, async ({ ports, scope }) => {
    const assessed = await assessDisclosure(ports, scope, { disclosureId, guideline });
    if (!assessed.ok) return assessed;
    world.print(
      args.flags.has("json")
        ? JSON.stringify(assessmentJson(assessed.value))
        : assessmentLines(assessed.value).join("\n"),
    );
    return done(null);
  });
}

function assessmentLines({ disclosure, guidelineRef, assessment }: DisclosureAssessment): string[] {
  const words = wordsOf("ja").verdicts;
  const { product, form, issuedOn } = disclosure;
  return [
    command.assessed(product, form, issuedOn, guidelineRef),
    countsLine(assessment),
    ...gapsFirst(assessment.findings).map((each) =>
      command.finding(words[judgedVerdict(each)].word, each.clause, each.requirement.summary),
    ),
    command.ownWording,
  ];
}

function countsLine({ counts }: Assessment): string {
  const words = wordsOf("ja").verdicts;
  return verdicts.map((verdict) => `${words[verdict].word} ${counts[verdict]}`).join(" / ");
}

/** Codes, not words: `verdict`, `rule` and `answer` as the domain names them. */
function assessmentJson({ disclosure, guidelineRef, assessment, decisions }: DisclosureAssessment) {
  const { id, form, formVersion, issuedOn, vendor, product, productVersion } = disclosure;
  return {
    disclosure: { id, form, formVersion, issuedOn, vendor, product, productVersion },
    guideline: guidelineRef,
    counts: assessment.counts,
    findings: assessment.findings.map((each) => ({
      ...findingJson(each),
      decision: decisions.get(each.requirement.key)?.kind ?? null,
    })),
    unusedAnswers: assessment.unusedAnswers.map(({ no, cell }) => ({ no, cell })),
    unknownClauses: assessment.unknownClauses,
  };
}

function findingJson({ requirement, clause, verdict, lines, override }: Finding) {
  return {
    requirement: requirement.key,
    clause,
    summary: requirement.summary,
    verdict,
    override: override
      ? { verdict: override.verdict, reason: override.reason, isLapsed: override.isLapsed }
      : null,
    lines: lines.map(({ line, rule, answers, absent, ...finding }) => ({
      id: line.id,
      origin: line.origin,
      verdict: finding.verdict,
      rule,
      answers: answers.map(({ no, answer, remark, cell }) => ({ no, answer, remark, cell })),
      absent,
    })),
  };
}
