import { afterAll, beforeAll, expect, it } from "vitest";
import { gapOn, rawDecision } from "../support/decisions";
import { type TestHospital, testHospital } from "../support/ports";
import { contractWithSystem, FORM_6_0, receiveDisclosure, type TestContract } from "../support/records";
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

const no = { answer: "no", remark: "次の版で対応予定" } as const;
const plain = (html: string) => html.replaceAll("<!-- -->", "");

async function disclosureWithGap(issuedOn = "2026-04-15") {
  const { hospital, records } = world();
  const { ports, editor } = hospital;
  const options = { answers: { "14-3": no }, issuedOn };
  const id = await receiveDisclosure(ports, editor, records.productVersionId, options);
  return { id, finding: await gapOn(ports, editor, id, "14-3") };
}
const decisionOf = (requirement: string, more: Record<string, string> = {}) => ({
  ...rawDecision(),
  intent: "decide",
  guideline: FORM_6_0,
  requirement,
  supersedes: "",
  ...more,
});

it("lists current disclosures, leads strangers nowhere, and lets viewers read only", async () => {
  const { people, web } = world();
  const { id, finding } = await disclosureWithGap();
  expect((await web.anonymous().get(`/assessments/${id}`)).status).toBe(303);
  expect(await (await people.viewer.get("/assessments")).text()).toContain(`/assessments/${id}`);
  expect((await people.viewer.get(`/assessments/${id}`)).status).toBe(200);
  const decision = decisionOf(finding.requirement.key);
  expect((await people.viewer.post(`/assessments/${id}`, decision)).status).toBe(403);
  expect((await people.stranger.get(`/assessments/${id}`)).status).toBe(404);
  expect((await people.stranger.post(`/assessments/${id}`, decision)).status).toBe(404);
  expect((await people.viewer.get("/assessments/1")).status).toBe(404);
  expect((await people.viewer.get(`/assessments/${id}?guideline=x@1`)).status).toBe(404);
});

it("says which edition is used, that it was replaced, and that the total is not known", async () => {
  const { people } = world();
  const { id } = await disclosureWithGap();
  const old = plain(await (await people.viewer.get(`/assessments/${id}?guideline=${FORM_6_0}`)).text());
  expect(old).toContain("2026-06-29（令和8年） に第7.0版へ替わりました");
  expect(old).toContain("収載 153 件・全体数は未確認");
  expect(old).toContain("公式本文で未確認");
  const sum = /<b>(\d+)<\/b> 項目/.exec(old);
  const parts = [...old.matchAll(/class="nowrap"><span class="verdict [^>]*>[^<]*<\/span> <b>(\d+)<\/b>/g)];
  expect(parts).toHaveLength(6);
  expect(parts.reduce((total, each) => total + Number(each[1]), 0)).toBe(Number(sum?.[1]));
  const next = plain(
    await (await people.viewer.get(`/assessments/${id}?guideline=mhlw-guideline@7.0`)).text(),
  );
  expect(next).not.toContain("へ替わりました。古い版のまま");
});

it("opens a finding with its reasons: question, cell, remark, mapping, rule", async () => {
  const { people } = world();
  const { id, finding } = await disclosureWithGap();
  const open = `/assessments/${id}?guideline=${FORM_6_0}&open=${finding.requirement.key}`;
  const text = await (await people.editor.get(open)).text();
  for (const part of [
    "14-3",
    "備考「次の版で対応予定」",
    "公開した対応付け",
    "「いいえ」が一つでもある",
    "やさしく言うと",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("事業者が読みます");
});

it("keeps a refused decision as it was typed, and records a complete one", async () => {
  const { people } = world();
  const { id, finding } = await disclosureWithGap();
  const key = finding.requirement.key;
  const address = `/assessments/${id}?guideline=${FORM_6_0}&open=${key}`;
  const refused = await people.editor.post(
    address,
    decisionOf(key, { reason: "", measure: "書きかけの約束" }),
  );
  expect(refused.status).toBe(422);
  const shown = await refused.text();
  expect(shown).toContain("書きかけの約束");
  expect(shown).toContain("理由が空のままでは決められません。");
  const begun = decisionOf(key, { reason: "事業者が次の更新で対応する。それまでの間は、" });
  expect((await people.editor.post(address, begun)).status).toBe(422);
  const taken = await people.editor.post(address, decisionOf(key));
  expect(taken.status).toBe(303);
  expect(taken.headers.get("location")).toContain(`open=${key}`);
  const after = await (await people.viewer.get(address)).text();
  expect(after).toContain("乙は次の版で提供する");
  expect(after).toContain("試験 lead");
  expect((await people.editor.post(address, decisionOf(key))).status).toBe(409);
});

it("closes a decision with its evidence, and marks one whose basis changed", async () => {
  const { people, hospital, records } = world();
  const { id, finding } = await disclosureWithGap("2026-06-01");
  const key = finding.requirement.key;
  const query = `?guideline=${FORM_6_0}&open=${key}`;
  const page = await (await people.editor.get(`/assessments/${id}${query}`)).text();
  const decisionId = /name="supersedes" value="([0-9a-f-]+)"/.exec(page)?.[1] ?? "";
  const closing = { intent: "close", requirement: key, decisionId, closedOn: "2026-11-20" };
  const empty = await people.editor.post(`/assessments/${id}${query}`, { ...closing, closeReason: "" });
  expect(empty.status).toBe(422);
  const closed = await people.editor.post(`/assessments/${id}${query}`, {
    ...closing,
    closeReason: "更新を確認",
  });
  expect(closed.status).toBe(303);
  expect(await (await people.viewer.get(`/assessments/${id}${query}`)).text()).toContain("更新を確認");
  const changed = await receiveDisclosure(hospital.ports, hospital.editor, records.productVersionId, {
    answers: { "14-3": { answer: "no", remark: "提供は未定" } },
    issuedOn: "2026-07-01",
  });
  const text = await (await people.viewer.get(`/assessments/${changed}${query}`)).text();
  expect(text).toContain("根拠が変わりました");
});
