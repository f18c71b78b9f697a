import { askVendors } from "~/use-cases/ask-vendors.server";
import { changeDue, noteEvent, revokeRequest } from "~/use-cases/request-course.server";
import { makeLink, revokeLinks } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";
import { listRequests, showRequest } from "~/use-cases/requests.server";
import { expectDone } from "../../support/ports";
import { register, SHEET_FORM } from "../../support/records";
import { asking, rawContact } from "../../support/requests";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let contactId = "";
let requestId = "";
let refusedId = "";
let withdrawnId = "";

const byPhone = {
  channel: "phone",
  happenedOn: "2026-11-20",
  note: "電話で確認",
  contactId: null,
  file: null,
};

/** A request about the contract, one about the product that was refused, and one to withdraw. */
async function prepare({ ports, editor, vendorId, contractId, productVersionId }: World): Promise<void> {
  contactId = await register(ports, editor, "vendorContact", rawContact(vendorId));
  const about = { vendorId, contactId, productVersionId };
  const sheet = {
    kind: "role-sheet",
    catalogueRef: SHEET_FORM,
    targets: [{ vendorId, contactId, contractId }],
  };
  const ask = async (change: Parameters<typeof asking>[1]) =>
    expectDone(await askVendors(ports, editor, asking(about, change))).requestIds[0] ?? "";
  requestId = await ask(sheet);
  refusedId = await ask({});
  withdrawnId = await ask({});
  expectDone(await noteEvent(ports, editor, { ...byPhone, requestId: refusedId, kind: "refused" }));
}

const writing: ScopeCases["writing"] = {
  askVendors: {
    owner: "group",
    isField: true,
    run: ({ ports, vendorId, productVersionId }, scope) =>
      askVendors(ports, scope, asking({ vendorId, contactId, productVersionId })),
  },
  makeLink: {
    owner: "hospital",
    run: ({ ports }, scope) => makeLink(ports, scope, { requestId, sections: null }),
  },
  revokeLinks: { owner: "hospital", run: ({ ports }, scope) => revokeLinks(ports, scope, { requestId }) },
  revokeRequest: {
    owner: "hospital",
    run: ({ ports }, scope) => revokeRequest(ports, scope, { requestId: withdrawnId, reason: "入替え" }),
  },
  changeDue: {
    owner: "hospital",
    run: ({ ports }, scope) => changeDue(ports, scope, { requestId, version: 1, dueOn: "2026-12-20" }),
  },
  noteEvent: {
    owner: "hospital",
    run: ({ ports }, scope) => noteEvent(ports, scope, { ...byPhone, requestId, kind: "spoken" }),
  },
  replyToVendor: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      replyToVendor(ports, scope, { requestId, itemKey: "", text: "承知しました。" }),
  },
  reviewSubmission: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      reviewSubmission(ports, scope, {
        requestId: refusedId,
        decision: "return",
        submissionId: null,
        reason: "もう一度お願いします。",
      }),
  },
};

const reading: ScopeCases["reading"] = {
  showRequest: { owner: "hospital", run: ({ ports }, scope) => showRequest(ports, scope, { requestId }) },
};

const overviews: ScopeCases["overviews"] = {
  listRequests: ({ ports }, scope) => listRequests(ports, scope, {}),
};

/** Exported functions with a scope that are no verb of their own. */
const notVerbs: readonly string[] = [];

export const cases: ScopeCases = { prepare, writing, reading, overviews, notVerbs };
