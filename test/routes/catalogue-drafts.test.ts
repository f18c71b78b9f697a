import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { inventedVersionJson } from "../support/catalogue-json";
import { inventedMds } from "../support/catalogues";
import { NEW_FORM, OLD_FORM, publishBothForms } from "../support/form-editions";
import { makeWorkbook } from "../support/make-workbook";
import { type TestHospital, testHospital } from "../support/ports";
import { FORM_6_0 } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

type World = { hospital: TestHospital; web: Web; editor: Visitor; viewer: Visitor; stranger: Visitor };
let made: World | undefined;

beforeAll(async () => {
  const hospital = await testHospital();
  const web = await startWeb(hospital.ports);
  const [editor, viewer] = [await web.as(hospital.editor), await web.as(hospital.viewer)];
  made = { hospital, web, editor, viewer, stranger: await web.as(hospital.stranger) };
  await publishBothForms(hospital.ports, hospital.editor);
}, 240_000);
afterAll(() => made?.web.stop());

function world(): World {
  if (!made) throw new Error("not started");
  return made;
}

const fileOf = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);
const to = (answer: Response) => answer.headers.get("location") ?? "";
const hiddenValue = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

async function load(bytes: Uint8Array, name: string, as = ""): Promise<string> {
  const answer = await world().editor.upload(`/catalogues/load?as=${as}`, "file", [fileOf(bytes, name)]);
  expect(answer.status).toBe(303);
  return to(answer);
}

const head = {
  intent: "head",
  form: "MDS",
  id: "route-mds",
  version: "9.9",
  title: "架空の様式",
  issuer: "架空",
  issuedOn: "",
  licence: "架空",
  notice: "",
};

it("an official file becomes a catalogue: read, corrected, left out with a reason, published with its hash", async () => {
  const { editor, viewer, stranger, hospital } = world();
  const draft = await load(inventedMds(), "様式.xlsx");
  let seen = 1;
  const post = async (fields: Record<string, string>) => {
    const answer = await editor.post(draft, { ...fields, seen: String(seen) });
    if (answer.status === 303) seen += 1;
    return answer;
  };
  expect((await viewer.get(draft)).status).toBe(200);
  expect((await stranger.get(draft)).status).toBe(404);
  expect((await viewer.post(draft, head)).status).toBe(403);
  expect((await post(head)).status).toBe(303);
  expect((await post({ intent: "remove", row: "3", reason: "" })).status).toBe(422);
  expect((await post({ intent: "remove", row: "3", reason: "同じ番号の注記" })).status).toBe(303);
  expect((await post({ intent: "save", row: "1", no: "1.1", text: "直した問いの一ですか。" })).status).toBe(
    303,
  );
  const split = {
    firstNo: "2.1",
    firstText: "架空の問いの四ですか。",
    nextNo: "2.2",
    nextText: "分けた問いですか。",
  };
  expect((await post({ intent: "split", row: "4", ...split })).status).toBe(303);
  const removed = await (await editor.get(`${draft}?show=removed`)).text();
  expect(removed).toContain("同じ番号の注記");
  const page = await (await editor.get(draft)).text();
  expect(page).toContain("原本の行のゆくえ");
  const publish = { intent: "publish", bodySha256: hiddenValue(page, "bodySha256") };
  expect((await editor.post(draft, { ...publish, seen: "1" })).status).toBe(409);
  const published = await post(publish);
  expect([published.status, to(published)]).toEqual([303, "/catalogues/route-mds%409.9?published=1"]);
  const own = await (await viewer.get("/catalogues/route-mds@9.9")).text();
  for (const text of ["様式.xlsx", "SHA-256", "直した問いの一ですか。", "分けた問いですか。"])
    expect(own).toContain(text);
  expect((await stranger.get("/catalogues/route-mds@9.9")).status).toBe(404);
  expect((await stranger.get("/catalogues/route-mds@9.9/json")).status).toBe(404);
  const held = (await cataloguesOf(hospital.ports, hospital.editor)).questionnaireFor("MDS", "9.9");
  expect(held?.questions.map((each) => each.no)).toEqual(["1.1", "1.2", "2.1", "2.2"]);
});

it("columns are pointed at on the sheet; one role for two columns is refused", async () => {
  const { editor } = world();
  const book = makeWorkbook([
    {
      name: "表",
      rows: [
        ["表題"],
        ["甲欄", "乙欄", "丙欄"],
        ["1", "架空の項目の一", "医療機関"],
        ["2", "架空の項目の二", "事業者"],
      ],
    },
  ]);
  const draft = await load(book, "表.xlsx", "checklist");
  const opened = await editor.get(draft);
  expect(to(opened)).toBe(`${draft}/columns`);
  const columns = `${draft}/columns`;
  expect(await (await editor.get(columns)).text()).toContain("架空の項目の一");
  const roles = {
    seen: "1",
    sheet: "表",
    headerRow: "2",
    "role-1": "no",
    "role-2": "text",
    "role-3": "audience",
  };
  expect((await editor.post(columns, { ...roles, "role-3": "no" })).status).toBe(422);
  const shown = await editor.post(columns, { ...roles, intent: "show" });
  expect(new URL(to(shown), "http://x").searchParams.get("headerRow")).toBe("2");
  expect(to(await editor.post(columns, { ...roles, intent: "take" }))).toBe(draft);
  const page = await (await editor.get(`${draft}?show=all`)).text();
  expect(page).toContain("架空の項目の二");
});

