import { askVendors } from "~/use-cases/ask-vendors.server";
import { beginOwnChecklist, saveOwnChecklist } from "~/use-cases/fill-own-checklist.server";
import { receiveWorkbook, saveIntake } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { saveChecklists } from "~/use-cases/save-checklist.server";
import { writeBackDisclosure, writeOfficialDisclosure } from "~/use-cases/write-back.server";
import {
  writeBackChecklist,
  writeOfficialChecklist,
  writeOwnChecklist,
} from "~/use-cases/write-checklist.server";
import { writeSubmission } from "~/use-cases/write-request.server";
import {
  inventedBook,
  inventedChecklist,
  inventedMds,
  publishChecklist,
  publishDraft,
} from "../../support/catalogues";
import { listToSave } from "../../support/checklists";
import { expectDone } from "../../support/ports";
import { register } from "../../support/records";
import { asking, rawContact, submitByVendor } from "../../support/requests";
import { typedSheet } from "../../support/self-checks";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

const made = { disclosureId: "", responseId: "", requestId: "", checklistId: "" };

/** A disclosure, a checklist and a submission, each on a form whose official file is registered. */
async function prepare({ ports, editor, vendorId, productVersionId }: World): Promise<void> {
  const catalogueRef = await publishDraft(
    ports,
    editor,
    await inventedBook(ports, editor, { version: "7.7" }),
  );
  const checklistRef = await publishChecklist(ports, editor, inventedChecklist());
  const mds = { fileName: "回答.xlsx", bytes: inventedMds({ mark: "○", version: "7.7" }) };
  const { intakeId } = expectDone(await receiveWorkbook(ports, editor, mds));
  const place = { productVersionId };
  const form = { formIndex: 0, formVersion: "7.7", issuedOn: "2026-04-15", place };
  made.disclosureId =
    expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] })).disclosureIds[0] ?? "";
  const list = {
    fileName: "点検.xlsx",
    bytes: inventedChecklist([["1-1", "架空の項目の一を行っているか。", "○"]]),
  };
  const checklist = expectDone(await receiveFile(ports, editor, list)).received[0]?.intakeId ?? "";
  const lists = [listToSave(vendorId, { checklistRef })];
  const saved = expectDone(await saveChecklists(ports, editor, { intakeId: checklist, lists }));
  made.responseId = saved.responseIds[0] ?? "";
  const contactId = await register(ports, editor, "vendorContact", rawContact(vendorId));
  const about = { vendorId, contactId, productVersionId };
  const asked = expectDone(await askVendors(ports, editor, asking(about, { catalogueRef })));
  made.requestId = asked.requestIds[0] ?? "";
  await submitByVendor(ports, editor, made.requestId);
  const book = inventedChecklist([], "医療機関確認用");
  const own = { fiscalYear: 2026, checklistRef: await publishChecklist(ports, editor, book, "hospital") };
  made.checklistId = expectDone(await beginOwnChecklist(ports, editor, own)).checklistId;
  const sheet = await typedSheet(ports, editor, made.checklistId);
  expectDone(await saveOwnChecklist(ports, editor, sheet));
}

export const cases: ScopeCases = {
  prepare,
  writing: {},
  reading: {
    writeBackDisclosure: {
      owner: "hospital",
      run: ({ ports }, scope) => writeBackDisclosure(ports, scope, made),
    },
    writeOfficialDisclosure: {
      owner: "hospital",
      run: ({ ports }, scope) => writeOfficialDisclosure(ports, scope, made),
    },
    writeBackChecklist: {
      owner: "hospital",
      run: ({ ports }, scope) => writeBackChecklist(ports, scope, made),
    },
    writeOfficialChecklist: {
      owner: "hospital",
      run: ({ ports }, scope) => writeOfficialChecklist(ports, scope, made),
    },
    writeOwnChecklist: {
      owner: "hospital",
      run: ({ ports }, scope) => writeOwnChecklist(ports, scope, made),
    },
    writeSubmission: { owner: "hospital", run: ({ ports }, scope) => writeSubmission(ports, scope, made) },
  },
  overviews: {},
  notVerbs: [],
};
