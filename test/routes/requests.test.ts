import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askVendors } from "~/use-cases/ask-vendors.server";
import { noteEvent } from "~/use-cases/request-course.server";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, register, type TestContract } from "../support/records";
import { asking, PRODUCT_FORM, rawContact } from "../support/requests";
import { startWeb, type Visitor, type Web } from "../support/web";

let hospital: TestHospital;
let contract: TestContract;
let contactId: string;
let web: Web;
let editor: Visitor;
let viewer: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  hospital = await testHospital();
  contract = await contractWithSystem(hospital.ports, hospital.editor);
  contactId = await register(hospital.ports, hospital.editor, "vendorContact", rawContact(contract.vendorId));
  web = await startWeb(hospital.ports);
  editor = await web.as(hospital.editor);
  viewer = await web.as(hospital.viewer);
  stranger = await web.as(hospital.stranger);
});
afterAll(() => web?.stop());

const textOf = async (answer: Promise<Response>) => (await answer).text();
const ask = async (change: Parameters<typeof asking>[1] = {}) => {
  const asked = await askVendors(hospital.ports, hospital.editor, asking({ ...contract, contactId }, change));
  return expectDone(asked);
};
const mailOf = async (requestId: string) => {
  const sql = "SELECT id FROM mail WHERE request_id = ?";
  return String((await hospital.ports.db.$client.execute({ sql, args: [requestId] })).rows[0]?.id);
};
const countOf = async (table: string) =>
  Number((await hospital.ports.db.$client.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

describe("asking in three steps", () => {
  const fields = () => ({
    kind: "disclosure",
    target: contract.productVersionId,
    [`contact-${contract.productVersionId}`]: contactId,
    catalogueRef: PRODUCT_FORM,
    title: "年次の確認",
    message: "どうぞよろしくお願いします。",
    dueOn: "2026-12-20",
    recurrence: "once",
    reminderDays: "-3 3",
    split: "",
  });

  it("offers what can be asked, keeps what is ticked, and goes on to the details", async () => {
    const first = await textOf(editor.get("/requests/new"));
    expect(first).toContain("相手と対象を選ぶ");
    expect(first).toContain(contract.productVersionId);
    const details = await textOf(
      editor.get(`/requests/new?kind=disclosure&target=${contract.productVersionId}&step=details`),
    );
    expect(details).toContain("hanako@vendor.example");
    expect(details).toContain("2026-12-22"); // four weeks ahead
    const byLink = await textOf(editor.get(`/requests/new?productVersion=${contract.productVersionId}`));
    expect(byLink).toContain("送る内容を確かめる");
  });

  it("shows the letter before anything is written, and then writes exactly it", async () => {
    const before = await countOf("request");
    const shown = await textOf(editor.post("/requests/new", { ...fields(), intent: "preview" }));
    expect(shown).toContain("まだ送っていません");
    expect(shown).toContain("どうぞよろしくお願いします。");
    expect(shown).toContain("2026-12-17");
    expect(await countOf("request")).toBe(before);
    const asked = await editor.post("/requests/new", { ...fields(), intent: "ask" });
    expect(asked.status).toBe(303);
    expect(asked.headers.get("location")).toMatch(/^\/requests\/[0-9a-f-]{36}$/);
    expect(await countOf("request")).toBe(before + 1);
    const page = await textOf(editor.get(asked.headers.get("location") ?? ""));
    expect(page).toContain("年次の確認");
  });

  it("goes back with everything that was typed, and names what is wrong", async () => {
    const back = await textOf(editor.post("/requests/new", { ...fields(), intent: "edit" }));
    expect(back).toContain("どうぞよろしくお願いします。");
    const wrong = await editor.post("/requests/new", {
      ...fields(),
      reminderDays: "soon",
      dueOn: "2020-01-01",
      intent: "preview",
    });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain("期限が過去の日です");
    expect(text).toContain("年次の確認");
  });

  it("a checklist is one per vendor, or one per system by choice", async () => {
    const ref = [...hospital.ports.catalogues.checklists.keys()][0] ?? "";
    const step = await textOf(
      editor.get(`/requests/new?kind=checklist&target=${contract.vendorId}&step=details`),
    );
    expect(step).toContain("載せるシステム");
    const typed = { ...fields(), kind: "checklist", target: contract.vendorId, catalogueRef: ref };
    const rest = {
      [`contact-${contract.vendorId}`]: contactId,
      [`system-${contract.vendorId}`]: contract.systemId,
    };
    const asked = await editor.post("/requests/new", { ...typed, ...rest, intent: "ask" });
    expect(asked.status).toBe(303);
    const page = await textOf(editor.get(asked.headers.get("location") ?? ""));
    expect(page).toContain("電子カルテ");
  });

  it("is not for viewers", async () => {
    expect((await viewer.get("/requests/new")).status).toBe(403);
    expect((await viewer.post("/requests/new", { ...fields(), intent: "ask" })).status).toBe(403);
  });
});

describe("a request's page", () => {
  it("exists for its hospital only, with its proof", async () => {
    const { requestIds, roundId } = await ask({ message: "{link} という文字" });
    const id = requestIds[0];
    for (const address of [`/requests/${id}`, `/requests/${id}/proof`, `/requests/rounds/${roundId}`]) {
      expect((await viewer.get(address)).status, address).toBe(200);
      expect((await stranger.get(address)).status, address).toBe(404);
    }
    const mail = await mailOf(id ?? "");
    expect((await viewer.get(`/requests/outbox/${mail}`)).status).toBe(200);
    expect((await stranger.get(`/requests/outbox/${mail}`)).status).toBe(404);
    expect((await viewer.get("/requests/not-an-id")).status).toBe(404);
  });

  it("shows a link once, and not again", async () => {
    const id = (await ask()).requestIds[0];
    const made = await editor.post(`/requests/${id}`, { intent: "make-link" });
    expect(made.headers.get("cache-control")).toContain("no-store");
    const link = /http:\/\/[^"<\s]+\/r\/[\w-]{20,}/.exec(await made.text())?.[0] ?? "";
    expect(link).not.toBe("");
    const token = link.split("/r/")[1] ?? "none";
    expect(await textOf(editor.get(`/requests/${id}`))).not.toContain(token);
    expect((await viewer.post(`/requests/${id}`, { intent: "make-link" })).status).toBe(403);
  });

  it("keeps a phone call with its file, and explains a missing sheet on one page", async () => {
    const id = (await ask()).requestIds[0] ?? "";
    const body = new FormData();
    const call = { kind: "spoken", channel: "phone", happenedOn: "2026-11-20", note: "来月になるとのこと" };
    for (const [name, value] of Object.entries({ ...call, contactId })) body.append(name, value);
    body.append("file", new File(["メモ"], "通話メモ.txt"));
    const noted = await editor.send(`/requests/${id}`, body);
    expect(noted.status).toBe(303);
    await noteEvent(hospital.ports, hospital.editor, {
      requestId: id,
      kind: "refused",
      channel: "post",
      happenedOn: "2026-11-24",
      note: "提出しない旨の書面",
      contactId: null,
      file: null,
    });
    const proof = await textOf(viewer.get(`/requests/${id}/proof`));
    for (const each of [
      "来月になるとのこと",
      "通話メモ.txt",
      "電話",
      "郵送",
      "提出しないとの回答",
      "試験 lead",
    ])
      expect(proof, each).toContain(each);
    expect(proof).not.toMatch(/sha256:|"text":/);
  });

  it("changes the due day, withdraws with a reason, and says what is missing", async () => {
    const id = (await ask()).requestIds[0];
    const changed = await editor.post(`/requests/${id}`, {
      intent: "change-due",
      version: "1",
      dueOn: "2026-12-25",
    });
    expect(changed.status).toBe(303);
    const empty = await editor.post(`/requests/${id}`, { intent: "revoke", reason: " " });
    expect(empty.status).toBe(422);
    expect((await editor.post(`/requests/${id}`, { intent: "revoke", reason: "入替え" })).status).toBe(303);
    const page = await textOf(viewer.get(`/requests/${id}`));
    expect(page).toContain("取下げ");
    expect(page).toContain("2026-12-11 → 2026-12-25");
  });
});

describe("the list", () => {
  it("filters by its address, and exports the same rows", async () => {
    const all = await textOf(viewer.get("/requests?sort=vendor&desc=1"));
    expect(all).toContain("試験ベンダ株式会社");
    const revoked = await textOf(viewer.get("/requests?show=revoked"));
    expect(revoked).toMatch(/aria-current="true"[^>]*>取下げ/);
    expect(await textOf(viewer.get("/requests?show=accepted"))).toContain("条件に合うものはありません。");
    expect(await textOf(viewer.get("/requests?q=%E8%A9%A6%E9%A8%93%E3%83%99%E3%83%B3%E3%83%80"))).toContain(
      "試験ベンダ株式会社",
    );
    const csv = await textOf(viewer.get("/requests/export?show=revoked&as=csv"));
    const lines = csv.trim().split(/\r?\n/);
    expect(lines[0]).toContain("事業者");
    expect(lines.slice(1).every((each) => each.includes("取下げ"))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
    expect(await textOf(stranger.get("/requests/export?as=csv"))).not.toContain("試験ベンダ");
  });
});

describe("the outbox without a mail server", () => {
  it("says so, gives the text to copy, and notes that it was handed over", async () => {
    const id = (await ask()).requestIds[0] ?? "";
    const mail = await mailOf(id);
    const list = await textOf(viewer.get("/requests/outbox"));
    expect(list).toContain("メールサーバが設定されていません");
    const copied = await editor.post(`/requests/outbox/${mail}`, { intent: "copy" });
    const text = await copied.text();
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/r\/[\w-]{20,}/);
    const handed = { intent: "hand-over", version: "1", channel: "post", note: "書留" };
    expect((await viewer.post(`/requests/outbox/${mail}`, handed)).status).toBe(403);
    expect((await editor.post(`/requests/outbox/${mail}`, handed)).status).toBe(303);
    expect(await textOf(viewer.get(`/requests/${id}`))).toContain("書留");
    expect(await textOf(viewer.get("/requests/outbox?show=sent"))).toContain("手渡した");
  });
});

describe("settings of mails", () => {
  it("are read by everybody and changed by administrators", async () => {
    const admin = await web.as(hospital.admin);
    const change = {
      intent: "general",
      version: "0",
      digestTo: "kakari@hospital.example",
      reminderDays: "-5",
    };
    expect((await editor.post("/settings/mails", change)).status).toBe(403);
    expect((await admin.post("/settings/mails", change)).status).toBe(303);
    expect(await textOf(viewer.get("/settings/mails"))).toContain("kakari@hospital.example");
    const wording = { intent: "word", kind: "request", version: "0", subject: "件名", body: "{ling}" };
    const refused = await admin.post("/settings/mails", wording);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain("{ling}");
    const right = { ...wording, body: "{vendor}\n{link}" };
    expect((await admin.post("/settings/mails", right)).status).toBe(303);
    expect(await textOf(viewer.get("/settings/mails"))).toContain("病院の文面");
    expect((await admin.post("/settings/mails", { intent: "reset", kind: "request" })).status).toBe(303);
  });
});
