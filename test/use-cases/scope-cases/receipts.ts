import type { ReadingRecipe } from "~/domain/reading";
import { fileDocument } from "~/use-cases/file-document.server";
import { keepChecklistResponse, withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { readAndKeep } from "~/use-cases/point-columns.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { dropRecipe, enterByHand, keepRecipe, rereadIntake } from "~/use-cases/reread-intake.server";
import { reviewChecklist, saveChecklists } from "~/use-cases/save-checklist.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { showIntake } from "~/use-cases/show-intake.server";
import { listStaleDisclosures } from "~/use-cases/stale-disclosures.server";
import { checklistBook, listToSave, rawChecklistResponse } from "../../support/checklists";
import { makeWorkbook } from "../../support/make-workbook";
import { expectDone } from "../../support/ports";
import type { World } from "../../support/world";
import type { Case, ScopeCases } from "./case";

/** A table without a name, whose columns a person points at. */
const table = () =>
  new Uint8Array(
    makeWorkbook([
      {
        name: "回答",
        rows: [
          ["項番", "内容", "可", "否"],
          ["1", "暗号化していますか", "○", ""],
          ["2", "記録を残しますか", "", "○"],
        ],
      },
    ]),
  );
const recipe: ReadingRecipe = {
  sheet: "回答",
  form: "MDS",
  formVersion: null,
  headerRow: 1,
  lastRow: null,
  noColumn: 1,
  questionColumn: 2,
  remarkColumn: null,
  answer: { kind: "options", yes: 3, no: 4, notApplicable: null },
};

/** Receipts that wait, made by an editor before each verb is tried. */
const made = { checklist: "", pointed: "", entered: "", kept: "", again: "", recipeId: "" };

async function prepare({ ports, editor }: World): Promise<void> {
  const receive = async (name: string) => {
    const received = await receiveFile(ports, editor, { fileName: name, bytes: table() });
    return expectDone(received).received[0]?.intakeId ?? "";
  };
  const list = { fileName: "点検.xlsx", bytes: checklistBook() };
  made.checklist = expectDone(await receiveFile(ports, editor, list)).received[0]?.intakeId ?? "";
  made.pointed = await receive("列.xlsx");
  made.again = await receive("もう一度.xlsx");
  made.entered = await receive("入力.xlsx");
  made.kept = await receive("読み方.xlsx");
  const point = { intakeId: made.kept, readingNo: 1, recipe, password: "", name: "", vendorId: null };
  expectDone(await readAndKeep(ports, editor, point));
  const kept = await keepRecipe(ports, editor, { intakeId: made.kept, name: "二列", vendorId: null });
  made.recipeId = expectDone(kept).recipeId;
}

const writing: Record<string, Case> = {
  saveChecklists: {
    owner: "hospital",
    run: ({ ports, vendorId }, scope) =>
      saveChecklists(ports, scope, { intakeId: made.checklist, lists: [listToSave(vendorId)] }),
  },
  receiveFile: {
    owner: "none",
    run: ({ ports }, scope) => receiveFile(ports, scope, { fileName: "新しい.xlsx", bytes: table() }),
  },
  rereadIntake: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      rereadIntake(ports, scope, { intakeId: made.again, readingNo: 1, options: { recipe } }),
  },
  readAndKeep: {
    owner: "hospital",
    run: ({ ports }, scope) => {
      const point = { readingNo: 1, recipe, password: "", name: "", vendorId: null };
      return readAndKeep(ports, scope, { intakeId: made.pointed, ...point });
    },
  },
  enterByHand: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      enterByHand(ports, scope, { intakeId: made.entered, readingNo: 1, catalogue: "in-house-product@1.0" }),
  },
  keepRecipe: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      keepRecipe(ports, scope, { intakeId: made.kept, name: "三列", vendorId: null }),
  },
  dropRecipe: {
    owner: "group",
    run: ({ ports }, scope) => dropRecipe(ports, scope, { recipeId: made.recipeId }),
  },
  fileDocument: {
    owner: "hospital",
    run: ({ ports, documentIntakeId: intakeId, productId }, scope) =>
      fileDocument(ports, scope, { intakeId, productId, kind: "other", note: "白書" }),
  },
  keepChecklistResponse: {
    owner: "group",
    isField: true,
    run: ({ ports, vendorId }, scope) =>
      keepChecklistResponse(ports, scope, rawChecklistResponse({ vendorId })),
  },
  withdrawChecklistResponse: {
    owner: "hospital",
    run: ({ ports, responseId }, scope) =>
      withdrawChecklistResponse(ports, scope, { responseId, reason: "別の事業者の回答だった" }),
  },
};

const reading: Record<string, Case> = {
  reviewChecklist: {
    owner: "hospital",
    run: ({ ports }, scope) => reviewChecklist(ports, scope, { intakeId: made.checklist }),
  },
  showIntake: {
    owner: "hospital",
    run: ({ ports, otherIntakeId: intakeId }, scope) => showIntake(ports, scope, { intakeId }),
  },
  showChecklistResponse: {
    owner: "hospital",
    run: ({ ports, responseId }, scope) => showChecklistResponse(ports, scope, { responseId }),
  },
};

const overviews: ScopeCases["overviews"] = {
  listStaleDisclosures: ({ ports }, scope) => listStaleDisclosures(ports, scope),
};

const notVerbs = [
  "staleFacts", // part of the two overviews that show it
  "openPage", // draws a stored scan: its own test beside a scan (test/use-cases/entry-by-hand.test.ts)
  "changesBeforeSave", // answers an empty list for an intake that is not there: test/use-cases/receive-file.test.ts
  "readAll", // part of receiving
  "keepReceipt", // part of receiving
  "writeChecklistResponse", // part of a verb, inside its transaction
];

export const cases: ScopeCases = { prepare, writing, reading, overviews, notVerbs };
