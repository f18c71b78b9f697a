import { showCoverage } from "~/use-cases/coverage.server";
import {
  addJoint,
  changeJoint,
  correctJoint,
  endJoint,
  reopenJoint,
  showJoint,
} from "~/use-cases/joints.server";
import { expectDone } from "../../support/ports";
import { rawSystem, register } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let jointId = "";
let entryId = "";
let endedId = "";
let reopenedId = "";
let secondSystemId = "";

const rawJoint = (w: Pick<World, "systemId">, change: Record<string, string> = {}) => ({
  firstSystemId: w.systemId,
  secondSystemId,
  what: "患者基本情報の連携",
  party: "undecided",
  thirdPartyName: "",
  emergencyParty: "hospital",
  note: "",
  ...change,
});

const day = { effectiveFrom: "2026-11-01" };

async function prepare(world: World): Promise<void> {
  const { ports, editor, productVersionId } = world;
  secondSystemId = await register(ports, editor, "system", {
    ...rawSystem(productVersionId),
    name: "検体検査",
  });
  const add = async () => expectDone(await addJoint(ports, editor, { raw: rawJoint(world) })).id;
  [jointId, endedId, reopenedId] = [await add(), await add(), await add()];
  entryId = expectDone(await showJoint(ports, editor, { jointId })).shown.id;
  expectDone(await endJoint(ports, editor, { jointId: reopenedId, version: 1, raw: day }));
}

const writing: ScopeCases["writing"] = {
  addJoint: {
    owner: "hospital",
    isField: true,
    run: (w, scope) => addJoint(w.ports, scope, { raw: rawJoint(w) }),
  },
  correctJoint: {
    owner: "hospital",
    run: (w, scope) => {
      const raw = rawJoint(w, { note: "二系統", reason: "書き誤り" });
      return correctJoint(w.ports, scope, { jointId, version: 1, entryId, raw });
    },
  },
  changeJoint: {
    owner: "hospital",
    run: (w, scope) => {
      const raw = rawJoint(w, { party: "hospital", ...day });
      return changeJoint(w.ports, scope, { jointId, version: 2, raw });
    },
  },
  endJoint: {
    owner: "hospital",
    run: ({ ports }, scope) => endJoint(ports, scope, { jointId: endedId, version: 1, raw: day }),
  },
  reopenJoint: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reopenJoint(ports, scope, { jointId: reopenedId, version: 2, raw: { reason: "誤り" } }),
  },
};

const overviews: ScopeCases["overviews"] = {
  showCoverage: ({ ports }, scope) => showCoverage(ports, scope, { knownOn: "", day: "", situation: "" }),
};

export const cases: ScopeCases = {
  prepare,
  writing,
  reading: {
    showJoint: { owner: "hospital", run: ({ ports }, scope) => showJoint(ports, scope, { jointId }) },
  },
  overviews,
  notVerbs: [
    "jointsThen", // part of the day's roles and of the contract's page
    "contractsInForce",
    "withNamesThen",
    "termsInForce",
    "jointShown",
  ],
};