it("JSON goes out and comes back the same; another shape is refused with its place", async () => {
  const { editor } = world();
  const { fileName, bytes } = inventedVersionJson("8.8");
  const send = (name: string, content: Uint8Array) =>
    editor.upload("/catalogues/load?as=json", "json", [fileOf(content, name)]);
  const draft = to(await send(fileName, bytes));
  const page = await (await editor.get(draft)).text();
  const fields = { intent: "publish", seen: "1", bodySha256: hiddenValue(page, "bodySha256") };
  expect((await editor.post(draft, fields)).status).toBe(303);
  const back = await (await editor.get("/catalogues/test-mds@8.8/json")).text();
  expect(JSON.parse(back)).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
  const broken = new TextEncoder().encode(JSON.stringify({ ...JSON.parse(back), more: 1 }));
  const refused = await send("x.json", broken);
  expect(refused.status).toBe(422);
});

it("a subset is pasted: an unknown number is named and keeps it from being published", async () => {
  const { editor, viewer } = world();
  const set = { of: NEW_FORM, title: "確認事項", id: "route-set", version: "1", note: "写し" };
  const first = (await cataloguesOf(world().hospital.ports, world().hospital.editor)).questionnaires.get(
    NEW_FORM,
  );
  const no = first?.questions[0]?.no ?? "";
  const unknown = { ...set, pasted: `${no}、999.9` };
  const checked = await editor.post("/catalogues/sets/new", { ...unknown, intent: "check" });
  expect(checked.status).toBe(200);
  expect(await checked.text()).toContain("999.9");
  expect((await editor.post("/catalogues/sets/new", { ...unknown, intent: "publish" })).status).toBe(422);
  const published = await editor.post("/catalogues/sets/new", { ...set, pasted: no, intent: "publish" });
  expect(to(published)).toBe("/catalogues/route-set%401?published=1");
  expect(await (await viewer.get("/catalogues/route-set@1")).text()).toContain(NEW_FORM);
  expect((await viewer.get("/catalogues/sets/new")).status).toBe(403);
});

it("a crosswalk is proposed, its certain lines confirmed together, and publishing names what is open", async () => {
  const { editor, viewer, stranger } = world();
  const same = { from: OLD_FORM, to: OLD_FORM, intent: "crosswalk" };
  expect((await editor.post("/catalogues/relations", same)).status).toBe(422);
  const begun = await editor.post("/catalogues/relations", { ...same, to: NEW_FORM });
  const draft = to(begun);
  expect(draft).toMatch(/^\/catalogues\/crosswalks\/[0-9a-f-]{36}$/);
  expect((await stranger.get(draft)).status).toBe(404);
  expect((await viewer.post(draft, { intent: "certain", seen: "1" })).status).toBe(403);
  expect((await editor.post(draft, { intent: "certain", seen: "1" })).status).toBe(303);
  const page = await (await viewer.get(`${draft}?show=all`)).text();
  expect(page).toContain("試験 lead");
  const publish = await editor.post(draft, { intent: "publish", seen: "2" });
  expect(publish.status).toBe(409);
  expect((await editor.post(draft, { intent: "discard", seen: "2" })).status).toBe(303);
});

it("a mapping is proposed from printed clauses; a line is taken with its reason or not", async () => {
  const { editor } = world();
  const begun = await editor.post("/catalogues/relations", {
    from: NEW_FORM,
    to: FORM_6_0,
    intent: "mapping",
  });
  const draft = to(begun);
  const page = await (await editor.get(draft)).text();
  const line = hiddenValue(page, "line");
  const raw = { seen: "1", line, rule: "all-yes", relation: "covers", acceptsNotApplicable: "1" };
  expect((await editor.post(draft, { ...raw, intent: "take", reason: "" })).status).toBe(422);
  expect((await editor.post(draft, { ...raw, intent: "take", reason: "尋ねている" })).status).toBe(303);
  const taken = await (await editor.get(`${draft}?show=confirmed`)).text();
  expect(taken).toContain("尋ねている");
  expect((await editor.get(`${draft}?line=new`)).status).toBe(200);
});

it("a workbook that is handed out with answers opens in our own reader", async () => {
  const { editor, hospital } = world();
  const { contractWithSystem, receiveDisclosure } = await import("../support/records");
  const { productVersionId } = await contractWithSystem(hospital.ports, hospital.editor);
  const id = await receiveDisclosure(hospital.ports, hospital.editor, productVersionId);
  const page = await editor.get(`/disclosures/${id}/write-back`);
  expect(await page.text()).toContain("直した回答がないため");
  const official = await editor.get(`/disclosures/${id}/write-back?to=official`);
  expect(await official.text()).toContain("公式の様式のファイルが登録されていません");
  const file = await editor.get(`/disclosures/${id}/write-back/file`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(Object.keys(unzipSync(bytes))).toContain("xl/workbook.xml");
  expect((await readWorkbookBytes(bytes, "a.xlsx")).forms[0]?.form).toBe("in-house-product");
});
