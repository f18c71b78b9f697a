import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceText } from "~/messages/evidence-words";
import { wordsOf } from "~/messages/words";
import { feeAnswer } from "~/routes/fee-conditions/fee-answer";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showFeeConditions } from "~/use-cases/measures.server";

/** Conditions with what the records hold, one line each; no verdict on the fee. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const words = wordsOf(language);
  const shown = await showFeeConditions(ports, scope);
  const { fee } = words.measures;
  const names = ["no", "text", "state", "records"] as const;
  return tableReply(request.url, {
    title: words.selfChecks.tabs.fee,
    name: fee.exportName(shown.today),
    columns: names.map((key) => ({ key, heading: fee.columns[key], width: key === "no" ? 8 : 60 })),
    rows: shown.lines.map(({ condition, state, answers, evidence }) => ({
      no: condition.no,
      text: condition.need === "desirable" ? `${condition.text}（${fee.desirable}）` : condition.text,
      state: fee.states[state],
      records: [
        ...answers.map((each) => `${each.question.text} ${feeAnswer(words, each)}`),
        ...evidence.flatMap((each) => each.statements).map((each) => evidenceText(words, each)),
      ].join(" / "),
    })),
  });
}
