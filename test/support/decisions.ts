import type { Finding } from "~/domain/assessment";
import type { Scope } from "~/domain/scope";
import { isGap } from "~/domain/verdict";
import { assessDisclosure } from "~/use-cases/assess.server";
import type { RawDecision } from "~/use-cases/decide.server";
import type { Ports } from "~/use-cases/ports.server";
import { expectDone } from "./ports";
import { FORM_6_0 } from "./records";

/** The first gap that rests on a question answered otherwise than はい. */
export async function gapOn(ports: Ports, scope: Scope, disclosureId: string, no: string): Promise<Finding> {
  const assessed = expectDone(await assessDisclosure(ports, scope, { disclosureId, guideline: FORM_6_0 }));
  const finding = assessed.assessment.findings.find(
    (each) =>
      isGap(each.verdict) &&
      each.lines.some((line) => line.answers.some((answer) => answer.no === no && answer.answer !== "yes")),
  );
  if (!finding) throw new Error(`no gap on ${no}`);
  return finding;
}

/** A decision as typed: a promise of the vendor, complete. */
export function rawDecision(fields: Partial<RawDecision> = {}): RawDecision {
  return {
    kind: "vendor-fix",
    reason: "次の版で備わる",
    measure: "乙は次の版で提供する",
    owner: "医療情報室",
    dueOn: "2027-03-31",
    likelihood: "",
    impact: "",
    acceptedBy: "",
    inspectionText: "",
    ...fields,
  };
}
