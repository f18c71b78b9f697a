import { decideProposal, settleRow, showNegotiation } from "~/use-cases/role-proposals.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { proposeRow } from "~/use-cases/vendor-proposals.server";
import { expectDone } from "../../support/ports";
import { register, SHEET_FORM } from "../../support/records";
import { rawContact } from "../../support/requests";
import { ask, openDesk } from "../../support/vendor-desk";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let proposalId = "";
let proposedRow = "";
let agreedRow = "";

/** A vendor that proposed something for one row by its link. */
async function prepare(world: World): Promise<void> {
  const { ports, editor, vendorId, contractId, roleSheetId } = world;
  const contactId = await register(ports, editor, "vendorContact", {
    ...rawContact(vendorId),
    name: "交渉 太郎",
  });
  const asked = { ...world, contactId, requestId: "" };
  const targets = [{ vendorId, contactId, contractId }];
  asked.requestId = await ask(asked, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets });
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  [proposedRow, agreedRow] = [rows[12]?.id ?? "", rows[13]?.id ?? ""];
  const vendor = await openDesk(asked);
  const proposal = { rowId: proposedRow, typed: { deadline: "毎年5月" }, comment: "" };
  proposalId = expectDone(await proposeRow(ports, vendor, proposal)).proposalId;
}

const versionOf = async ({ ports, editor, roleSheetId }: World, rowId: string) =>
  expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows.find((each) => each.id === rowId)
    ?.version ?? 0;

const writing: ScopeCases["writing"] = {
  decideProposal: {
    owner: "hospital",
    run: async (w, scope) =>
      decideProposal(w.ports, scope, {
        roleSheetId: w.roleSheetId,
        proposalId,
        decision: "accept",
        answer: "",
        version: await versionOf(w, proposedRow),
      }),
  },
  settleRow: {
    owner: "hospital",
    run: async (w, scope) =>
      settleRow(w.ports, scope, {
        roleSheetId: w.roleSheetId,
        rowId: agreedRow,
        version: await versionOf(w, agreedRow),
        reason: "打合せで合意",
      }),
  },
};

const reading: ScopeCases["reading"] = {
  showNegotiation: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) => showNegotiation(ports, scope, { roleSheetId }),
  },
};

export const cases: ScopeCases = { prepare, writing, reading, overviews: {}, notVerbs: [] };
