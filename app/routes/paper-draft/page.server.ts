import { z } from "zod";
import { systemsOfContract } from "#db/queries/contracts.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import { listRoleSheets, sheetNamesOf } from "#db/queries/role-sheets.server";
import type { PaperBlock, PaperSource } from "~/domain/annex-document";
import { type AnnexField, enteredSchema } from "~/domain/annex-field";
import { holds } from "~/domain/annex-holds";
import type { PaperInput } from "~/domain/annex-input";
import { groupOfKind } from "~/domain/annex-kind";
import { optionText } from "~/domain/annex-show";
import { type Day, dayInTokyo } from "~/domain/day";
import { catalogueRef } from "~/domain/provenance";
import { may } from "~/domain/rights";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showDraft } from "~/use-cases/papers.server";
import { sourceLabel, sourcesOfMemorandum } from "./memorandum-sources.server";

/**
 * Everything the builder shows: the document as it would print, what is missing, where it comes from.
 * @throws 404 when there is no such draft in this hospital
 */
export async function readDraftPage(visit: Visit, draftId: string) {
  const { ports, scope } = visit;
  const shown = await showDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const { draft, template, built, contract, issued, snapshot } = shown.value;
  const { id, number, title, vendorName } = contract;
  const names = await sheetNamesOf(ports.db, scope, contract.id);
  const chosen = z.array(z.string()).parse(JSON.parse(draft.roleSheets));
  return {
    draft: {
      id: draft.id,
      printedNo: draft.printedNo,
      dateStyle: draft.dateStyle,
      version: draft.version,
      signature: draft.signature ?? "",
      entered: enteredSchema.parse(JSON.parse(draft.entered)),
    },
    /** 記入欄 that are asked for now, with the contract's own labels in their options. */
    fields: template.fields
      .filter((each) => holds(each.when, snapshot))
      .map((each) => withLabels(each, snapshot.contract)),
    template: {
      ref: catalogueRef(template.head),
      title: template.head.title,
      notice: template.head.notice,
      audience: template.audience,
      missingWord: template.words.missing,
      signature: template.signature,
      hasNumber: groupOfKind(template.paperKind) === "annex",
    },
    sheets: names.map((each) => ({
      ...each,
      isPrinted: chosen.length === 0 || chosen.includes(each.id),
    })),
    document: built.document,
    missing: built.missing,
    contract: { id, number, title, vendorName },
    /** A 別紙 for a contract in force becomes part of it by a 覚書 (contract-annexes, corrections). */
    needsMemorandum:
      groupOfKind(template.paperKind) === "annex" && isInForce(snapshot.contract, dayInTokyo(ports.now())),
    isMemorandum: template.paperKind === "memorandum",
    changeSources:
      template.paperKind === "memorandum"
        ? (await sourcesOfMemorandum(visit, contract.id)).map((each) => ({
            key: each.key,
            label: sourceLabel(each),
          }))
        : [],
    sources: { counts: countSources(built.document.blocks), ...(await readSources(visit, contract.id)) },
    issued,
    mayEdit: may(scope, "paper:write"),
  };
}

function isInForce({ inForceFrom, inForceTo }: PaperInput["contract"], today: Day): boolean {
  return inForceFrom !== null && inForceFrom <= today && (inForceTo === null || inForceTo >= today);
}

function withLabels(field: AnnexField, contract: PaperInput["contract"]): AnnexField {
  const named = <O extends { label: string }>(options: readonly O[]): O[] =>
    options.map((each) => ({ ...each, label: optionText(each.label, contract) }));
  if (field.type === "choice") return { ...field, options: named(field.options) };
  if (field.type !== "rows") return field;
  return { ...field, columns: field.columns.map((each) => ({ ...each, options: named(each.options) })) };
}

export type DraftPage = Awaited<ReturnType<typeof readDraftPage>>;

/** The records the paper is made from, to be opened. */
async function readSources({ ports, scope }: Visit, contractId: string) {
  const [sheets, systems] = await Promise.all([
    listRoleSheets(ports.db, scope, { contractId, page: 1, pageSize: 10 }),
    systemsOfContract(ports.db, scope, contractId),
  ]);
  const versions = [...new Set(systems.map((each) => each.productVersionId))];
  const disclosures = await currentDisclosuresOf(ports.db, scope, versions);
  return {
    sheets: sheets.rows.map((each) => ({
      id: each.id,
      title: each.title,
      effectiveFrom: each.effectiveFrom,
    })),
    disclosures: disclosures.map((each) => ({
      id: each.id,
      name: `${each.product} ${each.productVersion}`,
      form: each.form,
      issuedOn: each.issuedOn,
    })),
  };
}

/** How many paragraphs and rows come from each kind of record. */
function countSources(blocks: readonly PaperBlock[]): Partial<Record<PaperSource["record"], number>> {
  const counts: Partial<Record<PaperSource["record"], number>> = {};
  const count = (source: PaperSource | undefined) => {
    if (source) counts[source.record] = (counts[source.record] ?? 0) + 1;
  };
  for (const block of blocks) {
    if (block.kind === "table") for (const row of block.rows) count(row.source);
    else if (block.kind === "heading" || block.kind === "paragraph") count(block.source);
  }
  return counts;
}
