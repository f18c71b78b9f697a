import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiveWorkbook } from "~/use-cases/receive.server";
import { questionnaireWorkbook } from "~/workbook/write-questionnaire.server";
import { makeWorkbook } from "../support/make-workbook";
import { expectDone, type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, productBook, receiveDisclosure, type TestContract } from "../support/records";
import { startWeb, type Visitor, type Web } from "../support/web";

type People = Record<"editor" | "viewer" | "stranger", Visitor>;
type World = { hospital: TestHospital; web: Web; records: TestContract; people: People };
let made: World | undefined;

beforeAll(async () => {
  const hospital = await testHospital();
  const records = await contractWithSystem(hospital.ports, hospital.editor);
  const web = await startWeb(hospital.ports);
  const people = {
    editor: await web.as(hospital.editor),
    viewer: await web.as(hospital.viewer),
    stranger: await web.as(hospital.stranger),
  };
  made = { hospital, web, records, people };
});
afterAll(() => made?.web.stop());

function world(): World {
  if (!made) throw new Error("not started");
  return made;
}

const book = async (options: Parameters<typeof productBook>[1] = {}, name = "回答（画像）.xlsx") => {
  const bytes = await productBook(world().hospital.ports, options);
  return { bytes, file: new File([Buffer.from(bytes)], name) };
};
const place = (answer: Response) => answer.headers.get("location") ?? "";
const decoded = (html: string) => html.replace(/&quot;/g, '"').replace(/&amp;/g, "&");

/** An intake that waits, made by the page itself. */
async function uploaded(file: File): Promise<string> {
  const answer = await world().people.editor.upload("/disclosures/receive", "file", [file]);
  expect(answer.status).toBe(303);
  return place(answer);
}

describe("who may", () => {
  it("nobody signed in is led to sign in", async () => {
    for (const path of ["/disclosures", "/disclosures/receive", "/disclosures/export", "/files/1"]) {
      const answer = await world().web.anonymous().get(path);
      expect(answer.status, path).toBe(303);
      expect(place(answer)).toContain("/sign-in?next=");
    }
  });

  it("a viewer reads, and posts nothing", async () => {
    const { people, hospital, records } = world();
    const id = await receiveDisclosure(hospital.ports, hospital.editor, records.productVersionId);
    const { bytes } = await book();
    const received = await receiveWorkbook(hospital.ports, hospital.editor, { fileName: "a.xlsx", bytes });
    const intake = `/intakes/${expectDone(received).intakeId}`;
    for (const path of ["/disclosures", `/disclosures/${id}`, intake]) {
      expect((await people.viewer.get(path)).status, path).toBe(200);
    }
    expect((await people.viewer.get("/disclosures/receive")).status).toBe(403);
    for (const path of ["/disclosures/receive", `/disclosures/${id}`, intake]) {
      const posted = await people.viewer.post(path, { intent: "discard", reason: "x" });
      expect(posted.status, path).toBe(403);
    }
  });

  it("what belongs to another hospital is not there", async () => {
    const { people, hospital, records } = world();
    const id = await receiveDisclosure(hospital.ports, hospital.editor, records.productVersionId);
    const intake = await uploaded((await book()).file);
    const page = await (await people.editor.get(`/disclosures/${id}`)).text();
    const file = /\/files\/[0-9a-f-]+/.exec(page)?.[0] ?? "";
    expect((await people.editor.get(file)).status).toBe(200);
    for (const path of [`/disclosures/${id}`, intake, file]) {
      expect((await people.stranger.get(path)).status, path).toBe(404);
    }
    for (const path of [`/disclosures/${id}`, intake]) {
      const posted = await people.stranger.post(path, { intent: "discard", reason: "x" });
      expect(posted.status, path).toBe(404);
    }
    expect(await (await people.stranger.get("/disclosures?show=all")).text()).not.toContain("試験カルテ");
  });
});

describe("receiving", () => {
  it("says of every file that is no disclosure why, and keeps the others", async () => {
    const { people } = world();
    const { file } = await book();
    const junk = new File(["これは表ではありません"], "メモ.xlsx");
    const other = new File(
      [Buffer.from(makeWorkbook([{ name: "表", rows: [["買い物", "牛乳"]] }]))],
      "別.xlsx",
    );
    const answer = await people.editor.upload("/disclosures/receive", "file", [file, junk, other]);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain("メモ.xlsx");
    expect(text).toContain("Excel のファイルとして読めませんでした。");
    expect(text).toContain("回答の表が見つかりませんでした。");
    expect(text).toMatch(/href="\/intakes\/[0-9a-f-]+"/);
  });

  it("answers 413 to a file over the limit, and 422 to no file", async () => {
    const { people } = world();
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "大.xlsx");
    const answer = await people.editor.upload("/disclosures/receive", "file", [large]);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("ファイルが大きすぎます（上限 10 MB）。");
    expect((await people.editor.post("/disclosures/receive", {})).status).toBe(422);
  });
});

