import { zipSync } from "fflate";
import office from "officecrypto-tool";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepChecklistResponse } from "~/use-cases/keep-checklist.server";
import { saveIntake } from "~/use-cases/receive.server";
import { receiveFile } from "~/use-cases/receive-file.server";
import { showRequest } from "~/use-cases/requests.server";
import { enterByHand, rereadIntake } from "~/use-cases/reread-intake.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import {
  inventedBook,
  inventedChecklist,
  inventedMds,
  publishChecklist,
  publishDraft,
} from "../support/catalogues";
import { changedCells } from "../support/changed-cells";
import { checklistAnswer, rawChecklistResponse } from "../support/checklists";
import { savedByLibreOffice } from "../support/libreoffice";
import { expectDone } from "../support/ports";
import { PRODUCT_FORM } from "../support/requests";
import {
  type AskedHospital,
  ask,
  askedHospital,
  linkTo,
  openDesk,
  submit,
  typed,
  verify,
} from "../support/vendor-desk";
import { startWeb, type Visitor, type Web } from "../support/web";

let world: AskedHospital;
let web: Web;
let viewer: Visitor;
beforeAll(async () => {
  world = await askedHospital();
  web = await startWeb(world.ports);
  viewer = await web.as(world.viewer);
});
afterAll(() => web?.stop());

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

/** A disclosure read from such a file. @returns its id */
async function received(fileName: string, bytes: Uint8Array, password = ""): Promise<string> {
  const { ports, editor, productVersionId } = world;
  const first = expectDone(await receiveFile(ports, editor, { fileName, bytes })).received[0];
  const intakeId = first?.intakeId ?? "";
  if (password !== "") {
    const options = { password };
    expectDone(await rereadIntake(ports, editor, { intakeId, readingNo: 1, options }));
  }
  const isByHand = first?.reading.forms.length === 0 && password === "" && fileName.endsWith(".pdf");
  const catalogue = PRODUCT_FORM;
  if (isByHand) expectDone(await enterByHand(ports, editor, { intakeId, readingNo: 1, catalogue }));
  const formVersion = isByHand ? "1.0" : "9.9";
  const form = { formIndex: 0, formVersion, issuedOn: "2026-04-15", place: { productVersionId } };
  return expectDone(await saveIntake(ports, editor, { intakeId, forms: [form] })).disclosureIds[0] ?? "";
}

describe("a file that cannot be written to says why, and what to do instead", () => {
  const book = () => inventedMds({ mark: "○", issuedOn: "2026/4/15" });
  it.each([
    [
      "an old .xls",
      "回答.xls",
      () => savedByLibreOffice(book(), "xls"),
      "",
      /古い形式の Excel.*\.xlsx として保存/,
    ],
    ["a PDF", "回答.pdf", () => savedByLibreOffice(book(), "pdf"), "", /PDF には書き込めません.*公式の様式/],
    ["a ZIP", "一式.zip", () => zipSync({ "回答.xlsx": book() }), "", /ZIP の中のファイルには.*取り出し/],
    [
      "a workbook with a password",
      "回答.xlsx",
      async () => new Uint8Array(office.encrypt(Buffer.from(book()), { password: "ひみつ" })),
      "ひみつ",
      /パスワードで保護されたファイルには.*パスワードを外し/,
    ],
  ])(
    "%s",
    async (_, fileName, make, password, words) => {
      const place = `/disclosures/${await received(fileName, await make(), password)}/write-back`;
      const page = await viewer.get(place);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toMatch(words);
      expect(html).not.toContain("write-back/file");
      const file = await viewer.get(`${place}/file`);
      expect([file.status, file.headers.get("location")]).toEqual([303, `${place}?to=vendor`]);
      // why patient: LibreOffice makes two of the files.
    },
    120_000,
  );
});

it("a checklist's page leads to both workbooks; the official one differs in the written cells only", async () => {
  const { ports, editor, vendorId } = world;
  const blank = inventedChecklist();
  const checklistRef = await publishChecklist(ports, editor, blank);
  const answers = [checklistAnswer({ itemKey: "item:2", answer: "no", targetOn: "2027-03-31" })];
  const raw = rawChecklistResponse({ vendorId, checklistRef, answers });
  const { responseId } = expectDone(await keepChecklistResponse(ports, editor, raw));
  const place = `/checklist-responses/${responseId}`;
  expect(await (await viewer.get(place)).text()).toContain(`${place}/write-back`);
  expect(await (await viewer.get(`${place}/write-back`)).text()).toContain(
    "届いたファイルから読んだものではない",
  );
  const page = await (await viewer.get(`${place}/write-back?to=official`)).text();
  for (const part of ["1 行を書き込んでダウンロード", "事業者確認用!D5", "目標日 2027-03-31"])
    expect(page).toContain(part);
  const file = await viewer.get(`${place}/write-back/file?to=official`);
  expect(file.headers.get("content-disposition")).toContain(encodeURIComponent("（回答記入済み）.xlsx"));
  expect(changedCells(blank, await bytesOf(file))).toEqual(["D5", "E5"]);
  const stranger = await web.as(world.stranger);
  expect((await stranger.get(`${place}/write-back`)).status).toBe(404);
  expect((await stranger.get(`${place}/write-back/file?to=official`)).status).toBe(404);
});

it("a request's answers come out in the official form, for the hospital and for the vendor's own desk", async () => {
  const { ports, editor } = world;
  const catalogueRef = await publishDraft(ports, editor, await inventedBook(ports, editor));
  const requestId = await ask(world, { catalogueRef });
  const place = `/requests/${requestId}`;
  expect(await (await viewer.get(place)).text()).not.toContain(`${place}/official`);
  expect(await (await viewer.get(`${place}/official`)).text()).toContain("まだ提出された回答がありません");
  const entered = await web.anonymous().post(`/r/${await linkTo(world, requestId)}`, {});
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const desk = (to: string, own = cookie) =>
    fetch(`${web.url}/r/desk/${requestId}${to}`, { headers: { cookie: own } });
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const scope = await verify(world, await openDesk(world, requestId));
  expectDone(
    await saveAnswers(ports, scope, [typed(form?.items[0]?.key ?? "", 0, { remark: "手順書 3章" })]),
  );
  expect(await (await desk("")).text()).toContain(`/r/desk/${requestId}/official`);
  const page = await (await desk("/official")).text();
  for (const part of ["受け取っても提出にはなりません", "1 行を書き込んでダウンロード", "MDS!C4"])
    expect(page).toContain(part);
  expect(changedCells(inventedMds(), await bytesOf(await desk("/official/file")))).toEqual(["C4", "F4"]);
  expect((await desk("/official/file", "")).status).toBe(401);
  await submit(world, scope);
  expect(await (await viewer.get(place)).text()).toContain(`${place}/official`);
  expect(await (await viewer.get(`${place}/official`)).text()).toContain("手順書 3章");
  const file = await viewer.get(`${place}/official/file`);
  expect(changedCells(inventedMds(), await bytesOf(file))).toEqual(["C4", "F4"]);
  const stranger = await web.as(world.stranger);
  expect((await stranger.get(`${place}/official`)).status).toBe(404);
  expect((await stranger.get(`${place}/official/file`)).status).toBe(404);
});
