import { z } from "zod";
import { systemsOfContract } from "#db/queries/contracts.server";
import { currentDisclosuresOf } from "#db/queries/disclosures.server";
import { listRoleSheets, sheetNamesOf } from "#db/queries/role-sheets.server";
import type { PaperBlock, PaperSource } from "~/domain/annex-document";
import { catalogueRef } from "~/domain/provenance";
import { hasRole } from "~/domain/scope";
import { refuse } from "~/http.server";
import type { Visit } from "~/scope.server";
import { showDraft } from "~/use-cases/papers.server";

/**
 * Everything the builder shows: the document as it would print, what is missing, where it comes from.
 * @throws 404 when there is no such draft in this hospital
 */
export async function readDraftPage(visit: Visit, draftId: string) {
  const { ports, scope } = visit;
  const shown = await showDraft(ports, scope, { draftId });
  if (!shown.ok) throw refuse(shown.problems);
  const { draft, template, built, contract, issued } = shown.value;
  const { id, number, title, vendorName } = contract;
  const names = await sheetNamesOf(ports.db, scope, contract.id);
  const chosen = z.array(z.string()).parse(JSON.parse(draft.roleSheets));
  return {
    draft: { id: draft.id, printedNo: draft.printedNo, dateStyle: draft.dateStyle, version: draft.version },
    template: {
      ref: catalogueRef(template.head),
      title: template.head.title,
      notice: template.head.notice,
      audience: template.audience,
      missingWord: template.words.missing,
    },
    sheets: names.map((each) => ({
      ...each,
      isPrinted: chosen.length === 0 || chosen.includes(each.id),
    })),
    document: built.document,
    missing: built.missing,
    contract: { id, number, title, vendorName },
    sources: { counts: countSources(built.document.blocks), ...(await readSources(visit, contract.id)) },
    issued,
    mayEdit: hasRole(scope, "editor"),
  };
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
