import type { Scope } from "~/domain/scope";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { decide } from "~/use-cases/decide.server";
import { showDisclosure } from "~/use-cases/disclosures.server";
import { recordIncident } from "~/use-cases/incidents.server";
import { keepChecklistResponse } from "~/use-cases/keep-checklist.server";
import { draftPaper, issuePaper } from "~/use-cases/papers.server";
import type { Ports } from "~/use-cases/ports.server";
import { receiveWorkbook } from "~/use-cases/receive.server";
import { writeRow } from "~/use-cases/role-rows.server";
import { agreeRoleSheet, showRoleSheet } from "~/use-cases/role-sheets.server";
import { recordTwoFactor } from "~/use-cases/two-factor.server";
import { ownWording } from "./annex-templates";
import { rawChecklistResponse } from "./checklists";
import { recordComparing } from "./comparing";
import { gapOn, rawDecision } from "./decisions";
import { rawIncident, rawTwoFactor } from "./over-time";
import { expectDone, joinSisterHospital, type TestHospital, testHospital } from "./ports";
import { chosenCase } from "./procurements";
import {
  contractWithSystem,
  FORM_6_0,
  openSheet,
  productBook,
  rawRow,
  receiveDisclosure,
  register,
  type TestContract,
} from "./records";

import { asking, rawContact, submitByVendor } from "./requests";

/** One of everything that a use case can be asked about. */
export type World = TestHospital &
  TestContract & {
    sister: Scope;
    disclosureId: string;
    otherDisclosureId: string;
    fileId: string;
    intakeId: string;
    otherIntakeId: string;
    decisionId: string;
    openGap: string;
    roleSheetId: string;
    rowId: string;
    draftId: string;
    paperId: string;
    responseId: string;
    /** Waits to be filed as a document. */
    documentIntakeId: string;
    incidentId: string;
    procurementId: string;
  };

/** Every row decided, so that a sheet can be printed and issued. */
export async function decideAllRows(ports: Ports, scope: Scope, roleSheetId: string): Promise<void> {
  const { rows } = expectDone(await showRoleSheet(ports, scope, { roleSheetId }));
  for (const { id: rowId, version } of rows) {
    const raw = rawRow({ firstCheck: "yes", party: "vendor", what: "事業者が行う", cost: "included" });
    expectDone(await writeRow(ports, scope, { roleSheetId, rowId, version, raw }));
  }
}

export async function draft(
  ports: Ports,
  scope: Scope,
  contractId: string,
  template: string,
): Promise<string> {
  const input = { contractId, template, printedNo: "", dateStyle: "japanese" };
  return expectDone(await draftPaper(ports, scope, input)).draftId;
}

export async function fullWorld(): Promise<World> {
  const hospital = await testHospital();
  const { ports, editor } = hospital;
  const contract = await contractWithSystem(ports, editor);
  const no = { answer: "no", remark: "未対応" } as const;
  const answers = { "14-3": no, "11-4": no };
  const { productVersionId, contractId } = contract;
  const otherDisclosureId = await receiveDisclosure(ports, editor, productVersionId, {
    issuedOn: "2025-04-15",
  });
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId, { answers });
  const shown = expectDone(await showDisclosure(ports, editor, { disclosureId }));
  const intake = async (fileName: string) => {
    const bytes = await productBook(ports);
    return expectDone(await receiveWorkbook(ports, editor, { fileName, bytes })).intakeId;
  };
  const gap = await gapOn(ports, editor, disclosureId, "14-3");
  const decision = await decide(ports, editor, {
    disclosureId,
    guideline: FORM_6_0,
    requirement: gap.requirement.key,
    supersedes: null,
    raw: rawDecision(),
  });
  const roleSheetId = await openSheet(ports, editor, contractId);
  await decideAllRows(ports, editor, roleSheetId);
  const agreed = { roleSheetId, effectiveFrom: "2026-05-01", note: "", corrects: null };
  expectDone(await agreeRoleSheet(ports, editor, agreed));
  const rows = expectDone(await showRoleSheet(ports, editor, { roleSheetId })).rows;
  const response = rawChecklistResponse({ vendorId: contract.vendorId, systemIds: [contract.systemId] });
  const { responseId } = expectDone(await keepChecklistResponse(ports, editor, response));
  const draftId = await draft(ports, editor, contractId, "role-sharing@1");
  const { systemId } = contract;
  const incident = await recordIncident(ports, editor, { raw: rawIncident({ systemId }) });
  const openGap = (await gapOn(ports, editor, disclosureId, "11-4")).requirement.key;
  await recordComparing(ports, hospital, { disclosureId, requirement: openGap });
  const factor = { systemId, supersedes: null, reason: "", raw: rawTwoFactor() };
  expectDone(await recordTwoFactor(ports, editor, factor));
  await askAndReceive(ports, editor, contract);
  await ownWording(ports, editor, "work-report@1", { "sections.0.heading": "作業の概要" });
  const procurementId = await chosenCase(ports, editor, productVersionId);
  return {
    ...hospital,
    ...contract,
    procurementId,
    incidentId: expectDone(incident).incidentId,
    sister: await joinSisterHospital(ports, hospital.admin.groupId),
    disclosureId,
    otherDisclosureId,
    fileId: shown.file?.id ?? "",
    intakeId: await intake("a.xlsx"),
    otherIntakeId: await intake("b.xlsx"),
    documentIntakeId: await intake("資料.xlsx"),
    decisionId: expectDone(decision).decisionId,
    openGap,
    roleSheetId,
    rowId: rows[0]?.id ?? "",
    draftId,
    responseId,
    paperId: expectDone(await issuePaper(ports, editor, { draftId })).paperId,
  };
}

/** A request with its course, a question and a submission: rows of every frozen table of asking. */
async function askAndReceive(ports: Ports, editor: Scope, contract: TestContract): Promise<void> {
  const contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const asked = expectDone(await askVendors(ports, editor, asking({ ...contract, contactId })));
  await submitByVendor(ports, editor, asked.requestIds[0] ?? "");
}
