import type { Problem } from "../domain/problem.ts";
import type { AnswerValue } from "../domain/questionnaire.ts";
import type { ReadForm, WorkbookReading } from "../domain/reading.ts";

/** The object that `buntan read FILE --json` prints; its field names are a public interface. */
export type FormAsReadJson = {
  recognised: WorkbookReading["recognised"];
  lookAlike?: string;
  forms: {
    form: string;
    formVersion: string | null;
    sheet: string;
    header: Partial<Record<"issuedOn" | "vendor" | "product" | "productVersion", string>>;
    answers: {
      no: string;
      question: string;
      clauses: string[];
      answer: "yes" | "no" | "na" | "blank" | "conflict" | "unclear";
      remark: string;
      cell: string;
    }[];
    unread: { cell: string; text: string; reason: string }[];
  }[];
  problems: { code: string; message: string }[];
};

const printedAnswer = (answer: AnswerValue) => (answer === "not-applicable" ? "na" : answer);

/** Turns a reading into the printed object. `wordsOf` gives a problem's sentence for people. */
export function formAsReadJson(
  reading: WorkbookReading,
  wordsOf: (problem: Problem) => string,
): FormAsReadJson {
  return {
    recognised: reading.recognised,
    ...(reading.lookAlike === null ? {} : { lookAlike: reading.lookAlike }),
    forms: reading.forms.map(formJson),
    problems: reading.problems.map((each) => ({ code: each.code, message: wordsOf(each) })),
  };
}

function formJson(form: ReadForm): FormAsReadJson["forms"][number] {
  const { issuedOn, vendor, product, productVersion } = form.header;
  return {
    form: form.form,
    formVersion: form.formVersion,
    sheet: form.sheet,
    header: {
      ...(issuedOn === null ? {} : { issuedOn }),
      ...(vendor === null ? {} : { vendor }),
      ...(product === null ? {} : { product }),
      ...(productVersion === null ? {} : { productVersion }),
    },
    answers: form.answers.map(({ no, question, clauses, answer, remark, cell }) => ({
      no,
      question,
      clauses,
      answer: printedAnswer(answer),
      remark,
      cell,
    })),
    unread: form.unread.map(({ cell, text, reason }) => ({ cell, text, reason })),
  };
}
