import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeLink, revokeLinks } from "~/use-cases/request-links.server";
import { replyToVendor, reviewSubmission } from "~/use-cases/request-review.server";
import { showRequest } from "~/use-cases/requests.server";
import { askHospital, showDesk, showSection, showWhole } from "~/use-cases/vendor-answers.server";
import {
  enterLink,
  findVendorScope,
  leaveDesk,
  peekLink,
  sendCode,
  verifyCode,
} from "~/use-cases/vendor-entry.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import {
  beforeSubmit,
  openSubmission,
  passOn,
  refuseRequest,
  showReceipt,
  submitAnswers,
} from "~/use-cases/vendor-submit.server";
import { codesOf, expectDone } from "../support/ports";
import {
  type AskedHospital,
  answerer,
  ask,
  askedHospital,
  codeInOutbox,
  linkTo,
  openDesk,
  scopeOf,
  submit,
  typed,
  verify,
} from "../support/vendor-desk";

let world: AskedHospital;
beforeEach(async () => {
  world = await askedHospital();
});

const state = async (requestId = world.requestId) =>
  expectDone(await showRequest(world.ports, world.viewer, { requestId })).request.state;
const eventKinds = async () =>
  expectDone(await showRequest(world.ports, world.viewer, world)).events.map((each) => each.kind);
const firstItem = async (scope: Parameters<typeof showSection>[1]) => {
  const [item] = expectDone(await showSection(world.ports, scope, { section: 1 })).items;
  if (!item) throw new Error("no item");
  return item;
};

describe("a link", () => {
  it("shows who asks what until when, and looking at it changes nothing", async () => {
    const token = await linkTo(world);
    const before = await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit");
    expect(await peekLink(world.ports, token)).toEqual({
      hospital: "試験病院",
      title: "開示書の提出",
      dueOn: "2026-12-11",
    });
    const after = await world.ports.db.$client.execute("SELECT count(*) AS n FROM audit");
    expect(after.rows[0]?.n).toBe(before.rows[0]?.n);
    expect([await state(), await eventKinds()]).toEqual(["waiting", ["asked"]]);
  });

  it("pressed, becomes a session of this one request, and only that counts as opened", async () => {
    const { token, requestId } = expectDone(await enterLink(world.ports, await linkTo(world)));
    expect(requestId).toBe(world.requestId);
    expect(await state()).toBe("opened");
    expect(await eventKinds()).toEqual(["asked", "opened"]);
    const { rows } = await world.ports.db.$client.execute("SELECT * FROM vendor_session");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await scopeOf(world, token)).toMatchObject({ requestId, sections: null, isVerified: false });
  });

  it("expired, revoked, withdrawn and unknown are one and the same", async () => {
    const token = await linkTo(world);
    const { token: session } = expectDone(await enterLink(world.ports, token));
    const none = async () => {
      expect(await peekLink(world.ports, token)).toBeNull();
      expect(codesOf(await enterLink(world.ports, token))).toEqual(["request-link-over"]);
      expect(await findVendorScope(world.ports, session)).toBeNull();
    };
    expect(codesOf(await enterLink(world.ports, "unknown"))).toEqual(["request-link-over"]);
    world.ports.clock.set("2027-01-10T15:00:00.000Z"); // 30 days after the due day are over in Tokyo
    await none();
    world.ports.clock.set("2026-11-25T01:00:00.000Z");
    expect(await peekLink(world.ports, token)).not.toBeNull();
    expectDone(await revokeLinks(world.ports, world.editor, world));
    await none();
  });

  it("a session ends by itself after twelve hours, and at once when the person leaves", async () => {
    const { token } = expectDone(await enterLink(world.ports, await linkTo(world)));
    world.ports.clock.addHours(11.9);
    expect(await findVendorScope(world.ports, token)).not.toBeNull();
    world.ports.clock.addHours(0.2);
    expect(await findVendorScope(world.ports, token)).toBeNull();
    const other = expectDone(await enterLink(world.ports, await linkTo(world)));
    expectDone(await leaveDesk(world.ports, await scopeOf(world, other.token)));
    expect(await findVendorScope(world.ports, other.token)).toBeNull();
  });
});

