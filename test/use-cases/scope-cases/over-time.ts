import { showInCharge } from "~/use-cases/in-charge.server";
import { correctIncident, listIncidents, recordIncident, showIncident } from "~/use-cases/incidents.server";
import { showTimeline } from "~/use-cases/timeline.server";
import { listTwoFactor, planTwoFactor, recordTwoFactor, showTwoFactor } from "~/use-cases/two-factor.server";
import { rawIncident, rawTwoFactor } from "../../support/over-time";
import { expectDone } from "../../support/ports";
import type { ScopeCases } from "./case";

const everything = { day: "2026-06-01", knownOn: "", search: "", rowKey: "", vendorId: "", party: "" };

export const cases: ScopeCases = {
  writing: {
    recordIncident: {
      owner: "hospital",
      isField: true,
      run: ({ ports, systemId }, scope) => recordIncident(ports, scope, { raw: rawIncident({ systemId }) }),
    },
    correctIncident: {
      owner: "hospital",
      run: async ({ ports, editor, incidentId }, scope) => {
        const { newest } = expectDone(await showIncident(ports, editor, { incidentId }));
        const correction = { incidentId, supersedes: newest.id, reason: "日付の誤り", isWithdrawn: false };
        return correctIncident(ports, scope, { ...correction, raw: rawIncident({ title: "訂正後" }) });
      },
    },
    planTwoFactor: {
      owner: "hospital",
      // why the newest record: other cases plan for the same system, in whatever order
      run: async ({ ports, editor, systemId }, scope) => {
        const { records } = expectDone(await showTwoFactor(ports, editor, { systemId }));
        const held = records.filter((each) => each.place === "client").at(-1);
        const plannedOn = held?.plannedOn === "2027-02-26" ? "2027-02-25" : "2027-02-26";
        const row = { systemId, place: "client", seen: held?.id ?? "", kind: "planned", costEstimate: "" };
        return planTwoFactor(ports, scope, { rows: [{ ...row, plannedOn }], source: "計画書" });
      },
    },
    recordTwoFactor: {
      owner: "hospital",
      run: ({ ports, systemId }, scope) =>
        recordTwoFactor(ports, scope, { systemId, supersedes: null, reason: "", raw: rawTwoFactor() }),
    },
  },
  reading: {
    showIncident: {
      owner: "hospital",
      run: ({ ports, incidentId }, scope) => showIncident(ports, scope, { incidentId }),
    },
    showTwoFactor: {
      owner: "hospital",
      run: ({ ports, systemId }, scope) => showTwoFactor(ports, scope, { systemId }),
    },
  },
  overviews: {
    listIncidents: ({ ports }, scope) => listIncidents(ports, scope),
    listTwoFactor: ({ ports }, scope) => listTwoFactor(ports, scope),
    showInCharge: ({ ports }, scope) => showInCharge(ports, scope, { ...everything, page: 1, pageSize: 50 }),
    showTimeline: ({ ports }, scope) => showTimeline(ports, scope, everything),
  },
  notVerbs: [
    "readDates", // reads two dates for the look-backs that call it
    "showFigures", // numbers without ids; test/use-cases/over-time.test.ts shows that another hospital counts none
  ],
};
