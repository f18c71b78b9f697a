import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceText } from "~/messages/evidence-words";
import { type Words, wordsOf } from "~/messages/words";
import { readSurvey } from "~/routes/survey/page.server";
import { answerWords } from "~/routes/survey/survey-words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import type { ShownSurvey } from "~/use-cases/surveys.server";

const wide = ["question", "note", "records", "national"];

/** The survey of a year, one line a question, with the numbers and records behind each proposal. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const words = wordsOf(visit.language);
  const shown = await readSurvey(visit, params.year);
  const { exportColumns, exportName } = words.surveys;
  return tableReply(request.url, {
    title: words.surveys.title(shown.fiscalYear),
    name: exportName(shown.fiscalYear),
    columns: Object.entries(exportColumns).map(([key, heading]) => ({
      key,
      heading,
      width: wide.includes(key) ? 50 : 18,
    })),
    rows: shown.rows.map((row, at) => rowOf(words, shown, row, at + 1)),
  });
}

function rowOf(words: Words, shown: ShownSurvey, row: ShownSurvey["rows"][number], no: number) {
  const { surveys } = words;
  const { question, held, proposal, carried } = row;
  const said = (value: string | null | undefined) => (value ? answerWords(words, value, question.unit) : "");
  const statements = proposal?.statements ?? [];
  return {
    no,
    section: question.section,
    question: question.text,
    answer: said(held?.value),
    happenedOn: held?.happenedOn ?? "",
    note: held?.note ?? "",
    basis: held === null ? "" : surveys.bases[held.basis],
    proposal: said(proposal?.value),
    records: statements
      .map((each) => {
        const names = each.cites.map(({ label, on }) => (on === null ? label : `${label} ${on}`));
        return [evidenceText(words, each), ...names].join(" ");
      })
      .join(" / "),
    carried: carried === null ? "" : `${said(carried.value)} ${carried.effectiveFrom}`,
    national: question.national
      .map(
        (each) =>
          `${surveys.nationalOf(each.text, each.percent)}（${surveys.nationalFrom(each.asOf, each.answered)}、${surveys.strengths[each.strength]}）`,
      )
      .join(" / "),
    inSurvey: question.isSurvey ? words.answers.yes : words.answers.no,
    bedClass: shown.bedClass === null ? "" : surveys.bedClass(shown.bedClass.from, shown.bedClass.to),
  };
}
