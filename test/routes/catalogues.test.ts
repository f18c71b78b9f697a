import { afterAll, beforeAll, expect, it } from "vitest";
import { readWorkbookBytes } from "~/workbook/read-workbook";
import { type TestHospital, testHospital } from "../support/ports";
import { FORM_6_0, SHEET_FORM } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

type World = { hospital: TestHospital; web: Web; editor: Visitor; viewer: Visitor };
let made: World | undefined;

beforeAll(async () => {
  const hospital = await testHospital();
  const web = await startWeb(hospital.ports);
  const [editor, viewer] = [await web.as(hospital.editor), await web.as(hospital.viewer)];
  made = { hospital, web, editor, viewer };
});
afterAll(() => made?.web.stop());

function world(): World {
  if (!made) throw new Error("not started");
  return made;
}

it("shows every catalogue with its edition, and 404 for one that is not there", async () => {
  const { viewer, hospital, web } = world();
  const { guidelines, questionnaires, mappings, roleSheetForms } = hospital.ports.catalogues;
  const list = await (await viewer.get("/catalogues")).text();
  for (const ref of [guidelines, questionnaires, mappings, roleSheetForms].flatMap((each) => [
    ...each.keys(),
  ])) {
    expect(list).toContain(`/catalogues/${ref}`);
    expect((await viewer.get(`/catalogues/${ref}`)).status, ref).toBe(200);
  }
  expect((await viewer.get("/catalogues/nothing@1")).status).toBe(404);
  expect((await viewer.get(`/catalogues/${FORM_6_0}/blank`)).status).toBe(404);
  expect((await web.anonymous().get(`/catalogues/${FORM_6_0}`)).status).toBe(303);
});

it("says of a partial edition what is known from one source only", async () => {
  const text = await (await world().viewer.get("/catalogues/mhlw-guideline@7.0")).text();
  expect(text).toContain("出典1件・要確認");
  expect(text).toContain("全体数は未確認");
});

it.each([
  [FORM_6_0, "GL6.0-EM-1.1-1"],
  [SHEET_FORM, "RS2024-P1-A1"],
])("keeps who compared a number of %s with the official text, and where", async (ref, item) => {
  const { editor, viewer } = world();
  const path = `/catalogues/${ref}`;
  expect((await viewer.post(path, { item, evidence: "PDF 12 ページ" })).status).toBe(403);
  expect((await editor.post(path, { item, evidence: "" })).status).toBe(422);
  expect((await editor.post(path, { item, evidence: "PDF 12 ページ" })).status).toBe(303);
  const text = await (await viewer.get(path)).text();
  expect(text).toContain("試験 lead が確認");
  expect(text).toContain("PDF 12 ページ");
  expect((await editor.post(path, { item, evidence: "もう一度" })).status).toBe(409);
});

it("hands out a blank questionnaire that our own reader understands", async () => {
  const answer = await world().viewer.get("/catalogues/in-house-product@1.0/blank");
  expect(answer.status).toBe(200);
  const reading = await readWorkbookBytes(new Uint8Array(await answer.arrayBuffer()), "blank.xlsx");
  expect(reading.forms[0]).toMatchObject({ form: "in-house-product" });
});
