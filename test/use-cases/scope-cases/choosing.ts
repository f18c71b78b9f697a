import { listClashes } from "~/use-cases/clashes.server";
import { compareInSeries } from "~/use-cases/compare-disclosures.server";
import { publishTestMapping } from "../../support/mappings";
import { FORM_6_0, SHEET_FORM } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

/** The disclosure of the world says いいえ to 14-3, and its role sheet gives every row to the vendor. */
async function prepare({ ports, editor }: World): Promise<void> {
  await publishTestMapping(ports, editor, { from: SHEET_FORM, to: FORM_6_0 }, [
    { requirement: "GL6.0-SO-14-5", questions: ["starter:two-factor"] },
  ]);
}

export const cases: ScopeCases = {
  prepare,
  writing: {},
  reading: {
    compareInSeries: {
      owner: "hospital",
      run: ({ ports, disclosureId }, scope) =>
        compareInSeries(ports, scope, { disclosureId, withId: null, guideline: null }),
    },
  },
  overviews: {
    listClashes: async ({ ports }, scope) => (await listClashes(ports, scope)).clashes,
  },
  notVerbs: [
    "readClashRecords", // reads the records listClashes compares
  ],
};
