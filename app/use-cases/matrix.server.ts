import { type SystemInUse, systemsInUse } from "#db/queries/clash-sources.server";
import { currentDecisionsOf } from "#db/queries/decisions.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import {
  type Assessment,
  type Finding,
  judgedVerdict,
  type UnmetAnswer,
  unmetAnswerOf,
} from "~/domain/assessment";
import { done, failed, problem } from "~/domain/problem";
import { catalogueRef } from "~/domain/provenance";
import type { Scope } from "~/domain/scope";
import { type Verdict, worstVerdict } from "~/domain/verdict";
import { defaultEdition } from "./assess.server";
import { assessMany } from "./assess-many.server";
import { cataloguesOf } from "./catalogues.server";
import { overrideNote } from "./overrides-beside.server";
import type { Ports } from "./ports.server";

/** What the current disclosures of one system say about one requirement; null verdict: nothing was disclosed. */
export type MatrixCell = {
  verdict: Verdict | null;
  /** Each disclosure with its own verdict and the answers it rests on. */
  parts: {
    disclosureId: string;
    form: string;
    /** The verdict that counts: a person's while it holds, with that of the rules beside it. */
    verdict: Verdict;
    /** What was answered where the verdict of the rules is `unmet` and nobody said いいえ. */
    unmetAnswer: UnmetAnswer | null;
    overridden: { computed: Verdict; reason: string; by: string } | null;
    answers: { no: string; answer: string; remark: string; cell: string }[];
  }[];
  /** Kind of the decision in force, where one was taken. */
  decision: string | null;
};

/**
 * 横断表: every system in use against one requirement, or every requirement against the systems of one vendor.
 * Seven queries, whatever the size.
 * @param input.guideline `id@version`; null = the edition an assessment opens with
 * @param input.requirement key; null = the first that a mapping leads to
 * @param input.vendorId null = the view over all systems
 * @returns Problems: catalogue-unknown, requirement-unknown
 */
export async function showMatrix(
  ports: Ports,
  scope: Scope,
  input: { guideline: string | null; requirement: string | null; vendorId: string | null },
) {
  const catalogues = await cataloguesOf(ports, scope);
  const guidelineRef = input.guideline ?? defaultEdition(catalogues);
  const guideline = catalogues.guideline(guidelineRef);
  if (!guideline) return failed(problem("catalogue-unknown", { ref: guidelineRef }));
  const requirements = guideline.requirements.filter((each) => each.isVendorRelevant);
  const mapped = new Set(
    [...catalogues.mappings.values()]
      .filter((each) => each.to === guidelineRef)
      .flatMap((each) => each.lines.map((line) => line.requirement)),
  );
  const first = requirements.find((each) => mapped.has(each.key)) ?? requirements[0];
  const chosen = requirements.find((each) => each.key === (input.requirement ?? first?.key));
  if (!chosen) return failed(problem("requirement-unknown", { requirement: input.requirement ?? "" }));
  const all = await systemsInUse(ports.db, scope);
  const systems = all.filter((each) => input.vendorId === null || each.vendorId === input.vendorId);
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const disclosures = await currentDisclosuresOf(ports.db, scope, versions);
  const [assessed, decisions] = await Promise.all([
    assessMany(ports, scope, catalogues, disclosures, [guidelineRef]),
    currentDecisionsOf(ports.db, scope, versions),
  ]);
  const cellOf = (system: SystemInUse, requirement: string): MatrixCell => {
    const own = disclosures.filter((each) => each.productVersionId === system.productVersionId);
    const parts = own.flatMap(({ id, form }) =>
      partOf(assessed.get(id)?.get(guidelineRef), id, form, requirement),
    );
    const decided = decisions.find(
      (each) =>
        each.productVersionId === system.productVersionId &&
        each.guideline === guidelineRef &&
        each.requirement === requirement,
    );
    return {
      verdict: jointVerdict(parts.map((each) => each.verdict)),
      parts,
      decision: decided?.kind ?? null,
    };
  };
  const rows = input.vendorId === null ? [chosen] : requirements;
  return done({
    guideline: {
      ref: guidelineRef,
      title: guideline.head.title,
      version: guideline.head.version,
      notice: guideline.head.notice,
    },
    editions: [...catalogues.guidelines.values()].map(({ head }) => ({
      ...{ ref: catalogueRef(head), title: head.title, version: head.version },
    })),
    requirements,
    chosen,
    vendors: [
      ...new Map(all.map((each) => [each.vendorId, { id: each.vendorId, name: each.vendor }])).values(),
    ],
    systems,
    rows: rows.map((requirement) => ({
      requirement,
      cells: systems.map((system) => cellOf(system, requirement.key)),
    })),
  });
}

function partOf(
  assessment: Assessment | undefined,
  disclosureId: string,
  form: string,
  requirement: string,
): MatrixCell["parts"] {
  const finding: Finding | undefined = assessment?.findings.find(
    (each) => each.requirement.key === requirement,
  );
  if (!finding) return [];
  const answers = finding.lines.flatMap((each) => each.answers);
  const note = overrideNote(finding);
  return [
    {
      ...{ disclosureId, form, verdict: judgedVerdict(finding) },
      unmetAnswer: unmetAnswerOf(finding),
      overridden: note && { computed: finding.verdict, reason: note.reason, by: note.by },
      answers: [...new Map(answers.map((each) => [each.ref, each])).values()].map(
        ({ no, answer, remark, cell }) => ({ no, answer, remark, cell }),
      ),
    },
  ];
}

/** The worst of what some form maps; `not-mapped` only where no form leads to the requirement. */
function jointVerdict(verdicts: readonly Verdict[]): Verdict | null {
  if (verdicts.length === 0) return null;
  return worstVerdict(verdicts.filter((each) => each !== "not-mapped"));
}
