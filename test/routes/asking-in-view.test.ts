import { afterAll, beforeAll, expect, it } from "vitest";
import { receiveFile } from "~/use-cases/receive-file.server";
import { showRequest, submissionsToReview } from "~/use-cases/requests.server";
import { reviewChecklist } from "~/use-cases/save-checklist.server";
import { saveAnswers } from "~/use-cases/vendor-save.server";
import { checklistBook } from "../support/checklists";
import { expectDone } from "../support/ports";
import { openSheet, SHEET_FORM } from "../support/records";
import { submitByVendor } from "../support/requests";
import { type AskedHospital, ask, askedHospital, linkTo, openDesk, typed } from "../support/vendor-desk";
import { startWeb, type Web } from "../support/web";

let world: AskedHospital;
let web: Web;
beforeAll(async () => {
  world = await askedHospital();
  web = await startWeb(world.ports);
});
afterAll(() => web?.stop());

it("the rail counts submissions that wait for the hospital, of this hospital only, until they are reviewed", async () => {
  const { ports, editor, stranger, requestId } = world;
  const viewer = await web.as(world.viewer);
  const rail = async () =>
    /<nav class="rail"[\s\S]*?<\/nav>/.exec(await (await viewer.get("/vendors")).text())?.[0] ?? "";
  expect(await submissionsToReview(ports, editor)).toBe(0);
  expect(await rail()).not.toContain('class="count');
  await submitByVendor(ports, editor, requestId);
  expect(await submissionsToReview(ports, editor)).toBe(1);
  expect(await submissionsToReview(ports, stranger)).toBe(0);
  expect(await rail()).toMatch(/href="\/requests"[^>]*>[^<]*<span class="count num">1<\/span>/);
});

it("a contract's page leads to the requests about it, and to asking with the contract chosen", async () => {
  const { ports, editor, contractId } = world;
  await openSheet(ports, editor, contractId);
  const targets = [{ vendorId: world.vendorId, contactId: world.contactId, contractId }];
  const requestId = await ask(world, { kind: "role-sheet", catalogueRef: SHEET_FORM, targets });
  const page = await (await (await web.as(editor)).get(`/contracts/${contractId}`)).text();
  expect(page).toContain(`/requests/${requestId}`);
  expect(page).not.toContain(`/requests/${world.requestId}"`);
  expect(page).toContain(`href="/requests/new?contract=${contractId}"`);
  const asViewer = await (await (await web.as(world.viewer)).get(`/contracts/${contractId}`)).text();
  expect(asViewer).not.toContain(`href="/requests/new?contract=`);
});

it("an answer on the web can be set back to unanswered, also without script", async () => {
  const { ports, editor } = world;
  const requestId = await ask(world);
  const { form } = expectDone(await showRequest(ports, editor, { requestId }));
  const key = form?.items[0]?.key ?? "";
  const answered = typed(key, 0, { condition: "paid-option", remark: "手順書" });
  expectDone(await saveAnswers(ports, await openDesk(world, requestId), [answered]));
  const entered = await web.anonymous().post(`/r/${await linkTo(world, requestId)}`, {});
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const desk = `${web.url}/r/desk/${requestId}`;
  const html = await (await fetch(desk, { headers: { cookie } })).text();
  expect(html).toMatch(/<input type="radio" name="answer\.0" value=""\/?>/);
  const base = JSON.stringify({ answer: "yes", remark: "手順書", condition: "paid-option" });
  const fields = { "key.0": key, "version.0": "1", "base.0": base, "answer.0": "", "remark.0": "手順書" };
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, intent: "save" })) body.append(name, value);
  const headers = { cookie, origin: web.url };
  await fetch(`${desk}?index`, { method: "POST", headers, body, redirect: "manual" });
  const { answers } = expectDone(await showRequest(ports, editor, { requestId }));
  expect(answers.find((each) => each.itemKey === key)).toMatchObject({
    answer: null,
    condition: "none",
    remark: "手順書",
  });
});

it("a checklist in review saves itself: every row that can be kept, and the day that is none is named", async () => {
  const { ports, editor } = world;
  const file = { fileName: "点検.xlsx", bytes: checklistBook() };
  const intakeId = expectDone(await receiveFile(ports, editor, file)).received[0]?.intakeId ?? "";
  const visitor = await web.as(editor);
  const fields = {
    intent: "autosave",
    "answer-0-1": "no",
    "remark-0-1": "電話で確認",
    "target-0-1": "年度内",
    "answer-0-2": "yes",
    "remark-0-2": "",
    "target-0-2": "",
  };
  const place = `/intakes/${intakeId}/checklist?_data=routes/intake-checklist/route`;
  expect((await visitor.post(place, fields)).status).toBe(422);
  const rows = async () =>
    expectDone(await reviewChecklist(ports, editor, { intakeId })).lists[0]?.rows ?? [];
  expect((await rows()).map((each) => [each.answer, each.remark])).toEqual([
    ["yes", ""],
    ["no", "更新中"],
    ["yes", ""],
  ]);
  const whole = await visitor.post(place, { ...fields, "target-0-1": "2027-03-31" });
  expect([whole.status, (await whole.json()).problems]).toEqual([200, []]);
  expect((await rows())[1]).toMatchObject({ answer: "no", remark: "電話で確認", targetOn: "2027-03-31" });
});
