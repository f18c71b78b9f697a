import { newestLinks, promisesAnswered } from "#db/queries/decision-records.server";
import { confirmedClauses } from "#db/queries/decisions.server";
import type { ShownDisclosure } from "#db/queries/disclosures.server";
import { answersOfDisclosures } from "#db/queries/disclosures.server";
import type { Catalogues } from "~/catalogues.server";
import { type Finding, gapsFirst, judgedVerdict, unmetAnswerOf } from "~/domain/assessment";
import type { BinderGap, BinderGaps } from "~/domain/binder-facts";
import type { Day } from "~/domain/day";
import type { Scope } from "~/domain/scope";
import { isGap } from "~/domain/verdict";
import { assessStored, officialTextKeys } from "./assess.server";
import { type ListedDecision, listDecisions } from "./decision-list.server";
import { inspectionFacts } from "./inspection-facts.server";
import { overrideNote, overridesBySeries, withOverrides } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

type Disclosed = Pick<ShownDisclosure, "id" | "productVersionId" | "form" | "formVersion"> & {
  about: string;
  name: string;
  issuedOn: Day;
};

/**
 * Every gap of every newest disclosure with what was decided on it; none is left out because nobody decided, nor
 * because a person read the answers otherwise than the rules. A constant number of queries.
 */
export async function binderGaps(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  guidelineRef: string,
  shown: readonly Disclosed[],
): Promise<BinderGaps[]> {
  const [answers, { decisions }, confirmed, overridesOf] = await Promise.all([
    answersByDisclosure(ports, scope, shown),
    listDecisions(ports, scope),
    confirmedOf(ports, scope, catalogues, guidelineRef),
    overridesBySeries(ports, scope, guidelineRef),
  ]);
  const own = decisions.filter((each) => each.guideline === guidelineRef);
  const textOf = await inspectionTexts(ports, scope, own, confirmed);
  const title = catalogues.guideline(guidelineRef)?.head.title ?? guidelineRef;
  return shown.flatMap((disclosure) => {
    const stored = assessStored(
      ports,
      catalogues,
      disclosure,
      answers.get(disclosure.id) ?? [],
      guidelineRef,
    );
    if (stored === null) return [];
    const { findings } = withOverrides(stored, overridesOf(disclosure), guidelineRef);
    const taken = own.filter((each) => each.newestDisclosureId === disclosure.id);
    const rows = gapsFirst(findings)
      .filter((each) => isGap(each.verdict) || isGap(judgedVerdict(each)))
      .map((finding): BinderGap => {
        const { key, summary } = finding.requirement;
        const decision = taken.find((each) => each.requirement === key);
        return {
          clause: confirmed.has(key) ? finding.clause : "",
          summary,
          verdict: finding.verdict,
          unmetAnswer: unmetAnswerOf(finding),
          override: overrideNote(finding),
          answers: answersOfFinding(finding),
          decision: decision
            ? decided(decision, textOf(decision, { disclosureId: disclosure.id, ...disclosure, finding }))
            : null,
        };
      });
    if (rows.length === 0) return [];
    const { about, name, form, formVersion } = disclosure;
    return [{ title: `${about}　${name}（${form} ${formVersion}）`, guideline: title, rows }];
  });
}

async function answersByDisclosure(ports: Ports, scope: Scope, shown: readonly Disclosed[]) {
  const ids = shown.map((each) => each.id);
  const rows = await answersOfDisclosures(ports.db, scope, ids);
  const found = new Map<string, typeof rows>();
  for (const each of rows) {
    const own = found.get(each.disclosureId);
    if (own) own.push(each);
    else found.set(each.disclosureId, [each]);
  }
  return found;
}

async function confirmedOf(ports: Ports, scope: Scope, catalogues: Catalogues, guidelineRef: string) {
  const confirmations = await confirmedClauses(ports.db, scope, guidelineRef);
  return new Set([
    ...confirmations.map((each) => each.requirement),
    ...officialTextKeys(catalogues.guideline(guidelineRef)?.requirements ?? []),
  ]);
}

/** The answers a finding rests on, each once. */
function answersOfFinding({ lines }: Finding): BinderGap["answers"] {
  const all = lines.flatMap((line) => line.answers);
  return [...new Map(all.map(({ no, answer, remark }) => [no, { no, answer, remark }])).values()];
}

type Now = { disclosureId: string; issuedOn: Day; finding: Finding };

/** 立入検査説明文 of each decision: what a person kept, else the words the records themselves give. */
async function inspectionTexts(
  ports: Ports,
  scope: Scope,
  decisions: readonly ListedDecision[],
  confirmed: ReadonlySet<string>,
): Promise<(decision: ListedDecision, now: Now) => string> {
  const ids = decisions.map((each) => each.id);
  const [links, answered] = await Promise.all([
    newestLinks(ports.db, scope, ids),
    promisesAnswered(ports.db, scope, ids),
  ]);
  return (decision, now) => {
    if (decision.inspectionText !== "") return decision.inspectionText;
    const facts = inspectionFacts({
      decision,
      vendor: decision.vendor,
      product: `${decision.product} ${decision.productVersion}`,
      isClauseConfirmed: confirmed.has(decision.requirement),
      link: links.get(decision.id) ?? null,
      promise: {
        state: decision.promise,
        answered: answered.filter((each) => each.decisionId === decision.id),
      },
      now,
    });
    return ports.inspectionWording(facts);
  };
}

function decided(decision: ListedDecision, text: string): NonNullable<BinderGap["decision"]> {
  const { kind, state, owner, dueOn, likelihood, impact, approver, approverTitle, approvedOn } = decision;
  return {
    kind,
    state,
    owner,
    dueOn,
    likelihood,
    impact,
    approval: approver === null ? "" : `${approvedOn ?? ""} ${approverTitle ?? ""} ${approver}`.trim(),
    text,
  };
}
