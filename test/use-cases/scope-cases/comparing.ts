import { showApplicability } from "~/use-cases/applicability.server";
import { recordHospitalProfile } from "~/use-cases/hospital-profile.server";
import { defineItemSet } from "~/use-cases/item-sets.server";
import { showMaintenanceRoute } from "~/use-cases/maintenance-route.server";
import { liftOverride, overrideVerdict } from "~/use-cases/override-verdict.server";
import { listSelectionPoints, showSelectionPoints } from "~/use-cases/selection-points.server";
import { askedOf, rawHospitalFacts } from "../../support/comparing";
import { gapOn } from "../../support/decisions";
import { expectDone } from "../../support/ports";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

// why partial: it stays a gap, so that other cases may still decide on it.
const raw = { verdict: "partial", reason: "備考を読み直した" };
let overridden: { requirement: string; overrideId: string };

/** A requirement of the earlier disclosure that nobody else's case touches. */
async function overrideOne({ ports, editor, disclosureId }: World): Promise<void> {
  const { requirement } = await gapOn(ports, editor, disclosureId, "14-3");
  const asked = askedOf(disclosureId, requirement.key);
  const { overrideId } = expectDone(await overrideVerdict(ports, editor, { ...asked, raw }));
  overridden = { requirement: requirement.key, overrideId };
  const names = { id: "comparing-points", version: "1", title: "確認事項（試験）", note: "" };
  const set = { of: "in-house-product@1.0", pasted: "14-3 14-5", choices: {}, ...names };
  expectDone(await defineItemSet(ports, editor, set));
}

export const cases: ScopeCases = {
  prepare: overrideOne,
  writing: {
    recordHospitalProfile: {
      owner: "none",
      run: ({ ports }, scope) =>
        recordHospitalProfile(ports, scope, { supersedes: null, reason: "", raw: rawHospitalFacts() }),
    },
    overrideVerdict: {
      owner: "hospital",
      run: ({ ports, disclosureId, openGap }, scope) =>
        overrideVerdict(ports, scope, { ...askedOf(disclosureId, openGap), raw }),
    },
    liftOverride: {
      owner: "hospital",
      run: ({ ports, disclosureId }, scope) =>
        liftOverride(ports, scope, {
          ...askedOf(disclosureId, overridden.requirement, overridden.overrideId),
          reason: "読み違い",
        }),
    },
  },
  reading: {
    showSelectionPoints: {
      owner: "hospital",
      run: ({ ports, disclosureId }, scope) => showSelectionPoints(ports, scope, { disclosureId, set: null }),
    },
  },
  overviews: {
    listSelectionPoints: ({ ports }, scope) => listSelectionPoints(ports, scope, { page: 1 }),
    showApplicability: ({ ports }, scope) => showApplicability(ports, scope, { guideline: null }),
    showMaintenanceRoute: ({ ports }, scope) => showMaintenanceRoute(ports, scope, { day: "" }),
  },
  notVerbs: [
    "recomputeVerdicts", // counts of disclosures that are handed in; test/use-cases/comparing.test.ts shows that others' count nothing
    "showHospitalProfile", // one's own hospital, any role; test/use-cases/comparing.test.ts shows that another one sees none
    "factsOn", // part of showing the profile and what applies
  ],
};
