import { archiveJoint, type RawJoint, showCoverage, writeJoint } from "~/use-cases/coverage.server";
import { expectDone } from "../../support/ports";
import { rawSystem, register } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let jointId = "";
let otherId = "";
let secondSystemId = "";

const rawJoint = (w: Pick<World, "systemId">): RawJoint => ({
  firstSystemId: w.systemId,
  secondSystemId,
  what: "患者基本情報の連携",
  party: "undecided",
  thirdPartyName: "",
  emergencyParty: "hospital",
  note: "",
});

async function prepare(world: World): Promise<void> {
  const { ports, editor, productVersionId } = world;
  secondSystemId = await register(ports, editor, "system", {
    ...rawSystem(productVersionId),
    name: "検体検査",
  });
  const write = () => writeJoint(ports, editor, { id: null, version: 0, raw: rawJoint(world) });
  jointId = expectDone(await write()).id;
  otherId = expectDone(await write()).id;
}

const writing: ScopeCases["writing"] = {
  writeJoint: {
    owner: "hospital",
    run: (w, scope) =>
      writeJoint(w.ports, scope, { id: jointId, version: 1, raw: { ...rawJoint(w), party: "hospital" } }),
  },
  archiveJoint: {
    owner: "hospital",
    run: ({ ports }, scope) => archiveJoint(ports, scope, { id: otherId, version: 1 }),
  },
};

const overviews: ScopeCases["overviews"] = {
  showCoverage: ({ ports }, scope) => showCoverage(ports, scope, { knownOn: "", day: "", situation: "" }),
};

export const cases: ScopeCases = { prepare, writing, reading: {}, overviews, notVerbs: [] };
