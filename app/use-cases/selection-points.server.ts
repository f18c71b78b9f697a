import { currentDecisionsOf, type ShownDecision } from "#db/queries/decisions.server";
import {
  answersOfDisclosures,
  currentDisclosuresOf,
  findDisclosure,
  type ShownDisclosure,
} from "#db/queries/disclosures.server";
import { systemsInUse } from "#db/queries/servers.server";
import type { Catalogues } from "~/catalogues.server";
import { carriedForAssessment } from "~/domain/carried-answer";
import { itemsOfQuestionnaire } from "~/domain/catalogue-item";
import type { Crosswalk } from "~/domain/crosswalk";
import { parseBasis } from "~/domain/decision-file";
import { assessedAnswers } from "~/domain/disclosure";
import type { ItemSet } from "~/domain/item-set";
import { PAGE_SIZE } from "~/domain/list-query";
import { done, failed, problem } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Questionnaire } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import { itemsOfSet, recordsOf, selectionOf } from "~/domain/selection-points";
import { parseClauses } from "./assess.server";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { newestOfEach } from "./relation-drafts.server";

/** A subset and how a disclosure's answers reach its items: directly, or carried to the newer form it is of. */
type Reach = {
  set: ItemSet;
  /** The form the disclosure was made on, and the one the subset is of. */
  questionnaire: Questionnaire;
  target: Questionnaire;
  crosswalk: Crosswalk | null;
};

/**
 * 確認事項の一覧: every current disclosure of a system in use whose form a subset is about, 50 a page, each subset with its
 * counts. Four queries whatever the number.
 */
export async function listSelectionPoints(ports: Ports, scope: Scope, input: { page: number }) {
  const catalogues = await cataloguesOf(ports, scope);
  const systems = await systemsInUse(ports.db, scope);
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const disclosures = await currentDisclosuresOf(ports.db, scope, versions);
  const reached = disclosures.flatMap((disclosure) =>
    reachesOf(catalogues, disclosure).map((reach) => ({ disclosure, reach })),
  );
  const pages = Math.max(1, Math.ceil(reached.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, input.page), pages);
  const shown = reached.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const answers = await answersByDisclosure(
    ports,
    scope,
    shown.map((each) => each.disclosure.id),
  );
  const withSet = new Set(reached.map((each) => each.disclosure.id));
  return {
    hasSets: setsOfForms(catalogues).length > 0,
    total: reached.length,
    page,
    pages,
    withoutSet: disclosures.filter((each) => !withSet.has(each.id)).length,
    rows: shown.map(({ disclosure, reach }) => {
      const { counts, isAll } = resultOf(reach, disclosure, answers.get(disclosure.id) ?? []);
      const { head } = reach.set;
      return { disclosure, set: { ref: catalogueRef(head), title: head.title }, counts, isAll };
    }),
  };
}

/**
 * 一つの開示書の確認事項: every item that is neither はい nor 対象外 by name, with which of the three records exist.
 * Problems: not-found (no such disclosure, or no such subset of its form).
 */
export async function showSelectionPoints(
  ports: Ports,
  scope: Scope,
  input: { disclosureId: string; set: string | null },
) {
  const disclosure = await findDisclosure(ports.db, scope, input.disclosureId);
  if (!disclosure) return failed(problem("not-found"));
  const reaches = reachesOf(await cataloguesOf(ports, scope), disclosure);
  const isAsked = ({ set }: Reach) => input.set === null || catalogueRef(set.head) === input.set;
  const reach = reaches.find(isAsked) ?? null;
  if (reach === null && input.set !== null) return failed(problem("not-found"));
  const sets = reaches.map(({ set: { head } }) => ({ ref: catalogueRef(head), title: head.title }));
  const found = reach && (await foundBy(ports, scope, reach, disclosure));
  return done({ disclosure, sets, found });
}

async function foundBy(ports: Ports, scope: Scope, reach: Reach, disclosure: ShownDisclosure) {
  const answers = await answersByDisclosure(ports, scope, [disclosure.id]);
  const decisions = await decisionsAbout(ports, scope, disclosure);
  const { counts, isAll, others } = resultOf(reach, disclosure, answers.get(disclosure.id) ?? []);
  const { set, crosswalk } = reach;
  return {
    ref: catalogueRef(set.head),
    title: set.head.title,
    note: set.note,
    isCarried: crosswalk !== null,
    counts,
    isAll,
    others: others.map((point) => ({ ...point, records: recordsOf(point, decisions) })),
  };
}

type StoredAnswer = Awaited<ReturnType<typeof answersOfDisclosures>>[number];

async function answersByDisclosure(ports: Ports, scope: Scope, ids: readonly string[]) {
  const byId = new Map<string, StoredAnswer[]>();
  for (const each of await answersOfDisclosures(ports.db, scope, ids)) {
    const own = byId.get(each.disclosureId);
    if (own) own.push(each);
    else byId.set(each.disclosureId, [each]);
  }
  return byId;
}

/** Decisions in force on the disclosure's series, over every edition. */
async function decisionsAbout(ports: Ports, scope: Scope, { productVersionId, form }: ShownDisclosure) {
  const decisions = await currentDecisionsOf(ports.db, scope, [productVersionId]);
  return decisions
    .filter((each: ShownDecision) => each.form === form)
    .map((each) => ({ ...each, basis: parseBasis(each.basis) }));
}

/** Subsets of questionnaires; those of a guideline narrow an assessment and are no list of questions. */
function setsOfForms(catalogues: Catalogues): ItemSet[] {
  return newestOfEach(catalogues.itemSets.values()).filter((each) => catalogues.questionnaires.has(each.of));
}

function reachesOf(
  catalogues: Catalogues,
  disclosure: Pick<ShownDisclosure, "form" | "formVersion">,
): Reach[] {
  const own = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
  if (own === null) return [];
  const ref = catalogueRef(own.head);
  const crosswalks = newestOfEach(catalogues.crosswalks.values()).filter((each) => each.from === ref);
  return setsOfForms(catalogues).flatMap((set): Reach[] => {
    const target = catalogues.questionnaires.get(set.of);
    if (!target) return [];
    if (set.of === ref) return [{ set, questionnaire: own, target, crosswalk: null }];
    const crosswalk = crosswalks.find((each) => each.to === set.of);
    return crosswalk ? [{ set, questionnaire: own, target, crosswalk }] : [];
  });
}

/** The subset against the disclosure's answers, carried to the newer form where the subset is of that one. */
function resultOf(reach: Reach, { id, formVersion }: ShownDisclosure, stored: readonly StoredAnswer[]) {
  const { set, questionnaire, target, crosswalk } = reach;
  const given = stored.map(({ clauses, ...each }) => ({ ...each, clauses: parseClauses(clauses) }));
  const joined = assessedAnswers(given, questionnaire);
  const items = itemsOfQuestionnaire(target);
  const answers = crosswalk ? carriedForAssessment(crosswalk, joined, items, id, formVersion) : joined;
  return selectionOf(itemsOfSet(set, items), answers);
}
