import { afterAll, beforeAll, expect, it } from "vitest";
import { showContract } from "~/use-cases/look-back.server";
import { rawConnection, rawSubcontractor } from "../support/contract-records";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, rawContract, receiveDisclosure, type TestContract } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

let hospital: TestHospital;
let made: TestContract;
let web: Web;
let visitors: Record<"editor" | "viewer" | "stranger", Visitor>;
beforeAll(async () => {
  hospital = await testHospital();
  made = await contractWithSystem(hospital.ports, hospital.editor);
  web = await startWeb(hospital.ports);
  visitors = {
    editor: await web.as(hospital.editor),
    viewer: await web.as(hospital.viewer),
    stranger: await web.as(hospital.stranger),
  };
});
afterAll(() => web?.stop());

const contract = () => `/contracts/${made.contractId}`;
const held = async () =>
  expectDone(
    await showContract(hospital.ports, hospital.editor, {
      contractId: made.contractId,
      day: "",
      knownOn: "",
    }),
  );

it("a viewer reads every page about a contract; another hospital finds none; forms are for editors", async () => {
  for (const end of [
    "",
    "/terms",
    "/documents",
    "/servers",
    "/subcontractors",
    "/subcontractors/export?as=csv",
  ]) {
    expect((await visitors.viewer.get(contract() + end)).status, end).toBe(200);
    const answer = await visitors.stranger.get(contract() + end);
    expect(answer.status, end).toBe(404);
    expect(await answer.text(), end).not.toContain("電子カルテ保守契約");
  }
  for (const end of ["/edit", "/amend", "/renew", "/subcontractors/new"]) {
    expect((await visitors.viewer.get(contract() + end)).status, end).toBe(403);
    expect((await visitors.stranger.get(contract() + end)).status, end).toBe(404);
    expect((await visitors.viewer.post(contract() + end, { version: "1" })).status, end).toBe(403);
  }
  for (const path of ["/renewals", "/server-list", "/connections", "/hospital-names"])
    expect((await visitors.viewer.get(path)).status, path).toBe(200);
  expect((await visitors.stranger.get(`/vendors/${made.vendorId}/names`)).status).toBe(404);
  expect((await visitors.editor.post("/hospital-names", { name: "別の名" })).status).not.toBe(303);
});

it("an amendment by the form, seen in the record of the terms; an unknown revision is not found", async () => {
  const { contract: shown } = await held();
  const raw = {
    ...rawContract(made.vendorId),
    systemIds: [made.systemId],
    version: String(shown.version),
    effectiveFrom: "2027-01-01",
    sourceNumber: "覚-7",
    title: "改めた契約名",
  };
  const saved = await visitors.editor.post(`${contract()}/amend`, raw);
  expect(saved.headers.get("location")).toBe(`${contract()}/terms`);
  const page = await (await visitors.viewer.get(`${contract()}/terms`)).text();
  expect(page).toContain("覚-7");
  expect(page).toContain("電子カルテ保守契約 → 改めた契約名");
  expect((await visitors.editor.post(`${contract()}/amend`, raw)).status).toBe(409);
  const nowhere = `${contract()}/edit?revision=0199aaaa-0000-7000-8000-000000000000`;
  expect((await visitors.editor.get(nowhere)).status).toBe(404);
});

it("what was typed wrongly comes back with the form, at its field", async () => {
  const raw = {
    ...rawContract(made.vendorId, "K-77"),
    feeLabel: ["", ""],
    feeKind: ["included", ""],
    feeAmount: ["100円", ""],
  };
  const answer = await visitors.editor.post("/contracts/new", raw);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("100円");
  expect(page).toContain('id="field-feeLines-problem"');
});

