import type { FeeLine } from "~/domain/fee-board";
import type { Words } from "~/messages/words";

/** One answer about the hospital in words, with its day and what the day does not show. */
export function feeAnswer({ measures, surveys }: Words, answer: FeeLine["answers"][number]): string {
  const { held, isThisYear } = answer;
  const { fee } = measures;
  if (held === null) return fee.unanswered;
  const said = fee.answerOf(surveys.options[held.value] ?? held.value, held.happenedOn ?? "");
  return isThisYear === false ? `${said}　${fee.notThisYear}` : said;
}
