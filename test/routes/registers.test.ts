import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerPaths } from "~/register-paths";
import { registerRecord } from "~/use-cases/registers.server";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, rawSystem, register, type TestContract } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

let hospital: TestHospital;
let web: Web;
let records: TestContract;
let [admin, editor, viewer, stranger]: Visitor[] = [];
beforeAll(async () => {
  hospital = await testHospital();
  records = await contractWithSystem(hospital.ports, hospital.editor);
  web = await startWeb(hospital.ports);
  const { admin: a, editor: e, viewer: v, stranger: s } = hospital;
  [admin, editor, viewer, stranger] = await Promise.all([a, e, v, s].map((each) => web.as(each)));
});
afterAll(() => web?.stop());

/** The visitor, which `beforeAll` made. */
function signedIn(visitor: Visitor | undefined): Visitor {
  if (!visitor) throw new Error("no visitor");
  return visitor;
}
const page = async (visitor: Visitor | undefined, path: string) => {
  const answer = await signedIn(visitor).get(path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const idIn = (answer: Response) => answer.headers.get("location")?.split("/")[2] ?? "";

describe("who may", () => {
  it.each(Object.values(registerPaths))("nobody signed in is led to sign in: /%s", async (path) => {
    const answer = await web.anonymous().get(`/${path}?q=a`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(`/${path}?q=a`)}`);
  });

  it.each(Object.values(registerPaths))("a viewer sees the list but not the form: /%s", async (path) => {
    expect((await page(viewer, `/${path}`)).status).toBe(200);
    expect((await page(viewer, `/${path}/new`)).status).toBe(403);
    expect((await signedIn(viewer).post(`/${path}/new`, { name: "x" })).status).toBe(403);
  });

  it("a record of another hospital or group does not exist", async () => {
    const own = [
      `/vendors/${records.vendorId}`,
      `/products/${records.productId}`,
      `/versions/${records.productVersionId}`,
      `/systems/${records.systemId}`,
    ];
    for (const path of own) {
      expect((await page(editor, path)).status, path).toBe(200);
      const foreign = await page(stranger, path);
      expect(foreign.status, path).toBe(404);
      expect(foreign.text).not.toContain("試験");
      expect((await page(stranger, `${path}/edit`)).status).toBe(404);
      const posted = await signedIn(stranger).post(`${path}/edit`, { name: "盗", version: "1" });
      expect(posted.status).not.toBe(303);
    }
    expect((await page(stranger, `/contracts/${records.contractId}/systems`)).status).toBe(404);
    const listed = await page(stranger, "/systems");
    expect(listed.text).not.toContain("電子カルテ");
  });

  it("junk in an address is not found, inside the frame", async () => {
    for (const path of ["/vendors/1", "/vendors/x/edit", "/nowhere", "/export/secret", "/a/b/c"]) {
      const answer = await page(editor, path);
      expect(answer.status, path).toBe(404);
      if (!path.startsWith("/export")) expect(answer.text).toContain("お探しのページはありません。");
    }
  });
});

describe("form", () => {
  it("saves, and leads to the record", async () => {
    const saved = await signedIn(editor).post("/vendors/new", { name: "ひばり医療システム株式会社" });
    expect(saved.status).toBe(303);
    const record = await page(editor, `/vendors/${idIn(saved)}`);
    expect(record.text).toContain("ひばり医療システム株式会社");
    expect(record.text).toContain("試験 lead");
  });

  it("keeps what was typed and names the field", async () => {
    const answer = await signedIn(editor).post("/contracts/new", {
      vendorId: records.vendorId,
      title: "入力した<契約>名",
      inForceFrom: "2026-04-01",
      inForceTo: "2026-03-31",
      number: "",
    });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('value="入力した&lt;契約&gt;名"');
    expect(text).toContain('href="#field-number"');
    expect(text).toContain("終わりの日（2026-03-31）が、始まりの日（2026-04-01）より前です。");
    expect(text).toMatch(/<input[^>]*id="field-number"[^>]*aria-invalid="true"/);
  });

  it("adds a row to the record it belongs to, and goes back there", async () => {
    const form = await page(editor, `/contacts/new?vendorId=${records.vendorId}`);
    expect(form.text).toMatch(new RegExp(`<option value="${records.vendorId}" selected`));
    const saved = await signedIn(editor).post("/contacts/new", {
      vendorId: records.vendorId,
      name: "空野 ひかる",
      role: "support",
      hours: "day",
    });
    expect(saved.headers.get("location")).toBe(`/vendors/${records.vendorId}`);
    const vendor = await page(editor, `/vendors/${records.vendorId}`);
    expect(vendor.text).toContain("空野 ひかる");
  });

  it("does not save over somebody else, and lets one save after the warning", async () => {
    const id = await register(hospital.ports, hospital.editor, "vendor", { name: "版の会社" });
    const path = `/vendors/${id}/edit`;
    const first = await signedIn(editor).post(path, { version: "1", name: "先に保存した会社" });
    expect(first.status).toBe(303);
    const second = await signedIn(admin).post(path, { version: "1", name: "後から保存した会社" });
    const warned = await second.text();
    expect(second.status).toBe(409);
    expect(warned).toContain("開いている間に、ほかの人がこの記録を保存しました。");
    expect(warned).toContain('value="後から保存した会社"');
    expect(warned).toContain('name="version" value="2"');
    expect((await signedIn(admin).post(path, { version: "2", name: "後から保存した会社" })).status).toBe(303);
  });

  it("a failed save keeps the version that was shown", async () => {
    const id = await register(hospital.ports, hospital.editor, "vendor", { name: "一の会社" });
    await signedIn(editor).post(`/vendors/${id}/edit`, { version: "1", name: "二の会社" });
    const failed = await signedIn(editor).post(`/vendors/${id}/edit`, { version: "1", name: "" });
    expect(await failed.text()).toContain('name="version" value="1"');
  });

  it("archives and puts back", async () => {
    const id = await register(hospital.ports, hospital.editor, "vendor", { name: "しまう会社" });
    const post = (intent: string, version: string) =>
      signedIn(editor).post(`/vendors/${id}/edit`, { intent, version });
    expect((await post("archive", "1")).headers.get("location")).toBe("/vendors");
    expect((await page(editor, "/vendors")).text).not.toContain("しまう会社");
    expect((await page(editor, "/vendors?archived=1")).text).toContain("しまう会社");
    expect((await page(editor, `/vendors/${id}`)).text).toContain("この記録は保管庫にあります。");
    expect((await post("restore", "2")).headers.get("location")).toBe(`/vendors/${id}`);
    expect((await page(editor, "/vendors")).text).toContain("しまう会社");
  });

  it("chooses the systems of a contract", async () => {
    const systemId = await register(hospital.ports, hospital.editor, "system", {
      ...rawSystem(records.productVersionId),
      name: "予約システム",
    });
    const path = `/contracts/${records.contractId}/systems`;
    const systemIds = [records.systemId, systemId];
    // another system is a correction of what the contract covers, and a correction says why
    expect((await signedIn(editor).post(path, { systemIds })).status).toBe(422);
    const reason = "契約書の別表にあった";
    const saved = await signedIn(editor).post(path, { systemIds, reason });
    expect(saved.headers.get("location")).toBe(`/contracts/${records.contractId}`);
    expect((await page(editor, path)).text.match(/checked=""/g)).toHaveLength(2);
    expect((await signedIn(editor).post(path, { systemIds: ["nothing"], reason })).status).toBe(422);
  });
});

describe("list and export", () => {
  beforeAll(async () => {
    for (let at = 1; at <= 60; at++) {
      const raw = {
        name: `一覧の会社${String(at).padStart(2, "0")}`,
        nameKana: at === 7 ? "=1+1" : "いちらん",
      };
      expectDone(await registerRecord(hospital.ports, hospital.editor, { noun: "vendor", raw }));
    }
  });

  it("pages by 50, sorts and searches by its address", async () => {
    const rows = (text: string) => [...text.matchAll(/data-row-link[^>]*>([^<]*)</g)].map((each) => each[1]);
    const first = rows((await page(viewer, "/vendors?q=一覧の会社")).text);
    expect(first).toHaveLength(50);
    expect(first[0]).toBe("一覧の会社01");
    expect(rows((await page(viewer, "/vendors?q=一覧の会社&page=2")).text)).toHaveLength(10);
    expect(rows((await page(viewer, "/vendors?q=一覧の会社&desc=1")).text)[0]).toBe("一覧の会社60");
    expect((await page(viewer, "/vendors?q=どこにもない")).text).toContain("条件に合うものはありません。");
    expect(rows((await page(viewer, "/systems?form=cloud")).text)).toEqual([]);
    expect(rows((await page(viewer, "/systems?form=on-premise")).text)).toContain("電子カルテ");
  });

  it("exports all pages of what the list shows, in words", async () => {
    const answer = await page(viewer, "/export/vendor?q=一覧の会社&as=csv");
    expect(answer.headers.get("content-disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent("事業者一覧_2026-11-24.csv")}`,
    );
    const lines = answer.text.trim().split("\r\n");
    expect(lines).toHaveLength(61);
    expect(lines[0]).toContain("事業者名,読みがな,法人番号");
    expect(lines[7]).toContain("'=1+1");
    const systems = await page(viewer, "/export/system?as=csv");
    expect(systems.text).toContain("オンプレ");
  });

  it("exports a workbook", async () => {
    const answer = await signedIn(viewer).get("/export/contract?as=xlsx");
    expect(answer.headers.get("content-type")).toContain("spreadsheetml");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(Number(answer.headers.get("content-length"))).toBe(bytes.byteLength);
  });

  it("finds across registers, and only in the own hospital", async () => {
    const found = await page(viewer, "/search?q=試験");
    for (const name of ["試験ベンダ株式会社", "試験カルテ"]) expect(found.text).toContain(name);
    expect((await page(stranger, "/search?q=試験")).text).not.toContain("試験ベンダ");
    expect((await page(viewer, "/search?q=%25")).text).toContain("に合う記録はありません。");
  });
});
