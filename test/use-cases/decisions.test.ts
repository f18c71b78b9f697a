import { beforeEach, describe, expect, it } from "vitest";
import type { VendorScope } from "~/domain/scope";
import { assessDisclosure } from "~/use-cases/assess.server";
import { closeDecision, decide, decideTogether } from "~/use-cases/decide.server";
import { listDecisions } from "~/use-cases/decision-list.server";
import {
  approveDecision,
  commentDecision,
  keepInspectionText,
  linkDecision,
} from "~/use-cases/decision-records.server";
import { showHome } from "~/use-cases/home.server";
import { askForPromises } from "~/use-cases/promises.server";
import { showRequest } from "~/use-cases/requests.server";
import { showRoleSheet } from "~/use-cases/role-sheets.server";
import { openDecisionFile, showDecision } from "~/use-cases/show-decision.server";
import { showDesk, showSection } from "~/use-cases/vendor-answers.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import { showReceipt } from "~/use-cases/vendor-submit.server";
import { gapOn, rawDecision } from "../support/decisions";
import { codesOf, expectDone, type TestHospital, testHospital } from "../support/ports";
import {
  contractWithSystem,
  FORM_6_0,
  openSheet,
  receiveDisclosure,
  register,
  type TestContract,
} from "../support/records";
import { rawContact } from "../support/requests";
import { openDesk, submit, typed, verify } from "../support/vendor-desk";

const no = { answer: "no", remark: "次の版で対応" } as const;
type World = TestHospital & TestContract & { disclosureId: string; contactId: string };
let world: World;

beforeEach(async () => {
  const hospital = await testHospital();
  const contract = await contractWithSystem(hospital.ports, hospital.editor);
  const { ports, editor } = hospital;
  const contactId = await register(ports, editor, "vendorContact", rawContact(contract.vendorId));
  const answers = { "14-3": no, "11-4": no };
  const disclosureId = await receiveDisclosure(ports, editor, contract.productVersionId, { answers });
  world = { ...hospital, ...contract, contactId, disclosureId };
});

async function take(no: string, change: Parameters<typeof rawDecision>[0] = {}): Promise<string> {
  const { ports, editor, disclosureId } = world;
  const { requirement } = await gapOn(ports, editor, disclosureId, no);
  const raw = rawDecision(change);
  const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: null, raw };
  return expectDone(await decide(ports, editor, input)).decisionId;
}
const acceptance = {
  kind: "accept-risk",
  measure: "",
  likelihood: "low",
  impact: "high",
  acceptedBy: "病院長",
  dueOn: "2027-03-31",
} as const;
const shown = async (decisionId: string) =>
  expectDone(await showDecision(world.ports, world.viewer, { decisionId }));
const bytes = new TextEncoder().encode("signed");
const sheet = { fileName: "承認書.pdf", bytes };

describe("a decision reopens by itself", () => {
  it("when a newer disclosure says something else, and shows what", async () => {
    const { ports, editor, productVersionId } = world;
    const decisionId = await take("14-3");
    expectDone(await closeDecision(ports, editor, { decisionId, reason: "確認", closedOn: "2026-11-20" }));
    expect((await shown(decisionId)).state).toBe("closed");
    await receiveDisclosure(ports, editor, productVersionId, {
      answers: { "14-3": { answer: "no", remark: "提供は未定" } },
      issuedOn: "2026-07-01",
    });
    const page = await shown(decisionId);
    expect([page.state, page.causes]).toEqual(["reopened", ["basis-changed"]]);
    expect(page.difference?.answers).toContainEqual(
      expect.objectContaining({
        no: "14-3",
        before: no,
        after: { answer: "no", remark: "提供は未定" },
      }),
    );
    const { decisions } = await listDecisions(ports, world.viewer);
    expect(decisions.find((each) => each.id === decisionId)).toMatchObject({
      state: "reopened",
      work: ["reopened"],
    });
    const { tasks } = await showHome(ports, world.viewer);
    expect(tasks.find((each) => each.kind === "decision-reopened")?.recordId).toBe(decisionId);
  });

  it("not when the vendor now answers はい", async () => {
    const { ports, editor, productVersionId } = world;
    const decisionId = await take("14-3");
    await receiveDisclosure(ports, editor, productVersionId, { issuedOn: "2026-07-01" });
    const page = await shown(decisionId);
    expect(page.state).toBe("open");
    expect(page.difference?.verdict).toEqual({ before: "unmet", after: "met" });
  });

  it("the day after an acceptance ends, without anything having run", async () => {
    const { ports, editor } = world;
    const decisionId = await take("14-3", acceptance);
    expect((await shown(decisionId)).state).toBe("awaiting-approval");
    const approval = { decisionId, approver: "院長 一郎", title: "病院長", approvedOn: "2026-11-20" };
    expectDone(await approveDecision(ports, editor, { ...approval, file: sheet }));
    expect((await shown(decisionId)).state).toBe("accepted");
    ports.clock.set("2027-03-31T14:59:59.000Z"); // the last minute of that day in Tokyo
    expect((await shown(decisionId)).state).toBe("accepted");
    ports.clock.set("2027-03-31T15:00:00.000Z");
    expect((await shown(decisionId)).causes).toEqual(["acceptance-over"]);
    const { decisions } = await listDecisions(ports, editor);
    expect(decisions.map((each) => each.state)).toEqual(["reopened"]);
  });
});

