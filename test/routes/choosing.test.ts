import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showProcurement } from "~/use-cases/procurements.server";
import { publishTestMapping } from "../support/mappings";
import { plainText, problemBeside, queriesOf, readPage } from "../support/page-checks";
import { expectDone } from "../support/ports";
import { otherProduct } from "../support/procurements";
import {
  FORM_6_0,
  rawContract,
  rawSystem,
  receiveDisclosure,
  register,
  SHEET_FORM,
} from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";
import { fullWorld, type World } from "../support/world";

let world: World;
let web: Web;
let people: Record<"editor" | "viewer" | "stranger", Visitor>;
let otherVersionId = "";

beforeAll(async () => {
  world = await fullWorld();
  const { ports, editor } = world;
  otherVersionId = await otherProduct(ports, editor, "みなもカルテ");
  await receiveDisclosure(ports, editor, otherVersionId, {
    answers: { "12-1": { answer: "no", remark: "検討中" } },
  });
  await publishTestMapping(ports, editor, { from: SHEET_FORM, to: FORM_6_0 }, [
    { requirement: "GL6.0-SO-14-5", questions: ["starter:two-factor"] },
  ]);
  web = await startWeb(ports);
  people = {
    editor: await web.as(editor),
    viewer: await web.as(world.viewer),
    stranger: await web.as(world.stranger),
  };
});
afterAll(() => web.stop());

const casePath = () => `/procurements/${world.procurementId}`;
const shownCase = async () =>
  expectDone(await showProcurement(world.ports, world.editor, { procurementId: world.procurementId }));

describe("pages of choosing", () => {
  const lists = ["/procurements", "/clashes", "/matrix", "/edition-effects", "/selection-points"];
  const files = ["/clashes/export", "/matrix/export", "/edition-effects/export"];

  it.each([...lists, ...files])(
    "%s opens for a viewer, not for somebody unknown, and shows no other hospital",
    async (path) => {
      expect((await web.anonymous().get(path)).status).toBe(303);
      expect((await people.viewer.get(path)).status).toBe(200);
      const other = await readPage(people.stranger, path);
      for (const own of ["電子カルテ", "みなもカルテ", world.disclosureId, world.procurementId])
        expect(other).not.toContain(own);
    },
  );

  it.each(["", "/compare", "/compare/export", "/edit"])(
    "a case's page %s is missing for another hospital",
    async (end) => {
      expect((await people.editor.get(casePath() + end)).status).toBe(200);
      expect((await people.stranger.get(casePath() + end)).status).toBe(404);
      expect((await people.editor.get(`/procurements/x${end}`)).status).toBe(404);
    },
  );

  it.each([
    "page=0",
    "page=-3",
    "page=x",
    "page=99999999999999999999",
    "q=%00%E3%80%80",
    "kind=none&how=none&system=none",
  ])("no address breaks a list: ?%s", async (query) => {
    for (const path of lists) expect((await people.viewer.get(`${path}?${query}`)).status).toBe(200);
  });
});

