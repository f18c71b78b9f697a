import { expect, it } from "vitest";
import { showBearers } from "~/use-cases/bearers.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, openRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { expectDone, expectProblems, testHospital } from "../support/ports";
import {
  contractWithSystem,
  FORM_6_0,
  openSheet,
  rawRow,
  rawSystem,
  register,
  SHEET_FORM,
} from "../support/records";

const TWO_FACTOR = "GL6.0-SO-14-5";
const UNMAPPED = "GL6.0-SO-16-2";

async function place() {
  const { ports, editor, stranger } = await testHospital();
  const made = await contractWithSystem(ports, editor);
  const ask = (more: Partial<Parameters<typeof showBearers>[2]> = {}, scope = editor) =>
    showBearers(ports, scope, {
      ...{ itemsRef: FORM_6_0, items: [TWO_FACTOR, UNMAPPED], productVersionId: made.productVersionId },
      ...{ day: "", knownOn: "", ...more },
    });
  const kindOn = async (day: string, more: Partial<Parameters<typeof showBearers>[2]> = {}) => {
    const found = expectDone(await ask({ day, ...more })).byItem[TWO_FACTOR];
    return found?.kind === "nobody" ? found.why : found?.kind === "borne" ? found.bearers : found?.kind;
  };
  const agreeOn = async (effectiveFrom: string, party: string) => {
    const roleSheetId = await openSheet(ports, editor, made.contractId);
    const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
    const row = rows.find((each) => each.rowKey === "starter:two-factor");
    if (!row) throw new Error("no row");
    const raw = rawRow({ party });
    const { id: rowId, version } = row;
    expectDone(await writeRow(ports, editor, { roleSheetId, rowId, version, raw }));
    expectDone(await agreeRoleSheet(ports, editor, { roleSheetId, effectiveFrom, note: "", corrects: null }));
    return roleSheetId;
  };
  return { ports, editor, stranger, ...made, ask, kindOn, agreeOn };
}

const vendor = [{ party: "vendor", name: "試験ベンダ株式会社" }];

it("says 担当なし with its reason, then who, over the edges of contract and agreement", async () => {
  const { kindOn, agreeOn } = await place();
  expect(await kindOn("2026-11-24")).toBe("no-sheet");
  expect(await kindOn("2025-03-31")).toBe("no-contract");
  await agreeOn("2026-04-01", "vendor");
  expect(await kindOn("2026-03-31")).toBe("no-sheet");
  expect(await kindOn("2026-04-01")).toEqual(vendor);
  expect(await kindOn("2027-03-31")).toEqual(vendor);
  expect(await kindOn("2027-04-01")).toBe("no-contract");
});

it("what was recorded later is not known before", async () => {
  const { ports, kindOn, agreeOn } = await place();
  ports.clock.set("2026-11-25T15:00:00.000Z");
  await agreeOn("2026-04-01", "vendor");
  expect(await kindOn("2026-11-24", { knownOn: "2026-11-25" })).toBe("no-sheet");
  expect(await kindOn("2026-11-24", { knownOn: "2026-11-26" })).toEqual(vendor);
});

it("an item without a published line is not mapped, whatever the sheets say; a catalogue nobody loaded too", async () => {
  const { ask, agreeOn } = await place();
  await agreeOn("2026-04-01", "vendor");
  expect(expectDone(await ask()).byItem[UNMAPPED]).toEqual({ kind: "not-mapped" });
  const unknown = expectDone(await ask({ itemsRef: null })).byItem;
  expect(unknown[TWO_FACTOR]).toEqual({ kind: "not-mapped" });
});

it("a product version that no contract covers has nobody, though the vendor of another has a sheet", async () => {
  const { ports, editor, productId, ask, agreeOn } = await place();
  await agreeOn("2026-04-01", "vendor");
  const other = await register(ports, editor, "productVersion", { productId, label: "2.0" });
  await register(ports, editor, "system", { ...rawSystem(other), name: "別の部屋" });
  const found = expectDone(await ask({ productVersionId: other })).byItem[TWO_FACTOR];
  expect(found).toMatchObject({ kind: "nobody", why: "no-contract" });
  const hospital = expectDone(await ask({ productVersionId: null })).byItem[TWO_FACTOR];
  expect(hospital).toMatchObject({ kind: "borne", bearers: vendor });
});

it("the items of a questionnaire are answered by its own mapping", async () => {
  const { ask, agreeOn } = await place();
  const roleSheetId = await agreeOn("2026-04-01", "both");
  const item = "starter:product-14-3";
  const found = expectDone(await ask({ itemsRef: "in-house-product@1.0", items: [item] })).byItem[item];
  expect(found).toMatchObject({
    bearers: [{ party: "both" }],
    proofs: [{ roleSheetId, form: SHEET_FORM, tie: { mapping: "in-house-product--role-sheet-starter@1.0" } }],
  });
});

it("another hospital sees nothing of it; a day that is none is refused", async () => {
  const { ask, stranger, agreeOn } = await place();
  await agreeOn("2026-04-01", "vendor");
  expect(expectDone(await ask({}, stranger)).byItem[TWO_FACTOR]).toMatchObject({ why: "no-contract" });
  expect(expectProblems(await ask({ day: "2026-02-29" })).map((each) => each.at)).toEqual(["day"]);
});

it("costs the same number of statements whatever the number of items, contracts and sheets", async () => {
  const count = async (sheets: number, items: readonly string[]) => {
    const { ports, editor, contractId, ask, agreeOn } = await place();
    for (let at = 0; at < sheets; at += 1) await agreeOn("2026-04-01", "vendor");
    const more = { contractId, form: SHEET_FORM, title: "", roundOn: "" };
    expectDone(await openRoleSheet(ports, editor, more));
    const before = ports.queries.count;
    expectDone(await ask({ items }));
    return ports.queries.count - before;
  };
  expect(await count(5, [TWO_FACTOR, UNMAPPED, "GL6.0-SO-17-1"])).toBe(await count(1, [TWO_FACTOR]));
});
