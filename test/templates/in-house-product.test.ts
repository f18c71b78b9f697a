import { expect, test } from "vitest";
import { expectChapterOrder, expectInHouseQuestionnaire, present, shipped } from "./shipped";

const questionnaire = async () =>
  present((await shipped()).questionnaireOfForm("in-house-product"), "in-house-product");

test("is ours: own keys, plain words, help and what to ask, never named MDS or SDS", async () => {
  const form = await questionnaire();
  expect(form.head.title).toBe("院内質問票（機器・製品）");
  expectInHouseQuestionnaire(form, "product");
});

test("follows the chapters of システム運用編", async () => {
  expectChapterOrder(await questionnaire());
});

test("two-factor asks client and server apart, and implemented apart from planned", async () => {
  const asked = (await questionnaire()).questions.filter((each) => each.question.includes("二要素認証"));
  expect(asked.map((each) => each.no)).toEqual(["14-3", "14-4", "14-5", "14-6"]);
  const [client, clientPlan, server, serverPlan] = asked.map((each) => each.question);
  for (const now of [client, server]) expect(now).toContain("予定は「いいえ」");
  for (const plan of [clientPlan, serverPlan]) expect(plan).toContain("期日");
});