describe("the desk", () => {
  it("says what is asked and how far it is, by sections", async () => {
    const desk = expectDone(await showDesk(world.ports, await openDesk(world)));
    expect(desk.request).toMatchObject({ hospital: "試験病院", product: "試験カルテ", state: "opened" });
    expect(desk.sections.length).toBeGreaterThan(2);
    expect(desk.sections.reduce((sum, each) => sum + each.total, 0)).toBe(desk.progress.total);
    expect([desk.progress.answered, desk.daysLeft, desk.isEditable]).toEqual([0, 17, true]);
  });

  it("knows nothing of how the hospital works with it", async () => {
    const scope = await openDesk(world);
    const pages = [
      await showDesk(world.ports, scope),
      await showSection(world.ports, scope, { section: 1 }),
      await showWhole(world.ports, scope),
      await beforeSubmit(world.ports, scope),
    ];
    const text = JSON.stringify(pages.map((each) => expectDone<unknown>(each)));
    for (const inner of [
      "reminderDays",
      "createdBy",
      "contactMail",
      "roundId",
      "vendor.example",
      "試験 lead",
    ])
      expect(text).not.toContain(inner);
  });

  it("keeps a thread per item; the hospital's line has no person's name", async () => {
    const scope = await openDesk(world);
    const { key: itemKey } = await firstItem(scope);
    expectDone(await askHospital(world.ports, scope, { itemKey, text: "どの端末のことですか。" }));
    const reply = { requestId: world.requestId, itemKey, text: "院内の端末です。" };
    expectDone(await replyToVendor(world.ports, world.editor, reply));
    expect((await firstItem(scope)).messages.map((each) => [each.side, each.text])).toEqual([
      ["vendor", "どの端末のことですか。"],
      ["hospital", "院内の端末です。"],
    ]);
    expect(codesOf(await askHospital(world.ports, scope, { itemKey: "none", text: "x" }))).toEqual([
      "not-found",
    ]);
    expect(codesOf(await askHospital(world.ports, scope, { itemKey, text: " " }))).toEqual([
      "field-required",
    ]);
  });

  it("a colleague's link has its sections, and can neither submit nor pass on", async () => {
    const main = await openDesk(world);
    const sections = expectDone(await showDesk(world.ports, main)).sections.map((each) => each.section);
    const [, second = ""] = sections;
    const { token } = expectDone(await passOn(world.ports, main, { sections: [second] }));
    const scope = await scopeOf(world, expectDone(await enterLink(world.ports, token)).token);
    const desk = expectDone(await showDesk(world.ports, scope));
    expect(desk.sections.map((each) => each.section)).toEqual([second]);
    const mainItem = await firstItem(main);
    expect(codesOf(await saveAnswers(world.ports, scope, [typed(mainItem.key, 0)]))).toEqual(["not-found"]);
    expectDone(await saveAnswers(world.ports, scope, [typed((await firstItem(scope)).key, 0)]));
    for (const result of [
      await passOn(world.ports, scope, { sections: [second] }),
      await sendCode(world.ports, scope),
      await beforeSubmit(world.ports, scope),
      await submitAnswers(world.ports, scope, { issuedOn: "2026-11-24", seen: "" }),
      await refuseRequest(world.ports, scope, { reason: "x" }),
      await showReceipt(world.ports, scope),
      await showWhole(world.ports, scope),
    ])
      expect(codesOf(result)).toEqual(["request-sections-only"]);
    expect(codesOf(await passOn(world.ports, main, { sections: ["ない区分"] }))).toEqual([
      "field-not-an-option",
    ]);
    expect(codesOf(await passOn(world.ports, main, { sections: [] }))).toEqual(["field-required"]);
  });

  it("will not submit, with a reason", async () => {
    const scope = await openDesk(world);
    expect(codesOf(await refuseRequest(world.ports, scope, { reason: " " }))).toEqual(["field-required"]);
    expectDone(await refuseRequest(world.ports, scope, { reason: "販売を終えた製品のため" }));
    expect(await state()).toBe("refused");
    const item = await firstItem(scope);
    expect(codesOf(await saveAnswers(world.ports, scope, [typed(item.key, 0)]))).toEqual(["request-state"]);
    expect(codesOf(await refuseRequest(world.ports, scope, { reason: "x" }))).toEqual(["request-state"]);
  });
});

