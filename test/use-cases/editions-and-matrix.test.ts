import { beforeAll, describe, expect, it } from "vitest";
import { assessDisclosure } from "~/use-cases/assess.server";
import { showEditionEffects } from "~/use-cases/edition-effects.server";
import { showMatrix } from "~/use-cases/matrix.server";
import { codesOf, expectDone } from "../support/ports";
import { otherProduct } from "../support/procurements";
import { FORM_6_0, rawSystem, receiveDisclosure, register } from "../support/records";
import { fullWorld, type World } from "../support/world";

const TWO_FACTOR = "GL6.0-SO-14-5";
let world: World;
beforeAll(async () => {
  world = await fullWorld();
});
const matrix = async (asked: { requirement?: string; vendorId?: string } = {}) =>
  expectDone(
    await showMatrix(world.ports, world.viewer, {
      ...{ guideline: FORM_6_0, requirement: null, vendorId: null },
      ...asked,
    }),
  );

describe("the matrix", () => {
  it("says of every system what its own assessment says, and shows the decision taken", async () => {
    const { rows, systems } = await matrix({ requirement: TWO_FACTOR });
    expect(systems.map((each) => each.name)).toEqual(["電子カルテ"]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells[0]).toMatchObject({
      verdict: "unmet",
      parts: [{ disclosureId: world.disclosureId }],
    });
    const whole = await matrix({ vendorId: world.vendorId });
    const { assessment, decisions } = expectDone(
      await assessDisclosure(world.ports, world.viewer, {
        disclosureId: world.disclosureId,
        guideline: FORM_6_0,
      }),
    );
    expect(whole.rows.map((each) => [each.requirement.key, each.cells[0]?.verdict])).toEqual(
      assessment.findings.map((each) => [each.requirement.key, each.verdict]),
    );
    const decided = whole.rows.filter((each) => each.cells[0]?.decision !== null);
    expect(decided.map((each) => each.requirement.key).sort()).toEqual([...decisions.keys()].sort());
  });

  it("a system without a disclosure has no verdict; an unknown edition or requirement is refused", async () => {
    const { ports, editor, viewer } = world;
    const versionId = await otherProduct(ports, editor, "開示のない製品");
    await register(ports, editor, "system", { ...rawSystem(versionId), name: "開示のないシステム" });
    const { systems, rows } = await matrix({ requirement: TWO_FACTOR });
    const at = systems.findIndex((each) => each.name === "開示のないシステム");
    expect(rows[0]?.cells[at]).toEqual({ verdict: null, parts: [], decision: null });
    const asked = { guideline: "none@1", requirement: null, vendorId: null };
    expect(codesOf(await showMatrix(ports, viewer, asked))).toEqual(["catalogue-unknown"]);
    const no = { guideline: FORM_6_0, requirement: "none", vendorId: null };
    expect(codesOf(await showMatrix(ports, viewer, no))).toEqual(["requirement-unknown"]);
  });

  it("asks as many questions of the database for twelve systems as for two", async () => {
    const { ports, editor } = world;
    const count = async () => {
      const before = ports.queries.count;
      await matrix({ requirement: TWO_FACTOR });
      const between = ports.queries.count;
      expectDone(await showEditionEffects(ports, world.viewer, { from: null, to: null }));
      return [between - before, ports.queries.count - between];
    };
    const few = await count();
    for (let n = 0; n < 10; n += 1) {
      const versionId = await otherProduct(ports, editor, `製品${n}`);
      await register(ports, editor, "system", { ...rawSystem(versionId), name: `システム${n}` });
      await receiveDisclosure(ports, editor, versionId);
    }
    expect(await count()).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(12);
  });
});

describe("effects of an edition", () => {
  it("goes from the edition that was replaced to its successor, and says what it cannot know", async () => {
    const { from, to, answers, lines } = expectDone(
      await showEditionEffects(world.ports, world.viewer, { from: null, to: null }),
    );
    expect([from.ref, to.ref]).toEqual(["mhlw-guideline@6.0", "mhlw-guideline@7.0"]);
    expect(to.isTotalUnknown).toBe(true);
    const own = answers.find((each) => each.disclosure.id === world.disclosureId);
    expect(own?.effects).toHaveLength(
      world.ports.catalogues.guideline(to.ref)?.requirements.filter((each) => each.isVendorRelevant).length ??
        -1,
    );
    expect(own?.effects.some((each) => each.kind === "still-gap")).toBe(true);
    expect(lines).toEqual([]);
  });

  it("refuses one edition beside itself and an edition nobody holds", async () => {
    const ask = async (from: string, to: string) =>
      codesOf(await showEditionEffects(world.ports, world.viewer, { from, to }));
    expect(await ask(FORM_6_0, FORM_6_0)).toEqual(["edition-pair-missing"]);
    expect(await ask("none@1", FORM_6_0)).toEqual(["catalogue-unknown"]);
  });
});
