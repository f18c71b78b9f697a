import { askVendors } from "~/use-cases/ask-vendors.server";
import {
  resetMailWording,
  saveMailSetting,
  saveMailWording,
  showMailSettings,
} from "~/use-cases/mail-settings.server";
import { copyMail, handOver, settleMail, showMail } from "~/use-cases/outbox.server";
import { listCandidates, prepareAsking, previewAsking } from "~/use-cases/request-choices.server";
import { changeDue, noteEvent, revokeRequest } from "~/use-cases/request-course.server";
import { makeLink, revokeLinks } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";
import {
  listRequests,
  requestsToday,
  showRequest,
  showRound,
  stopAskingAgain,
} from "~/use-cases/requests.server";
import { expectDone } from "../../support/ports";
import { register, SHEET_FORM } from "../../support/records";
import { asking, rawContact } from "../../support/requests";
import type { World } from "../../support/world";
import type { ScopeCases } from "./case";

let contactId = "";
let requestId = "";
let refusedId = "";
let withdrawnId = "";
let yearlyRoundId = "";
/** A vendor that no other case puts away. */
let another = { vendorId: "", contactId: "", productVersionId: "" };
let handedMailId = "";
let droppedMailId = "";

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
  another = await anotherVendor(ports, editor);
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
  const yearly = asking(about, { recurrence: "yearly" });
  yearlyRoundId = expectDone(await askVendors(ports, editor, yearly)).roundId;
  [handedMailId, droppedMailId] = [await mailOf(ports, await ask({})), await mailOf(ports, await ask({}))];
  expectDone(await noteEvent(ports, editor, { ...byPhone, requestId: refusedId, kind: "refused" }));
}

async function anotherVendor(ports: World["ports"], editor: World["editor"]) {
  const vendorId = await register(ports, editor, "vendor", { name: "別の試験ベンダ株式会社" });
  const product = { vendorId, name: "別の試験製品", kind: "product" };
  const productId = await register(ports, editor, "product", product);
  const productVersionId = await register(ports, editor, "productVersion", { productId, label: "1.0" });
  const contact = await register(ports, editor, "vendorContact", rawContact(vendorId));
  return { vendorId, contactId: contact, productVersionId };
}

async function mailOf(ports: World["ports"], requestId: string): Promise<string> {
  const sql = "SELECT id FROM mail WHERE request_id = ?";
  return String((await ports.db.$client.execute({ sql, args: [requestId] })).rows[0]?.id);
}

const origin = "http://127.0.0.1:3000";
const wording = { subject: "{subject}", body: "{code}" };
const aboutContract = ({ vendorId, contractId }: World) =>
  asking(
    { vendorId, contactId, productVersionId: "" },
    { kind: "role-sheet", catalogueRef: SHEET_FORM, targets: [{ vendorId, contactId, contractId }] },
  );

const writing: ScopeCases["writing"] = {
  askVendors: {
    owner: "group",
    isField: true,
    run: ({ ports }, scope) => askVendors(ports, scope, asking(another)),
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

Object.assign(writing, {
  stopAskingAgain: {
    owner: "hospital",
    run: ({ ports }, scope) => stopAskingAgain(ports, scope, { roundId: yearlyRoundId }),
  },
  copyMail: {
    owner: "hospital",
    run: ({ ports }, scope) => copyMail(ports, scope, { mailId: handedMailId, origin }),
  },
  handOver: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      handOver(ports, scope, { mailId: handedMailId, version: 1, channel: "post", note: "郵送" }),
  },
  settleMail: {
    owner: "hospital",
    run: ({ ports }, scope) =>
      settleMail(ports, scope, { mailId: droppedMailId, version: 1, verdict: "drop" }),
  },
  saveMailWording: {
    owner: "none",
    run: ({ ports }, scope) => saveMailWording(ports, scope, { kind: "code", ...wording, version: 0 }),
  },
  resetMailWording: {
    owner: "none",
    run: ({ ports }, scope) => resetMailWording(ports, scope, { kind: "code" }),
  },
  saveMailSetting: {
    owner: "none",
    run: async ({ ports }, scope) => {
      const { version } = await showMailSettings(ports, scope);
      const raw = { digestTo: "kakari@hospital.example", reminderDays: "-3", version };
      return saveMailSetting(ports, scope, raw);
    },
  },
} satisfies ScopeCases["writing"]);

const reading: ScopeCases["reading"] = {
  showRound: {
    owner: "hospital",
    run: ({ ports }, scope) => showRound(ports, scope, { roundId: yearlyRoundId }),
  },
  showMail: {
    owner: "hospital",
    run: ({ ports }, scope) => showMail(ports, scope, { mailId: handedMailId }),
  },
  previewAsking: {
    owner: "hospital",
    isField: true,
    run: (w, scope) => previewAsking(w.ports, scope, aboutContract(w)),
  },
  showRequest: { owner: "hospital", run: ({ ports }, scope) => showRequest(ports, scope, { requestId }) },
};

const overviews: ScopeCases["overviews"] = {
  listRequests: ({ ports }, scope) => listRequests(ports, scope, {}),
  requestsToday: ({ ports }, scope) => requestsToday(ports, scope),
  listCandidates: ({ ports }, scope) =>
    listCandidates(ports, scope, {
      kind: "role-sheet",
      search: "",
      vendorId: null,
      ids: null,
      page: 1,
      pageSize: 50,
    }),
  prepareAsking: ({ ports, contractId }, scope) =>
    prepareAsking(ports, scope, { kind: "role-sheet", ids: [contractId] }),
};

/** Exported functions with a scope that are no verb of their own. */
const notVerbs: readonly string[] = [
  "submissionsToReview", // a number without an id; test/use-cases/requests.test.ts asks a stranger
  "checkAsking", // the check that asking and its preview share, and both are tried
  // Their pages carry no id that the overviews are tried with; test/use-cases/outbox.test.ts asks a stranger.
  "listOutbox",
  "showMailSettings",
];

export const cases: ScopeCases = { prepare, writing, reading, overviews, notVerbs };