describe("accepting a risk", () => {
  it("is approved by another person, who is named with the office", async () => {
    const { ports, editor, admin } = world;
    const decisionId = await take("14-3", acceptance);
    const given = { decisionId, approver: "", title: "副院長", approvedOn: "", file: null };
    expect(codesOf(await approveDecision(ports, editor, given))).toEqual(["forbidden"]);
    expect(codesOf(await approveDecision(ports, admin, { ...given, title: " " }))).toEqual([
      "field-required",
    ]);
    expectDone(await approveDecision(ports, admin, given));
    const { decision } = await shown(decisionId);
    expect(decision).toMatchObject({
      approver: "試験 admin",
      approverTitle: "副院長",
      approvedOn: "2026-11-24",
      approvalFileId: null,
    });
    expect(codesOf(await approveDecision(ports, admin, given))).toEqual(["already-exists"]);
  });

  it("is never approved by whoever proposed it, unless a signed sheet is recorded", async () => {
    const { ports, admin, disclosureId } = world;
    const { requirement } = await gapOn(ports, admin, disclosureId, "14-3");
    const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: null };
    const taken = await decide(ports, admin, { ...input, raw: rawDecision(acceptance) });
    const { decisionId } = expectDone(taken);
    const given = { decisionId, approver: "院長 一郎", title: "病院長", approvedOn: "2026-11-25" };
    expect(codesOf(await approveDecision(ports, admin, { ...given, file: null }))).toEqual(["approval-own"]);
    expect(codesOf(await approveDecision(ports, admin, { ...given, file: sheet }))).toEqual([
      "approval-in-future",
    ]);
    const empty = { fileName: "空.pdf", bytes: new Uint8Array() };
    const past = { ...given, approvedOn: "2026-11-20" };
    expect(codesOf(await approveDecision(ports, admin, { ...past, file: empty }))).toEqual(["file-empty"]);
    expectDone(await approveDecision(ports, admin, { ...past, file: sheet }));
    const { decision, files } = await shown(decisionId);
    const fileId = decision.approvalFileId ?? "";
    expect(files).toEqual([expect.objectContaining({ id: fileId, fileName: "承認書.pdf" })]);
    const opened = expectDone(await openDecisionFile(ports, world.viewer, { decisionId, fileId }));
    expect(Buffer.from(opened.bytes).equals(Buffer.from(bytes))).toBe(true);
    const other = { decisionId: await take("11-4"), fileId };
    expect(codesOf(await openDecisionFile(ports, world.viewer, other))).toEqual(["not-found"]);
  });

  it("is the only kind that is approved", async () => {
    const decisionId = await take("14-3");
    const given = { decisionId, approver: "院長", title: "病院長", approvedOn: "2026-11-20", file: sheet };
    expect(codesOf(await approveDecision(world.ports, world.editor, given))).toEqual(["decision-kind-unfit"]);
  });
});

describe("where it is carried out", () => {
  it("is a row of a sheet of a contract that covers the system; the newest link counts", async () => {
    const { ports, editor, contractId } = world;
    const roleSheetId = await openSheet(ports, editor, contractId);
    const { rows } = expectDone(await showRoleSheet(ports, editor, { roleSheetId }));
    const decisionId = await take("14-3", { kind: "hospital-control" });
    const link = (target: string) => linkDecision(ports, editor, { decisionId, target });
    const before = await listDecisions(ports, editor);
    expect(before.decisions[0]?.work).toContain("unlinked");
    expectDone(await link(`role-row:${rows[0]?.id}`));
    expectDone(await link(`role-row:${rows[1]?.id}`));
    expect((await shown(decisionId)).link).toMatchObject({ rowLabel: rows[1]?.label, roleSheetId });
    const after = await listDecisions(ports, editor);
    expect(after.decisions[0]?.work).not.toContain("unlinked");
    expect(codesOf(await link(""))).toEqual(["field-required"]);
    expect(codesOf(await link(`clause:${rows[0]?.id}`))).toEqual(["decision-kind-unfit"]);
    expect(codesOf(await link(`wish:${rows[0]?.id}`))).toEqual(["field-not-an-option"]);
    expect(codesOf(await link(`role-row:${decisionId}`))).toEqual(["field-unknown-reference"]);
  });
});

