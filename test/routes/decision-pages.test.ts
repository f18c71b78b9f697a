import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "~/use-cases/decide.server";
import { gapOn, rawDecision } from "../support/decisions";
import { plainText, problemBeside, queriesOf, readPage } from "../support/page-checks";
import { expectDone } from "../support/ports";
import { FORM_6_0, receiveDisclosure, register } from "../support/records";
import { rawContact } from "../support/requests";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let people: Record<"admin" | "editor" | "viewer" | "stranger", Visitor>;
let contactId = "";
/** One decision of each kind that has a panel of its own. */
const taken: Record<"promise" | "control" | "acceptance", string> = {
  promise: "",
  control: "",
  acceptance: "",
};
const no = { answer: "no", remark: "検討中" } as const;

beforeAll(async () => {
  world = await fullWorld();
  const { ports, editor, vendorId, productVersionId } = world;
  contactId = await register(ports, editor, "vendorContact", { ...rawContact(vendorId), name: "約束 花子" });
  const answers = { "14-3": no, "11-4": no, "8-5": no, "10-4": no, "12-1": no, "17-2": no };
  const disclosureId = await receiveDisclosure(ports, editor, productVersionId, {
    answers,
    issuedOn: "2026-06-01",
  });
  world = { ...world, disclosureId };
  const risk = { kind: "accept-risk", measure: "", likelihood: "low", impact: "high", acceptedBy: "病院長" };
  taken.promise = await take("11-4", {});
  taken.control = await take("8-5", { kind: "hospital-control", measure: "" });
  taken.acceptance = await take("10-4", risk);
  web = await startWeb(ports);
  people = {
    admin: await web.as(world.admin),
    editor: await web.as(editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web.stop());

async function take(at: string, change: Parameters<typeof rawDecision>[0]): Promise<string> {
  const { ports, editor, disclosureId } = world;
  const { requirement } = await gapOn(ports, editor, disclosureId, at);
  const input = { disclosureId, guideline: FORM_6_0, requirement: requirement.key, supersedes: null };
  return expectDone(await decide(ports, editor, { ...input, raw: rawDecision(change) })).decisionId;
}
const pathOf = (kind: keyof typeof taken) => `/decisions/${taken[kind]}`;
/** A form with a file field, as the page sends it. */
function withFile(fields: Record<string, string>, file: File): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file);
  return body;
}

describe("pages of deciding", () => {
  it.each(["/decisions", "/binders", "/deadlines", "/deadlines/settings"])(
    "%s opens for a viewer, not for somebody unknown, and shows no other hospital",
    async (path) => {
      expect((await web.anonymous().get(path)).status).toBe(303);
      expect((await people.viewer.get(path)).status).toBe(200);
      const other = await readPage(people.stranger, path);
      for (const own of Object.values(taken)) expect(other).not.toContain(own);
      expect((await people.viewer.get(`${path}?page=x&work=none&kind=none&whose=none&q=%00`)).status).toBe(
        200,
      );
    },
  );

  it("of a decision, its files and its disclosure are missing for another hospital and for no id", async () => {
    const { disclosureId } = world;
    for (const path of [
      pathOf("promise"),
      `/assessments/${disclosureId}/together`,
      `/assessments/${disclosureId}/export`,
    ]) {
      expect((await people.stranger.get(path)).status).toBe(404);
      expect((await people.editor.get(path)).status).toBe(200);
    }
    const none = "01a00000-0000-7000-8000-000000000000";
    for (const path of [
      `/decisions/${none}`,
      "/decisions/1",
      `${pathOf("promise")}/files/${none}`,
      `/binders/${none}`,
    ])
      expect((await people.viewer.get(path)).status).toBe(404);
    expect((await people.viewer.get(`/assessments/${disclosureId}/together`)).status).toBe(403);
  });

  it("the list says where each decision stands, and chooses by work and kind", async () => {
    const html = await readPage(people.viewer, "/decisions?kind=accept-risk");
    expect(html).toContain(taken.acceptance);
    expect(html).not.toContain(taken.promise);
    expect(await readPage(people.viewer, "/decisions?work=awaiting-approval")).toContain(taken.acceptance);
  });
});

describe("one decision", () => {
  it.each(["promise", "link", "approve", "record-approval", "close", "text", "comment"])(
    "a viewer may not %s, and another hospital finds nothing",
    async (intent) => {
      expect((await people.viewer.post(pathOf("promise"), { intent })).status).toBe(403);
      const filled = {
        intent,
        target: "x",
        text: "x",
        inspectionText: "x",
        officeTitle: "x",
        reason: "x",
        closedOn: "2026-11-20",
      };
      const asked = {
        decisionIds: taken.promise,
        contactId,
        title: "確認",
        message: "",
        dueOn: "2026-12-11",
      };
      const file = new File(["x"], "x.pdf");
      const form = withFile({ ...filled, ...asked, approver: "院長", approvedOn: "2026-11-20" }, file);
      expect((await people.stranger.send(pathOf("promise"), form)).status).toBe(404);
    },
  );

  it("says beside the field what is missing, in whichever form was sent, and keeps what was typed", async () => {
    for (const [kind, fields, field] of [
      [
        "promise",
        { intent: "promise", decisionIds: taken.promise, title: "", dueOn: "2020-01-01", contactId },
        "title",
      ],
      ["control", { intent: "link", target: "" }, "target"],
      ["acceptance", { intent: "record-approval", approver: "", officeTitle: "" }, "paper-file"],
      ["control", { intent: "close", reason: "", closedOn: "" }, "close-reason"],
      ["control", { intent: "text", inspectionText: " ", seen: "0" }, "inspectionText"],
      ["control", { intent: "comment", text: "" }, "text"],
    ] as const) {
      const answer = await people.editor.post(pathOf(kind), { ...fields });
      expect([fields.intent, answer.status]).toEqual([fields.intent, 422]);
      expect([fields.intent, problemBeside(await plainText(answer), field)]).toEqual([
        fields.intent,
        expect.stringMatching(/。$/),
      ]);
    }
    expect((await people.editor.post(pathOf("control"), { intent: "none" })).status).toBe(400);
  });

  it("a promise goes to the vendor's contact once; the page leads to the request", async () => {
    const asked = {
      intent: "promise",
      decisionIds: taken.promise,
      contactId,
      title: "約束の確認",
      message: "",
      dueOn: "2026-12-11",
    };
    const done = await people.editor.post(pathOf("promise"), asked);
    expect(done.status).toBe(303);
    expect(await readPage(people.viewer, pathOf("promise"))).toMatch(/href="\/requests\/[0-9a-f-]{36}"/);
    expect((await people.editor.post(pathOf("promise"), asked)).status).toBe(409);
  });

  it("is linked to a row, said to the inspector, talked about and closed by evidence", async () => {
    const path = pathOf("control");
    const target = `role-row:${world.rowId}`;
    expect((await people.editor.post(path, { intent: "link", target })).status).toBe(303);
    expect(
      (await people.editor.post(path, { intent: "text", inspectionText: "毎月確かめています。", seen: "0" }))
        .status,
    ).toBe(303);
    const late = await people.editor.post(path, { intent: "text", inspectionText: "別の人の文", seen: "0" });
    expect([late.status, (await plainText(late)).includes("別の人の文")]).toEqual([409, true]);
    expect((await people.editor.post(path, { intent: "comment", text: "<b>委員会</b>で確認" })).status).toBe(
      303,
    );
    const closing = { intent: "close", reason: "更新後の設定を確かめた", closedOn: "2026-11-20" };
    const evidence = new File(["設定の控え"], "設定<控え>.pdf", { type: "application/pdf" });
    expect((await people.editor.send(path, withFile(closing, evidence))).status).toBe(303);
    const html = await readPage(people.viewer, path);
    for (const part of [
      "毎月確かめています。",
      "&lt;b&gt;委員会&lt;/b&gt;で確認",
      "更新後の設定を確かめた",
      `/role-sheets/${world.roleSheetId}`,
    ])
      expect(html).toContain(part);
    const file = /href="(\/decisions\/[0-9a-f-]+\/files\/[0-9a-f-]+)"/.exec(html)?.[1] ?? "";
    const kept = await people.viewer.get(file);
    expect(await kept.text()).toBe("設定の控え");
    expect((await people.stranger.get(file)).status).toBe(404);
  });

  it("of a risk is accepted by an administrator who did not propose it, with the office", async () => {
    const path = pathOf("acceptance");
    expect((await people.editor.post(path, { intent: "approve", officeTitle: "病院長" })).status).toBe(403);
    const unnamed = await people.admin.post(path, { intent: "approve", officeTitle: "" });
    expect([unnamed.status, problemBeside(await plainText(unnamed), "officeTitle")]).toEqual([
      422,
      expect.stringMatching(/。$/),
    ]);
    expect((await people.admin.post(path, { intent: "approve", officeTitle: "病院長" })).status).toBe(303);
    const html = await readPage(people.viewer, path);
    expect(html).toContain("病院長");
    expect(html).toContain("試験 admin");
  });
});

it("several gaps are decided with one reason; without a gap or a reason nothing is", async () => {
  const { disclosureId } = world;
  const path = `/assessments/${disclosureId}/together?guideline=${FORM_6_0}`;
  const { requirement } = await gapOn(world.ports, world.editor, disclosureId, "12-1");
  const { requirement: other } = await gapOn(world.ports, world.editor, disclosureId, "17-2");
  const fields = { ...rawDecision(), intent: "decide", guideline: FORM_6_0 };
  const findings = [requirement.key, other.key];
  expect((await people.viewer.post(path, { ...fields, findings })).status).toBe(403);
  expect((await people.stranger.post(path, { ...fields, findings })).status).toBe(404);
  const none = await people.editor.post(path, fields);
  expect([none.status, problemBeside(await plainText(none), "findings")]).toEqual([
    422,
    expect.stringMatching(/。$/),
  ]);
  const silent = await people.editor.post(path, { ...fields, findings, reason: "" });
  const html = await plainText(silent);
  expect([silent.status, problemBeside(html, "reason")]).toEqual([422, expect.stringMatching(/。$/)]);
  expect(html).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${requirement.key}"`));
  expect((await people.editor.post(path, { ...fields, findings })).status).toBe(303);
  expect((await people.editor.post(path, { ...fields, findings })).status).toBe(409);
});

describe("the binder", () => {
  it("is made in one press by an editor, is one PDF, and stays in the house", async () => {
    expect((await people.viewer.post("/binders", {})).status).toBe(403);
    expect((await people.editor.post("/binders", {})).status).toBe(303);
    await expect
      .poll(() => readPage(people.viewer, "/binders"), { timeout: 60_000, interval: 200 })
      .toContain('href="/binders/');
    const path =
      /href="(\/binders\/[0-9a-f-]{36})"/.exec(await readPage(people.viewer, "/binders"))?.[1] ?? "";
    const pdf = await people.viewer.get(path);
    expect([pdf.headers.get("content-type"), (await pdf.text()).slice(0, 5)]).toEqual([
      "application/pdf",
      "%PDF-",
    ]);
    expect((await people.stranger.get(path)).status).toBe(404);
    expect(await readPage(people.stranger, "/binders")).not.toContain('href="/binders/');
  });
});

it("the pages ask as many questions of the database for a dozen decisions as for four", async () => {
  const { ports, editor, disclosureId } = world;
  const paths = [
    "/decisions",
    pathOf("promise"),
    pathOf("control"),
    "/binders",
    "/deadlines",
    "/",
    `/assessments/${disclosureId}`,
  ];
  const count = async () => {
    // why: what was found is kept until something is written, so every count begins after a write.
    await register(ports, editor, "vendor", { name: "数える前の事業者" });
    const counts: Record<string, number> = {};
    for (const path of paths) counts[path] = await queriesOf(ports, people.viewer, path);
    return counts;
  };
  await count(); // bodies of published templates and catalogues are read once
  const few = await count();
  for (let n = 0; n < 4; n += 1) {
    const productId = await register(ports, editor, "product", {
      vendorId: world.vendorId,
      name: `製品${n}`,
      kind: "product",
    });
    const versionId = await register(ports, editor, "productVersion", { productId, label: "1" });
    const id = await receiveDisclosure(ports, editor, versionId, { answers: { "14-3": no, "11-4": no } });
    for (const at of ["14-3", "11-4"]) {
      const { requirement } = await gapOn(ports, editor, id, at);
      const input = { disclosureId: id, guideline: FORM_6_0, requirement: requirement.key, supersedes: null };
      expectDone(await decide(ports, editor, { ...input, raw: rawDecision() }));
    }
  }
  expect(await count()).toEqual(few);
});
