import { beforeEach, describe, expect, it } from "vitest";
import { listClashes } from "~/use-cases/clashes.server";
import { withdrawDisclosure } from "~/use-cases/disclosures.server";
import { keepChecklistResponse } from "~/use-cases/keep-checklist.server";
import { issuePaper } from "~/use-cases/papers.server";
import { writeCells } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { checklistAnswer, rawChecklistResponse } from "../support/checklists";
import { publishTestMapping } from "../support/mappings";
import { expectDone } from "../support/ports";
import { FORM_6_0, receiveDisclosure, SHEET_FORM } from "../support/records";
import { draft, fullWorld, type World } from "../support/world";

const TWO_FACTOR = "GL6.0-SO-14-5";
const CHECKLIST = "cybersecurity-checklist-starter@1.0";

let world: World;
beforeEach(async () => {
  world = await fullWorld();
});
/** Clashes that the hospital's own mappings lead to, or that need none; what the shipped ones say is another matter. */
const ownClashes = async () =>
  (await listClashes(world.ports, world.viewer)).clashes.filter((each) =>
    each.ways.some((way) => way.length === 0 || way.some(({ mapping }) => mapping.startsWith("mapping-"))),
  );
const kinds = async () => (await ownClashes()).map((each) => each.kind);
const mapRoles = () =>
  publishTestMapping(world.ports, world.editor, { from: SHEET_FORM, to: FORM_6_0 }, [
    { requirement: TWO_FACTOR, questions: ["starter:two-factor"] },
  ]);

/** Gives one row of the sheet to another party and agrees on it. */
async function agreeOn(fields: Record<string, string>, effectiveFrom: string): Promise<void> {
  const { ports, editor, roleSheetId } = world;
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  const row = rows.find((each) => each.itemKey === "starter:two-factor");
  const base = Object.fromEntries(
    Object.keys(fields).map((name) => [name, String(row?.[name as "party"] ?? "")]),
  );
  expectDone(
    await writeCells(ports, editor, { roleSheetId, edits: [{ rowId: row?.id ?? "", base, fields }] }),
  );
  expectDone(await agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note: "", corrects: null }));
}

describe("clashes of the hospital's records", () => {
  it("rests every pair on published lines, or on one item of one form", async () => {
    const { clashes, mappings } = await listClashes(world.ports, world.viewer);
    expect(mappings).toBeGreaterThan(0);
    const published = new Set(world.ports.catalogues.mappings.keys());
    for (const { ways, left, right } of clashes) {
      expect(ways.length).toBeGreaterThan(0);
      for (const way of ways) {
        if (way.length === 0) expect(left.record.catalogue).toBe(right.record.catalogue);
        expect(way.filter(({ mapping }) => !published.has(mapping))).toEqual([]);
      }
    }
    expect(await kinds()).toEqual([]);
  });

  it("names both places, their lines, and who confirmed them", async () => {
    const ref = await mapRoles();
    const { systems } = await listClashes(world.ports, world.viewer);
    const clashes = await ownClashes();
    const found = clashes.find((each) => each.kind === "disclosure-no-role-vendor");
    expect(found?.left.record).toMatchObject({ id: world.disclosureId, day: "2026-04-15" });
    expect(found?.left.items.map(({ no, value, remark }) => [no, value, remark])).toEqual([
      ["14-3", "no", "未対応"],
    ]);
    expect(found?.left.items[0]?.cell).toMatch(/!/);
    expect(found?.right.record).toMatchObject({ id: world.roleSheetId, revision: "1", day: "2026-05-01" });
    expect(found?.systemIds.map((id) => systems[id])).toEqual(["電子カルテ"]);
    expect(found?.isWhole).toBe(true);
    const line = found?.ways.flat().find(({ mapping }) => mapping === ref);
    expect(line).toMatchObject({ mapping: ref, line: { confirmedBy: "試験 lead" } });
    // the issued annex prints the same row
    expect(clashes.map((each) => each.kind).sort()).toEqual([
      "disclosure-no-annex-vendor",
      "disclosure-no-role-vendor",
    ]);
  });

  it("a new agreement differs from the issued annex until the annex is issued again", async () => {
    await agreeOn({ party: "hospital" }, "2026-06-01");
    expect(await kinds()).toEqual(["role-annex-differ"]);
    const draftId = await draft(world.ports, world.editor, world.contractId, "role-sharing@1");
    expectDone(await issuePaper(world.ports, world.editor, { draftId }));
    // why still: two annexes of one contract are in force, and the older one still says otherwise
    expect(await kinds()).toEqual(["role-annex-differ"]);
    expectDone(await issuePaper(world.ports, world.editor, { draftId: world.draftId }));
    expect(await kinds()).toEqual([]);
  });

  it("an agreement of a day to come clashes with nothing yet", async () => {
    await agreeOn({ party: "hospital" }, "2026-12-31");
    expect(await kinds()).toEqual([]);
    world.ports.clock.set("2026-12-31T01:00:00.000Z");
    expect(await kinds()).toEqual(["role-annex-differ"]);
  });

  it("a withdrawn disclosure no longer speaks, and the one before it does", async () => {
    await mapRoles();
    const { disclosureId } = world;
    expectDone(await withdrawDisclosure(world.ports, world.editor, { disclosureId, reason: "取り違え" }));
    expect(await kinds()).toEqual([]);
  });

  it("the newest answered checklist speaks for a system, an older one for the others only", async () => {
    const { ports, editor, vendorId, systemId } = world;
    await publishTestMapping(ports, editor, { from: CHECKLIST, to: FORM_6_0 }, [
      { requirement: TWO_FACTOR, questions: ["starter:checklist-11"] },
    ]);
    const answered = (answer: "yes" | "no", answeredOn: string) => {
      const answers = [checklistAnswer({ itemKey: "starter:checklist-11", answer }), checklistAnswer()];
      const about = { vendorId, systemIds: [systemId], checklistRef: CHECKLIST, answeredOn };
      return keepChecklistResponse(ports, editor, rawChecklistResponse({ ...about, answers }));
    };
    expectDone(await answered("yes", "2026-10-01"));
    expect(await kinds()).toEqual(["disclosure-no-checklist-yes"]);
    expectDone(await answered("no", "2026-11-01"));
    // the older はい is silent; the newer いいえ stands beside a row that the sheet gives to the vendor
    expect(await kinds()).toEqual(["checklist-no-role-vendor"]);
  });

  it("asks one query while nothing was written, and no more of them for more systems", async () => {
    await mapRoles();
    const { ports, viewer, editor, productVersionId } = world;
    const count = async () => {
      const before = ports.queries.count;
      await listClashes(ports, viewer);
      return ports.queries.count - before;
    };
    const first = await count();
    expect(await count()).toBe(1);
    await receiveDisclosure(ports, editor, productVersionId, {
      issuedOn: "2026-10-01",
      answers: { "14-3": { answer: "no", remark: "" } },
    });
    expect(await count()).toBe(first - 1); // the body of the mapping is parsed once
    expect(first).toBeLessThan(16);
  });
});
