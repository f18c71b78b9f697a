import { beforeAll, describe, expect, it } from "vitest";
import { everyRight, may, type Right, rolesWith } from "~/domain/rights";
import { type Role, roles, type Scope } from "~/domain/scope";
import { codesOf, expectProblems } from "../support/ports";
import { probing, WouldCommit } from "../support/probe";
import { fullWorld, type World } from "../support/world";
import { allCases, overviews, reading, writing } from "./all-scope-cases";
import { narrowRights } from "./rights-of-verbs";
import type { Case } from "./scope-cases/case";

let world: World;
beforeAll(async () => {
  world = await fullWorld();
  for (const each of allCases) await each.prepare?.(world);
  // why patient: it makes a record of every kind there is, and the machine may be busy.
}, 300_000);

const audits = async () =>
  Number((await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit")).rows[0]?.n);
const absent = (each: Case) => (each.isField ? "field-unknown-reference" : "not-found");

describe.each(Object.entries(reading))("%s", (_name, each) => {
  it("answers a viewer, and another hospital as if there were none", async () => {
    expect((await each.run(world, world.viewer)).ok).toBe(true);
    expect(codesOf(await each.run(world, world.stranger))).toEqual([absent(each)]);
    const ofSister = await each.run(world, world.sister);
    if (each.owner === "group") expect(ofSister.ok).toBe(true);
    else expect(codesOf(ofSister)).toEqual([absent(each)]);
  });
});

it.each(Object.entries(overviews))("%s shows nothing of another hospital", async (_name, show) => {
  const ids = [world.contractId, world.systemId, world.decisionId, world.disclosureId, world.intakeId];
  const shownTo = async (scope: Scope) => JSON.stringify(await show(world, scope));
  const own = await shownTo(world.viewer);
  expect(ids.some((id) => own.includes(id))).toBe(true);
  for (const scope of [world.stranger, world.sister]) {
    const shown = await shownTo(scope);
    expect(ids.filter((id) => shown.includes(id))).toEqual([]);
  }
});

/** One scope of each role, in the hospital the cases are about. */
function scopeOf(role: Role): Scope {
  const { admin, editor: lead, procurement, approver, viewer } = world;
  return { admin, lead, procurement, approver, viewer }[role];
}

/** The cell of the rights table that the verb asks for: a viewer is told it. */
async function rightOf(each: Case): Promise<Right> {
  const told = expectProblems(await each.run(world, world.viewer));
  expect(told.map((one) => one.code)).toEqual(["forbidden"]);
  const found = everyRight.find((one) => one.right === told[0]?.params.needed);
  if (!found) throw new Error(`no cell of the table: ${told[0]?.params.needed}`);
  return found.right;
}

/** True when the verb would have been carried out; false when it was forbidden; anything else fails the test. */
async function reachesEnd(each: Case, scope: Scope): Promise<boolean> {
  const { ports } = world;
  // why not a copy: cases keep what they prepared by the world they prepared it for.
  world.ports = probing(ports);
  try {
    expect(codesOf(await each.run(world, scope))).toEqual(["forbidden"]);
    return false;
  } catch (error) {
    if (error instanceof WouldCommit) return true;
    throw error;
  } finally {
    world.ports = ports;
  }
}

describe.each(Object.entries(writing))("%s", (name, each) => {
  it("is forbidden to every role the table does not name, reaches its end for the others, and writes nothing meanwhile", async () => {
    const before = await audits();
    const right = await rightOf(each);
    if (name in narrowRights) expect(right).toBe(narrowRights[name]);
    else expect(rolesWith(right)).toEqual(["admin", "lead", "procurement"]);
    const reached = [];
    for (const role of roles) if (await reachesEnd(each, scopeOf(role))) reached.push(role);
    expect(reached).toEqual(roles.filter((role) => rolesWith(right).includes(role)));
    expect(await audits()).toBe(before);
  });

  it("is absent for other hospitals, writes nothing then, and works for the right one", async () => {
    const before = await audits();
    if (each.owner !== "none") expect(codesOf(await each.run(world, world.stranger))).toEqual([absent(each)]);
    if (each.owner === "hospital")
      expect(codesOf(await each.run(world, world.sister))).toEqual([absent(each)]);
    expect(await audits()).toBe(before);
    const result = await each.run(world, may(world.editor, await rightOf(each)) ? world.editor : world.admin);
    expect(result.ok ? [] : result.problems).toEqual([]);
    expect(await audits()).toBe(before + 1);
  });
});
