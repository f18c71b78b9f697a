import { leaveOutRow, takeRowBack, unlockRow, writeCells } from "~/use-cases/role-rows.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { expectDone } from "../../support/ports";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let rowIds: string[] = [];

/** Rows of the sheet: one to write, one to leave out, one that is left out, one both sides settled. */
async function prepare({ ports, editor, roleSheetId }: World): Promise<void> {
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  rowIds = rows.slice(5, 9).map((each) => each.id);
  const leftOut = { roleSheetId, rowId: rowIds[2] ?? "", version: rows[7]?.version ?? 0, reason: "対象なし" };
  expectDone(await leaveOutRow(ports, editor, leftOut));
}

/** The row's state as the page would hand it over. */
const stateOf = async ({ ports, editor, roleSheetId }: World, at: number) => {
  const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
  const row = rows.find((each) => each.id === rowIds[at]);
  return { roleSheetId, rowId: row?.id ?? "", version: row?.version ?? 0, reason: "確かめたため" };
};

const writing: ScopeCases["writing"] = {
  writeCells: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      writeCells(ports, scope, {
        roleSheetId,
        edits: [{ rowId: rowIds[0] ?? "", base: { remark: "" }, fields: { remark: "貼り付け" } }],
      }),
  },
  leaveOutRow: {
    owner: "hospital",
    run: async (w, scope) => leaveOutRow(w.ports, scope, await stateOf(w, 1)),
  },
  takeRowBack: {
    owner: "hospital",
    run: async (w, scope) => takeRowBack(w.ports, scope, await stateOf(w, 2)),
  },
  unlockRow: {
    owner: "hospital",
    run: async (w, scope) => {
      // why each time: an agreement on the sheet opens its settled rows, and other cases agree.
      await w.ports.db.$client.execute({
        sql: "UPDATE role_sheet_row SET locked_at = '2026-11-20T00:00:00.000Z' WHERE id = ?",
        args: [rowIds[3] ?? ""],
      });
      return unlockRow(w.ports, scope, await stateOf(w, 3));
    },
  },
};

export const cases: ScopeCases = { prepare, writing, reading: {}, overviews: {}, notVerbs: [] };
