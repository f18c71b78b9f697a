import { beforeEach, describe, expect, it } from "vitest";
import { askAgain, askVendors } from "~/use-cases/ask-vendors.server";
import { showDisclosure } from "~/use-cases/disclosures.server";
import { changeDue, noteEvent, revokeRequest } from "~/use-cases/request-course.server";
import { makeLink } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";
import { listRequests, showRequest } from "~/use-cases/requests.server";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, SHEET_FORM, type TestContract } from "../support/records";
import { asking, PRODUCT_FORM, rawContact, submitByVendor } from "../support/requests";

let hospital: TestHospital;
let contract: TestContract;
let contactId: string;

beforeEach(async () => {
  hospital = await testHospital();
  contract = await contractWithSystem(hospital.ports, hospital.editor);
  contactId = await register(hospital.ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
});

const ask = (change: Parameters<typeof asking>[1] = {}) =>
  askVendors(hospital.ports, hospital.editor, asking({ ...contract, contactId }, change));
const asked = async (change: Parameters<typeof asking>[1] = {}) => {
  const requestId = expectDone(await ask(change)).requestIds[0];
  if (!requestId) throw new Error("nobody asked");
  return requestId;
};
const show = async (requestId: string) =>
  expectDone(await showRequest(hospital.ports, hospital.viewer, { requestId }));

describe("asking", () => {
  it("makes one request per target, pinned to its form, and one mail each", async () => {
    const requestId = await asked();
    const { request, form, events } = await show(requestId);
    expect(request).toMatchObject({
      state: "waiting",
      catalogueRef: PRODUCT_FORM,
      vendor: "試験ベンダ株式会社",
    });
    expect(form?.items.length).toBeGreaterThan(10);
    expect(events.map((each) => each.kind)).toEqual(["asked"]);
    const mails = await hospital.ports.db.$client.execute("SELECT kind, state, body FROM mail");
    expect(mails.rows.map((each) => [each.kind, each.state])).toEqual([["request", "waiting"]]);
    expect(String(mails.rows[0]?.body)).toContain("{link}");
  });

  it("says which field of which target does not fit, and writes nothing", async () => {
    const noMail = await register(hospital.ports, hospital.editor, "vendorContact", {
      ...rawContact(contract.vendorId),
      mail: "",
    });
    const target = { vendorId: contract.vendorId, contactId: noMail, productVersionId: contract.systemId };
    const result = await ask({ targets: [target] });
    expect(result.ok ? [] : result.problems.map((each) => [each.code, each.at])).toEqual([
      ["request-contact-without-mail", "targets.0.contactId"],
      ["field-unknown-reference", "targets.0.productVersionId"],
    ]);
    expect(expectList(await listRequests(hospital.ports, hospital.viewer, {}))).toEqual([]);
  });

  it("refuses the same subject twice, no target, a past day and an unfit form", async () => {
    const target = { vendorId: contract.vendorId, contactId, productVersionId: contract.productVersionId };
    expect(codesOf(await ask({ targets: [target, target] }))).toEqual(["request-subject-twice"]);
    expect(codesOf(await ask({ targets: [] }))).toEqual(["request-no-target"]);
    expect(codesOf(await ask({ dueOn: "2026-11-23" }))).toEqual(["request-due-past"]);
    expect(codesOf(await ask({ catalogueRef: SHEET_FORM }))).toEqual(["request-catalogue-unfit"]);
  });

  it("asks again a year later, once, in a round of its own", async () => {
    const { roundId } = expectDone(await ask({ recurrence: "yearly" }));
    const again = expectDone(await askAgain(hospital.ports, hospital.editor, { roundId }));
    expect(again.notAsked).toEqual([]);
    const { request } = await show(again.requestIds[0] ?? "");
    expect([request.dueOn, request.state, request.roundId]).toEqual(["2027-12-11", "waiting", again.roundId]);
    expect(codesOf(await askAgain(hospital.ports, hospital.editor, { roundId }))).toEqual(["request-state"]);
  });
});

const expectList = (page: Awaited<ReturnType<typeof listRequests>>) => page.rows.map((each) => each.id);

it("hands out a link once and keeps only its hash", async () => {
  const requestId = await asked();
  const link = expectDone(await makeLink(hospital.ports, hospital.editor, { requestId, sections: null }));
  expect(link.expiresAt).toBe("2027-01-10T14:59:59.999Z");
  const { rows } = await hospital.ports.db.$client.execute("SELECT * FROM request_link");
  expect(JSON.stringify(rows)).not.toContain(link.token);
  expect((await show(requestId)).links).toHaveLength(1);
});

it("moves links with the due day, and ends them with the request", async () => {
  const requestId = await asked();
  const { ports, editor } = hospital;
  expectDone(await makeLink(ports, editor, { requestId, sections: null }));
  expectDone(await changeDue(ports, editor, { requestId, version: 1, dueOn: "2026-12-20" }));
  expect((await show(requestId)).links[0]?.expiresAt).toBe("2027-01-19T14:59:59.999Z");
  expect(codesOf(await changeDue(ports, editor, { requestId, version: 1, dueOn: "2026-12-21" }))).toEqual([
    "changed-meanwhile",
  ]);
  expectDone(await revokeRequest(ports, editor, { requestId, reason: "製品の入替え" }));
  const page = await show(requestId);
  expect(page.request.state).toBe("revoked");
  expect(page.links[0]?.revokedAt).not.toBeNull();
  expect(codesOf(await makeLink(ports, editor, { requestId, sections: null }))).toEqual(["request-state"]);
});

it("keeps what happened by phone with its file, and a refusal by post moves the request", async () => {
  const requestId = await asked();
  const { ports, editor } = hospital;
  const call = {
    requestId,
    kind: "spoken",
    channel: "phone",
    happenedOn: "2026-11-20",
    note: "来週出すとのこと",
  };
  expectDone(await noteEvent(ports, editor, { ...call, contactId, file: null }));
  const file = { fileName: "回答書.pdf", bytes: new TextEncoder().encode("%PDF-") };
  const letter = {
    ...call,
    kind: "refused",
    channel: "post",
    note: "提出しない旨の書面",
    contactId: null,
    file,
  };
  expectDone(await noteEvent(ports, editor, letter));
  const { request, events } = await show(requestId);
  expect(request.state).toBe("refused");
  expect(events.map((each) => [each.kind, each.channel, each.fileName])).toEqual([
    ["asked", "web", null],
    ["spoken", "phone", null],
    ["refused", "post", "回答書.pdf"],
  ]);
  expect(codesOf(await noteEvent(ports, editor, { ...letter, happenedOn: "2026-12-30" }))).toEqual([
    "field-not-a-day",
  ]);
});

it("answers in the thread of an item that exists", async () => {
  const requestId = await asked();
  const { ports, editor } = hospital;
  const itemKey = (await show(requestId)).form?.items[0]?.key ?? "";
  expectDone(await replyToVendor(ports, editor, { requestId, itemKey, text: "院内の端末だけが対象です。" }));
  expect((await show(requestId)).messages).toMatchObject([{ itemKey, side: "hospital", by: "試験 lead" }]);
  const other = { requestId, itemKey: "starter:none", text: "x" };
  expect(codesOf(await replyToVendor(ports, editor, other))).toEqual(["not-found"]);
});

describe("an accepted submission", () => {
  it("of a disclosure request is a disclosure with the vendor's words, and stays accepted", async () => {
    const { ports, editor } = hospital;
    const requestId = await asked();
    const receipt = await submitByVendor(ports, editor, requestId);
    const older = { requestId, decision: "accept" as const, submissionId: requestId };
    expect(codesOf(await reviewSubmission(ports, editor, older))).toEqual(["request-submission-older"]);
    const input = { requestId, decision: "accept" as const, submissionId: receipt.submissionId };
    const made = expectDone(await reviewSubmission(ports, editor, input));
    const shown = expectDone(await showDisclosure(ports, editor, { disclosureId: made.disclosureId ?? "" }));
    expect(shown.answers[0]).toMatchObject({ answer: "yes", remark: expect.stringContaining("確認済み") });
    expect(codesOf(await reviewSubmission(ports, editor, input))).toEqual(["request-state"]);
  });

  it("of a checklist is a checklist response of the vendor about its systems", async () => {
    const { ports, editor } = hospital;
    const [catalogueRef = ""] = ports.catalogues.checklists.keys();
    const { vendorId, systemId } = contract;
    const requestId = await asked({
      kind: "checklist",
      catalogueRef,
      targets: [{ vendorId, contactId, systemIds: [systemId] }],
    });
    const { submissionId } = await submitByVendor(ports, editor, requestId);
    const made = expectDone(
      await reviewSubmission(ports, editor, { requestId, decision: "accept", submissionId }),
    );
    expect(made.disclosureId).toBeNull();
    const sql = "SELECT id, respondent, vendor_id, request_id, system_ids, yes_count FROM checklist_response";
    const { rows } = await ports.db.$client.execute(sql);
    expect(rows.map((each) => ({ ...each }))).toEqual([
      {
        id: made.responseId,
        respondent: "vendor",
        vendor_id: vendorId,
        request_id: requestId,
        system_ids: JSON.stringify([systemId]),
        yes_count: 1,
      },
    ]);
  });

  it("can be sent back with words, and comes again", async () => {
    const { ports, editor } = hospital;
    const requestId = await asked();
    const { submissionId } = await submitByVendor(ports, editor, requestId);
    const back = { requestId, decision: "return" as const, submissionId, reason: " " };
    expect(codesOf(await reviewSubmission(ports, editor, back))).toEqual(["field-required"]);
    expectDone(await reviewSubmission(ports, editor, { ...back, reason: "備考をご記入ください。" }));
    const page = await show(requestId);
    expect(page.request.state).toBe("returned");
    expect(page.mails.map((each) => each.kind)).toContain("returned");
    expect(page.request.openQuestions).toBe(1);
    const itemKey = page.messages[0]?.itemKey ?? "";
    expectDone(await replyToVendor(ports, editor, { requestId, itemKey, text: "はい。" }));
    expect((await show(requestId)).request.openQuestions).toBe(0);
  });
});
