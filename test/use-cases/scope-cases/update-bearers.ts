import {
  correctServerUpdates,
  settleServerUpdates,
  showServerUpdates,
} from "~/use-cases/update-bearers.server";
import { expectDone } from "../../support/ports";
import { register } from "../../support/records";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let serverId = "";

const raw = (change: Record<string, string> = {}) => ({
  ...{ bearer: "hospital", clauseKey: "", typedClause: "第7条", effectiveFrom: "2026-11-01" },
  ...change,
});

async function prepare({ ports, editor, systemId }: World): Promise<void> {
  const server = { systemId, name: "UB-1", kind: "pc", securityUpdateBearer: "unclear" };
  serverId = await register(ports, editor, "server", server);
}

const now = async ({ ports, editor }: World) =>
  expectDone(await showServerUpdates(ports, editor, { serverId }));

export const cases: ScopeCases = {
  prepare,
  writing: {
    settleServerUpdates: {
      owner: "hospital",
      run: async (world, scope) => {
        const { version } = await now(world);
        return settleServerUpdates(world.ports, scope, { serverId, version, raw: raw() });
      },
    },
    correctServerUpdates: {
      owner: "hospital",
      run: async (world, scope) => {
        const { version, shown } = await now(world);
        const said = raw({ typedClause: "第8条", reason: "書き誤り" });
        const input = { serverId, version, entryId: shown?.id ?? "", raw: said };
        return correctServerUpdates(world.ports, scope, input);
      },
    },
  },
  reading: {
    showServerUpdates: {
      owner: "hospital",
      run: ({ ports }, scope) => showServerUpdates(ports, scope, { serverId }),
    },
  },
  overviews: {},
  notVerbs: [
    "keepFirstUpdates", // part of registering and importing, inside their transaction
    "serverUpdatesThen", // part of the day's roles and of a contract's pages
  ],
};
