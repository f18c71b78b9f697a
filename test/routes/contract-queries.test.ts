import { afterAll, beforeAll, expect, it } from "vitest";
import { addConnection } from "~/use-cases/connection-records.server";
import { quoteClause } from "~/use-cases/contract-clauses.server";
import { fileContractDocument } from "~/use-cases/contract-documents.server";
import { recordIncident } from "~/use-cases/incidents.server";
import { addJoint } from "~/use-cases/joints.server";
import { showContract } from "~/use-cases/look-back.server";
import { coverSystems } from "~/use-cases/registers.server";
import { agreeRoleSheet } from "~/use-cases/role-sheets.server";
import { addSubcontractor } from "~/use-cases/subcontractors.server";
import { rawClause, rawConnection, rawDocument, rawSubcontractor } from "../support/contract-records";
import { rawIncident } from "../support/over-time";
import { queriesOf } from "../support/page-checks";
import { expectDone } from "../support/ports";
import { openSheet, rawContract, rawSystem, register } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let viewer: Visitor;
beforeAll(async () => {
  world = await fullWorld();
  web = await startWeb(world.ports);
  viewer = await web.as(world.viewer);
});
afterAll(() => web?.stop());

/** A further system under a contract of its own, with an agreed sheet, a subcontractor, a connection, a joint … */
async function grow(no: number): Promise<void> {
  const { ports, editor, vendorId, productVersionId, contractId } = world;
  const raw = { ...rawSystem(productVersionId), name: `システム${no}` };
  const systemId = await register(ports, editor, "system", raw);
  const own = await register(ports, editor, "contract", rawContract(vendorId, `K-${no}`));
  expectDone(await coverSystems(ports, editor, { contractId: own, systemIds: [systemId] }));
  for (const of of [own, contractId]) {
    const roleSheetId = await openSheet(ports, editor, of);
    const agreed = { roleSheetId, effectiveFrom: "2026-05-01", note: "", corrects: null };
    expectDone(await agreeRoleSheet(ports, editor, agreed));
    const member = rawSubcontractor({ name: `再委託${no}`, usedFrom: "2026-04-01" });
    expectDone(await addSubcontractor(ports, editor, { contractId: of, raw: member }));
  }
  const way = { raw: rawConnection(world.systemId, { name: `回線${no}` }), isConfirmed: true };
  expectDone(await addConnection(ports, editor, way));
  const ends = { firstSystemId: world.systemId, secondSystemId: systemId, what: "連携" };
  const joint = { ...ends, party: "undecided", emergencyParty: "hospital" };
  expectDone(await addJoint(ports, editor, { raw: joint }));
  for (const of of [world.systemId, systemId]) {
    const server = { systemId: of, name: `SV-${no}`, kind: "pc", securityUpdateBearer: "unclear" };
    await register(ports, editor, "server", { ...server, effectiveFrom: "2026-04-01" });
  }
  const document = rawDocument(`契約書${no}`);
  expectDone(await fileContractDocument(ports, editor, { contractId, ...document }));
  const { held } = expectDone(await showContract(ports, editor, { contractId, day: "", knownOn: "" }));
  const clause = rawClause(held?.revision.id ?? "", { number: `第${no}条` });
  expectDone(await quoteClause(ports, editor, { contractId, key: null, raw: clause }));
  expectDone(await recordIncident(ports, editor, { raw: rawIncident({ title: `停止${no}`, systemId }) }));
}

it("pages of contracts, roles and time ask as many questions however many records there are", async () => {
  await grow(1);
  const contract = `/contracts/${world.contractId}`;
  const joint = /\/joints\/[0-9a-f-]{36}/.exec(await (await viewer.get("/coverage")).text())?.[0] ?? "";
  const server = /\/servers\/[0-9a-f-]{36}/.exec(await (await viewer.get("/servers")).text())?.[0] ?? "";
  const paths = [
    ...["/contracts", "/renewals", "/renewals/export?as=csv", "/role-sheets", "/connections", "/server-list"],
    ...[
      "",
      "?day=2026-06-01&knownOn=2026-11-24",
      "/terms",
      "/documents",
      "/servers",
      "/servers?day=2026-06-01",
      "/subcontractors",
    ].map((each) => `${contract}${each}`),
    ...[`/role-sheets/${world.roleSheetId}`, `/role-sheets/${world.roleSheetId}?day=2026-06-01`, joint],
    ...["/coverage", "/coverage?when=emergency&day=2026-06-01", "/coverage/export?as=csv"],
    ...["/in-charge", "/in-charge?day=2026-06-01", "/in-charge/export?as=csv"],
    ...["/timeline", "/timeline?day=2026-06-01", "/timeline/export?as=csv"],
    ...["/servers", "/servers?securityUpdateBearer=unclear", `${server}`, `${server}/updates`],
    ...["/incidents", "/figures", "/two-factor"],
  ];
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const path of paths) counts[path] = await queriesOf(world.ports, viewer, path);
    return counts;
  };
  const few = await count();
  for (let no = 2; no < 6; no += 1) await grow(no);
  expect(await count()).toEqual(few);
});