describe("review", () => {
  const fields = (more: Record<string, string> = {}) => ({
    "forms.0.place": "new",
    "forms.0.vendorName": "新しい事業者株式会社",
    "forms.0.productName": "新しい製品",
    "forms.0.productVersionLabel": "9",
    "forms.0.formVersion": "1.0",
    "forms.0.issuedOn": "2026-04-15",
    ...more,
  });

  it("proposes the registered version of exactly these names", async () => {
    const { people, records } = world();
    const text = await (await people.editor.get(await uploaded((await book()).file))).text();
    expect(text).toContain("用紙の記載と一致");
    expect(text).toMatch(
      new RegExp(
        `checked=""[^>]*value="${records.productVersionId}"|value="${records.productVersionId}"[^>]*checked=""`,
      ),
    );
    expect(text.replaceAll("<!-- -->", "")).toContain("60 + 0 + 0 + 0 + 0 = 60");
  });

  it("shows names that look alike, and chooses none of them for anyone", async () => {
    const { people, hospital, records } = world();
    const questionnaire = hospital.ports.catalogues.questionnaireOfForm("in-house-product");
    if (!questionnaire) throw new Error("no questionnaire");
    const header = { vendor: "(株)試験ベンダ", product: "試験-カルテ", productVersion: "1.0" };
    const bytes = await questionnaireWorkbook(questionnaire, new Map(), header);
    const intake = await uploaded(new File([Buffer.from(bytes)], "似た名前.xlsx"));
    const text = await (await people.editor.get(intake)).text();
    expect(text).toContain("よく似た名前の登録があります");
    expect(text).toContain(`value="${records.productVersionId}"`);
    expect(text).not.toMatch(/name="forms\.0\.place"[^>]*checked/);
    expect(text).not.toMatch(/checked=""[^>]*name="forms\.0\.place"/);
    const { "forms.0.place": _unchosen, ...rest } = fields();
    expect((await people.editor.post(intake, { intent: "check", ...rest })).status).toBe(422);
  });

  it("keeps everything typed when something is missing", async () => {
    const { people } = world();
    const intake = await uploaded((await book()).file);
    const answer = await people.editor.post(intake, {
      intent: "check",
      ...fields({ "forms.0.issuedOn": "2026-02-30" }),
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('value="新しい事業者株式会社"');
    expect(text).toContain("「2026-02-30」は日付として読めません。");
    expect(text).not.toContain("保存して固定する");
  });

  it("shows what will be frozen before it saves, and shows it again when something changed since", async () => {
    const { people } = world();
    const intake = await uploaded((await book()).file);
    const unseen = await people.editor.post(intake, { intent: "save", ...fields() });
    expect(unseen.status).toBe(200);
    const text = decoded(await unseen.text());
    expect(text).toContain("この内容で保存します");
    const checked = /name="checked" value="(\[.*?\])"/.exec(text)?.[1] ?? "";
    const changed = fields({ "forms.0.productName": "別の製品", checked });
    expect((await people.editor.post(intake, { intent: "save", ...changed })).status).toBe(200);
    const saved = await people.editor.post(intake, { intent: "save", ...fields({ checked }) });
    expect(saved.status).toBe(303);
    const shown = await (await people.editor.get(place(saved))).text();
    expect(shown).toContain("新しい製品");
    expect(shown).toContain("最初の開示書です");
  });

  it("keeps what a person set, and names who", async () => {
    const { people } = world();
    const intake = await uploaded((await book({ answers: { "2-1": { answer: "no", remark: "" } } })).file);
    const applied = await people.editor.post(intake, {
      intent: "apply",
      "answer-0-0": "yes",
      "remark-0-0": "電話で確認",
      "why-0-0": "担当者の訂正",
    });
    expect(await applied.text()).toContain("1 件を反映しました。");
    const text = await (await people.viewer.get(intake)).text();
    expect(text).toContain("読み取りは「いいえ」");
    expect(text).toContain("試験 lead");
  });

  it("puts a receipt aside", async () => {
    const { people } = world();
    const intake = await uploaded((await book()).file);
    expect(place(await people.editor.post(intake, { intent: "discard" }))).toBe("/disclosures");
    expect((await people.editor.post(intake, { intent: "check", ...fields() })).status).not.toBe(303);
  });
});

describe("disclosure", () => {
  it("hands out the original byte for byte under its own name", async () => {
    const { people } = world();
    const { bytes, file } = await book();
    const page = await (await people.viewer.get(await uploaded(file))).text();
    const answer = await people.viewer.get(/\/files\/[0-9a-f-]+/.exec(page)?.[0] ?? "");
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="______.xlsx"; filename*=UTF-8''${encodeURIComponent("回答（画像）.xlsx")}`,
    );
  });

  it("is withdrawn with a reason only, and stays readable", async () => {
    const { people, hospital, records } = world();
    const id = await receiveDisclosure(hospital.ports, hospital.editor, records.productVersionId);
    expect((await people.editor.post(`/disclosures/${id}`, { reason: " " })).status).toBe(422);
    expect((await people.editor.post(`/disclosures/${id}`, { reason: "別の製品だった" })).status).toBe(303);
    const text = await (await people.viewer.get(`/disclosures/${id}`)).text();
    expect(text).toContain("別の製品だった");
    expect(await (await people.viewer.get("/disclosures?show=withdrawn")).text()).toContain(id);
  });

  it("exports what the list shows", async () => {
    const { people } = world();
    const answer = await people.viewer.get("/disclosures/export?show=all&as=csv");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("試験カルテ 1.0,試験ベンダ株式会社,院内質問票（機器・製品） 1.0");
    const none = await people.viewer.get("/disclosures/export?q=ありません&as=csv");
    expect((await none.text()).trim().split("\n")).toHaveLength(1);
  });
});
