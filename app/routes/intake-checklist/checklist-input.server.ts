import { respondents } from "~/domain/checklist";
import { listOf, textOf } from "~/http.server";
import type { ChecklistToSave } from "~/use-cases/save-checklist.server";
import type { ChecklistPage } from "./checklist-page.server";

type Fields = Readonly<Record<string, string | string[]>>;

/** Rows whose answer, remark or target day on the form differs from what is kept. */
export function rowsSet(fields: Fields, page: ChecklistPage) {
  return page.lists
    .flatMap((list) => list.rows)
    .flatMap((row) => {
      const name = `${row.formIndex}-${row.ordinal}`;
      const answer = textOf(fields, `answer-${name}`) || row.answer;
      const remark = textOf(fields, `remark-${name}`).replace(/\r\n/g, "\n");
      const targetOn = textOf(fields, `target-${name}`).normalize("NFKC").trim();
      const isSame = answer === row.answer && remark === row.remark && targetOn === (row.targetOn ?? "");
      if (isSame || !(`remark-${name}` in fields)) return [];
      const { formIndex, ordinal } = row;
      return [{ formIndex, ordinal, answer, remark, targetOn, reason: "" }];
    });
}

/** The lists a person wants to keep, as they would be kept. */
export function listsToSave(fields: Fields, page: ChecklistPage): ChecklistToSave[] {
  return page.lists.flatMap(({ index }) => {
    const text = (field: string) => textOf(fields, `lists.${index}.${field}`).trim();
    if (text("keep") !== "yes") return [];
    return [
      {
        index,
        respondent: respondents.find((each) => each === text("respondent")) ?? "vendor",
        vendorId: text("vendorId") || null,
        checklistRef: text("checklistRef") || null,
        title: text("title"),
        round: Number(text("round")) || 0,
        answeredOn: text("answeredOn").normalize("NFKC"),
        systemIds: listOf(fields, `lists.${index}.systemIds`),
      },
    ];
  });
}
