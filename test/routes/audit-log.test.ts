import { afterAll, beforeAll, expect, it } from "vitest";
import { draftPaper, issuePaper } from "~/use-cases/papers.server";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, openSheet } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

let hospital: TestHospital;
let web: Web;
let admin: Visitor;
let paperId = "";
beforeAll(async () => {
  hospital = await testHospital();
  const { ports, editor } = hospital;
  const { contractId } = await contractWithSystem(ports, editor);
  await openSheet(ports, editor, contractId);
  const input = { contractId, template: "disclosure-results@1", printedNo: "", dateStyle: "japanese" };
  const { draftId } = expectDone(await draftPaper(ports, editor, input));
  paperId = expectDone(await issuePaper(ports, editor, { draftId })).paperId;
  web = await startWeb(ports);
  admin = await web.as(hospital.admin);
});
afterAll(() => web?.stop());

const page = async (query = "") => (await admin.get(`/settings/audit${query}`)).text();

it("administrators and leads read the log; nobody else does, and another hospital reads its own", async () => {
  const shown = await page();
  expect(shown).toContain("監査ログ");
  for (const scope of [hospital.procurement, hospital.viewer]) {
    const other = await web.as(scope);
    for (const path of ["/settings/audit", "/settings/audit/export?as=csv"])
      expect((await other.get(path)).status, path).toBe(403);
    expect((await other.post("/settings/audit", { intent: "check" })).status).toBe(403);
  }
  expect((await web.anonymous().get("/settings/audit")).status).toBe(303);
  const stranger = await web.as(hospital.stranger);
  expect(await (await stranger.get("/settings/audit")).text()).not.toContain(paperId);
});

it("every file that is taken away as a paper is written down with the address", async () => {
  const viewer = await web.as(hospital.viewer);
  for (const end of ["paper.pdf", "snapshot.json"])
    expect((await viewer.get(`/issued/${paperId}/${end}`)).status, end).toBe(200);
  const { rows } = await hospital.ports.db.$client.execute(
    "SELECT account_id, address FROM audit WHERE verb = 'read' AND noun = 'paper'",
  );
  expect(rows.map((each) => [each.account_id, each.address])).toEqual(
    Array(2).fill([hospital.viewer.accountId, expect.stringContaining("127.0.0.1")]),
  );
  expect(await page("?verb=read")).toContain("127.0.0.1");
});

it("filters stand in the address and unreadable ones ask for nothing", async () => {
  expect(await page("?noun=paper&verb=issue")).toContain(paperId);
  expect(await page("?noun=contract&verb=issue")).toContain("当てはまる記録はありません");
  for (const query of ["?from=x&to=2026-99-99", "?page=-3", "?page=99999&q=%25%5C_", "?noun=%27%3B--"])
    expect((await admin.get(`/settings/audit${query}`)).status, query).toBe(200);
});

it("the check says that the chain is whole, and where it is not", async () => {
  const check = async () => (await admin.post("/settings/audit", { intent: "check" })).text();
  expect(await check()).toContain("鎖は切れていません");
  const { $client } = hospital.ports.db;
  await $client.execute("DROP TRIGGER audit_no_update");
  await $client.execute("UPDATE audit SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = 2");
  const broken = await check();
  expect(broken).toContain("番号 2 の記録");
  expect(broken).toContain("鎖が切れています");
});

it("exports as CSV and as JSON what the list shows, and says so in the log", async () => {
  const csv = await (await admin.get("/settings/audit/export?noun=paper&as=csv")).text();
  expect(csv).toContain("previous,hash");
  const json = JSON.parse(await (await admin.get("/settings/audit/export?noun=paper&as=json")).text());
  expect(json.rows.length).toBeGreaterThan(1);
  expect(new Set(json.rows.map((each: { noun: string }) => each.noun))).toEqual(new Set(["paper"]));
  expect(await page("?verb=export-audit")).toContain("監査ログの書き出し");
});

it("keeps the address for the head, and gives a wrong one back at its field", async () => {
  const wrong = await admin.post("/settings/audit", {
    intent: "head-to",
    auditHeadTo: "nowhere",
    version: "0",
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="nowhere"');
  const right = { intent: "head-to", auditHeadTo: "hikae@other.example", version: "0" };
  expect((await admin.post("/settings/audit", right)).status).toBe(303);
  expect(await page()).toContain("hikae@other.example");
  expect((await admin.post("/settings/audit", right)).status).toBe(409);
  expect((await admin.post("/settings/audit", { intent: "other" })).status).toBe(400);
});
