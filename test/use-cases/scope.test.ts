import { beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "~/domain/scope";
import { codesOf } from "../support/ports";
import { useCaseFunctions, writingFunctions } from "../support/source-functions";
import { fullWorld, type World } from "../support/world";
import type { Case, ScopeCases } from "./scope-cases/case";

/** One file an area, so that a new area adds a file and touches no other. */
const files = import.meta.glob<{ cases?: ScopeCases }>("./scope-cases/*.ts", { eager: true });
const all = Object.values(files).flatMap((each) => each.cases ?? []);
const merged = <K extends "writing" | "reading" | "overviews">(kind: K): ScopeCases[K] =>
  Object.assign({}, ...all.map((each) => each[kind]));
const writing = merged("writing");
const reading = merged("reading");
const overviews = merged("overviews");
const notVerbs = new Set(all.flatMap((each) => each.notVerbs));

let world: World;
beforeAll(async () => {
  world = await fullWorld();
  for (const each of all) await each.prepare?.(world);
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

describe.each(Object.entries(writing))("%s", (_name, each) => {
  it("is forbidden to lower roles, absent for other hospitals, writes nothing then, and works for the right one", async () => {
    const before = await audits();
    expect(codesOf(await each.run(world, world.viewer))).toEqual(["forbidden"]);
    if (each.needs === "admin") expect(codesOf(await each.run(world, world.editor))).toEqual(["forbidden"]);
    if (each.owner !== "none") expect(codesOf(await each.run(world, world.stranger))).toEqual([absent(each)]);
    if (each.owner === "hospital")
      expect(codesOf(await each.run(world, world.sister))).toEqual([absent(each)]);
    expect(await audits()).toBe(before);
    const right = each.needs === "admin" ? world.admin : world.editor;
    const result = await each.run(world, right);
    expect(result.ok ? [] : result.problems).toEqual([]);
    expect(await audits()).toBe(before + 1);
  });
});

it("covers every exported use case", () => {
  const found = useCaseFunctions().filter((each) => /\bports: Ports\b/.test(each.body));
  const writers = writingFunctions(useCaseFunctions());
  const exported = found.filter((each) => each.isExported && /\bscope: Scope\b/.test(each.body));
  const names = exported.map((each) => each.name).filter((name) => !notVerbs.has(name));
  expect(names.filter((name) => writers.has(name)).sort()).toEqual(Object.keys(writing).sort());
  expect(names.filter((name) => !writers.has(name)).sort()).toEqual(
    [...Object.keys(reading), ...Object.keys(overviews)].sort(),
  );
});
