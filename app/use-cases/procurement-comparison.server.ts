import { answersOfMany } from "#db/queries/clash-sources.server";
import { currentDisclosuresOf, type ShownDisclosure } from "#db/queries/disclosures.server";
import {
  candidatesOf,
  findProcurement,
  type StoredCandidate,
  type StoredProcurement,
  updateProcurement,
} from "#db/queries/procurements.server";
import type { Catalogues } from "~/catalogues.server";
import { itemsOfQuestionnaire } from "~/domain/catalogue-item";
import { assessedAnswers } from "~/domain/disclosure";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type ChoiceBasis, type WeightKind, weightKinds } from "~/domain/procurement";
import { parseWeights } from "~/domain/procurement-file";
import { catalogueRef } from "~/domain/provenance";
import type { Questionnaire } from "~/domain/questionnaire";
import type { Scope } from "~/domain/scope";
import {
  crosswalksUsed,
  formsToCompareOn,
  type SideBySide,
  type SideCandidate,
  sideBySide,
} from "~/domain/side-by-side";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { newestOfEach } from "./relation-drafts.server";

export type FormToCompare = { ref: string; title: string; version: string; form: string };
export type ProcurementComparison = {
  procurement: StoredProcurement;
  candidates: StoredCandidate[];
  /** Form versions the candidates can be laid on, the one most of them reach first. */
  forms: FormToCompare[];
  /** Null where no candidate disclosed on a form whose items are known. */
  compared: (SideBySide & { head: Questionnaire["head"]; crosswalks: string[] }) | null;
};

/**
 * 候補を並べる: the standing candidates on the items of one form version. Six queries, whatever the number of
 * candidates and items.
 * @param input.form `id@version`; null or one that is not among `forms` = the first of them
 * @returns Problems: not-found
 */
export async function compareCandidates(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; form: string | null },
): Promise<Result<ProcurementComparison>> {
  const found = await findProcurement(ports.db, scope, input.procurementId);
  if (!found) return failed(problem("not-found"));
  const catalogues = await cataloguesOf(ports, scope);
  const candidates = (await candidatesOf(ports.db, scope, found.id)).filter(
    (each) => each.droppedReason === "",
  );
  const versions = candidates.map((each) => each.productVersionId);
  const disclosures = await currentDisclosuresOf(ports.db, scope, versions);
  const crosswalks = newestOfEach(catalogues.crosswalks.values());
  const sides = await sidesOf(ports, scope, catalogues, candidates, disclosures);
  const published = [...catalogues.questionnaires.keys()];
  const forms = formsOf(catalogues, formsToCompareOn([...sides.values()].flat(), crosswalks, published));
  const chosen = forms.find((each) => each.ref === input.form) ?? forms[0];
  const questionnaire = chosen ? catalogues.questionnaires.get(chosen.ref) : undefined;
  if (!chosen || !questionnaire) return done({ procurement: found, candidates, forms, compared: null });
  const own = sides.get(chosen.form) ?? [];
  const weights = parseWeights(found.weights)[chosen.ref] ?? {};
  const items = itemsOfQuestionnaire(questionnaire);
  return done({
    procurement: found,
    candidates,
    forms,
    compared: {
      ...sideBySide(chosen.ref, items, own, crosswalks, weights),
      head: questionnaire.head,
      crosswalks: crosswalksUsed(chosen.ref, own, crosswalks),
    },
  });
}

/** The candidates once for each form anything was disclosed on, each with its disclosure of that form. */
async function sidesOf(
  ports: Ports,
  scope: Scope,
  catalogues: Catalogues,
  candidates: readonly StoredCandidate[],
  disclosures: readonly ShownDisclosure[],
): Promise<Map<string, SideCandidate[]>> {
  const answers = await answersOfMany(
    ports.db,
    scope,
    disclosures.map((each) => each.id),
  );
  const sideOf = (disclosure: ShownDisclosure) => {
    const form = catalogues.questionnaireFor(disclosure.form, disclosure.formVersion);
    const given = (answers.get(disclosure.id) ?? []).map((each) => ({ ...each, clauses: [] }));
    const { id, formVersion } = disclosure;
    return { id, formVersion, form: form && catalogueRef(form.head), answers: assessedAnswers(given, form) };
  };
  const forms = [...new Set(disclosures.map((each) => each.form))];
  return new Map(
    forms.map((form) => [
      form,
      candidates.map(({ id, name, vendor, productVersionId }): SideCandidate => {
        const own = disclosures.find(
          (each) => each.form === form && each.productVersionId === productVersionId,
        );
        return { candidateId: id, name, vendor, disclosure: own ? sideOf(own) : null };
      }),
    ]),
  );
}

function formsOf(catalogues: Catalogues, refs: readonly string[]): FormToCompare[] {
  return refs.flatMap((ref) => {
    const found = catalogues.questionnaires.get(ref);
    return found ? [{ ref, title: found.head.title, version: found.head.version, form: found.form }] : [];
  });
}

/** What a choice keeps of the comparison. Problems: not-found. */
export async function basisOfChoice(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; form: string | null },
): Promise<Result<ChoiceBasis>> {
  const found = await compareCandidates(ports, scope, input);
  if (!found.ok) return found;
  const { compared } = found.value;
  return done({ form: compared?.form ?? null, candidates: compared?.totals ?? [] });
}

/**
 * 重みを決める: for the items of one form version; `normal` needs no entry.
 * @returns Problems: not-found, catalogue-unknown (a form that is none), field-not-an-option, changed-meanwhile
 */
export async function setWeights(
  ports: Ports,
  scope: Scope,
  input: { procurementId: string; version: number; form: string; raw: Readonly<Record<string, string>> },
): Promise<Result<null>> {
  const before = await findProcurement(ports.db, scope, input.procurementId);
  if (!before) return failed(problem("not-found"));
  const questionnaire = (await cataloguesOf(ports, scope)).questionnaires.get(input.form);
  if (!questionnaire) return failed(problem("catalogue-unknown", { ref: input.form }));
  const set: Record<string, WeightKind> = {};
  for (const { key } of questionnaire.questions) {
    const value = input.raw[key] ?? "normal";
    const weight = weightKinds.find((each) => each === value);
    if (!weight) return failed(problem("field-not-an-option", { value }, key));
    if (weight !== "normal") set[key] = weight;
  }
  const weights = { ...parseWeights(before.weights), [input.form]: set };
  const change = { weights: [null, Object.keys(set).length] satisfies [unknown, unknown] };
  const head = { verb: "set-weights", noun: "procurement", recordId: before.id, change };
  return record(ports, scope, "procurement:write", head, async ({ tx }) => {
    const row = { id: before.id, version: input.version };
    const isSaved = await updateProcurement(tx, scope, row, { weights: JSON.stringify(weights) });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}
