import { beginOwnChecklist, freezeOwnRound, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import {
  listMeasures,
  recordMeasure,
  showFeeConditions,
  showMeasures,
  takeBackMeasure,
} from "~/use-cases/measures.server";
import { listSelfChecks, showOwnChecklist } from "~/use-cases/own-checklists.server";
import { saveSurvey, showSurvey } from "~/use-cases/surveys.server";
import { expectDone } from "../../support/ports";
import { beginSheet, CHECKLIST, typedSheet } from "../../support/self-checks";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let checklistId = "";
let measureId = "";
const measure = { measureKey: "backup", doneOn: "2026-06-01", what: "確かめた", evidence: "点検表" };
let full: Awaited<ReturnType<typeof typedSheet>> | null = null;

/** The sheet as it stands now, whoever asks. */
const version = async ({ ports, editor }: World) =>
  expectDone(await showOwnChecklist(ports, editor, { checklistId })).sheet.version;

export const cases: ScopeCases = {
  prepare: async ({ ports, editor, systemId }) => {
    checklistId = await beginSheet(ports, editor);
    full = await typedSheet(ports, editor, checklistId);
    expectDone(await saveOwnChecklist(ports, editor, full));
    const recorded = await recordMeasure(ports, editor, { systemId, raw: measure });
    measureId = expectDone(recorded).recordId;
  },
  writing: {
    beginOwnChecklist: {
      owner: "none",
      run: ({ ports }, scope) =>
        beginOwnChecklist(ports, scope, { fiscalYear: 2025, checklistRef: CHECKLIST }),
    },
    saveOwnChecklist: {
      owner: "hospital",
      run: async (world, scope) =>
        saveOwnChecklist(world.ports, scope, {
          checklistId,
          gate: "yes",
          rows: full?.rows ?? [],
          version: await version(world),
        }),
    },
    freezeOwnRound: {
      owner: "hospital",
      run: async (world, scope) =>
        freezeOwnRound(world.ports, scope, {
          checklistId,
          version: await version(world),
          answeredOn: "2026-06-01",
        }),
    },
    recordMeasure: {
      owner: "hospital",
      run: ({ ports, systemId }, scope) => recordMeasure(ports, scope, { systemId, raw: measure }),
    },
    takeBackMeasure: {
      owner: "hospital",
      run: ({ ports }, scope) => takeBackMeasure(ports, scope, { recordId: measureId, reason: "誤り" }),
    },
    saveSurvey: {
      owner: "none",
      run: ({ ports }, scope) =>
        saveSurvey(ports, scope, {
          fiscalYear: 2026,
          answers: [{ questionKey: "csirt", value: "yes", happenedOn: "", note: "", seenId: "" }],
        }),
    },
  },
  reading: {
    showMeasures: {
      owner: "hospital",
      run: ({ ports, systemId }, scope) => showMeasures(ports, scope, { systemId }),
    },
    showOwnChecklist: {
      owner: "hospital",
      run: ({ ports }, scope) => showOwnChecklist(ports, scope, { checklistId }),
    },
  },
  overviews: {
    listMeasures: ({ ports }, scope) => listMeasures(ports, scope, { measureKey: "", systemId: "" }),
    showFeeConditions: ({ ports }, scope) => showFeeConditions(ports, scope),
    showSurvey: ({ ports }, scope) => showSurvey(ports, scope, { fiscalYear: 2026 }),
    listSelfChecks: async ({ ports, contractId }, scope) => {
      const { sheets } = await listSelfChecks(ports, scope);
      // why the contract's id: the table looks for records of the world, and a list of sheets names its own only.
      return sheets.map(({ id }) => (id === checklistId ? contractId : id));
    },
  },
  notVerbs: [
    "checklistTargets", // days for listDeadlines and showHome; own-checklists.test.ts
    "openSheet", // reads the sheet for the verbs that call it
    "measureAnswers", // reads answers for listMeasures
    "listSurveys", // numbers without ids; measures-and-surveys.test.ts counts them
    "answersOfRounds", // takes rounds that showOwnChecklist found
  ],
};
