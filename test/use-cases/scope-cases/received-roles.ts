import { receiveFile } from "~/use-cases/receive-file.server";
import {
  openReceivedRoleSheet,
  reviewReceivedRoleSheet,
  takeReceivedRows,
} from "~/use-cases/received-role-sheet.server";
import { expectDone } from "../../support/ports";
import { roleSheetBook } from "../../support/role-sheets";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

const made = { intakeId: "" };

async function prepare({ ports, editor }: World): Promise<void> {
  const file = { fileName: "確認表.xlsx", bytes: roleSheetBook() };
  made.intakeId = expectDone(await receiveFile(ports, editor, file)).received[0]?.intakeId ?? "";
}

const writing: ScopeCases["writing"] = {
  openReceivedRoleSheet: {
    owner: "hospital",
    run: ({ ports, contractId }, scope) =>
      openReceivedRoleSheet(ports, scope, {
        intakeId: made.intakeId,
        index: 0,
        contractId,
        form: "",
        title: "",
        roundOn: "",
      }),
  },
  takeReceivedRows: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      takeReceivedRows(ports, scope, { intakeId: made.intakeId, index: 0, roleSheetId, ordinals: [0] }),
  },
};

const reading: ScopeCases["reading"] = {
  reviewReceivedRoleSheet: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      reviewReceivedRoleSheet(ports, scope, { intakeId: made.intakeId, roleSheetId }),
  },
};

const notVerbs = [
  "rowOfItem", // a row of a form, part of opening a sheet
  "problemsOfHead", // checks a title and a day
  "problemOfState", // checks one row
  "saveRow", // part of a verb, inside its transaction
];

export const cases: ScopeCases = { prepare, writing, reading, overviews: {}, notVerbs };