describe("a procurement case", () => {
  it("is opened by an editor only; what was wrong stands beside its field and what was typed stays", async () => {
    const typed = { title: "", purpose: "本館で使う", wantedBy: "2027-02-30" };
    expect((await people.viewer.get("/procurements/new")).status).toBe(403);
    expect((await people.viewer.post("/procurements/new", typed)).status).toBe(403);
    const refused = await people.editor.post("/procurements/new", typed);
    expect(refused.status).toBe(422);
    const html = await plainText(refused);
    expect(problemBeside(html, "title")).toMatch(/。$/);
    expect(problemBeside(html, "wantedBy")).toMatch(/。$/);
    expect(html).toContain("本館で使う");
    const opened = await people.editor.post("/procurements/new", {
      ...typed,
      title: "検査の更改",
      wantedBy: "2027-10-01",
    });
    expect(opened.status).toBe(303);
    const path = opened.headers.get("location") ?? "";
    expect(await readPage(people.viewer, path)).toContain("検査の更改");
    const edit = { ...typed, title: "検査システムの更改", wantedBy: "", version: "1" };
    expect((await people.editor.post(`${path}/edit`, edit)).status).toBe(303);
    const late = await people.editor.post(`${path}/edit`, { ...edit, title: "別の題" });
    expect(late.status).toBe(409);
    expect(await plainText(late)).toContain("別の題");
    expect((await people.stranger.post(`${path}/edit`, edit)).status).toBe(404);
    const away = { intent: "archive", version: "2" };
    expect((await people.viewer.post(path, away)).status).toBe(403);
    expect((await people.stranger.post(path, away)).status).toBe(404);
    expect((await people.editor.post(path, away)).status).toBe(303);
    expect(await readPage(people.viewer, "/procurements")).not.toContain("検査システムの更改");
  });

  it("takes a second candidate, and lays both side by side with the weights shown", async () => {
    const add = { intent: "add", productVersionIds: [otherVersionId] };
    expect((await people.viewer.post(casePath(), add)).status).toBe(403);
    expect((await people.stranger.post(casePath(), add)).status).toBe(404);
    const none = await people.editor.post(casePath(), { intent: "add" });
    expect(none.status).toBe(422);
    expect((await people.editor.post(casePath(), add)).status).toBe(303);
    const html = await readPage(people.viewer, `${casePath()}/compare`);
    expect(html).toContain("みなもカルテ");
    expect(html.indexOf(">12-1<")).toBeGreaterThan(0);
    expect(html.indexOf(">12-1<")).toBeLessThan(html.indexOf(">2-1<"));
    const { procurement } = await shownCase();
    const weights = {
      form: "in-house-product@1.0",
      version: String(procurement.version),
      "weight:starter:product-12-1": "must",
    };
    expect((await people.viewer.post(`${casePath()}/compare`, weights)).status).toBe(403);
    expect((await people.stranger.post(`${casePath()}/compare`, weights)).status).toBe(404);
    const stale = await people.editor.post(`${casePath()}/compare?weights=1`, { ...weights, version: "0" });
    expect(stale.status).toBe(409);
    const kept = await plainText(stale);
    expect(kept).toMatch(/name="weight:starter:product-12-1"[^>]*><option value="must" selected/);
    const book = await people.viewer.get(`${casePath()}/compare/export?as=xlsx`);
    expect(book.headers.get("content-type")).toContain("spreadsheetml");
  });

  it("is decided with a reason, and the choice leads to a contract", async () => {
    const { candidates, choices } = await shownCase();
    const candidateId = candidates.find((each) => each.productVersionId === otherVersionId)?.id ?? "";
    const choose = { intent: "choose", candidateId, supersedes: choices[0]?.id ?? "", reason: "" };
    expect((await people.viewer.post(casePath(), choose)).status).toBe(403);
    expect((await people.stranger.post(casePath(), choose)).status).toBe(404);
    const refused = await people.editor.post(casePath(), choose);
    expect(refused.status).toBe(422);
    const html = await plainText(refused);
    expect(problemBeside(html, "reason")).toMatch(/。$/);
    expect(html).toMatch(new RegExp(`value="${candidateId}" selected`));
    const reason = "運用で補えるいいえが一つだけのため";
    expect((await people.editor.post(casePath(), { ...choose, reason })).status).toBe(303);
    const page = await readPage(people.viewer, casePath());
    expect(page).toContain(reason);
    const toContract =
      /href="(\/contracts\/new\?[^"]*)"/.exec(await readPage(people.editor, casePath()))?.[1] ?? "";
    const form = await readPage(people.editor, toContract.replaceAll("&amp;", "&"));
    const choiceId = /name="choiceId" value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? "";
    expect(form).toContain("案件の選定から登録します");
    const vendorId =
      new URLSearchParams(toContract.split("?")[1]?.replaceAll("&amp;", "&")).get("vendorId") ?? "";
    const signed = await people.editor.post("/contracts/new", {
      ...rawContract(vendorId, "K-CASE"),
      choiceId,
    });
    expect(signed.status).toBe(303);
    const contract = await readPage(people.viewer, signed.headers.get("location") ?? "");
    expect(contract).toContain(`href="${casePath()}"`);
    expect(contract).toContain(reason);
    expect(await readPage(people.viewer, casePath())).toContain("K-CASE");
    const drop = { intent: "drop", candidateId, version: "1", reason: "" };
    expect((await people.editor.post(casePath(), drop)).status).toBe(422);
    expect((await people.editor.post(casePath(), { intent: "none" })).status).toBe(400);
  });
});

describe("the matrix and the effects of an edition", () => {
  it("answer 404 for what nobody holds", async () => {
    for (const query of ["guideline=none%401", `guideline=${FORM_6_0}&requirement=none`])
      expect((await people.viewer.get(`/matrix?${query}`)).status).toBe(404);
    expect((await people.viewer.get("/edition-effects?from=none%401")).status).toBe(404);
    expect((await people.viewer.get(`/edition-effects?from=${FORM_6_0}&to=${FORM_6_0}`)).status).toBe(422);
  });

  it("of one vendor holds every requirement and the decision; a vendor of another hospital shows nothing", async () => {
    const path = `/matrix?guideline=${FORM_6_0}&vendor=${world.vendorId}`;
    const pages = await Promise.all([1, 2, 3].map((n) => readPage(people.viewer, `${path}&page=${n}`)));
    const html = pages.join("");
    expect(html).toContain("試験ベンダ株式会社");
    expect(html).toContain("電子カルテ");
    expect(html).toContain("事業者が直す");
    expect(await readPage(people.stranger, path)).not.toContain("電子カルテ");
  });
});

it("a clash names both places and leads to both records", async () => {
  const html = await readPage(people.viewer, "/clashes");
  expect(html).toContain(`/disclosures/${world.disclosureId}`);
  const row = /href="(\/role-sheets\/[^"]*)#opened"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(await readPage(people.editor, row)).toContain('id="opened"');
  const at = /href="(\/disclosures\/[^"]*\?at=[^"]*)#at"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(await readPage(people.viewer, at)).toMatch(/<tr id="at">.{0,200}14-3/);
  expect(html).toContain("開示書は「いいえ」か対象外、確認表では事業者の担当");
});

it("every page asks as many questions of the database for a dozen systems and candidates as for two", async () => {
  const { ports, editor } = world;
  const disclosure = (id: string) => `/selection-points/${id}`;
  const paths = [
    "/procurements",
    casePath(),
    `${casePath()}/compare`,
    "/clashes",
    `/matrix?guideline=${FORM_6_0}`,
    `/matrix?guideline=${FORM_6_0}&vendor=${world.vendorId}`,
    "/edition-effects",
    "/selection-points",
    disclosure(world.disclosureId),
    "/applicability",
    "/maintenance-route",
  ];
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const path of paths) counts[path] = await queriesOf(ports, people.viewer, path);
    return counts;
  };
  // why: what was found is kept until something is written, so both counts begin after a write.
  await register(ports, editor, "vendor", { name: "数える前の事業者" });
  const few = await count();
  const versions: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    const id = await otherProduct(ports, editor, `製品${n}`);
    await register(ports, editor, "system", { ...rawSystem(id), name: `システム${n}` });
    await receiveDisclosure(ports, editor, id);
    versions.push(id);
  }
  expect((await people.editor.post(casePath(), { intent: "add", productVersionIds: versions })).status).toBe(
    303,
  );
  expect(await count()).toEqual(few);
});
