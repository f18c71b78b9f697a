import { fileDocument } from "~/use-cases/file-document.server";
import { keepChecklistResponse, withdrawChecklistResponse } from "~/use-cases/keep-checklist.server";
import { showChecklistResponse } from "~/use-cases/show-checklist.server";
import { rawChecklistResponse } from "../../support/checklists";
import type { Case, ScopeCases } from "./case";

const writing: Record<string, Case> = {
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
  showChecklistResponse: {
    owner: "hospital",
    run: ({ ports, responseId }, scope) => showChecklistResponse(ports, scope, { responseId }),
  },
};

const notVerbs = [
  "writeChecklistResponse", // part of a verb, inside its transaction
];

export const cases: ScopeCases = { writing, reading, overviews: {}, notVerbs };