describe("the code", () => {
  it("goes to the named contact and waits in the outbox without a mail server", async () => {
    const scope = await openDesk(world);
    expectDone(await sendCode(world.ports, scope));
    expect(await codeInOutbox(world, world.requestId)).toMatch(/^\d{6}$/);
    const { rows } = await world.ports.db.$client.execute("SELECT code_hash FROM vendor_session");
    expect(String(rows[0]?.code_hash)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("counts wrong tries, ends after ten, after thirty minutes, and with the next code", async () => {
    const scope = await openDesk(world);
    const enter = (code: string) => verifyCode(world.ports, scope, { code, ...answerer });
    expect(codesOf(await enter("000000"))).toEqual(["request-code-over"]);
    expectDone(await sendCode(world.ports, scope));
    const first = await codeInOutbox(world, world.requestId);
    const wrong = first === "000000" ? "000001" : "000000";
    for (let tries = 1; tries < 10; tries += 1)
      expect(codesOf(await enter(wrong))).toEqual(["request-code-wrong"]);
    expect(codesOf(await enter(wrong))).toEqual(["request-code-over"]);
    expect(codesOf(await enter(first))).toEqual(["request-code-over"]);
    expectDone(await sendCode(world.ports, scope));
    world.ports.clock.addHours(0.51);
    expect(codesOf(await enter(await codeInOutbox(world, world.requestId)))).toEqual(["request-code-over"]);
    expectDone(await sendCode(world.ports, scope));
    const last = await codeInOutbox(world, world.requestId);
    expect(codesOf(await verifyCode(world.ports, scope, { code: last, name: "", department: "" }))).toEqual([
      "field-required",
    ]);
    // full-width digits with a space, as a Japanese keyboard types them
    const wide = [...last].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join("");
    expectDone(await enter(`${wide.slice(0, 3)} ${wide.slice(3)}`));
    expect(codesOf(await enter(last))).toEqual(["request-code-over"]);
  });

  it("of one session opens no other one", async () => {
    const [one, other] = [await openDesk(world), await openDesk(world)];
    expectDone(await sendCode(world.ports, one));
    const code = await codeInOutbox(world, world.requestId);
    expect(codesOf(await verifyCode(world.ports, other, { code, ...answerer }))).toEqual([
      "request-code-over",
    ]);
  });

  it("is mailed five times an hour and twenty times a day at most, over all sessions of the request", async () => {
    for (let sent = 0; sent < 5; sent += 1) expectDone(await sendCode(world.ports, await openDesk(world)));
    expect(codesOf(await sendCode(world.ports, await openDesk(world)))).toEqual(["request-code-often"]);
    for (let hour = 0; hour < 3; hour += 1) {
      world.ports.clock.addHours(1.1);
      for (let sent = 0; sent < 5; sent += 1) expectDone(await sendCode(world.ports, await openDesk(world)));
    }
    world.ports.clock.addHours(1.1);
    expect(codesOf(await sendCode(world.ports, await openDesk(world)))).toEqual(["request-code-often"]);
  });
});

describe("submitting", () => {
  const answered = async () => {
    const scope = await openDesk(world);
    const item = await firstItem(scope);
    expectDone(await saveAnswers(world.ports, scope, [typed(item.key, 0, { remark: "管理画面のみ" })]));
    return scope;
  };

  it("needs an answer, the code, and the draft that was on the page", async () => {
    const scope = await openDesk(world);
    const { seen } = expectDone(await beforeSubmit(world.ports, scope));
    const send = (mark: string) => submitAnswers(world.ports, scope, { issuedOn: "2026-11-24", seen: mark });
    expect(codesOf(await send(seen))).toEqual(["request-not-verified"]);
    await verify(world, scope);
    expect(codesOf(await send(seen))).toEqual(["request-nothing-answered"]);
    const item = await firstItem(scope);
    expectDone(await saveAnswers(world.ports, scope, [typed(item.key, 0)]));
    expect(codesOf(await send(seen))).toEqual(["changed-meanwhile"]);
    const fresh = expectDone(await beforeSubmit(world.ports, scope));
    const future = { issuedOn: "2026-11-25", seen: fresh.seen };
    expect(codesOf(await submitAnswers(world.ports, scope, future))).toEqual(["field-not-a-day"]);
    expectDone(await send(fresh.seen));
    expect(await state()).toBe("submitted");
  });

  it("freezes exactly the bytes whose SHA-256 the receipt has, with who sent them", async () => {
    const scope = await verify(world, await answered());
    const { sha256, submissionId } = await submit(world, scope);
    const file = expectDone(await openSubmission(world.ports, scope, { submissionId }));
    expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(sha256);
    const receipt = expectDone(await showReceipt(world.ports, scope));
    expect(receipt.newest).toMatchObject({
      sha256,
      contact: answerer.name,
      contactDepartment: answerer.department,
    });
    expect(receipt.submission.items[0]).toMatchObject({ answer: "yes", remark: "管理画面のみ" });
    const frozen = world.ports.db.$client.execute("UPDATE request_submission SET sha256 = 'x'");
    await expect(frozen).rejects.toThrow();
    const mails = await world.ports.db.$client.execute("SELECT body FROM mail WHERE kind = 'receipt'");
    expect(String(mails.rows[0]?.body)).toContain(sha256);
  });

  it("sent back, opens again with the hospital's words; the second one leaves the first as it was", async () => {
    const scope = await verify(world, await answered());
    const first = await submit(world, scope);
    const item = await firstItem(scope);
    const again = typed(item.key, item.draft.version, { answer: "no" });
    expect(codesOf(await saveAnswers(world.ports, scope, [again]))).toEqual(["request-state"]);
    const back = { requestId: world.requestId, decision: "return" as const };
    const reason = "備考に時期を書いてください。";
    const returned = { ...back, submissionId: first.submissionId, reason };
    expectDone(await reviewSubmission(world.ports, world.editor, returned));
    const desk = expectDone(await showDesk(world.ports, scope));
    expect([desk.isEditable, desk.returnedWith?.note]).toEqual([true, reason]);
    expectDone(await saveAnswers(world.ports, scope, [again]));
    const second = await submit(world, scope);
    expect(second.sha256).not.toBe(first.sha256);
    const file = expectDone(await openSubmission(world.ports, scope, first));
    expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(first.sha256);
    expect(expectDone(await showReceipt(world.ports, scope)).older.map((each) => each.id)).toEqual([
      first.submissionId,
    ]);
  });

  it("does not reach what another request submitted", async () => {
    const scope = await verify(world, await answered());
    const { submissionId } = await submit(world, scope);
    const other = await openDesk(world, await ask(world));
    expect(codesOf(await openSubmission(world.ports, other, { submissionId }))).toEqual(["not-found"]);
    expect(codesOf(await showReceipt(world.ports, other))).toEqual(["not-found"]);
  });
});

it("a link made by another hospital reaches nothing here", async () => {
  const { requestId } = world;
  expect(codesOf(await makeLink(world.ports, world.stranger, { requestId, sections: null }))).toEqual([
    "not-found",
  ]);
});
