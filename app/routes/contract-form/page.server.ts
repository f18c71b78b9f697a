import { documentsOfContract } from "#db/queries/contract-documents.server";
import type { FieldOption, RawValues } from "~/components/plain-fields";
import { readContract, readTermsChoices } from "~/contract-records.server";
import { renewedTo } from "~/domain/contract";
import { formOfSource, formOfTerms } from "~/domain/contract-form";
import { termsOf } from "~/domain/contract-terms";
import { addDays } from "~/domain/day";
import { problem } from "~/domain/problem";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import type { ContractFormMode } from "./contract-form";

/** What most contracts of hospitals write; both can be changed in the form. */
const usual: RawValues = { hospitalLabel: "甲", vendorLabel: "乙", serverScope: "unclear" };

const noDocuments: FieldOption[] = [];

/** A new contract, filled with what the address gives (`?vendorId=…`); `choice`: of the case it comes from. */
export async function readNewContract(visit: Visit, asked: URLSearchParams) {
  const hidden: Readonly<Record<string, string | number>> = { choiceId: asked.get("choice") ?? "" };
  const given = Object.fromEntries(
    ["vendorId", "number", "title"].map((name) => [name, asked.get(name) ?? ""]),
  );
  return {
    mode: "add" as const,
    head: null,
    values: { ...usual, ...given },
    isFirst: true,
    hidden,
    documents: noDocuments,
    choices: await readTermsChoices(visit),
  };
}

/**
 * The form over what the contract says: of one revision (`?revision=…`) to correct it, of today to amend or renew.
 * @throws 404 when there is no such contract or revision
 */
export async function readTermsForm(
  visit: Visit,
  contractId: string,
  mode: Exclude<ContractFormMode, "add">,
  revisionId: string | null,
) {
  const { head, shown } = await readContract(visit, contractId);
  const chosen = shown.terms.find((each) => each.id === (revisionId ?? head.revisionId));
  if (!chosen) throw refuse([problem("not-found")]);
  const documents = await documentsOfContract(visit.ports.db, visit.scope, contractId);
  const { contract } = shown;
  const own: RawValues = mode === "correct" ? { number: contract.number, note: contract.note } : {};
  const source = mode === "correct" ? formOfSource(chosen.source, chosen.effectiveFrom) : {};
  const renewed: RawValues = mode === "renew" ? renewal(chosen) : {};
  return {
    mode,
    head,
    values: { ...formOfTerms(termsOf(chosen)), ...own, ...source, ...renewed },
    isFirst: chosen.origin === "first",
    hidden: { version: head.version, revisionId: chosen.id },
    documents: documents
      .filter((each) => each.withdrawnSeq === null)
      .map((each) => ({ value: each.id, label: each.title })),
    choices: await readTermsChoices(visit),
  };
}

/** The period one renewal further: it begins the day after the last one. */
function renewal(terms: { inForceTo: string | null; renewalMonths: number | null }): RawValues {
  const { inForceTo, renewalMonths } = terms;
  if (inForceTo === null) return {};
  const to = renewalMonths ? renewedTo(inForceTo, renewalMonths) : "";
  return { effectiveFrom: addDays(inForceTo, 1), inForceTo: to };
}
