import type { Questionnaire } from "~/domain/questionnaire";
import { questionnaireWorkbook } from "~/workbook/write-questionnaire.server";

export const fileName = "質問票.xlsx";
const question = (no: string, section: string, text: string) => ({
  key: `starter:product-${no}`,
  no,
  section,
  question: text,
  help: `${text}という意味です。はい・いいえで答えます。`,
  askVendor: "資料を求める",
  provenance: "own-wording" as const,
});
const questionnaire: Questionnaire = {
  kind: "questionnaire",
  head: {
    id: "in-house-product",
    version: "1.0",
    title: "院内質問票（機器・製品）",
    issuer: "院内",
    issuedOn: null,
    source: "own",
    licence: "MIT",
    notice: "",
    replacedBy: null,
  },
  form: "in-house-product",
  questions: [
    question("5-1", "5章 標準", "標準の形式で書き出せますか"),
    question("14-1", "14章 認証", "利用者を識別しますか"),
    question("14-2", "14章 認証", "=二要素に対応しますか"),
    question("14-3", "14章 認証", "離席時に保護しますか"),
  ],
};
export const make = () =>
  questionnaireWorkbook(
    questionnaire,
    new Map([
      ["5-1", { answer: "yes", remark: "HL7 FHIR" }],
      ["14-1", { answer: "no", remark: "" }],
      ["14-2", { answer: "not-applicable", remark: "=SUM(A1)" }],
    ]),
    { vendor: "あおば", product: "青葉カルテ", productVersion: "3.2", issuedOn: "2026-04-15" },
  );
