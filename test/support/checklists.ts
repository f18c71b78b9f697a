import type { ChecklistAnswer, NewChecklistResponse } from "~/domain/checklist-response";
import type { ChecklistToSave } from "~/use-cases/save-checklist.server";
import { makeWorkbook } from "./make-workbook";

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

/** A vendor's sheet as it comes: two rows answered, one with a target day, one nobody can read. */
export function checklistBook(vendor = "試験ベンダ株式会社"): Uint8Array {
  return makeWorkbook([
    {
      name: "事業者確認用",
      rows: [
        ["医療機関におけるサイバーセキュリティ対策チェックリスト 事業者確認用"],
        ["事業者名", vendor],
        ["項番", "チェック項目", "はい", "いいえ", "目標日", "備考"],
        ["1-①", "責任者を置いているか", "○", "", "", ""],
        ["2-①", "台帳で管理しているか", "", "○", "2027/3/31", "更新中"],
        ["2-②", "機器を確認したか", "○", "○", "", ""],
      ],
    },
  ]);
}

/** What a person says of the first list of such a file. */
export function listToSave(vendorId: string, fields: Partial<ChecklistToSave> = {}): ChecklistToSave {
  return {
    index: 0,
    respondent: "vendor",
    vendorId,
    checklistRef: null,
    title: "事業者確認用",
    round: 1,
    answeredOn: "2026-06-01",
    systemIds: [],
    ...fields,
  };
}
