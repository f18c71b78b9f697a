import type { ChecklistAnswer, NewChecklistResponse } from "~/domain/checklist-response";

/** A row as it is kept; what is not given is はい without a remark. */
export function checklistAnswer(fields: Partial<ChecklistAnswer> = {}): ChecklistAnswer {
  return {
    itemKey: null,
    no: "1-①",
    section: "体制構築",
    item: "責任者を置いているか。",
    answer: "yes",
    remark: "",
    targetOn: null,
    targetText: "",
    checkedText: "",
    cell: "事業者確認用!C4",
    readAnswer: fields.answer ?? "yes",
    readRemark: fields.remark ?? "",
    readReason: null,
    setBy: null,
    setAt: null,
    setReason: null,
    ...fields,
  };
}

/** A vendor's sheet of two rows, the second one いいえ with a target day. */
export function rawChecklistResponse(fields: Partial<NewChecklistResponse> = {}): NewChecklistResponse {
  return {
    respondent: "vendor",
    vendorId: null,
    checklistRef: null,
    title: "事業者確認用",
    round: 1,
    answeredOn: "2026-06-01",
    systemIds: [],
    answers: [
      checklistAnswer(),
      checklistAnswer({ no: "2-①", answer: "no", targetOn: "2027-03-31", targetText: "3月末" }),
    ],
    unread: [{ cell: "事業者確認用!H9", text: "?", reason: "mark-unknown" }],
    ...fields,
  };
}
