import { type AnswerCondition, answerConditions } from "./request.ts";

/**
 * How a condition is written into a remark: disclosures have no column for it, and the mark has to survive
 * a workbook and come back. It stands at the very beginning.
 */
const marks: Readonly<Record<Exclude<AnswerCondition, "none">, string>> = {
  "paid-option": "［有償オプション］",
  planned: "［対応予定］",
};

/** The remark as it is kept and printed: the condition's mark first. */
export function withCondition(condition: AnswerCondition, remark: string): string {
  if (condition === "none") return remark;
  return `${marks[condition]}${remark}`;
}

/** The way back; a remark without a mark has no condition. */
export function splitCondition(text: string): { condition: AnswerCondition; remark: string } {
  for (const condition of answerConditions) {
    if (condition === "none") continue;
    const mark = marks[condition];
    if (text.startsWith(mark)) return { condition, remark: text.slice(mark.length) };
  }
  return { condition: "none", remark: text };
}