it("the summary of problems leads to each field, in the order in which the form shows them", async () => {
  const orderOf = (page: string) => {
    const links = [...page.matchAll(/href="#(field-[A-Za-z]+)"/g)].map((each) => each[1] ?? "");
    const places = links.map((id) => page.indexOf(`id="${id}"`));
    expect(places.filter((each) => each < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    return links;
  };
  const wrong = { signedOn: "x", inForceTo: "2026-99-99", noticeMonths: "い", title: "", renewal: "いつか" };
  const lines = { feeLabel: [""], feeKind: ["included"], feeAmount: ["100円"], partyLabel: ["丙"] };
  const raw = { ...rawContract(made.vendorId, "K-78"), ...wrong, ...lines, effectiveFrom: "", version: "1" };
  const page = await (await visitors.editor.post("/contracts/new", raw)).text();
  expect(orderOf(page)).toEqual(
    ["title", "signedOn", "partyName", "inForceTo", "renewal", "noticeMonths", "feeLabel"].map(
      (each) => `field-${each}`,
    ),
  );
  const { contract: shown } = await held();
  const version = String(shown.version);
  const amended = await (await visitors.editor.post(`${contract()}/amend`, { ...raw, version })).text();
  expect(orderOf(amended).slice(0, 3)).toEqual(["field-effectiveFrom", "field-sourceTitle", "field-title"]);
});

it("a document goes in and comes out byte for byte, as a download", async () => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ intent: "file", kind: "sla", title: "SLA" }))
    body.append(name, value);
  body.append("file", new File(["<script>alert(1)</script>"], "..\\危険.html", { type: "text/html" }));
  const { token } = await cookieOf(hospital);
  const posted = await fetch(`${web.url}${contract()}/documents`, {
    method: "POST",
    headers: { cookie: token, origin: web.url },
    body,
    redirect: "manual",
  });
  expect(posted.status).toBe(303);
  const page = await (await visitors.viewer.get(`${contract()}/documents`)).text();
  const link = /\/contract-documents\/[0-9a-f-]{36}/.exec(page)?.[0] ?? "";
  const file = await visitors.viewer.get(link);
  expect(await file.text()).toBe("<script>alert(1)</script>");
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; /);
  expect(page).toContain("危険.html");
  expect((await visitors.stranger.get(link)).status).toBe(404);
});

it("subcontractors and connections by their forms, and their files", async () => {
  const added = await visitors.editor.post(
    `${contract()}/subcontractors/new`,
    rawSubcontractor({ name: "下請社" }),
  );
  expect(added.status).toBe(303);
  const csv = await (await visitors.viewer.get(`${contract()}/subcontractors/export?as=csv`)).text();
  expect(csv).toContain("下請社");
  const connected = await visitors.editor.post("/connections/new", rawConnection(made.systemId));
  expect(connected.headers.get("location")).toMatch(/^\/connections\/[0-9a-f-]{36}$/);
  expect(await (await visitors.viewer.get("/connections?method=ipsec-ike")).text()).toContain("保守用VPN");
  expect(await (await visitors.viewer.get("/connections?method=ssl-vpn")).text()).not.toContain("保守用VPN");
  expect(await (await visitors.viewer.get("/connections/export?as=csv")).text()).toContain("保守用VPN");
  expect(await (await visitors.stranger.get("/connections")).text()).not.toContain("保守用VPN");
});

/** The cookie of somebody signed in, for a form that `Visitor` cannot send. */

