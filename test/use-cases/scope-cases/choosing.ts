import { listClashes } from "~/use-cases/clashes.server";
import { compareInSeries } from "~/use-cases/compare-disclosures.server";
import { showEditionEffects } from "~/use-cases/edition-effects.server";
import { showMatrix } from "~/use-cases/matrix.server";
import { basisOfChoice, compareCandidates, setWeights } from "~/use-cases/procurement-comparison.server";
import {
  addCandidates,
  archiveProcurement,
  chooseCandidate,
  dropCandidate,
  findCandidates,
  listProcurements,
  openProcurement,
  reviseProcurement,
  showProcurement,
} from "~/use-cases/procurements.server";
import { publishTestMapping } from "../../support/mappings";
import { expectDone } from "../../support/ports";
import { otherProduct, rawCase } from "../../support/procurements";
import { FORM_6_0, SHEET_FORM } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let otherVersionId = "";

/** The case as a page would hand it over. */
async function standOf({ ports, editor, procurementId }: World) {
  const { procurement } = expectDone(await showProcurement(ports, editor, { procurementId }));
  return { procurementId, version: procurement.version };
}

/** The disclosure of the world says いいえ to 14-3, and its role sheet gives every row to the vendor. */
async function prepare({ ports, editor }: World): Promise<void> {
  otherVersionId = await otherProduct(ports, editor, "別のカルテ");
  await publishTestMapping(ports, editor, { from: SHEET_FORM, to: FORM_6_0 }, [
    { requirement: "GL6.0-SO-14-5", questions: ["starter:two-factor"] },
  ]);
}

export const cases: ScopeCases = {
  prepare,
  writing: {
    openProcurement: {
      owner: "none",
      run: ({ ports }, scope) => openProcurement(ports, scope, { raw: rawCase() }),
    },
    reviseProcurement: {
      owner: "hospital",
      run: async (world, scope) =>
        reviseProcurement(world.ports, scope, { ...(await standOf(world)), raw: rawCase({ title: "更改" }) }),
    },
    addCandidates: {
      owner: "hospital",
      run: ({ ports, procurementId }, scope) =>
        addCandidates(ports, scope, { procurementId, productVersionIds: [otherVersionId] }),
    },
    setWeights: {
      owner: "hospital",
      run: async (world, scope) =>
        setWeights(world.ports, scope, { ...(await standOf(world)), form: "in-house-product@1.0", raw: {} }),
    },
    chooseCandidate: {
      owner: "hospital",
      run: async (world, scope) => {
        const { candidates, choices } = expectDone(
          await showProcurement(world.ports, world.editor, { procurementId: world.procurementId }),
        );
        return chooseCandidate(world.ports, scope, {
          procurementId: world.procurementId,
          candidateId: candidates[0]?.id ?? "",
          supersedes: choices[0]?.id ?? null,
          reason: "見直したため",
          form: null,
        });
      },
    },
    dropCandidate: {
      owner: "hospital",
      run: async ({ ports, editor, procurementId }, scope) => {
        const { candidates } = expectDone(await showProcurement(ports, editor, { procurementId }));
        const last = candidates.at(-1);
        const asked = { procurementId, candidateId: last?.id ?? "", version: last?.version ?? 0 };
        return dropCandidate(ports, scope, { ...asked, reason: "価格の条件に合わない" });
      },
    },
    archiveProcurement: {
      owner: "hospital",
      run: async (world, scope) => archiveProcurement(world.ports, scope, await standOf(world)),
    },
  },
  reading: {
    showProcurement: {
      owner: "hospital",
      run: ({ ports, procurementId }, scope) => showProcurement(ports, scope, { procurementId }),
    },
    findCandidates: {
      owner: "hospital",
      run: ({ ports, procurementId }, scope) => findCandidates(ports, scope, { procurementId, search: "" }),
    },
    compareCandidates: {
      owner: "hospital",
      run: ({ ports, procurementId }, scope) =>
        compareCandidates(ports, scope, { procurementId, form: null }),
    },
    basisOfChoice: {
      owner: "hospital",
      run: ({ ports, procurementId }, scope) => basisOfChoice(ports, scope, { procurementId, form: null }),
    },
    compareInSeries: {
      owner: "hospital",
      run: ({ ports, disclosureId }, scope) =>
        compareInSeries(ports, scope, { disclosureId, withId: null, guideline: null }),
    },
  },
  overviews: {
    listProcurements: async ({ ports, procurementId, systemId }, scope) => {
      const found = await listProcurements(ports, scope);
      // why the system's id: the table knows the records of the world by a few ids, and the case is none of them.
      return found.some((each) => each.id === procurementId) ? systemId : found;
    },
    showMatrix: ({ ports }, scope) =>
      showMatrix(ports, scope, { guideline: null, requirement: null, vendorId: null }),
    showEditionEffects: ({ ports }, scope) => showEditionEffects(ports, scope, { from: null, to: null }),
    listClashes: async ({ ports }, scope) => (await listClashes(ports, scope)).clashes,
  },
  notVerbs: [
    "assessMany", // assesses the disclosures its callers read
    "readClashRecords", // reads the records listClashes compares
  ],
};
