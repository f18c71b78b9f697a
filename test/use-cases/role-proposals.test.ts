import { beforeEach, expect, it } from "vitest";
import type { VendorScope } from "~/domain/scope";
import { decideProposal, settleRow, showNegotiation } from "~/use-cases/role-proposals.server";
import { unlockRow, writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { proposeRow, showProposals, withdrawProposal } from "~/use-cases/vendor-proposals.server";
import { codesOf, expectDone } from "../support/ports";
import { openSheet, rawRow, SHEET_FORM } from "../support/records";
import { type AskedHospital, ask, askedHospital, openDesk, verify } from "../support/vendor-desk";

let world: AskedHospital;
let vendor: VendorScope;
let roleSheetId: string;
const KEY = "starter:security-updates";

beforeEach(async () => {
  world = await askedHospital();
  const { ports, editor, vendorId, contractId, contactId } = world;
  roleSheetId = await openSheet(ports, editor, contractId);
  const targets = [{ vendorId, contactId, contractId }];
  world.requestId = await ask(world, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets });
  vendor = await openDesk(world);
});

async function rowOf() {
  const { rows } = expectDone(await showRoleSheet(world.ports, world.editor, { roleSheetId }));
  const row = rows.find((each) => each.rowKey === KEY);
  if (!row) throw new Error("no row");
  return row;
}
const propose = async (typed: Parameters<typeof proposeRow>[2]["typed"], comment = "") =>
  proposeRow(world.ports, vendor, { rowId: (await rowOf()).id, typed, comment });
const decide = async (proposalId: string, decision: "accept" | "decline", answer = "", version?: number) =>
  decideProposal(world.ports, world.editor, {
    roleSheetId,
    proposalId,
    decision,
    answer,
    version: version ?? (await rowOf()).version,
  });
const write = async (fields: Parameters<typeof rawRow>[0]) => {
  const { id: rowId, version } = await rowOf();
  return writeRow(world.ports, world.editor, { roleSheetId, rowId, version, raw: rawRow(fields) });
};

it("accepting writes what was proposed and settles the row; opening it again needs a reason", async () => {
  const { ports, editor } = world;
  const { proposalId } = expectDone(
    await propose({ party: "vendor", what: "事業者が適用する" }, "体制があるため"),
  );
  expect((await rowOf()).party).toBe("undecided");
  expectDone(await decide(proposalId, "accept", "お願いします"));
  const row = await rowOf();
  expect(row).toMatchObject({ party: "vendor", what: "事業者が適用する" });
  expect(row.lockedAt).not.toBeNull();
  expect(codesOf(await write({ party: "hospital" }))).toEqual(["role-row-locked"]);
  expect(codesOf(await propose({ party: "hospital" }))).toEqual(["role-row-locked"]);
  const open = (reason: string) =>
    unlockRow(ports, editor, { roleSheetId, rowId: row.id, version: row.version, reason });
  expect(codesOf(await open(" "))).toEqual(["field-required"]);
  expectDone(await open("版が変わったため"));
  expectDone(await write({ party: "hospital" }));
  const { rows } = expectDone(await showProposals(ports, vendor));
  expect(rows.find((each) => each.id === row.id)?.proposals[0]).toMatchObject({
    state: "accepted",
    answer: "お願いします",
  });
});

it("declining keeps the row and needs words for the vendor", async () => {
  const { proposalId } = expectDone(await propose({ party: "hospital" }));
  expect(codesOf(await decide(proposalId, "decline"))).toEqual(["field-required"]);
  expectDone(await decide(proposalId, "decline", "院内では行えません"));
  expect(await rowOf()).toMatchObject({ party: "undecided", lockedAt: null });
  expect(codesOf(await decide(proposalId, "accept"))).toEqual(["proposal-closed"]);
});

