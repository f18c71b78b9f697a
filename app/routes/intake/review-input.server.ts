import { type Problem, problem } from "~/domain/problem";
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
  page: number | null;
};

/** Rows whose answer or remark on the form differs from what is kept. */
export function answersSet(fields: Fields, page: ReviewPage): SetAnswer[] {
  return page.forms
    .flatMap((form) => form.rows)
    .flatMap((row): SetAnswer[] => {
      const name = `${row.formIndex}-${row.ordinal}`;
      const answer = textOf(fields, `answer-${name}`);
      const remark = textOf(fields, `remark-${name}`).replace(/\r\n/g, "\n");
      const page = pageFrom(textOf(fields, `page-${name}`)) ?? row.page;
      const isSame = answer === row.answer && remark === row.remark && page === row.page;
      if (answer === "" || isSame) return [];
      const { formIndex, ordinal } = row;
      const reason = textOf(fields, `why-${name}`).slice(0, 1000);
      return [{ formIndex, ordinal, answer, remark, reason, page }];
    });
}

function pageFrom(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  return /^[1-9]\d{0,3}$/.test(plain) ? Number(plain) : null;
}

/** Look-alikes of a new name that nobody has said same or other of yet: field-required at each. */
export function unchosenNames(fields: Fields, page: ReviewPage): Problem[] {
  return page.forms.flatMap((form) => {
    const at = (field: string) => `forms.${form.index}.${field}`;
    const isNew = textOf(fields, at("place")) === "new";
    const isOpen = form.proposal.nearVendors.length > 0 && textOf(fields, at("sameVendor")) === "";
    return isNew && isOpen ? [problem("field-required", {}, at("sameVendor"))] : [];
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
              vendorName: text("sameVendor").replace(/^-$/, "") || text("vendorName"),
              productName: text("productName"),
              productVersionLabel: text("productVersionLabel"),
            }
          : { productVersionId: chosen === "other" ? text("other") : chosen },
    };
  });
}