it("is decided together with one reason: all of them, or none", async () => {
  const { ports, editor, disclosureId } = world;
  const gaps = await Promise.all(["14-3", "11-4"].map((each) => gapOn(ports, editor, disclosureId, each)));
  const findings = gaps.map((each) => ({ requirement: each.requirement.key, supersedes: null }));
  const input = { disclosureId, guideline: FORM_6_0, raw: rawDecision({ kind: "hospital-control" }) };
  const together = (chosen: typeof findings) => decideTogether(ports, editor, { ...input, findings: chosen });
  expect(codesOf(await together([]))).toEqual(["field-required"]);
  expect(codesOf(await together([...findings, { requirement: "GL-none", supersedes: null }]))).toEqual([
    "requirement-unknown",
  ]);
  expect((await listDecisions(ports, editor)).decisions).toEqual([]);
  const { decisionIds } = expectDone(await together(findings));
  expect(decisionIds).toHaveLength(2);
  const pages = await Promise.all(decisionIds.map(shown));
  expect(pages.map((each) => each.basis.requirement)).toEqual(findings.map((each) => each.requirement));
  expect(new Set(pages.map((each) => each.decision.recordedSeq)).size).toBe(1);
  expect(codesOf(await together(findings))).toEqual(["changed-meanwhile"]);
  const assessed = expectDone(await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }));
  expect(assessed.decisions.size).toBe(2);
});

it("is shown to somebody of the hospital only", async () => {
  const { ports, editor, stranger, disclosureId } = world;
  const { requirement } = await gapOn(ports, editor, disclosureId, "14-3");
  const raw = rawDecision({ ownerAccountId: stranger.accountId ?? "" });
  const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: null, raw };
  expect(codesOf(await decide(ports, editor, input))).toEqual(["field-unknown-reference"]);
});

it("is closed by a file alone, and never by nothing", async () => {
  const { ports, editor } = world;
  const decisionId = await take("14-3");
  const input = { decisionId, reason: "", closedOn: "2026-11-20" };
  expect(codesOf(await closeDecision(ports, editor, input))).toEqual(["decision-reason-empty"]);
  expectDone(await closeDecision(ports, editor, { ...input, file: sheet }));
  expect((await shown(decisionId)).files).toHaveLength(1);
});

it("gathers comments and versions of the inspector's text; nothing written is changed", async () => {
  const { ports, editor } = world;
  const decisionId = await take("14-3");
  expect(codesOf(await commentDecision(ports, editor, { decisionId, text: " " }))).toEqual([
    "field-required",
  ]);
  expectDone(await commentDecision(ports, editor, { decisionId, text: "次の委員会で" }));
  const { built } = await shown(decisionId);
  expect(built).toContain("次の版で備わる");
  const keep = (seen: number, text: string) => keepInspectionText(ports, editor, { decisionId, seen, text });
  expectDone(await keep(0, built));
  expect(codesOf(await keep(0, "別の窓から"))).toEqual(["changed-meanwhile"]);
  expectDone(await keep(1, "直した文"));
  const page = await shown(decisionId);
  expect(page.texts.map((each) => [each.versionNo, each.text])).toEqual([
    [2, "直した文"],
    [1, built],
  ]);
  expect(page.decision.inspectionText).toBe("直した文");
  expect(page.comments.map((each) => each.text)).toEqual(["次の委員会で"]);
});

