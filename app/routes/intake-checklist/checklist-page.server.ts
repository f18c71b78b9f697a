import { sheetPage } from "~/routes/intake/review-page.server";
import type { ChecklistReview } from "~/use-cases/save-checklist.server";

/** What the page shows: the sheet as it came, and every list with its rows as they would be kept. */
export function checklistPage(review: ChecklistReview, params: URLSearchParams, isEditor: boolean) {
  const { intake, sheets, problems, vendors, systems, editions } = review;
  const lists = review.lists.map(({ index, read, rows, counts, exact, near }) => ({
    index,
    sheet: read.sheet,
    title: read.title,
    respondent: read.respondent,
    round: read.round,
    vendor: read.header.vendor,
    answeredOn: read.header.issuedOn,
    unread: read.unread,
    counts,
    exact,
    near,
    rows: rows.flatMap((row) =>
      row.read === undefined
        ? []
        : [
            {
              formIndex: index,
              ordinal: row.ordinal,
              no: row.read.no,
              section: row.read.section,
              item: row.read.question,
              cell: row.read.cell,
              reason: row.read.reason,
              answer: row.answer,
              remark: row.remark,
              targetOn: row.targetOn,
              targetText: row.read.targetText,
              checkedText: row.read.checkedText,
              isSet: row.correction !== null,
            },
          ],
    ),
  }));
  return {
    intake,
    problems,
    vendors,
    systems,
    editions,
    lists,
    view: sheetPage(sheets, lists[0]?.sheet ?? "", params),
    canEdit: isEditor && intake.state === "review",
  };
}
export type ChecklistPage = ReturnType<typeof checklistPage>;
export type ListPage = ChecklistPage["lists"][number];
export type ListRow = ListPage["rows"][number];