it("a subcontractor changes, ends and is put right by its forms; a past day shows it as it was and offers nothing", async () => {
  const { editor, viewer } = visitors;
  const raw = { ...rawSubcontractor({ name: "移る会社" }), usedFrom: "2025-04-01" };
  await editor.post(`${contract()}/subcontractors/new`, raw);
  const page = await (await editor.get(`${contract()}/subcontractors`)).text();
  const edit = /\/subcontractors\/[0-9a-f-]{36}\/edit(?=">移る会社)/.exec(page)?.[0] ?? "";
  expect(edit).not.toBe("");
  expect((await viewer.get(edit)).status).toBe(403);
  expect((await visitors.stranger.get(edit)).status).toBe(404);
  const save = (more: Record<string, string>) => editor.post(edit, { intent: "save", ...raw, ...more });
  expect((await save({ version: "1", work: "夜間の保守" })).status).toBe(422);
  expect((await save({ version: "1", work: "夜間の保守", effectiveFrom: "2026-06-01" })).status).toBe(303);
  expect((await editor.post(edit, { intent: "end", version: "2", effectiveFrom: "2026-05-01" })).status).toBe(
    409,
  );
  const form = await (await editor.get(edit)).text();
  const entry = /\?entry=[0-9a-f-]{36}/.exec(form)?.[0] ?? "";
  expect(await (await editor.get(`${edit}${entry}`)).text()).toContain("訂正の理由");
  expect((await editor.get(`${edit}?entry=none`)).status).toBe(404);
  const past = `${contract()}/subcontractors?day=2026-05-31`;
  const then = await (await editor.get(past)).text();
  expect(then).toContain("ここでは書き換えられません");
  expect(then).toContain("移る会社");
  expect(then).not.toContain("夜間の保守");
  expect(then).not.toContain("/subcontractors/new");
  expect(then).not.toContain(edit);
  expect((await editor.get(`${contract()}/subcontractors?day=2026-02-30`)).status).toBe(422);
  const csv = await (await viewer.get(`${contract()}/subcontractors/export?as=csv&day=2026-05-31`)).text();
  expect(csv).not.toContain("夜間の保守");
});

it("who bears a server's updates changes and is put right by its forms; a past day shows it as it was", async () => {
  const { editor, viewer, stranger } = visitors;
  const server = { systemId: made.systemId, name: "KARTE-1", kind: "pc", securityUpdateBearer: "unclear" };
  const refused = await editor.post("/servers/new", { ...server, effectiveFrom: "2026-02-30" });
  expect(refused.status).toBe(422);
  expect((await editor.post("/servers/new", { ...server, effectiveFrom: "2026-01-01" })).status).toBe(303);
  const list = await (await editor.get("/servers")).text();
  const record = /\/servers\/[0-9a-f-]{36}/.exec(list)?.[0] ?? "";
  const own = `${record}/updates`;
  expect((await viewer.get(own)).status).toBe(200);
  for (const path of [own, `${own}?entry=none`]) expect((await stranger.get(path)).status, path).toBe(404);
  expect((await editor.get(`${own}?entry=none`)).status).toBe(404);
  const raw = {
    version: "1",
    bearer: "vendor",
    clauseKey: "",
    typedClause: "第7条",
    effectiveFrom: "2026-06-01",
  };
  expect((await viewer.post(own, raw)).status).toBe(403);
  expect((await stranger.post(own, raw)).status).toBe(404);
  const typed = await editor.post(own, { ...raw, effectiveFrom: "2025-12-31" });
  expect(typed.status).toBe(422);
  expect(await typed.text()).toContain('value="2025-12-31"');
  expect((await editor.post(own, { ...raw, version: "x" })).status).toBe(409);
  expect((await editor.post(own, raw)).status).toBe(303);
  const page = await (await editor.get(own)).text();
  const entry = /\?entry=[0-9a-f-]{36}/.exec(page)?.[0] ?? "";
  const form = await (await editor.get(own + entry)).text();
  expect(form).toContain("訂正の理由");
  const entryId = entry.replace("?entry=", "");
  const right = { ...raw, version: "2", entryId, typedClause: "第8条" };
  expect((await editor.post(own, right)).status).toBe(422);
  expect((await editor.post(own, { ...right, reason: "条番号の読み違い" })).status).toBe(303);
  const history = await (await viewer.get(own)).text();
  for (const said of ["第7条", "第8条", "訂正ずみ", "条番号の読み違い"]) expect(history).toContain(said);
  expect(history).not.toContain("?entry=");
  const at = (day: string) => viewer.get(`${contract()}/servers?day=${day}`).then((each) => each.text());
  expect(await at("2026-05-31")).not.toContain("第8条");
  expect(await at("2026-06-01")).toContain("第8条（文のみ・引用なし）");
  const inForm = { ...raw, serverId: record.replace("/servers/", ""), version: "3", bearer: "hospital" };
  expect((await editor.post(`${contract()}/servers?day=2026-05-31`, inForm)).status).toBe(409);
  expect((await editor.post(`${contract()}/servers`, { ...inForm, effectiveFrom: "" })).status).toBe(422);
  expect((await editor.post(`${contract()}/servers`, inForm)).status).toBe(303);
  const csv = await (await viewer.get("/in-charge/export?as=csv&day=2026-06-01")).text();
  expect(csv).toMatch(/サーバのセキュリティ更新.*KARTE-1.*病院/);
});

async function cookieOf({ ports, editor }: TestHospital): Promise<{ token: string }> {
  const { hashToken, SESSION_SECONDS, sessionCookie } = await import("~/scope.server");
  const { openSession } = await import("~/use-cases/people.server");
  const opened = expectDone(
    await openSession(ports, { scope: editor, seconds: SESSION_SECONDS, hashOf: hashToken }),
  );
  const cookie = await sessionCookie("own", false).serialize(opened.token);
  return { token: cookie.split(";")[0] ?? "" };
}

it("a connection's page says what the disclosures say, what none speaks of, and what changed since it was confirmed", async () => {
  const { ports, editor } = hospital;
  const productVersionId = made.productVersionId;
  const receive = (issuedOn: string, answers: Record<string, { answer: "yes" | "no"; remark: string }>) =>
    receiveDisclosure(ports, editor, productVersionId, { issuedOn, answers });
  const read = async (visitor: Visitor, path: string) =>
    (await (await visitor.get(path)).text()).replaceAll("<!-- -->", "");
  const isChosen = (html: string, name: string, value: string) =>
    html
      .match(/<input[^>]*>/g)
      ?.some((tag) => [`name="${name}"`, `value="${value}"`, "checked"].every((each) => tag.includes(each)));
  const form = `/connections/new?systemId=${made.systemId}`;
  expect(await read(visitors.editor, form)).toContain("外部接続について述べた回答がありません。");
  await receive("2026-09-01", {});
  const fresh = await read(visitors.editor, form);
  expect(fresh).toContain("どの質問も述べていない欄：装置の更新（パッチ）の担当。");
  expect(fresh).toContain("「できますか」という質問への「はい」は、そうできるという回答です。");
  expect(fresh).toMatch(/10-5[\s\S]{0,600}href="\/disclosures\/[0-9a-f-]{36}">[^<]+![A-Z]+\d+</);
  expect(isChosen(fresh, "opening", "on-demand")).toBe(true);
  expect(isChosen(fresh, "patchBearer", "unclear")).toBe(true);
  const raw = { ...rawConnection(made.systemId, { name: "案の接続" }), confirmed: "yes" };
  const saved = await visitors.editor.post("/connections/new", raw);
  const path = saved.headers.get("location") ?? "";
  expect(await read(visitors.editor, path)).not.toContain("確認したあとに変わった回答");
  await receive("2026-10-01", { "10-5": { answer: "no", remark: "常時接続です" } });
  const changed = await read(visitors.editor, path);
  expect(changed).toContain("の確認のあとで、開示書の回答が変わりました。");
  expect(isChosen(changed, "opening", "on-demand")).toBe(true);
  expect(await read(visitors.editor, "/connections")).toContain("開示書の回答と違う");
  const taken = await read(visitors.editor, `${path}?take=proposal`);
  expect(isChosen(taken, "opening", "always")).toBe(true);
  const seen = await read(visitors.viewer, path);
  expect(seen).toContain("確認したあとに変わった回答");
  expect(seen).not.toContain("take=proposal");
});
