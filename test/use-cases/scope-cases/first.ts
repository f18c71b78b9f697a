import { assessDisclosure } from "~/use-cases/assess.server";
import { closeDecision, confirmClause, decide } from "~/use-cases/decide.server";
import { openOriginal, showDisclosure, withdrawDisclosure } from "~/use-cases/disclosures.server";
import { listDeadlines, showHome } from "~/use-cases/home.server";
import { askWhoWasInCharge, showContract } from "~/use-cases/look-back.server";
import { contractPaperInput, internalPaperInput } from "~/use-cases/paper-input.server";
import {
  draftPaper,
  issuePaper,
  openPaper,
  printDraft,
  printProposal,
  reviseDraft,
  showDraft,
  showPaper,
} from "~/use-cases/papers.server";
import { addPerson } from "~/use-cases/people.server";
import { correctAnswer, discardIntake, receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import {
  archiveRecord,
  coverSystems,
  registerRecord,
  reviseRecord,
  showRecord,
} from "~/use-cases/registers.server";
import { reviewIntake } from "~/use-cases/review-intake.server";
import { addRow, writeRow } from "~/use-cases/role-rows.server";
import {
  agreeRoleSheet,
  openRoleSheet,
  reviseRoleSheet,
  showRoleSheet,
} from "~/use-cases/role-sheets.server";
import { rawDecision } from "../../support/decisions";
import { testPassword } from "../../support/ports";
import { FORM_6_0, productBook, rawContract, rawRow, rawSystem, SHEET_FORM } from "../../support/records";
import type { World } from "../../support/world";
import type { Case, ScopeCases } from "./case";

const proposal = (w: World) => ({
  contractId: w.contractId,
  template: "role-sharing@1",
  printedNo: "",
  dateStyle: "japanese",
});
const templateOf = (w: World) => {
  const template = w.ports.catalogues.currentAnnexTemplate("role-sharing");
  if (!template) throw new Error("no template");
  return template;
};
const onDay = (w: World) => ({ contractId: w.contractId, day: "2026-06-01", knownOn: "" });

/** Every verb that writes, one line each. A verb that no file of this folder names fails the last test. */
const writing: Record<string, Case> = {
  decide: {
    owner: "hospital",
    run: ({ ports, disclosureId, openGap: requirement }, scope) =>
      decide(ports, scope, {
        disclosureId,
        guideline: FORM_6_0,
        requirement,
        supersedes: null,
        raw: rawDecision(),
      }),
  },
  closeDecision: {
    owner: "hospital",
    run: ({ ports, decisionId }, scope) =>
      closeDecision(ports, scope, { decisionId, reason: "確認済み", closedOn: "2026-11-20" }),
  },
  confirmClause: {
    owner: "none",
    run: ({ ports, openGap: item }, scope) =>
      confirmClause(ports, scope, { catalogue: FORM_6_0, item, evidence: "本文 p.1" }),
  },
  withdrawDisclosure: {
    owner: "hospital",
    run: ({ ports, otherDisclosureId: disclosureId }, scope) =>
      withdrawDisclosure(ports, scope, { disclosureId, reason: "誤り" }),
  },
  draftPaper: {
    owner: "hospital",
    isField: true,
    run: (w, scope) => draftPaper(w.ports, scope, proposal(w)),
  },
  reviseDraft: {
    owner: "hospital",
    run: ({ ports, draftId }, scope) =>
      reviseDraft(ports, scope, { draftId, version: 1, printedNo: "別紙３", dateStyle: "western" }),
  },
  issuePaper: {
    owner: "hospital",
    run: ({ ports, draftId }, scope) => issuePaper(ports, scope, { draftId }),
  },
  receiveWorkbook: {
    owner: "none",
    run: async ({ ports }, scope) =>
      receiveWorkbook(ports, scope, { fileName: "c.xlsx", bytes: await productBook(ports) }),
  },
  correctAnswer: {
    owner: "hospital",
    run: ({ ports, intakeId }, scope) =>
      correctAnswer(ports, scope, {
        intakeId,
        formIndex: 0,
        ordinal: 0,
        answer: "no",
        remark: "",
        reason: "電話",
      }),
  },
  saveIntake: {
    owner: "hospital",
    run: ({ ports, intakeId, productVersionId }, scope) =>
      saveIntake(ports, scope, {
        intakeId,
        forms: [{ formIndex: 0, formVersion: "1.0", issuedOn: "2026-04-15", place: { productVersionId } }],
      }),
  },
  discardIntake: {
    owner: "hospital",
    run: ({ ports, otherIntakeId: intakeId }, scope) => discardIntake(ports, scope, { intakeId }),
  },
  registerRecord: {
    owner: "group",
    isField: true,
    run: ({ ports, productVersionId }, scope) =>
      registerRecord(ports, scope, { noun: "system", raw: rawSystem(productVersionId) }),
  },
  reviseRecord: {
    owner: "hospital",
    run: ({ ports, contractId: id, vendorId }, scope) =>
      reviseRecord(ports, scope, { noun: "contract", id, version: 1, raw: rawContract(vendorId, "K-9") }),
  },
  archiveRecord: {
    owner: "group",
    run: ({ ports, vendorId: id }, scope) =>
      archiveRecord(ports, scope, { noun: "vendor", id, version: 1, isArchived: true }),
  },
  coverSystems: {
    owner: "hospital",
    run: ({ ports, contractId, systemId }, scope) =>
      coverSystems(ports, scope, { contractId, systemIds: [systemId, systemId], reason: "書き漏れ" }),
  },
  openRoleSheet: {
    owner: "hospital",
    isField: true,
    run: ({ ports, contractId }, scope) =>
      openRoleSheet(ports, scope, { contractId, form: SHEET_FORM, title: "", roundOn: "" }),
  },
  reviseRoleSheet: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      reviseRoleSheet(ports, scope, { roleSheetId, version: 1, title: "改", roundOn: "" }),
  },
  writeRow: {
    owner: "hospital",
    run: ({ ports, roleSheetId, rowId }, scope) =>
      writeRow(ports, scope, { roleSheetId, rowId, version: 2, raw: rawRow({ party: "both" }) }),
  },
  addRow: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      addRow(ports, scope, { roleSheetId, part: 2, label: "院内の行", content: "" }),
  },
  agreeRoleSheet: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) =>
      agreeRoleSheet(ports, scope, { roleSheetId, effectiveFrom: "2026-07-01", note: "", corrects: null }),
  },
  addPerson: {
    owner: "none",
    run: ({ ports }, scope) =>
      addPerson(ports, scope, {
        name: "新しい人",
        department: "",
        signInName: "new-person",
        password: testPassword,
        role: "viewer",
        until: "2027-03-31",
      }),
  },
};

