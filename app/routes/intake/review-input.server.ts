import { textOf } from "~/http.server";
import type { FormToSave } from "~/use-cases/receive.server";
import type { ReviewPage } from "./review-page.server";

type Fields = Readonly<Record<string, string | string[]>>;

/** What a person set on the page and has not been kept yet. */
export type SetAnswer = {
  formIndex: number;
  ordinal: number;
  answer: string;
  remark: string;
  reason: string;
};

/** Rows whose answer or remark on the form differs from what is kept. */
export function answersSet(fields: Fields, page: ReviewPage): SetAnswer[] {
  return page.forms
    .flatMap((form) => form.rows)
    .flatMap((row): SetAnswer[] => {
      const name = `${row.formIndex}-${row.ordinal}`;
      const answer = textOf(fields, `answer-${name}`);
      const remark = textOf(fields, `remark-${name}`).replace(/\r\n/g, "\n");
      if (answer === "" || (answer === row.answer && remark === row.remark)) return [];
      const { formIndex, ordinal } = row;
      return [{ formIndex, ordinal, answer, remark, reason: textOf(fields, `why-${name}`).slice(0, 1000) }];
    });
}

/** The forms as they would be saved; a place nobody chose is an empty id. */
export function formsToSave(fields: Fields, page: ReviewPage): FormToSave[] {
  return page.forms.map((form) => {
    const text = (field: string) => textOf(fields, `forms.${form.index}.${field}`).trim();
    const chosen = text("place");
    return {
      formIndex: form.index,
      formVersion: text("formVersion"),
      issuedOn: text("issuedOn"),
      place:
        chosen === "new"
          ? {
              vendorName: text("vendorName"),
              productName: text("productName"),
              productVersionLabel: text("productVersionLabel"),
            }
          : { productVersionId: chosen === "other" ? text("other") : chosen },
    };
  });
}