describe("a promise", () => {
  const SECRET = "院内だけの理由XYZZY";
  const asking = { title: "約束の確認", message: "よろしくお願いします。", dueOn: "2026-12-11" };

  async function asked(): Promise<{ decisionId: string; requestId: string; desk: VendorScope }> {
    const { ports, editor, contactId } = world;
    const decisionId = await take("14-3", { reason: SECRET, inspectionText: SECRET, owner: SECRET });
    const input = { ...asking, decisionIds: [decisionId], contactId };
    const { requestId } = expectDone(await askForPromises(ports, editor, input));
    return { decisionId, requestId, desk: await openDesk({ ...world, requestId }, requestId) };
  }

  it("is put before the vendor with its measure, day and answers, and confirmed by link", async () => {
    const { ports, editor } = world;
    const { decisionId, requestId, desk } = await asked();
    expect((await shown(decisionId)).promise.state).toBe("asked");
    const { items } = expectDone(await showSection(ports, desk, { section: 1 }));
    expect(items).toMatchObject([
      { key: decisionId, question: "乙は次の版で提供する", promise: { dueOn: "2027-03-31" } },
    ]);
    expect(items[0]?.no).toContain("14-3");
    expectDone(await saveAnswers(ports, desk, [typed(decisionId, 0)]));
    const verified = await verify({ ...world, requestId }, desk);
    expect((await shown(decisionId)).promise.state).toBe("asked"); // a draft is nobody's word yet
    const { sha256 } = await submit({ ...world, requestId }, verified);
    const { promise } = await shown(decisionId);
    expect(promise.state).toBe("promised");
    expect(promise.answered).toMatchObject([{ isPromised: true, contact: "試験 次郎" }]);
    const { submissions } = expectDone(await showRequest(ports, editor, { requestId }));
    expect(submissions[0]?.sha256).toBe(sha256);
    const list = await listDecisions(ports, editor);
    expect(list.decisions[0]).toMatchObject({ promise: "promised", state: "open", work: [] });
  });

  it("shows the vendor no reason, owner, risk, approver or inspector's text, in no page and no paper", async () => {
    const { ports } = world;
    const { decisionId, requestId, desk } = await asked();
    expectDone(await saveAnswers(ports, desk, [typed(decisionId, 0)]));
    const verified = await verify({ ...world, requestId }, desk);
    await submit({ ...world, requestId }, verified);
    const seen = [
      await showDesk(ports, desk),
      await showSection(ports, desk, { section: 1 }),
      await showReceipt(ports, desk),
    ];
    for (const each of seen) {
      expect(each.ok).toBe(true);
      const text = JSON.stringify(each);
      expect(text).not.toContain("XYZZY");
      expect(text).not.toMatch(/reason|likelihood|impact|acceptedBy|approver|inspection/i);
    }
    const mails = await ports.db.$client.execute("SELECT * FROM mail");
    expect(JSON.stringify(mails.rows)).not.toContain("XYZZY");
  });

  it("may be declined with a remark; a new decision has to be asked anew", async () => {
    const { ports } = world;
    const { decisionId, requestId, desk } = await asked();
    const declined = typed(decisionId, 0, { answer: "no", remark: "2028 年になります" });
    expectDone(await saveAnswers(ports, desk, [declined]));
    await submit({ ...world, requestId }, await verify({ ...world, requestId }, desk));
    const { promise } = await shown(decisionId);
    expect(promise).toMatchObject({ state: "declined", answered: [{ remark: "2028 年になります" }] });
  });

  it("is refused for what is no open promise, twice, of other products, or without a mail address", async () => {
    const { ports, editor, contactId, vendorId } = world;
    const { decisionId } = await asked();
    const ask = (decisionIds: string[], change: object = {}) =>
      askForPromises(ports, editor, { ...asking, decisionIds, contactId, ...change });
    expect(codesOf(await ask([]))).toEqual(["field-required"]);
    expect(codesOf(await ask([decisionId]))).toEqual(["promise-not-open"]);
    const control = await take("11-4", { kind: "hospital-control" });
    expect(codesOf(await ask([control]))).toEqual(["promise-not-open"]);
    expect(codesOf(await ask(["00000000-0000-7000-8000-000000000000"]))).toEqual(["not-found"]);
    expect(codesOf(await ask([decisionId], { dueOn: "2026-11-23" }))).toEqual(["request-due-past"]);
    const silent = await register(ports, editor, "vendorContact", { ...rawContact(vendorId), mail: "" });
    const { requirement } = await gapOn(ports, editor, world.disclosureId, "11-4");
    const input = { disclosureId: world.disclosureId, guideline: FORM_6_0, requirement: requirement.key };
    const again = await decide(ports, editor, { ...input, supersedes: control, raw: rawDecision() });
    const promise = expectDone(again).decisionId;
    expect(codesOf(await ask([promise], { contactId: silent }))).toEqual(["request-contact-without-mail"]);
    expect(codesOf(await ask([promise], { contactId: "x" }))).toEqual(["field-unknown-reference"]);
  });
});

it("lists decisions in a constant number of queries", async () => {
  const { ports, editor } = world;
  await take("14-3");
  const count = async () => {
    const before = ports.queries.count;
    await listDecisions(ports, editor);
    return ports.queries.count - before;
  };
  const one = await count();
  await take("11-4");
  expect(await count()).toBe(one);
});
