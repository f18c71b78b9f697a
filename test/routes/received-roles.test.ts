import { afterAll, beforeAll, expect, it } from "vitest";
import { receiveWorkbook } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { inventedMds } from "../support/catalogues";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem } from "../support/records";
import { roleSheetBook } from "../support/role-sheets";
import { startWeb, type Visitor, type Web } from "../support/web";

type World = { hospital: TestHospital; web: Web; editor: Visitor; viewer: Visitor; contractId: string };
let made: World | undefined;

beforeAll(async () => {
  const hospital = await testHospital();
  const web = await startWeb(hospital.ports);
  const { contractId } = await contractWithSystem(hospital.ports, hospital.editor);
  const [editor, viewer] = [await web.as(hospital.editor), await web.as(hospital.viewer)];
  made = { hospital, web, editor, viewer, contractId };
}, 240_000);
afterAll(() => made?.web.stop());

function world(): World {
  if (!made) throw new Error("not started");
  return made;
}

it("a received role sheet leads to its own page, begins a sheet, and is taken over row by row", async () => {
  const { hospital, editor, viewer, contractId } = world();
  const file = { fileName: "確認表.xlsx", bytes: roleSheetBook() };
  const received = expectDone(await receiveFile(hospital.ports, hospital.editor, file));
  const intake = `/intakes/${received.received[0]?.intakeId}`;
  expect(await (await editor.get(`${intake}/next`)).text()).toContain(`${intake}/role-sheet`);
  const page = await (await editor.get(`${intake}/role-sheet`)).text();
  for (const text of [
    "架空の窓口",
    "だれが窓口か。",
    "書面に残す。",
    "欄の外",
    "年度内",
    "この表で確認表をはじめる",
  ]) {
    expect(page).toContain(text);
  }
  const seen = await (await viewer.get(`${intake}/role-sheet`)).text();
  expect(seen).toContain("架空の窓口");
  expect(seen).not.toContain("この表で確認表をはじめる");
  const fields = { intent: "open", contractId: "", form: "", title: "", roundOn: "" };
  expect((await viewer.post(`${intake}/role-sheet`, { ...fields, contractId })).status).toBe(403);
  expect((await editor.post(`${intake}/role-sheet`, fields)).status).toBe(422);
  const opened = await editor.post(`${intake}/role-sheet`, { ...fields, contractId });
  expect(opened.status).toBe(303);
  const sheet = opened.headers.get("location") ?? "";
  expect(await (await editor.get(sheet)).text()).toContain("架空の窓口");
  const beside = `${intake}/role-sheet?beside=${sheet.split("/").at(-1)}`;
  expect(await (await editor.get(beside)).text()).toContain("同じ内容です。");
  const taken = await editor.post(beside, { intent: "take", rows: "0" });
  expect(await taken.text()).toContain("0 行に取り込みました。");
  expect((await editor.post(beside, { intent: "take" })).status).toBe(422);
  expect((await editor.get(`${intake}/role-sheet?beside=00000000-0000-7000-8000-000000000000`)).status).toBe(
    404,
  );
});

it("the form of a received file becomes the draft of a catalogue by one button", async () => {
  const { hospital, editor, viewer } = world();
  const bytes = inventedMds({ mark: "○", issuedOn: "2026/4/15" });
  const received = await receiveWorkbook(hospital.ports, hospital.editor, { fileName: "様式.xlsx", bytes });
  const intake = `/intakes/${expectDone(received).intakeId}`;
  expect(await (await editor.get(intake)).text()).toContain(`action="${intake}/catalogue"`);
  expect((await viewer.post(`${intake}/catalogue`, { form: "0" })).status).toBe(403);
  expect((await editor.post(`${intake}/catalogue`, { form: "7" })).status).toBe(404);
  const drafted = await editor.post(`${intake}/catalogue`, { form: "0" });
  expect(drafted.headers.get("location")).toMatch(/^\/catalogues\/drafts\//);
});