/** Every verb that only reads. */
const reading: Record<string, Case> = {
  assessDisclosure: {
    owner: "hospital",
    run: ({ ports, disclosureId }, scope) =>
      assessDisclosure(ports, scope, { disclosureId, guideline: null }),
  },
  showDisclosure: {
    owner: "hospital",
    run: ({ ports, disclosureId }, scope) => showDisclosure(ports, scope, { disclosureId }),
  },
  openOriginal: { owner: "group", run: ({ ports, fileId }, scope) => openOriginal(ports, scope, { fileId }) },
  showContract: { owner: "hospital", run: (w, scope) => showContract(w.ports, scope, onDay(w)) },
  askWhoWasInCharge: {
    owner: "hospital",
    run: (w, scope) => askWhoWasInCharge(w.ports, scope, { ...onDay(w), rowKey: "starter:two-factor" }),
  },
  contractPaperInput: {
    owner: "hospital",
    run: (w, scope) => contractPaperInput(w.ports, scope, { ...proposal(w), template: templateOf(w) }, null),
  },
  internalPaperInput: {
    owner: "hospital",
    run: (w, scope) => internalPaperInput(w.ports, scope, { ...proposal(w), template: templateOf(w) }, null),
  },
  showDraft: { owner: "hospital", run: ({ ports, draftId }, scope) => showDraft(ports, scope, { draftId }) },
  printDraft: {
    owner: "hospital",
    run: ({ ports, draftId }, scope) => printDraft(ports, scope, { draftId }),
  },
  printProposal: { owner: "hospital", run: (w, scope) => printProposal(w.ports, scope, proposal(w)) },
  showPaper: { owner: "hospital", run: ({ ports, paperId }, scope) => showPaper(ports, scope, { paperId }) },
  openPaper: { owner: "hospital", run: ({ ports, paperId }, scope) => openPaper(ports, scope, { paperId }) },
  showRecord: {
    owner: "hospital",
    run: ({ ports, contractId: id }, scope) => showRecord(ports, scope, { noun: "contract", id }),
  },
  reviewIntake: {
    owner: "hospital",
    run: ({ ports, otherIntakeId: intakeId }, scope) => reviewIntake(ports, scope, { intakeId }),
  },
  showRoleSheet: {
    owner: "hospital",
    run: ({ ports, roleSheetId }, scope) => showRoleSheet(ports, scope, { roleSheetId }),
  },
};

/** Pages that show whatever the hospital has, without being asked for one thing. */
const overviews: ScopeCases["overviews"] = {
  listDeadlines: ({ ports }, scope) => listDeadlines(ports, scope),
  showHome: ({ ports }, scope) => showHome(ports, scope),
};

/** Exported functions that are no verb with a scope of their own, each with the reason. */
const notVerbs = [
  "openHospital", // makes the first scope
  "signIn", // before there is a scope
  "openSession", // for an account that is already known
  "signOut", // one's own session, any role
  "chooseLanguage", // one's own account, any role
  "placeProduct", // part of saving an intake, inside its transaction
  "productVersionName", // answers null, checked below
  "record", // the transaction itself
];

export const cases: ScopeCases = { writing, reading, overviews, notVerbs };
