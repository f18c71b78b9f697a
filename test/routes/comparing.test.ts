import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessDisclosure } from "~/use-cases/assess.server";
import { rawHospitalFacts } from "../support/comparing";
import { gapOn } from "../support/decisions";
import {
  NEW_FORM,
  publishBothForms,
  publishedCrosswalk,
  publishedMapping,
  receiveInvented,
} from "../support/form-editions";
import { expectDone } from "../support/ports";
import { FORM_6_0 } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let visitors: Record<"admin" | "editor" | "viewer" | "stranger", Visitor>;
beforeAll(async () => {
  world = await fullWorld();
  web = await startWeb(world.ports);
  visitors = {
    admin: await web.as(world.admin),
    editor: await web.as(world.editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web.stop());
/** What a person reads: without the marks React puts between texts. */
const plain = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll("<!-- -->", "");

const pages = ["/hospital-profile", "/applicability", "/maintenance-route"];

it.each(pages)("%s is read by a viewer and shows nothing of another hospital", async (path) => {
  const own = await visitors.viewer.get(path);
  expect(own.status).toBe(200);
  expect(await own.text()).not.toContain(" style=");
  const other = await plain(visitors.stranger.get(path));
  expect(other).not.toContain(world.systemId);
  expect(other).not.toContain("180 床");
});

describe("the hospital's profile", () => {
  it("is changed by an administrator only; what was wrong is said and what was typed stays", async () => {
    const raw = rawHospitalFacts({ beds: "199", effectiveFrom: "2026-11-01" });
    for (const who of ["viewer", "editor"] as const)
      expect((await visitors[who].post("/hospital-profile", raw)).status).toBe(403);
    const refused = await visitors.admin.post("/hospital-profile", { ...raw, beds: "百" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="百"');
    expect((await visitors.admin.post("/hospital-profile", raw)).status).toBe(303);
    expect(await plain(visitors.viewer.get("/settings"))).toContain("199");
    expect(await plain(visitors.viewer.get("/hospital-profile"))).toContain("199 床");
  });
});

it("what applies says the class, the sum with its parts, and that one source is to be confirmed", async () => {
  const html = await plain(visitors.viewer.get(`/applicability?guideline=${FORM_6_0}`));
  expect(html).toContain("類型 Ⅰ");
  expect(html).toMatch(/収載 153 件 ＝ 参照する 153 ＋ 事業者に確認 0 ＋ 参照しなくてよい編 0/);
  expect(html).toContain("出典1件・要確認");
  expect((await visitors.viewer.get("/applicability?guideline=none@1")).status).toBe(404);
});

it("the walk names what is missing and refuses a day that is none", async () => {
  const html = await plain(visitors.viewer.get("/maintenance-route"));
  expect(html).toContain("他の編も対象");
  expect(html).toContain("サーバ一覧の全数が、まだ一度も確認されていません。");
  expect((await visitors.viewer.get("/maintenance-route?day=2026-02-30")).status).toBe(422);
  for (const page of ["0", "-1", "x", "99999999"])
    expect((await visitors.viewer.get(`/maintenance-route?page=${page}`)).status).toBe(200);
});

describe("an override on the page of the comparison", () => {
  it("needs a reason, shows both verdicts, and is taken back", async () => {
    const { disclosureId } = world;
    const { requirement } = await gapOn(world.ports, world.editor, disclosureId, "14-3");
    const path = `/assessments/${disclosureId}?guideline=${FORM_6_0}&show=all&open=${requirement.key}`;
    const fields = {
      intent: "override",
      requirement: requirement.key,
      guideline: FORM_6_0,
      supersedes: "",
      overrideVerdict: "met",
      overrideReason: "",
    };
    expect((await visitors.viewer.post(path, fields)).status).toBe(403);
    const refused = await visitors.editor.post(path, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("上書きの理由がありません。");
    const reason = "備考の「読み直し」";
    expect((await visitors.editor.post(path, { ...fields, overrideReason: reason })).status).toBe(303);
    const held = await plain(visitors.viewer.get(path));
    expect(held).toContain("人の上書き");
    expect(held).toContain(reason);
    expect(held).toContain("上書き（規則では 「いいえ」あり）");
    expect(held).toContain("人が上書きしたもの 1");
    const id = /name="supersedes" value="([0-9a-f-]{36})"/.exec(await plain(visitors.editor.get(path)))?.[1];
    const lift = { ...fields, intent: "lift", supersedes: id ?? "", liftReason: "読み違い" };
    expect((await visitors.editor.post(path, { ...lift, liftReason: "" })).status).toBe(422);
    expect((await visitors.editor.post(path, lift)).status).toBe(303);
    const after = await plain(visitors.viewer.get(path));
    expect(after).not.toContain("人の上書き");
    expect(after).toContain("上書きの移り変わり");
    expect((await visitors.stranger.get(path)).status).toBe(404);
    expect((await visitors.stranger.post(path, fields)).status).toBe(404);
  });
});

it("plans are typed straight into the board of second factors; what was wrong stands in its row and stays typed", async () => {
  const { systemId } = world;
  const path = "/two-factor?plan=1";
  expect(await plain(visitors.viewer.get(path))).not.toContain('name="source"');
  const form = await plain(visitors.editor.get(path));
  const row = new RegExp(`name="row" value="(${systemId}\\.client\\.[0-9a-f-]*)"`).exec(form)?.[1] ?? "";
  const field = (name: string) => `${name}.${systemId}.client`;
  const typed = {
    row,
    source: "",
    [field("kind")]: "planned",
    [field("plannedOn")]: "2027-12-15",
    [field("costEstimate")]: "百万",
  };
  expect((await visitors.viewer.post(path, typed)).status).toBe(403);
  const refused = await visitors.editor.post(path, typed);
  expect(refused.status).toBe(422);
  const html = await refused.text();
  for (const name of ["source", field("costEstimate")]) expect(html).toContain(`id="field-${name}-problem"`);
  expect(html).toContain('value="百万"');
  expect(html).toContain('value="2027-12-15"');
  const good = { ...typed, source: "11月の打合せ", [field("costEstimate")]: "1,200,000" };
  const stranger = await visitors.stranger.post(path, { ...good, row: `${systemId}.client.` });
  expect(stranger.status).toBe(404);
  const saved = await visitors.editor.post(path, good);
  expect(saved.status).toBe(303);
  const board = await plain(visitors.viewer.get(saved.headers.get("location") ?? ""));
  expect(board).toContain("1 行を記録しました。");
  expect(board).toContain("2027-12-15（令和9年） まで・1,200,000 円");
});

it("a verdict on a carried answer shows its version, the crosswalk line and who confirmed that", async () => {
  const { ports, editor, productVersionId } = world;
  await publishBothForms(ports, editor);
  const disclosureId = await receiveInvented(ports, editor, productVersionId, "4.1", { "5.1": "yes" });
  const line = { requirement: "GL6.0-SO-14-1", questions: ["item:3"] };
  const same = { requirement: "GL6.0-SO-15-1", questions: ["item:6"] };
  await publishedMapping(ports, editor, { from: NEW_FORM, to: FORM_6_0 }, [line, same]);
  const crosswalk = await publishedCrosswalk(ports, editor);
  const { assessment } = expectDone(
    await assessDisclosure(ports, editor, { disclosureId, guideline: FORM_6_0 }),
  );
  const carried = assessment.findings.find((each) => each.requirement.key === same.requirement);
  expect(carried?.lines[0]?.answers[0]?.carried?.fromVersion).toBe("4.1");
  const path = `/assessments/${disclosureId}?guideline=${FORM_6_0}&show=all`;
  const html = await plain(visitors.viewer.get(path));
  expect(html).toContain("第4.1版の書式です。第5.0版の対応付けで照合するため");
  expect(html).toContain("第4.1版への回答を引継");
  expect(html).toContain(`href="/catalogues/${crosswalk}"`);
  expect(html).toContain("試験 lead が確認");
  expect(html).toContain("問いが言い換えられているため、確かめるまで回答として数えません。");
});