it("cannot accept unseen what the hospital wrote anew, nor over a row saved since the page was read", async () => {
  const { proposalId } = expectDone(await propose({ what: "事業者が行う" }));
  const { version } = await rowOf();
  expectDone(await write({ what: "病院が行う" }));
  expect(codesOf(await decide(proposalId, "accept"))).toEqual(["proposal-row-moved"]);
  const other = expectDone(await propose({ deadline: "毎年4月" }));
  expect(codesOf(await decide(other.proposalId, "accept", "", version))).toEqual(["changed-meanwhile"]);
  expectDone(await decide(other.proposalId, "accept"));
  expect(await rowOf()).toMatchObject({ what: "病院が行う", deadline: "毎年4月" });
});

it("a later proposal replaces the open one; one can be withdrawn; nothing at all is no proposal", async () => {
  const { ports, editor } = world;
  expect(codesOf(await propose({}))).toEqual(["proposal-empty"]);
  const first = expectDone(await propose({ party: "vendor" }));
  const second = expectDone(await propose({ party: "both" }, "共同でどうでしょうか"));
  const { proposals } = expectDone(await showNegotiation(ports, editor, { roleSheetId }));
  expect(proposals.map((each) => [each.id, each.state])).toEqual([
    [second.proposalId, "open"],
    [first.proposalId, "replaced"],
  ]);
  expectDone(await withdrawProposal(ports, vendor, second));
  expect(codesOf(await withdrawProposal(ports, vendor, second))).toEqual(["proposal-closed"]);
  expect(codesOf(await decide(second.proposalId, "accept"))).toEqual(["proposal-closed"]);
});

it("reads a proposal by the rules of a row", async () => {
  expect(codesOf(await propose({ party: "nobody" }))).toEqual(["field-not-an-option"]);
  expect(codesOf(await propose({ party: "third-party" }))).toEqual(["third-party-unnamed"]);
  expect(codesOf(await propose({ what: "長".repeat(2001) }))).toEqual(["field-too-long"]);
});

it("shows no other firm's name, and reaches no row of another contract", async () => {
  const { ports } = world;
  expectDone(await write({ party: "third-party", thirdPartyName: "別の回線会社" }));
  const shown = JSON.stringify(expectDone(await showProposals(ports, vendor)));
  expect(shown).not.toContain("別の回線会社");
  expect(codesOf(await proposeRow(ports, vendor, { rowId: roleSheetId, typed: {}, comment: "x" }))).toEqual([
    "not-found",
  ]);
  const disclosure = await openDesk(world, await ask(world));
  const rowId = (await rowOf()).id;
  expect(codesOf(await proposeRow(ports, disclosure, { rowId, typed: {}, comment: "x" }))).toEqual([
    "not-found",
  ]);
});

it("a colleague's link proposes within its sections only", async () => {
  const row = await rowOf();
  const within = await openDesk(world, world.requestId, [row.group]);
  const outside = await openDesk(world, world.requestId, ["ほかの群"]);
  const input = { rowId: row.id, typed: {}, comment: "相談したい" };
  expect(codesOf(await proposeRow(world.ports, outside, input))).toEqual(["not-found"]);
  expectDone(await proposeRow(world.ports, within, input));
});

it("settles a row that was agreed by word of mouth; agreeing on the sheet opens the next round", async () => {
  const { ports, editor } = world;
  const row = await rowOf();
  const settle = (reason: string) =>
    settleRow(ports, editor, { roleSheetId, rowId: row.id, version: row.version, reason });
  expect(codesOf(await settle(""))).toEqual(["field-required"]);
  expectDone(await settle("11月20日の打合せで合意"));
  expect((await rowOf()).lockedAt).not.toBeNull();
  const agreed = { roleSheetId, effectiveFrom: "2026-12-01", note: "", corrects: null };
  expectDone(await agreeRoleSheet(ports, editor, agreed));
  expect((await rowOf()).lockedAt).toBeNull();
});

it("an agreement rests on a confirmation of this very contract", async () => {
  const { ports, editor } = world;
  const agreed = { roleSheetId, effectiveFrom: "2026-12-01", note: "", corrects: null };
  const wrong = await agreeRoleSheet(ports, editor, { ...agreed, submissionId: roleSheetId });
  expect(codesOf(wrong)).toEqual(["field-unknown-reference"]);
  expectDone(await verify(world, vendor).then(() => agreeRoleSheet(ports, editor, agreed)));
});
